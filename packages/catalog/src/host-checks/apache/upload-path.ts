// What is uploaded to a site of Apache httpd lies apart from the documents, closed to others (KISA 2026 WEB-24).
import type { Judgement, Proof } from '@bongsu/core';
import {
  apacheCovers,
  apacheLayers,
  fail,
  hostCheck,
  manual,
  modeBeyond,
  modeParameter,
  octal,
  pass,
  text,
} from '@bongsu/core';
import { apacheAccess } from '../../criteria/apache-access.ts';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { servedFolders } from '../../criteria/apache-routes.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

export const uploadPath = hostCheck({
  id: 'apache.upload-path',
  title: text('Apache 별도 업로드 경로와 권한', 'Apache: uploads apart from the documents'),
  why: text(
    '문서 디렉터리에 올린 파일은 주소로 불러 실행될 수 있습니다(웹 셸).',
    'A file that is uploaded among the documents can be called by its address and run: a web shell.',
  ),
  importance: 'medium',
  expects: text(
    '업로드 경로가 문서 디렉터리 밖에 있거나 접근이 막혀 있고(Require all denied), 권한 750 이하',
    'uploads lie outside the documents or are not served (Require all denied), within mode 0750',
  ),
  remedy: text(
    '업로드 디렉터리를 문서 디렉터리 밖으로 옮기고 chmod 750, httpd 계정 소유로 두며, 옮길 수 없으면 <Directory>에 Require all denied를 둡니다.',
    'Move uploads out of the documents, owned by the account of httpd with mode 750; where they must stay, put Require all denied into their <Directory>.',
  ),
  fix: {
    debian: ['install -d -o www-data -g www-data -m 0750 /data/uploads'],
    rhel: [
      'install -d -o apache -g apache -m 0750 /data/uploads',
      "semanage fcontext -a -t httpd_sys_rw_content_t '/data/uploads(/.*)?' && restorecon -R /data/uploads",
    ],
  },
  question: text(
    '파일 업로드 기능이 있습니까? 있다면 어느 경로에 저장하고 권한은 무엇입니까?',
    'Does the site take uploads? If so, where do they go, and with which modes?',
  ),
  parameters: {
    limit: modeParameter(text('업로드 디렉터리의 가장 넓은 권한', 'the widest mode of an upload folder'), 0o750),
  },
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { limit }) {
    return judgeApache(seen, found, (instance) => judgeUploads(instance, found, limit));
  },
});

function judgeUploads(instance: ApacheInstance, apache: ApacheHost, limit: number): Judgement {
  const folders = instance.servers.flatMap((server) =>
    servedFolders(instance, server).map(({ path }) => ({ server, path })),
  );
  const uploads = apache.seen('upload').flatMap(([path = '', mode = '', uid = '', gid = '']) => {
    const over = folders.filter((folder) => apacheCovers(folder.path, path));
    if (over.length === 0) return [];
    const access = over.map(({ server }) => apacheAccess(apacheLayers(server, path)));
    const open = access.some((one) => one?.kind !== 'nobody');
    const wide = modeBeyond(Number.parseInt(mode, 8), limit) !== 0;
    const shown = open ? 'served' : 'not served (Require all denied)';
    const proof: Proof = {
      source: path,
      found: `${mode.padStart(4, '0')} ${uid}:${gid}, ${shown}`,
      expected: `not served, no bit outside ${octal(limit)}`,
    };
    return [{ path, open, wide, proof }];
  });
  const bad = uploads.filter(({ open, wide }) => open || wide);
  const proofs = faultyFirst(bad, uploads).map(({ proof }) => proof);
  if (bad.length > 0) {
    const names = bad
      .slice(0, 3)
      .map(({ path }) => path)
      .join(', ');
    return fail(
      text(
        `업로드 디렉터리가 웹 경로에 있고 열려 있음: ${names}`,
        `upload folders among the documents are open: ${names}`,
      ),
      proofs,
    );
  }
  if (uploads.length > 0) return pass(text('업로드 디렉터리의 접근이 막혀 있음', 'upload folders are closed'), proofs);
  return manual(
    text(
      '웹 경로에서 업로드 디렉터리를 찾지 못함: 업로드 기능과 저장 경로 확인 필요',
      'no upload folder was seen among the documents: does the site take uploads, and where do they go?',
    ),
    [
      {
        source: instance.source,
        found: `no folder that is named for uploads in ${folders.map(({ path }) => path).join(', ') || 'none'}`,
      },
    ],
  );
}
