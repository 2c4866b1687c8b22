// No needless virtual directories in nginx (KISA 2026 WEB-17): each alias maps a URL to a folder outside of the document root.
// Whether one is needed stands in no file; one that leads nowhere, or to the packages' own documents, is needless.
import type { Judgement, NginxServer } from '@bongsu/core';
import { fail, hostCheck, manual, nginxOwn, nginxPath, nginxPlaceName, nginxText, pass, text } from '@bongsu/core';
import { reached } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { Nginx, NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const virtualDirectory = hostCheck({
  id: 'nginx.virtual-directory',
  title: text('Nginx 가상 디렉터리 삭제', 'nginx: no needless virtual directories'),
  why: text(
    '잊힌 가상 디렉터리로 문서 경로 밖의 파일이 드러납니다.',
    'A forgotten virtual directory shows files from outside of the document root.',
  ),
  importance: 'medium',
  expects: text('필요 없는 가상 디렉터리(alias)가 없음', 'no alias that nobody needs'),
  remedy: text('쓰지 않는 alias location을 지웁니다.', 'Remove the locations of aliases that nobody uses.'),
  fix: { any: ["grep -rnE '^[[:space:]]*alias[[:space:]]' /etc/nginx", nginxReload] },
  question: text(
    '증거에 나열된 alias는 각각 무엇을 위해 필요합니까?',
    'What is each alias in the evidence needed for?',
  ),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgeAliases(seen, instance, server)));
  },
});

function judgeAliases(seen: Nginx, instance: NginxInstance, server: NginxServer): Judgement {
  const aliases = reached(server).flatMap((place) =>
    nginxOwn(place, 'alias').map((setting) => {
      const [said = ''] = setting.args;
      const path = nginxPath(said, instance.prefix).replace(/(?<=.)\/$/, '');
      return { place, setting, path, state: path.includes('$') ? ('unseen' as const) : seen.folder(path).state };
    }),
  );
  const [first] = server.places;
  if (aliases.length === 0)
    return pass(text('가상 디렉터리가 없음', 'there is no virtual directory'), [
      { source: first.directive.source, found: `server ${server.name}: no alias` },
    ]);
  const evidence = aliases.map(({ place, setting, state }) => ({
    source: setting.source,
    found: `${nginxPlaceName(server, place)}: ${nginxText(setting)} (${state})`,
  }));
  const needless = aliases.filter(
    ({ path, state }) => state === 'absent' || /^\/usr\/(?:local\/)?share\/(?:doc|man|info)(?:\/|$)/.test(path),
  );
  if (needless.length > 0) {
    const paths = named(needless.map(({ path }) => path));
    return fail(
      text(
        `없는 폴더나 패키지 문서로 가는 가상 디렉터리: ${paths}`,
        `virtual directories lead nowhere or to packaged documents: ${paths}`,
      ),
      evidence,
    );
  }
  return manual(
    text(
      `가상 디렉터리가 필요한지 확인 필요: ${named(aliases.map(({ path }) => path))}`,
      `is each virtual directory needed: ${named(aliases.map(({ path }) => path))}?`,
    ),
    evidence,
  );
}
