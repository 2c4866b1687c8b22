// Tomcat follows no links in its web paths (KISA 2026 WEB-12, 2021 U-39): allowLinking, and the aliases of Tomcat 7.
// Source: config/context of Apache Tomcat 7.0.109 (aliases) and config/resources of 9.0.98; both built-in off.
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { failOr, judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { contextElements, contextProofs, tomcatLinking } from '../../criteria/tomcat-linking.ts';
import { packedProofs } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const symbolicLinks = hostCheck({
  id: 'tomcat.symbolic-links',
  title: text('Tomcat 웹 서비스 링크 사용 금지', "No links in Tomcat's web paths"),
  why: text(
    '링크를 따라가면 웹 경로 밖의 파일이 웹으로 보입니다.',
    'Where links are followed, files outside the web path are shown to everybody.',
  ),
  importance: 'medium',
  expects: text('allowLinking과 aliases가 없음', 'no allowLinking and no aliases'),
  remedy: text(
    'Context와 Resources에서 allowLinking과 aliases를 지우고, 링크로 된 애플리케이션 폴더는 실제 폴더로 바꿉니다.',
    'Remove allowLinking and aliases from Context and Resources, and replace application folders that are links by the folders themselves.',
  ),
  fix: { any: ['grep -rn -e allowLinking -e aliases "$CATALINA_BASE/conf"', 'find "$CATALINA_BASE/webapps" -type l'] },
  question: text(
    '링크로 된 애플리케이션 폴더나 알 수 없는 allowLinking 값이 의도한 설정입니까?',
    'Are the application folders that are links, or the values of allowLinking that are not known, meant to be so?',
  ),
  needs: { tomcat: tomcatWith('server', 'web', 'contexts') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const linking = tomcatLinking(instance);
      const aliases = contextElements(instance).flatMap(({ source, attributes }) => {
        const value = attributes.get('aliases');
        return value ? [{ source, found: `aliases=${value}`, expected: 'absent' }] : [];
      });
      return failOr(
        [...linking.filter(({ allowed }) => allowed === true).map(({ proof }) => proof), ...aliases],
        text('링크를 따라가는 Context가 있음', 'a context follows links'),
        () => {
          const folders = instance.appBases
            .flatMap(({ entries }) => entries)
            .filter(({ linkTarget }) => linkTarget !== '')
            .map(({ path, linkTarget }) => ({ source: path, found: `a link to ${linkTarget}`, expected: 'a folder' }));
          const links = instance.found.filter(({ link }) => link).slice(0, proofsMax);
          const evidence = [
            ...linking.map(({ proof }) => proof),
            ...folders.slice(0, proofsMax),
            ...links.map(({ path }) => ({ source: path, found: 'a link that Tomcat does not follow' })),
            ...packedProofs(instance),
            ...contextProofs(instance),
          ];
          if (linking.some(({ allowed }) => allowed === null) || folders.length > 0 || instance.packed.length > 0)
            return manual(
              folders.length > 0
                ? text('애플리케이션 폴더가 링크임', 'an application folder is itself a link')
                : text('allowLinking 값을 모두 알 수 없음', 'not every value of allowLinking is known'),
              evidence,
            );
          return pass(
            text('링크를 따라가지 않음', 'no context follows links'),
            evidence.length > 0 ? evidence : [{ source: instance.serverPath, found: 'no Context (built-in false)' }],
          );
        },
      );
    });
  },
});
