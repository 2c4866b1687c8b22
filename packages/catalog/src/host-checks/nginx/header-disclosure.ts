// nginx does not tell its version (KISA 2026 WEB-16, 2021 U-71): server_tokens is off everywhere; unset it is on.
// A header taken away by headers-more still leaves the version on error pages.
import type { Judgement, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, nginxPlaceName, nginxSetting, nginxText, pass, text } from '@bongsu/core';
import { judgeNginx, judgeServers, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginx } from '../../probes/nginx.ts';

export const headerDisclosure = hostCheck({
  id: 'nginx.header-disclosure',
  title: text('Nginx 헤더 정보 노출 제한', 'nginx: its headers tell no version'),
  why: text(
    '버전이 보이면 맞는 공개 취약점을 바로 골라 쓸 수 있습니다.',
    'Whoever sees the version knows which published holes fit.',
  ),
  importance: 'medium',
  expects: text('server_tokens off', 'server_tokens off'),
  remedy: text('http 블록에 server_tokens off;를 둡니다.', 'Put server_tokens off; into the http block.'),
  fix: {
    any: [
      "grep -rnE '^[[:space:]]*server_tokens' /etc/nginx || printf 'server_tokens off;\\n' > /etc/nginx/conf.d/server-tokens.conf",
      nginxReload,
    ],
  },
  question: text(
    '뒤에 있는 서버의 Server 헤더에 제품이나 버전이 드러납니까?',
    'Does the Server header of the server behind show its product or version?',
  ),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, judgeHeaders));
  },
});

function judgeHeaders(server: NginxServer): Judgement {
  // A server that answers with a redirect alone sends the header too.
  const places = server.places.filter(({ kind }) => kind !== 'limit_except');
  const shown = places.filter((place) => tells(nginxSetting(place, 'server_tokens').at(-1)?.args[0]));
  const proof = (place: NginxPlace): Proof => {
    const setting = nginxSetting(place, 'server_tokens').at(-1);
    return {
      source: setting?.source ?? place.directive.source,
      found: `${nginxPlaceName(server, place)}: ${setting ? nginxText(setting) : 'server_tokens unset (on)'}`,
      expected: 'off',
    };
  };
  if (shown.length > 0) {
    const names = named(shown.map((place) => nginxPlaceName(server, place)));
    return fail(text(`버전이 드러남: ${names}`, `the version is shown: ${names}`), shown.map(proof));
  }
  const [first] = server.places;
  const passed = places.flatMap((place) =>
    nginxSetting(place, 'proxy_pass_header').filter((one) => one.args.some((word) => word.toLowerCase() === 'server')),
  );
  if (passed.length > 0)
    return manual(
      text(
        '뒤 서버의 Server 헤더를 그대로 내보냄: 내용 확인 필요',
        'it passes on the Server header of the server behind: what does that tell?',
      ),
      [proof(first), ...passed.map((one) => ({ source: one.source, found: nginxText(one) }))],
    );
  return pass(text('버전이 드러나지 않음', 'the version is not shown'), [proof(first)]);
}

/** `on` and `build` tell; a text of its own (commercial versions) does where it holds a version. */
function tells(said: string | undefined): boolean {
  if (said === undefined) return true;
  const value = said.toLowerCase();
  return value === 'on' || value === 'build' || /\d\.\d|\$nginx_version/.test(value);
}
