// nginx lists no directory (KISA 2026 WEB-04, 2021 U-35): autoindex is off at every place, which it is where nothing says otherwise.
import type { NginxServer } from '@bongsu/core';
import { fail, hostCheck, nginxPlaceName, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { hasContent, isOn, reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

/** fancyindex comes with a module that distributions package. */
const listings = ['autoindex', 'fancyindex'] as const;

export const directoryListing = hostCheck({
  id: 'nginx.directory-listing',
  title: text('Nginx 디렉터리 리스팅 방지', 'nginx: no directory listing'),
  why: text(
    '목록이 보이면 링크되지 않은 파일과 백업까지 내려받을 수 있습니다.',
    'A listing shows files that nothing links to, backups among them.',
  ),
  importance: 'high',
  expects: text('모든 위치에서 autoindex가 off', 'autoindex is off everywhere'),
  remedy: text('autoindex on을 지우거나 off로 바꿉니다.', 'Remove autoindex on, or set it to off.'),
  fix: { any: ["grep -rnE '^[[:space:]]*(autoindex|fancyindex)[[:space:]]+on' /etc/nginx", nginxReload] },
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, judgeListing));
  },
});

function judgeListing(server: NginxServer): ReturnType<typeof pass> {
  // A place that answers with a text, a redirect or a refusal has nothing to list.
  const listing = reached(server).filter((place) => hasContent(place));
  const listed = listing.flatMap((place) =>
    listings
      .filter((name) => isOn(place, name))
      .flatMap((name) => nginxSetting(place, name))
      .map((setting) => ({ place, setting })),
  );
  const [first] = server.places;
  const off = listings.flatMap((name) => server.places.flatMap((place) => nginxSetting(place, name)));
  if (listed.length > 0)
    return fail(
      text(
        `디렉터리 목록을 보여 줌: ${named(listed.map(({ place }) => nginxPlaceName(server, place)))}`,
        `directories are listed: ${named(listed.map(({ place }) => nginxPlaceName(server, place)))}`,
      ),
      listed.map(({ place, setting }) => ({
        source: setting.source,
        found: `${nginxPlaceName(server, place)}: ${nginxText(setting)}`,
        expected: 'off',
      })),
    );
  const said = [...new Set(off)].map((one) => ({ source: one.source, found: nginxText(one) }));
  return pass(text('디렉터리 목록을 보여 주지 않음', 'no directory is listed'), [
    {
      source: first.directive.source,
      found: `${nginxPlaceName(server, first)}: autoindex ${said.length > 0 ? 'off' : 'unset (off)'}`,
    },
    ...said,
  ]);
}
