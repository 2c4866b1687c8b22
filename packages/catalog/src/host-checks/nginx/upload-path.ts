// Uploads go to a folder of their own, closed and out of the document root (KISA 2026 WEB-24). Where an application keeps them stands in no
// file of nginx; what nginx itself writes does: the temporary folder of bodies, upload_store, and what WebDAV puts.
import type { Judgement, NginxDirective, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  manual,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  nginxEvery,
  nginxPath,
  nginxPlaceName,
  nginxSetting,
  nginxText,
  octal,
  pass,
  text,
} from '@bongsu/core';
import { handsOn, reached } from '../../criteria/nginx-answers.ts';
import { servedFolders } from '../../criteria/nginx-folders.ts';
import { judgeNginx, named } from '../../criteria/nginx-in-use.ts';
import type { Nginx, NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

const takersMax = 20;
const uploadName = /\/(?:uploads?|attach[^/]*|files)$/i;

export const uploadPath = hostCheck({
  id: 'nginx.upload-path',
  title: text('Nginx 별도의 업로드 경로 사용 및 권한 설정', 'nginx: uploads go to a closed folder of their own'),
  why: text(
    '올린 파일이 문서 경로에 놓이면 웹셸로 실행되거나 그대로 공개됩니다.',
    'A file uploaded below the document root is published, or run as a web shell.',
  ),
  importance: 'medium',
  expects: text(
    '업로드 경로가 문서 경로와 분리되고 다른 사용자에게 닫혀 있음',
    'uploads go outside of the document root, to a folder closed to others',
  ),
  remedy: text(
    '업로드 경로를 문서 경로 밖(예: /srv/upload)에 두고 0750으로 닫습니다.',
    'Keep uploads outside of the document root, such as in /srv/upload, with mode 0750.',
  ),
  fix: {
    any: ['install -d -m 0750 -o www-data -g www-data /srv/upload'],
    rhel: ['install -d -m 0750 -o nginx -g nginx /srv/upload'],
  },
  question: text(
    '애플리케이션은 올린 파일을 어디에 두며, 그 경로는 문서 경로와 분리되고 실행이 막혀 있습니까?',
    'Where does the application keep uploads, is that outside of the document root, and can nothing be run from there?',
  ),
  parameters: {
    limit: modeParameter(text('업로드 디렉터리의 가장 넓은 권한', 'widest mode of an upload folder'), 0o750),
  },
  needs: { nginx },
  judge({ nginx: seen }, _host, { limit }) {
    return judgeNginx(seen, (instance) => judgeUploads(seen, instance, limit));
  },
});

function judgeUploads(seen: Nginx, instance: NginxInstance, limit: number): Judgement {
  const stores = ['client_body_temp_path', 'upload_store'].flatMap((name) => nginxEvery(instance.tree, name));
  const pathOf = ({ args: [path = ''] }: NginxDirective): string =>
    nginxPath(path, instance.prefix).replace(/(?<=.)\/$/, '');
  const folders = servedFolders(seen, instance, instance.servers);
  const inside = stores.filter((one) => folders.some(({ path }) => `${pathOf(one)}/`.startsWith(`${path}/`)));
  const uploads = folders.flatMap(({ folder }) =>
    folder.entries.filter((entry) => entry.kind === 'folder' && uploadName.test(entry.path)),
  );
  const open = uploads.filter((entry) => modeBeyond(entry.mode, limit) !== 0);
  const takers = instance.servers.flatMap((server) =>
    reached(server)
      .filter((place) => handsOn(place) || puts(nginxSetting(place, 'dav_methods')))
      .map((place) => ({
        source: place.directive.source,
        found: `${nginxPlaceName(server, place)} takes requests with a body`,
      })),
  );
  const evidence: Proof[] = [
    ...stores.map((one) => {
      const folder = seen.modes.file(pathOf(one));
      return {
        source: one.source,
        found: `${nginxText(one)}${folder?.state === 'present' ? ` (${modeAndOwner(folder)})` : ''}`,
      };
    }),
    ...uploads.map((entry) => ({
      source: entry.path,
      found: `folder ${octal(entry.mode)} ${entry.uid}:${entry.gid}`,
      expected: 'outside of the document root',
    })),
    ...takers.slice(0, takersMax),
  ];
  if (inside.length > 0)
    return fail(
      text(
        `업로드 경로가 문서 경로 안에 있음: ${named(inside.map(pathOf))}`,
        `uploads go below a document root: ${named(inside.map(pathOf))}`,
      ),
      evidence,
    );
  if (open.length > 0)
    return fail(
      text(
        `권한이 넓은 업로드 폴더: ${named(open.map(({ path }) => path))}`,
        `the upload folder is open beyond its limit: ${named(open.map(({ path }) => path))}`,
      ),
      evidence,
    );
  if (takers.length === 0 && uploads.length === 0)
    return pass(text('업로드를 받는 위치가 없음', 'no place takes uploads'), [
      ...evidence,
      { source: instance.conf, found: 'files and redirects only: nginx answers POST and PUT there with 405' },
    ]);
  return manual(
    text(
      `올린 파일을 두는 곳 확인 필요${uploads.length > 0 ? `: ${named(uploads.map(({ path }) => path))}` : ''}`,
      `where are uploads kept${uploads.length > 0 ? `: ${named(uploads.map(({ path }) => path))}` : ''}?`,
    ),
    evidence,
  );
}

function puts(settings: readonly NginxDirective[]): boolean {
  return settings.some((one) => one.args.some((method) => method.toLowerCase() === 'put'));
}
