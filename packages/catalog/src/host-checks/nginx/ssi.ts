// Server side includes are off in nginx (KISA 2026 WEB-19), which they are where nothing turns them on.
import type { NginxServer } from '@bongsu/core';
import { fail, hostCheck, nginxPlaceName, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { isOn, reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

export const ssi = hostCheck({
  id: 'nginx.ssi',
  title: text('Nginx SSI(Server Side Includes) 사용 제한', 'nginx: no server side includes'),
  why: text(
    '사용자가 올린 글이나 파일의 SSI 지시어가 서버에서 실행될 수 있습니다.',
    'Directives in what users upload or write would be carried out by the server.',
  ),
  importance: 'medium',
  expects: text('모든 위치에서 ssi가 off', 'ssi is off everywhere'),
  remedy: text('ssi on을 지우거나 off로 바꿉니다.', 'Remove ssi on, or set it to off.'),
  fix: { any: ["grep -rnE '^[[:space:]]*ssi[[:space:]]+on' /etc/nginx", nginxReload] },
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, judgeSsi));
  },
});

function judgeSsi(server: NginxServer): ReturnType<typeof pass> {
  const on = reached(server).filter((place) => isOn(place, 'ssi'));
  const [first] = server.places;
  const said = nginxSetting(first, 'ssi').at(-1);
  if (on.length === 0)
    return pass(text('SSI를 쓰지 않음', 'server side includes are off'), [
      {
        source: said?.source ?? first.directive.source,
        found: `${nginxPlaceName(server, first)}: ${said ? nginxText(said) : 'ssi unset (off)'}`,
      },
    ]);
  const names = named(on.map((place) => nginxPlaceName(server, place)));
  return fail(
    text(`SSI를 실행함: ${names}`, `server side includes are carried out: ${names}`),
    on.flatMap((place) =>
      nginxSetting(place, 'ssi').map((setting) => ({
        source: setting.source,
        found: `${nginxPlaceName(server, place)}: ${nginxText(setting)}`,
        expected: 'off',
      })),
    ),
  );
}
