// Only the administrator and the server reach the files of Apache httpd's configuration and documents as far as they need to (KISA 2026 WEB-14).
import type { FileRecord, Judgement, LocalAccount, Proof } from '@bongsu/core';
import {
  apacheAll,
  apacheCovers,
  apachePath,
  apacheSetting,
  fail,
  hostCheck,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  octal,
  pass,
  text,
} from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { servedFolders } from '../../criteria/apache-routes.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { accounts } from '../../probes/accounts.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

export const fileAccess = hostCheck({
  id: 'apache.file-access',
  title: text('Apache 설정 파일과 웹 경로 파일의 접근 통제', 'Apache: access to its files'),
  why: text(
    '일반 사용자가 설정이나 웹 파일을 읽고 고칠 수 있으면 비밀번호가 새고 페이지가 바뀝니다.',
    'Ordinary users who read or write the configuration or the documents learn passwords and change pages.',
  ),
  importance: 'high',
  expects: text(
    '설정 파일과 디렉터리의 소유자가 root나 httpd 계정이고 권한 750 이하, 개인키와 비밀번호 파일은 타인에게 닫혀 있고, 웹 경로에 누구나 쓸 수 있는 파일이 없음',
    'configuration files and folders belong to root or the account of httpd within 0750, keys and password files are closed to others, and nothing that is served is writable by everybody',
  ),
  remedy: text(
    'chown -R root:root 와 chmod 640(파일), 750(디렉터리)으로 줄이고, 개인키는 600으로 두고, 웹 경로의 타인 쓰기 권한을 지웁니다(chmod -R o-w).',
    'Narrow them by chown -R root:root with chmod 640 for files and 750 for folders, keys to 600, and take away what others may write among the documents (chmod -R o-w).',
  ),
  fix: {
    debian: [
      'chown -R root:root /etc/apache2',
      'find /etc/apache2 -type f -exec chmod 640 {} +',
      'find /etc/apache2 -type d -exec chmod 750 {} +',
      'chmod -R o-w /var/www',
    ],
    rhel: [
      'chown -R root:root /etc/httpd/conf /etc/httpd/conf.d',
      'find /etc/httpd/conf /etc/httpd/conf.d -type f -exec chmod 640 {} +',
      'chmod 750 /etc/httpd/conf /etc/httpd/conf.d',
      'chmod -R o-w /var/www',
    ],
  },
  question: text(
    '컨테이너나 따라가지 못한 설정 파일의 소유자와 권한은 제한되어 있습니까?',
    'Are the owner and mode limited of files in a container, or of a part of the configuration that could not be followed?',
  ),
  parameters: {
    limit: modeParameter(
      text('설정 파일과 디렉터리의 가장 넓은 권한', 'the widest mode of configuration files and folders'),
      0o750,
    ),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { limit: 0o755 },
      why: text(
        '배포판 패키지는 설정을 root 소유 0644(디렉터리 0755)로 설치하며 여기에는 비밀이 없습니다. 비밀은 개인키와 비밀번호 파일에 있고 이 항목이 따로 검사합니다(httpd 2.4 Security Tips: ServerRoot는 root만 쓸 수 있게).',
        'the packages install the configuration as root with 0644 (folders 0755), and no secret lies in it: keys and password files are judged apart (Security Tips: only root may write below ServerRoot)',
      ),
    },
  ],
  needs: { services, apache, accounts },
  judge({ services: seen, apache: found, accounts: { users } }, _host, { limit }) {
    return judgeApache(seen, found, (instance) => judgeFiles(instance, found, users, limit));
  },
});

function judgeFiles(
  instance: ApacheInstance,
  apache: ApacheHost,
  users: readonly LocalAccount[],
  limit: number,
): Judgement {
  const [main] = instance.servers;
  const account = main ? apacheSetting(main, 'user')?.words[0] : undefined;
  const named = users.filter(({ name }) => name === account).flatMap(({ uid }) => uid ?? []);
  const owners = new Set([0, ...named, ...instance.workers.map(({ uid }) => uid)]);
  const folder = instance.name.slice(0, instance.name.lastIndexOf('/'));
  const paths = [...new Set([folder, instance.serverRoot, ...instance.config.paths, `${folder}/envvars`])];
  const settings = paths.flatMap((path) => apache.file(path) ?? []).map((file) => ({ file, limit }));
  const guarded = instance.servers
    .flatMap((server) => apacheAll(server, 'sslcertificatekeyfile', 'authuserfile'))
    .flatMap(({ words }) => words.flatMap((path) => apache.file(apachePath(path, instance.serverRoot)) ?? []))
    .map((file) => ({ file, limit: limit & 0o750 }));
  const judged = [...new Map([...settings, ...guarded].map((one) => [one.file.path, one])).values()];
  const isBad = (one: (typeof judged)[number]): boolean =>
    !owners.has(one.file.uid) || modeBeyond(one.file.mode, one.limit) !== 0;
  const bad = judged.filter(isBad);
  const proof = (one: { readonly file: FileRecord; readonly limit: number }): Proof => ({
    source: one.file.path,
    found: modeAndOwner(one.file),
    expected: `uid ${[...owners].join(' or ')}, no bit outside ${octal(one.limit)}`,
  });
  const folders = instance.servers.flatMap((server) => servedFolders(instance, server));
  const writable = apache
    .seen('writable')
    .filter(([path = '']) => folders.some((one) => apacheCovers(one.path, path)))
    .map(
      ([path = '', mode = '', uid = '', gid = '']): Proof => ({
        source: path,
        found: `${mode} ${uid}:${gid}, served`,
        expected: 'not writable by everybody',
      }),
    );
  const proofs = [...writable, ...faultyFirst(bad, judged).map(proof)];
  const [worst] = [...writable, ...bad.map(proof)];
  if (worst) {
    const first = worst.source;
    const rest = bad.length + writable.length - 1;
    return fail(
      text(
        `소유자나 권한이 기준을 넘음: ${first}${rest > 0 ? ` 등 ${rest + 1}개` : ''}`,
        `the owner or mode goes too far: ${first}${rest > 0 ? ` and ${rest} more` : ''}`,
      ),
      proofs,
    );
  }
  return pass(text('설정과 웹 경로의 접근 권한이 기준 안에 있음', 'its files are within the limits'), proofs);
}
