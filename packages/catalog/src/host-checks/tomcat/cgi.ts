// Tomcat runs no CGI programs, or only those of a folder set apart for them (KISA 2026 WEB-05).
// 양호: CGI is unused, or where it may run is limited. Source of the parameters: cgi-howto of Apache Tomcat 9.0.98.
import { fail, hostCheck, isOpenValue, manual, pass, text, tomcatFlag } from '@bongsu/core';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { declaredServlets, packedProofs, servletClass, servletProof } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const cgi = hostCheck({
  id: 'tomcat.cgi',
  title: text('Tomcat 지정하지 않은 CGI 실행 제한', 'CGI of Tomcat is off or bounded'),
  why: text(
    'CGI가 제한 없이 열려 있으면 올린 파일이 서버에서 명령으로 실행될 수 있습니다.',
    'Where CGI is not bounded, an uploaded file may run as a program of the server.',
  ),
  importance: 'high',
  expects: text('CGIServlet을 쓰지 않거나 실행 폴더가 제한됨', 'the CGIServlet is not in use, or bounded to a folder'),
  remedy: text(
    'web.xml에서 CGIServlet과 그 servlet-mapping을 지웁니다. 필요하면 cgiPathPrefix를 WEB-INF/cgi로 두고 enableCmdLineArguments를 끕니다.',
    'Remove the CGIServlet and its mapping from web.xml. Where it is needed, set cgiPathPrefix to WEB-INF/cgi and leave enableCmdLineArguments off.',
  ),
  fix: { any: ['grep -n -B3 -A20 CGIServlet "$CATALINA_BASE/conf/web.xml"', 'vi "$CATALINA_BASE/conf/web.xml"'] },
  question: text(
    '펼쳐지지 않은 WAR나 시스템 속성이 CGI를 켭니까, 켠다면 실행 폴더가 제한되어 있습니까?',
    'Does an archive that was not unpacked, or a system property, turn CGI on, and is it bounded?',
  ),
  needs: { tomcat: tomcatWith('web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const declared = declaredServlets(instance).filter(({ servlet }) => servletClass(servlet) === 'CGIServlet');
      const mapped = declared.filter(({ patterns }) => patterns.length > 0);
      const packed = packedProofs(instance);
      const evidence = [
        ...declared.map((one) => servletProof(one, 'not mapped, or cgiPathPrefix below WEB-INF')),
        ...mapped.flatMap(({ servlet }) =>
          [...servlet.parameters].map(([name, { value, source }]) => ({ source, found: `${name}=${value}` })),
        ),
        ...packed,
      ];
      const prefixes = mapped.map(({ servlet }) => servlet.parameters.get('cgiPathPrefix')?.value ?? '');
      if (prefixes.some((prefix) => prefix.replace(/[/.]/g, '') === ''))
        return fail(
          text(
            'CGI가 애플리케이션의 모든 폴더에서 실행될 수 있음',
            'CGI programs may run from any folder of an application',
          ),
          evidence,
        );
      // With arguments from the query string a request chooses what a program is told (CVE-2019-0232).
      if (
        mapped.some(
          ({ servlet }) => tomcatFlag(servlet.parameters.get('enableCmdLineArguments')?.value, false) === true,
        )
      )
        return fail(
          text('CGI가 명령행 인자를 요청에서 받음', 'CGI takes command-line arguments from requests'),
          evidence,
        );
      if (packed.length > 0 || prefixes.some(isOpenValue))
        return manual(
          text('CGI 사용 여부를 모두 알 수 없음', 'whether CGI is in use is not known everywhere'),
          evidence,
        );
      return mapped.length > 0
        ? pass(text('CGI 실행 폴더가 제한됨', 'CGI is bounded to a folder'), evidence)
        : pass(
            text('CGI를 쓰지 않음', 'CGI is not in use'),
            evidence.length > 0 ? evidence : [{ source: `${instance.base}/conf/web.xml`, found: 'no CGIServlet' }],
          );
    });
  },
});
