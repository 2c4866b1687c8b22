// Tomcat runs no server side includes (KISA 2026 WEB-19): SSIServlet and SSIFilter, both commented in the stock conf/web.xml.
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { failOr, judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { declaredServlets, packedProofs, servletClass, servletProof, webFiles } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const ssi = hostCheck({
  id: 'tomcat.ssi',
  title: text('Tomcat SSI 사용 제한', 'No server side includes in Tomcat'),
  why: text(
    'SSI가 켜져 있으면 페이지에 넣은 지시어로 파일을 읽거나 명령을 실행할 수 있습니다.',
    'With server side includes, a directive in a page reads files or runs commands.',
  ),
  importance: 'medium',
  expects: text('SSIServlet과 SSIFilter를 쓰지 않음', 'neither the SSIServlet nor the SSIFilter is in use'),
  remedy: text(
    'web.xml에서 SSIServlet, SSIFilter와 그 매핑을 지웁니다.',
    'Remove SSIServlet, SSIFilter and their mappings from web.xml.',
  ),
  fix: {
    any: ['grep -n -e SSIServlet -e SSIFilter "$CATALINA_BASE/conf/web.xml"', 'vi "$CATALINA_BASE/conf/web.xml"'],
  },
  question: text(
    '펼쳐지지 않은 WAR가 SSI를 씁니까?',
    'Does an archive that was not unpacked use server side includes?',
  ),
  needs: { tomcat: tomcatWith('web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const servlets = declaredServlets(instance).filter(({ servlet }) => servletClass(servlet) === 'SSIServlet');
      const filters = webFiles(instance).flatMap((file) =>
        file.filters.filter(({ className }) => className.endsWith('.SSIFilter')),
      );
      const on = [
        ...servlets.filter(({ patterns }) => patterns.length > 0).map((one) => servletProof(one, 'not mapped')),
        ...filters
          .filter(({ mapped }) => mapped)
          .map(({ source, name, className }) => ({
            source,
            found: `filter ${name} (${className}) mapped`,
            expected: 'not mapped',
          })),
      ];
      return failOr(on, text('SSI가 켜져 있음', 'server side includes are on'), () => {
        const packed = packedProofs(instance);
        const idle = [
          ...servlets.map((one) => servletProof(one)),
          ...filters.map(({ source, name }) => ({ source, found: `filter ${name} not mapped` })),
        ];
        if (packed.length > 0)
          return manual(text('모든 web.xml을 볼 수 없음', 'not every web.xml could be seen'), [...idle, ...packed]);
        return pass(
          text('SSI를 쓰지 않음', 'server side includes are not in use'),
          idle.length > 0
            ? idle
            : [
                {
                  source: `${instance.base}/conf/web.xml`,
                  found: `no SSIServlet and no SSIFilter in ${webFiles(instance).length} web.xml files`,
                },
              ],
        );
      });
    });
  },
});
