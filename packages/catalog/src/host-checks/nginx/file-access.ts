// Files of the web service are closed to those who need not touch them (KISA 2026 WEB-14): configuration, keys, password files and content.
// The guide's 양호: no needless rights on settings and content. Taken here as: nobody but root writes the configuration, others neither read
// keys and password files nor write content, and files that begin with a dot are not handed out.
import type { FileRecord, Judgement, NginxServer, Proof } from '@bongsu/core';
import { fail, hostCheck, modeParameter, nginxEvery, nginxPath, octal, pass, text } from '@bongsu/core';
import { keeps, limitProof } from '../../criteria/file-limits.ts';
import { nginxAccounts } from '../../criteria/nginx-accounts.ts';
import { nginxAnswer, reached } from '../../criteria/nginx-answers.ts';
import { servedFolders } from '../../criteria/nginx-folders.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { judgeNginx, named } from '../../criteria/nginx-in-use.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import type { Accounts } from '../../probes/accounts.ts';
import { accounts } from '../../probes/accounts.ts';
import type { Nginx, NginxEntry, NginxInstance } from '../../probes/nginx.ts';
import { nginxSeen } from '../../probes/nginx.ts';
import { manualForFolders } from './parts/unseen-folders.ts';

interface Limits {
  readonly configMode: number;
  readonly secretMode: number;
}

export const fileAccess = hostCheck({
  id: 'nginx.file-access',
  title: text('Nginx 경로 내 파일의 접근 통제', 'nginx: access to its files'),
  why: text(
    '설정을 고치거나 개인키와 비밀번호 파일을 읽을 수 있으면 사이트를 가로챌 수 있습니다.',
    'Whoever writes the configuration or reads keys and password files can take over the site.',
  ),
  importance: 'high',
  expects: text(
    '설정은 root만 쓰고(644 이하), 키와 비밀번호 파일은 640 이하, 콘텐츠는 누구나 쓸 수 없음',
    'configuration of root within 0644, keys and password files within 0640, no content that anybody may write',
  ),
  remedy: text(
    '증거의 파일에서 다른 사용자의 권한을 빼고, location ~ /\\. { deny all; }로 점으로 시작하는 파일을 막습니다.',
    'Take the rights of others from the files in the evidence, and refuse files with a leading dot: location ~ /\\. { deny all; }.',
  ),
  fix: {
    any: [
      'chown -R root:root /etc/nginx',
      'chmod -R go-w /etc/nginx',
      'find /srv/www -xdev -perm -0002 ! -type l -exec chmod o-w {} +',
    ],
  },
  parameters: {
    configMode: modeParameter(text('설정 파일의 가장 넓은 권한', 'widest mode of a configuration file'), 0o644),
    secretMode: modeParameter(
      text('키와 비밀번호 파일의 가장 넓은 권한', 'widest mode of keys and password files'),
      0o640,
    ),
  },
  question: text(
    '보이지 않은 문서 경로의 파일에 다른 사용자가 쓸 수 있습니까?',
    'May others write files below the document roots that were not seen?',
  ),
  needs: { nginx: nginxSeen, accounts },
  judge({ nginx: seen, accounts: known }, _host, limits) {
    return judgeNginx(seen, (instance) => judgeAccess(seen, instance, known, limits), 'host');
  },
});

function judgeAccess(seen: Nginx, instance: NginxInstance, known: Accounts, limits: Limits): Judgement {
  const own = { owners: [0], limit: limits.configMode };
  const secret = { owners: [0, ...nginxAccounts(instance, known)], limit: limits.secretMode };
  const folder = instance.conf.slice(0, instance.conf.lastIndexOf('/'));
  const secretPaths = ['ssl_certificate_key', 'auth_basic_user_file'].flatMap((name) =>
    nginxEvery(instance.tree, name).flatMap((one) => one.args.map((path) => nginxPath(path, folder))),
  );
  const secrets = [...new Set(secretPaths)]
    .flatMap((path) => seen.modes.file(path) ?? [])
    .filter((file) => file.type === 'file');
  const rules: readonly (readonly [readonly FileRecord[], typeof own])[] = [
    [instance.files, own],
    [secrets, secret],
  ];
  const faults = rules.flatMap(([files, rule]) => files.filter((file) => !keeps(seen.modes, file, rule)));
  const proofs = rules.flatMap(([files, rule]) =>
    faultyFirst(
      files.filter((file) => faults.includes(file)),
      files,
    ).map((file) => limitProof(seen.modes, file, rule)),
  );
  const configured =
    faults.length > 0
      ? fail(
          text(
            `권한이 넓은 파일: ${named(faults.map(({ path }) => path))}`,
            `files beyond their limit: ${named(faults.map(({ path }) => path))}`,
          ),
          proofs,
        )
      : pass(text('설정과 키의 권한이 기준 안에 있음', 'configuration and keys are within their limits'), proofs);
  const judged: Judgement[] = [configured];
  for (const server of instance.servers) {
    const folders = servedFolders(seen, instance, [server]);
    const entries = folders.flatMap((one) => one.folder.entries);
    const writable = entries.filter((entry) => entry.kind !== 'link' && (entry.mode & 0o002) !== 0);
    const dotted = folders.flatMap(({ path, folder: { entries: all } }) =>
      all.filter((entry) => isDotted(entry) && !refused(server, entry.path.slice(path.length))),
    );
    if (writable.length > 0)
      judged.push(
        fail(
          text(`누구나 쓸 수 있는 콘텐츠: ${names(writable)}`, `anybody may write content: ${names(writable)}`),
          writable.map(entryProof),
        ),
      );
    if (dotted.length > 0)
      judged.push(
        fail(
          text(`내려받을 수 있는 숨은 파일: ${names(dotted)}`, `hidden files are handed out: ${names(dotted)}`),
          dotted.map(entryProof),
        ),
      );
    judged.push(...manualForFolders(folders));
  }
  return worstOf(judged) ?? configured;
}

function names(entries: readonly NginxEntry[]): string {
  return named(entries.map((entry) => entry.path));
}

function entryProof(entry: NginxEntry): Proof {
  return { source: entry.path, found: `${entry.kind} ${octal(entry.mode)} ${entry.uid}:${entry.gid}` };
}

/** Repositories, environments and password files: never content. */
function isDotted({ path }: NginxEntry): boolean {
  return /\/\.(?:(?:git|svn|hg)$|(?:env|ht)[^/]*$)/.test(path);
}

/** A location that refuses all names with a leading dot, or this one. The expression itself is not run: it may be anybody's. */
function refused(server: NginxServer, address: string): boolean {
  const name = address.slice(address.lastIndexOf('/'));
  return reached(server).some((place) => {
    const { location } = place;
    if (!location || nginxAnswer(place) !== 'refuses') return false;
    if (location.modifier === '' || location.modifier === '^~') return `${address}/`.startsWith(location.path);
    return /\/\\\.(?:$|[([^*+?.])/.test(location.path) || location.path.includes(`\\${name.slice(1, 4)}`);
  });
}
