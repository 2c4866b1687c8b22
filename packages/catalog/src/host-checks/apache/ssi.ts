// Apache httpd parses no pages for server-side includes (KISA 2026 WEB-19).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { optionPlaces, optionProof, unseenOverrides } from '../../criteria/apache-places.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import { services } from '../../probes/services.ts';

const expected = 'Options without Includes and IncludesNOEXEC';

export const ssi = hostCheck({
  id: 'apache.ssi',
  title: text('Apache SSI 사용 제한', 'Apache: no server-side includes'),
  why: text(
    'SSI가 켜져 있으면 페이지에 끼워 넣은 명령이 서버에서 실행될 수 있습니다.',
    'With server-side includes, a directive slipped into a page may run commands on the server.',
  ),
  importance: 'medium',
  expects: text(
    '유효한 Options에 Includes, IncludesNOEXEC가 없음',
    'the options in effect hold neither Includes nor IncludesNOEXEC',
  ),
  remedy: text(
    'Options에서 Includes를 지우거나 -Includes를 넣고, 쓰지 않으면 mod_include를 내립니다. Options All에도 Includes가 들어 있습니다.',
    'Take Includes out of Options or put -Includes there, and unload mod_include. Options All holds Includes too.',
  ),
  fix: {
    debian: ['a2dismod -f include', 'apache2ctl -t && systemctl reload apache2'],
    rhel: [
      "sed -i.bak -E '/^[[:space:]]*Options[[:space:]]/s/[[:space:]][+]?Includes(NOEXEC)?//I' /etc/httpd/conf/httpd.conf",
      'httpd -t && systemctl reload httpd',
    ],
  },
  question: text('.htaccess로 SSI를 켜는 곳이 있습니까?', 'Does any .htaccess file turn server-side includes on?'),
  needs: { services, apache },
  judge({ services: seen, apache: found }) {
    return judgeApache(seen, found, (instance) => {
      const places = optionPlaces(instance, found);
      const open = places.filter(({ options }) => options.has('includes'));
      const proofs = faultyFirst(open, places).map((place) => optionProof(place, 'includes', expected));
      if (instance.module('include_module') === false)
        return pass(text('mod_include가 없어 SSI가 동작하지 않음', 'mod_include is not loaded: nothing parses pages'), [
          { source: instance.source, found: 'no include_module' },
          ...proofs,
        ]);
      if (open.length > 0) {
        const names = open
          .slice(0, 3)
          .map(({ label }) => label)
          .join(', ');
        return fail(text(`SSI가 켜진 곳이 있음: ${names}`, `server-side includes are on in ${names}`), proofs);
      }
      const unseen = unseenOverrides(places, found, 'includes', instance.version);
      if (unseen.length > 0)
        return manual(
          text(
            '.htaccess가 SSI를 켤 수 있으나 모두 보지 못함',
            '.htaccess files may turn them on, and not all were seen',
          ),
          [...unseen, ...proofs],
        );
      return pass(
        text('SSI가 켜진 곳이 없음', 'server-side includes are on nowhere'),
        proofs.length > 0 ? proofs : [{ source: instance.source, found: 'serves no folder' }],
      );
    });
  },
});
