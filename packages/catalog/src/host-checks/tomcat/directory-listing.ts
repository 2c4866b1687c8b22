// No servlet of Tomcat lists folders (KISA 2026 WEB-04, 2021 U-35): listings of the default servlet and of WebDAV, built-in false.
import { hostCheck, manual, pass, text, tomcatFlag } from '@bongsu/core';
import { failOr, judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import type { DeclaredServlet } from '../../criteria/tomcat-web.ts';
import { declaredServlets, packedProofs, servletClass } from '../../criteria/tomcat-web.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

export const directoryListing = hostCheck({
  id: 'tomcat.directory-listing',
  title: text('Tomcat 디렉터리 리스팅 방지 설정', 'No directory listing in Tomcat'),
  why: text(
    '폴더의 파일 목록이 보이면 백업 파일이나 설정 파일의 위치가 드러납니다.',
    'A listing shows left-overs, backups and files that were not meant to be found.',
  ),
  importance: 'high',
  expects: text('모든 web.xml에서 listings가 false이거나 없음', 'listings is false or absent in every web.xml'),
  remedy: text(
    'conf/web.xml과 애플리케이션 web.xml의 DefaultServlet에서 listings를 false로 바꿉니다.',
    'Set listings to false for the DefaultServlet in conf/web.xml and in the web.xml of the applications.',
  ),
  fix: { any: ['grep -n -A2 listings "$CATALINA_BASE/conf/web.xml"', 'vi "$CATALINA_BASE/conf/web.xml"'] },
  question: text(
    '펼쳐지지 않은 WAR나 시스템 속성으로 listings가 켜져 있습니까?',
    'Does an archive that was not unpacked, or a system property, turn listings on?',
  ),
  needs: { tomcat: tomcatWith('web') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const listing = declaredServlets(instance).filter(
        (declared) => listers.has(servletClass(declared.servlet)) && reachable(declared),
      );
      const proofs = listing.map((declared) => ({ state: listed(declared), proof: proofOf(declared) }));
      const on = proofs.filter(({ state }) => state === true);
      return failOr(
        on.map(({ proof }) => proof),
        text('디렉터리 리스팅이 켜져 있음', 'directory listings are on'),
        () => {
          const packed = packedProofs(instance);
          const evidence = [...proofs.map(({ proof }) => proof), ...packed];
          if (packed.length > 0 || proofs.some(({ state }) => state === null))
            return manual(text('listings 값을 모두 알 수 없음', 'not every value of listings is known'), evidence);
          return pass(
            text('디렉터리 리스팅이 꺼져 있음', 'directory listings are off'),
            evidence.length > 0
              ? evidence
              : [{ source: `${instance.base}/conf/web.xml`, found: 'no servlet that lists folders' }],
          );
        },
      );
    });
  },
});

const listers: ReadonlySet<string> = new Set(['DefaultServlet', 'WebdavServlet']);

/** The default servlet of conf/web.xml may be mapped by any application. */
function reachable({ everywhere, patterns, servlet }: DeclaredServlet): boolean {
  return everywhere || patterns.length > 0 || servlet.name === 'default';
}

function listed({ servlet }: DeclaredServlet): boolean | null {
  return tomcatFlag(servlet.parameters.get('listings')?.value, false);
}

function proofOf({ servlet }: DeclaredServlet) {
  const listings = servlet.parameters.get('listings');
  return {
    source: listings?.source ?? servlet.source,
    found: `${servlet.name}: listings ${listings ? listings.value : 'absent (built-in false)'}`,
    expected: 'false',
  };
}
