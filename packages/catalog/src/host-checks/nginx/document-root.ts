// What nginx serves lies in a folder of its own (KISA 2026 WEB-11, 2021 U-41): not in the packaged default, not among the system's files.
import type { Judgement, NginxPlace, NginxServer } from '@bongsu/core';
import { fail, hostCheck, manual, nginxPlaceName, notApplicable, pass, text } from '@bongsu/core';
import { filePlaces } from '../../criteria/nginx-answers.ts';
import { judgeNginx, judgeServers, named, nginxReload } from '../../criteria/nginx-in-use.ts';
import { isSystemFolder, servedFolder } from '../../criteria/nginx-folders.ts';
import type { NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

/** nginx's own `html` under its prefix, and what distributions fill. */
const defaults = [
  '/usr/share/nginx/html',
  '/usr/share/nginx/www',
  '/usr/local/nginx/html',
  '/usr/local/openresty/nginx/html',
  '/var/www',
  '/var/www/html',
];

export const documentRoot = hostCheck({
  id: 'nginx.document-root',
  title: text('Nginx 웹 서비스 경로 설정', 'nginx: a document root of its own'),
  why: text(
    '기본 경로에는 예제와 다른 패키지의 파일이 섞이고, 시스템 경로를 서비스하면 설정과 계정 정보가 새어 나갑니다.',
    'Default folders mix with samples and other packages; system folders give away settings and accounts.',
  ),
  importance: 'medium',
  expects: text(
    '기본 경로도 시스템 경로도 아닌 별도 디렉터리',
    'a folder that is neither a default nor one of the system',
  ),
  remedy: text(
    '콘텐츠를 별도 디렉터리(예: /srv/www/사이트)로 옮기고 root를 바꿉니다.',
    'Move the content to a folder of its own, such as /srv/www/SITE, and change root.',
  ),
  fix: {
    any: [
      'install -d -m 0755 /srv/www/site',
      "grep -rnE '^[[:space:]]*(root|alias)[[:space:]]' /etc/nginx",
      nginxReload,
    ],
  },
  question: text(
    '변수로 정해지는 문서 경로가 기본 경로나 시스템 경로를 가리킬 수 있습니까?',
    'Can the document root that a variable decides lead to a default or system folder?',
  ),
  needs: { nginx },
  judge({ nginx: seen }) {
    return judgeNginx(seen, (instance) => judgeServers(instance, (server) => judgeRoot(instance, server)));
  },
});

function judgeRoot(instance: NginxInstance, server: NginxServer): Judgement {
  const served = filePlaces(server)
    .filter((place) => !isErrorPage(server, place))
    .map((place) => ({ place, ...servedFolder(instance, place) }));
  const proof = ({ place, source, said, path }: (typeof served)[number]) => ({
    source,
    found: `${nginxPlaceName(server, place)}: ${said}${said.endsWith(path) ? '' : ` (${path})`}`,
    expected: 'a folder of its own',
  });
  if (served.length === 0)
    return notApplicable(text('파일을 서비스하지 않음', 'it serves no files'), [
      { source: server.places[0].directive.source, found: `server ${server.name}: no place answers from files` },
    ]);
  const wrong = served.filter(
    ({ path, alias }) =>
      isSystemFolder(path) || (!alias && (defaults.includes(path) || path === `${instance.prefix}/html`)),
  );
  if (wrong.length > 0) {
    const paths = named(wrong.map(({ path }) => path));
    return fail(
      text(`기본 경로나 시스템 경로를 서비스함: ${paths}`, `a default or system folder is served: ${paths}`),
      wrong.map(proof),
    );
  }
  const open = served.filter(({ path }) => path.includes('$'));
  if (open.length > 0)
    return manual(
      text(
        `문서 경로가 변수로 정해짐: ${named(open.map(({ path }) => path))}`,
        `a variable decides the folder: ${named(open.map(({ path }) => path))}`,
      ),
      served.map(proof),
    );
  return pass(
    text(
      `별도 경로를 서비스함: ${named(served.map(({ path }) => path))}`,
      `folders of their own: ${named(served.map(({ path }) => path))}`,
    ),
    served.map(proof),
  );
}

/** The exact location of an error page, as packages have it: `error_page 500 /50x.html; location = /50x.html { root …; }`. */
function isErrorPage(server: NginxServer, place: NginxPlace): boolean {
  const { location } = place;
  if (location?.modifier !== '=') return false;
  return server.places.some(({ scopes }) =>
    scopes.some((scope) => scope.some((one) => one.name === 'error_page' && one.args.at(-1) === location.path)),
  );
}
