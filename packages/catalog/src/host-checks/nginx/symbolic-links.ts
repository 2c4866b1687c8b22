// nginx follows no symbolic links (KISA 2026 WEB-12, 2021 U-39): disable_symlinks is on where files are served; unset it is off.
// Source of the built-in: ngx_http_core_module.
import type { Judgement, NginxServer, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  nginxPlaceName,
  nginxSetting,
  nginxText,
  notApplicable,
  pass,
  switchParameter,
  text,
} from '@bongsu/core';
import { filePlaces } from '../../criteria/nginx-answers.ts';
import { servedFolders } from '../../criteria/nginx-folders.ts';
import { judgeNginx, judgeServers, named, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { Nginx, NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const symbolicLinks = hostCheck({
  id: 'nginx.symbolic-links',
  title: text('Nginx 링크 사용 금지', 'nginx: symbolic links are not followed'),
  why: text(
    '문서 경로에 링크를 만들 수 있으면 그 밖의 파일까지 웹으로 읽힙니다.',
    'Whoever can make a link under the document root publishes any file that the server may read.',
  ),
  importance: 'medium',
  expects: text(
    '파일을 서비스하는 위치에서 disable_symlinks on 또는 if_not_owner',
    'disable_symlinks on or if_not_owner where files are served',
  ),
  remedy: text(
    'http 블록에 disable_symlinks if_not_owner; 또는 on을 둡니다.',
    'Put disable_symlinks if_not_owner; (or on) into the http block.',
  ),
  fix: {
    any: ["printf 'disable_symlinks if_not_owner;\\n' > /etc/nginx/conf.d/symlinks.conf", nginxReload],
  },
  parameters: {
    withoutLinks: switchParameter(
      text('문서 경로에 링크가 없으면 허용', 'accept it where no link lies under the document roots'),
      false,
    ),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian', 'other'],
      values: { withoutLinks: true },
      why: text(
        'nginx의 기본값은 링크를 따르며 어느 배포판도 바꾸지 않습니다. 문서 경로에 링크가 없으면 따라갈 것이 없습니다(ngx_http_core_module, disable_symlinks).',
        'following links is built into nginx and no distribution changes it; without a link under the document roots there is none to follow (ngx_http_core_module, disable_symlinks)',
      ),
    },
  ],
  question: nginxQuestion,
  needs: { nginx },
  judge({ nginx: seen }, _host, { withoutLinks }) {
    return judgeNginx(seen, (instance) =>
      judgeServers(instance, (server) => judgeLinks(seen, instance, server, withoutLinks)),
    );
  },
});

const linksMax = 20;

function judgeLinks(seen: Nginx, instance: NginxInstance, server: NginxServer, withoutLinks: boolean): Judgement {
  const places = filePlaces(server);
  if (places.length === 0)
    return notApplicable(text('파일을 서비스하지 않음', 'it serves no files'), [
      { source: server.places[0].directive.source, found: `server ${server.name}: no place answers from files` },
    ]);
  const settings = places.map((place) => ({ place, setting: nginxSetting(place, 'disable_symlinks').at(-1) }));
  const proof = ({ place, setting }: (typeof settings)[number]): Proof => ({
    source: setting?.source ?? place.directive.source,
    found: `${nginxPlaceName(server, place)}: ${setting ? nginxText(setting) : 'disable_symlinks unset (off)'}`,
    expected: 'on or if_not_owner',
  });
  const follows = settings.filter(
    ({ setting }) => setting?.args.some((word) => word === 'on' || word === 'if_not_owner') !== true,
  );
  if (follows.length === 0) return pass(text('링크를 따르지 않음', 'links are not followed'), settings.map(proof));
  const folders = servedFolders(seen, instance, [server]);
  const links = folders.flatMap(({ folder }) => folder.entries.filter((entry) => entry.kind === 'link'));
  const linkProofs = links.map((link) => ({ source: link.path, found: `link to ${link.linkTarget}` }));
  const whole = folders.every(
    ({ folder }) => (folder.state === 'folder' || folder.state === 'absent') && folder.cut === '',
  );
  if (withoutLinks && links.length === 0 && whole && folders.length > 0)
    return pass(
      text('링크를 따르나 문서 경로에 링크가 없음', 'links would be followed, but none lies under the document roots'),
      [
        ...follows.map(proof),
        ...folders.map(({ path, folder }) => ({ source: path, found: `${folder.state}, no link below` })),
      ],
    );
  const names = named(follows.map(({ place }) => nginxPlaceName(server, place)));
  return fail(text(`링크를 따라감: ${names}`, `symbolic links are followed: ${names}`), [
    ...follows.map(proof),
    ...linkProofs.slice(0, linksMax),
  ]);
}
