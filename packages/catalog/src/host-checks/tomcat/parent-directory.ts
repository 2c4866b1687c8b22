// No context of Tomcat follows links out of its folder (KISA 2026 WEB-06, 2021 U-37; the guide's sample for Tomcat is a Context without allowLinking).
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { failOr, judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import { contextProofs, tomcatLinking } from '../../criteria/tomcat-linking.ts';
import { packedProofs } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const parentDirectory = hostCheck({
  id: 'tomcat.parent-directory',
  title: text('Tomcat 상위 디렉터리 접근 제한 설정', "No way out of Tomcat's web folders"),
  why: text(
    'allowLinking이 켜지면 경로 검사가 느슨해져 웹 경로 밖의 파일이 열릴 수 있습니다.',
    'With allowLinking the check of paths is loosened, and files outside the web folder may be served.',
  ),
  importance: 'high',
  expects: text('어떤 Context에도 allowLinking="true"가 없음', 'no context has allowLinking="true"'),
  remedy: text(
    'server.xml, context.xml, conf/Catalina/*/*.xml, META-INF/context.xml에서 allowLinking을 지우거나 false로 바꿉니다.',
    'Remove allowLinking, or set it to false, in server.xml, context.xml, conf/Catalina/*/*.xml and META-INF/context.xml.',
  ),
  fix: { any: ['grep -rn allowLinking "$CATALINA_BASE/conf" "$CATALINA_BASE"/webapps/*/META-INF/context.xml'] },
  question: text(
    '펼쳐지지 않은 WAR의 context.xml이나 시스템 속성이 allowLinking을 켭니까?',
    'Does the context.xml of an archive, or a system property, turn allowLinking on?',
  ),
  needs: { tomcat: tomcatWith('server', 'contexts') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const linking = tomcatLinking(instance);
      return failOr(
        linking.filter(({ allowed }) => allowed === true).map(({ proof }) => proof),
        text('allowLinking이 켜진 Context가 있음', 'a context has allowLinking on'),
        () => {
          const packed = packedProofs(instance);
          const evidence = [...linking.map(({ proof }) => proof), ...packed, ...contextProofs(instance)];
          return linking.some(({ allowed }) => allowed === null) || packed.length > 0
            ? manual(text('allowLinking 값을 모두 알 수 없음', 'not every value of allowLinking is known'), evidence)
            : pass(
                text('allowLinking이 켜진 Context가 없음', 'no context has allowLinking on'),
                evidence.length > 0
                  ? evidence
                  : [{ source: instance.serverPath, found: 'no Context (built-in false)' }],
              );
        },
      );
    });
  },
});
