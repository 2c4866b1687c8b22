// nginx lets nobody above the folders it serves (KISA 2026 WEB-06, 2021 U-37). nginx itself takes `..` out of a request and refuses one that
// leads above the root (ngx_http_parse_complex_uri), so what opens the parent is an alias that joins wrongly, or serving the parent itself.
import type { Judgement, NginxPlace, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, nginxOwn, nginxPlaceName, nginxText, pass, text } from '@bongsu/core';
import { filePlaces, isLimited } from '../../criteria/nginx-answers.ts';
import { isSystemFolder, servedFolder } from '../../criteria/nginx-folders.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const parentDirectory = hostCheck({
  id: 'nginx.parent-directory',
  title: text('Nginx 상위 디렉터리 접근 제한', 'nginx: no way to parent directories'),
  why: text(
    '상위 디렉터리로 나갈 수 있으면 설정, 소스, 계정 정보가 읽힙니다.',
    'Whoever gets above the served folder reads settings, sources and accounts.',
  ),
  importance: 'high',
  expects: text('서비스 디렉터리 위로 나갈 수 없음', 'no request leads above a served folder'),
  remedy: text(
    'alias를 쓰는 location의 경로도 /로 끝나게 하고(location /img/ { alias /data/img/; }), 시스템 디렉터리를 root로 쓰지 않으며, 필요한 경로에는 auth_basic이나 allow/deny를 둡니다.',
    'End the location of an alias with a slash too (location /img/ { alias /data/img/; }), serve no system folder, and limit places that need it with auth_basic or allow and deny.',
  ),
  fix: { any: ["grep -rnE -B2 '^[[:space:]]*alias[[:space:]]' /etc/nginx", nginxReload] },
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgeParents(instance, server)));
  },
});

function judgeParents(instance: NginxInstance, server: NginxServer): Judgement {
  const places = filePlaces(server);
  const open = places.filter(climbs);
  const whole = places.filter((place) => isSystemFolder(servedFolder(instance, place).path));
  const folderProof = (place: NginxPlace): Proof => {
    const { source, said } = servedFolder(instance, place);
    return { source, found: `${nginxPlaceName(server, place)}: ${said}${isLimited(place) ? ' (limited)' : ''}` };
  };
  if (open.length > 0) {
    const names = named(open.map((place) => nginxPlaceName(server, place)));
    return fail(
      text(
        `alias를 통해 상위 디렉터리로 나갈 수 있음: ${names}`,
        `an alias lets requests climb to the parent: ${names}`,
      ),
      open.map((place) => ({
        source: place.directive.source,
        found: `${nginxPlaceName(server, place)}: ${nginxOwn(place, 'alias').map(nginxText).join(' ')}`,
        expected: 'a location that ends in a slash where the alias does',
      })),
    );
  }
  if (whole.length > 0) {
    const paths = named(whole.map((place) => servedFolder(instance, place).path));
    return fail(
      text(`시스템 디렉터리를 서비스함: ${paths}`, `a folder of the system is served: ${paths}`),
      whole.map(folderProof),
    );
  }
  const [first] = server.places;
  return pass(
    text('상위 디렉터리로 나가는 길이 없음', 'no way leads to a parent directory'),
    places.length > 0
      ? places.map(folderProof)
      : [{ source: first.directive.source, found: `server ${server.name}: serves no files` }],
  );
}

/**
 * `location /img { alias /data/img/; }`: `/img../x` becomes `/data/img/../x`. A regular expression does the same where its capture starts
 * without a slash before it and the alias puts one there: `location ~ ^/img(.*) { alias /data/img/$1; }`.
 */
function climbs(place: NginxPlace): boolean {
  const alias = nginxOwn(place, 'alias').at(-1)?.args[0];
  if (alias === undefined || !place.location) return false;
  const { modifier, path } = place.location;
  if (modifier === '' || modifier === '^~') return alias.endsWith('/') && !path.endsWith('/');
  return (
    /\/\$(?:1|\{1\}|[a-z_]+)$/.test(alias) &&
    /[^/^)]\((?:\?P?<[a-z_]{1,32}>)?(?:\.[*+]|\[\^[^\]]{1,20}\][*+])\??\)\$?$/.test(path)
  );
}
