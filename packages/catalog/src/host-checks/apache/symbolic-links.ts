// Apache httpd follows no symbolic links (KISA 2026 WEB-12, 2021 U-39).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { linkPlaces, optionProof, unseenOverrides } from '../../criteria/apache-places.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

const linksMax = 10;
const expected = 'Options without FollowSymLinks';

export const symbolicLinks = hostCheck({
  id: 'apache.symbolic-links',
  title: text('Apache 심볼릭 링크 사용 금지', 'Apache: no symbolic links'),
  why: text(
    '링크를 따라가면 웹 경로 밖의 시스템 파일이 노출될 수 있습니다.',
    'A link that is followed leads out of the documents, to files of the system.',
  ),
  importance: 'medium',
  expects: text(
    '서비스하는 모든 디렉터리의 유효한 Options에 FollowSymLinks가 없음',
    'the options in effect hold no FollowSymLinks in any folder that is served',
  ),
  remedy: text(
    'Options에서 FollowSymLinks를 지우고, 재작성 규칙 때문에 필요하면 SymLinksIfOwnerMatch를 씁니다. Options 줄이 아예 없으면 기본값이 FollowSymLinks이므로 -FollowSymLinks를 명시합니다.',
    'Take FollowSymLinks out of Options; where rewrite rules need links use SymLinksIfOwnerMatch. Without any Options line FollowSymLinks is built in: say -FollowSymLinks.',
  ),
  fix: {
    rhel: [
      "sed -i.bak -E '/^[[:space:]]*Options[[:space:]]/s/[+]?FollowSymLinks/SymLinksIfOwnerMatch/I' /etc/httpd/conf/httpd.conf",
      'httpd -t && systemctl reload httpd',
    ],
    debian: [
      "sed -i.bak -E '/^[[:space:]]*Options[[:space:]]/s/[+]?FollowSymLinks/SymLinksIfOwnerMatch/I' /etc/apache2/apache2.conf",
      'apache2ctl -t && systemctl reload apache2',
    ],
  },
  question: text('.htaccess로 심볼릭 링크를 허용하는 곳이 있습니까?', 'Does any .htaccess file allow symbolic links?'),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => {
      const places = linkPlaces(instance, found);
      // Where both are set, links are followed whoever owns them (resolve_symlink of server/request.c).
      const open = places.filter(({ options }) => options.has('followsymlinks'));
      const proofs = faultyFirst(open, places).map((place) => optionProof(place, 'followsymlinks', expected));
      for (const [path = '', target = ''] of found.seen('link').slice(0, linksMax))
        proofs.push({ source: path, found: `link to ${target}` });
      if (open.length > 0) {
        const names = open
          .slice(0, 3)
          .map(({ label }) => label)
          .join(', ');
        return fail(
          text(`심볼릭 링크를 따라가는 곳이 있음: ${names}`, `symbolic links are followed in ${names}`),
          proofs,
        );
      }
      const unseen = unseenOverrides(places, found, 'followsymlinks', instance.version);
      if (unseen.length > 0)
        return manual(
          text(
            '.htaccess가 링크를 허용할 수 있으나 모두 보지 못함',
            '.htaccess files may allow links, and not all were seen',
          ),
          [...unseen, ...proofs],
        );
      return pass(
        text('심볼릭 링크를 따라가는 곳이 없음', 'symbolic links are followed nowhere'),
        proofs.length > 0 ? proofs : [{ source: instance.source, found: 'serves no folder' }],
      );
    });
  },
});
