// Others reach neither the logs of Apache httpd nor their folders (KISA 2026 WEB-26).
import type { FileRecord, Judgement, Proof } from '@bongsu/core';
import {
  apacheAll,
  apachePath,
  fail,
  hostCheck,
  manual,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  octal,
  pass,
  text,
} from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import type { ApacheHost } from '../../probes/apache.ts';
import { faultyFirst } from '../../criteria/faulty-first.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

/** Folders that many programs log to: their modes are not httpd's. */
const common: ReadonlySet<string> = new Set(['/var/log', '/var/tmp', '/tmp']);

export const logPermissions = hostCheck({
  id: 'apache.log-permissions',
  title: text('Apache 로그 디렉터리 및 파일 권한', 'Apache: modes of its logs'),
  why: text(
    '로그에는 주소와 계정, 공격 흔적이 남아 있어 읽히면 정보가 새고 고쳐지면 추적할 수 없습니다.',
    'Logs hold addresses, accounts and the traces of attacks: read, they inform; changed, they hide.',
  ),
  importance: 'medium',
  expects: text('로그 디렉터리 권한 750 이하, 로그 파일 640 이하', 'log folders within 0750 and log files within 0640'),
  remedy: text(
    'chmod 750 로그 디렉터리, chmod 640 로그 파일로 두고 logrotate의 create 줄도 맞춥니다.',
    'Set folders to 750 and logs to 640, and the create line of logrotate with them.',
  ),
  fix: {
    debian: ['chmod 750 /var/log/apache2', 'chmod 640 /var/log/apache2/*.log*'],
    rhel: ['chmod 700 /var/log/httpd', 'chmod 640 /var/log/httpd/*'],
  },
  question: text(
    '이 서버의 로그는 어디에 쌓이며 누가 읽을 수 있습니까?',
    'Where do the logs of this server go, and who reads them?',
  ),
  parameters: {
    fileLimit: modeParameter(text('로그 파일의 가장 넓은 권한', 'the widest mode of a log'), 0o640),
    folderLimit: modeParameter(text('로그 디렉터리의 가장 넓은 권한', 'the widest mode of a log folder'), 0o750),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel'],
      values: { fileLimit: 0o644 },
      why: text(
        'httpd 패키지는 /var/log/httpd를 0700 root로 설치하므로 안의 0644 파일에 다른 사용자가 닿지 못합니다. 디렉터리 권한은 그대로 검사합니다.',
        'the package installs /var/log/httpd as 0700 root, so nobody else reaches the 0644 files in it; the mode of the folder is judged as before',
      ),
    },
  ],
  needs: { services, apache },
  judge({ services: seen, apache: found }, _host, { fileLimit, folderLimit }) {
    return judgeApache(seen, found, (instance) => judgeLogs(instance, found, fileLimit, folderLimit));
  },
});

function judgeLogs(instance: ApacheInstance, apache: ApacheHost, fileLimit: number, folderLimit: number): Judgement {
  const lines = instance.servers.flatMap((server) =>
    apacheAll(server, 'errorlog', 'customlog', 'transferlog', 'globallog'),
  );
  const named = lines.flatMap(({ words, source }) =>
    words.slice(0, 1).map((said) => ({ path: logPath(said, instance.serverRoot), said, source })),
  );
  // The built-in is logs/error_log below ServerRoot (mod/core.html, ErrorLog).
  const paths = [
    ...new Set([
      ...named.flatMap(({ path }) => path ?? []),
      ...(lines.some(({ key }) => key === 'errorlog') ? [] : [`${instance.serverRoot}/logs/error_log`]),
    ]),
  ];
  const elsewhere = named
    .filter(({ path }) => path === null)
    .map(({ said, source }): Proof => ({ source, found: `logs to ${said.slice(0, 80)}` }));
  const folders = [...new Set(paths.map((path) => path.replace(/\/[^/]*$/, '')))]
    .filter((path) => !common.has(path))
    .flatMap((path) => apache.file(path) ?? [])
    .map((file) => ({ file, limit: folderLimit }));
  const logs = once(
    apache.files.filter(({ path, type }) => type === 'file' && paths.some((log) => path.startsWith(log))),
  ).map((file) => ({ file, limit: fileLimit }));
  const judged = [...folders, ...logs];
  const isBad = (one: (typeof judged)[number]): boolean => modeBeyond(one.file.mode, one.limit) !== 0;
  const bad = judged.filter(isBad);
  const proofs = faultyFirst(bad, judged).map(
    ({ file, limit }): Proof => ({
      source: file.path,
      found: modeAndOwner(file),
      expected: `no bit outside ${octal(limit)}`,
    }),
  );
  const evidence = [...proofs, ...elsewhere];
  const [first] = bad;
  if (first)
    return fail(
      text(
        `로그 권한이 기준을 넘음: ${first.file.path}(${octal(first.file.mode)})${bad.length > 1 ? ` 등 ${bad.length}개` : ''}`,
        `the mode of a log goes too far: ${first.file.path} (${octal(first.file.mode)})${bad.length > 1 ? ` and ${bad.length - 1} more` : ''}`,
      ),
      evidence,
    );
  const cut = apache
    .seen('unwalked')
    .map(([source = '', found = '']): Proof => ({ source, found }))
    .filter(({ source }) => paths.includes(source));
  if (cut.length > 0)
    return manual(text('로그 파일이 너무 많아 모두 보지 못함', 'there are too many logs to have seen all'), [
      ...evidence,
      ...cut,
    ]);
  if (elsewhere.some(({ found }) => found.startsWith('logs to |')))
    return manual(
      text(
        '로그를 다른 프로그램에 넘김: 그 파일의 권한 확인 필요',
        'logs go through another program: what are the modes of its files?',
      ),
      evidence,
    );
  if (judged.length === 0 && elsewhere.length === 0)
    return manual(
      text('로그 디렉터리와 파일이 없음', 'neither the log folders nor the logs are there'),
      paths.map((source) => ({ source, found: 'not there' })),
    );
  return pass(text('로그의 권한이 기준 안에 있음', 'the logs are within the limits'), evidence);
}

/** Null where no file is written here, or a program that is no rotator takes the lines. */
function logPath(said: string, root: string): string | null {
  if (/^(?:syslog|journald)(?::|$)/.test(said) || /^\/(?:dev|proc)\//.test(said)) return null;
  if (!said.startsWith('|')) return apachePath(said, root);
  const words = said.split(/[\s|]/);
  const at = words.findIndex((word) => /\/(?:rotatelogs|cronolog)$/.test(word));
  const path = at < 0 ? undefined : words.slice(at + 1).find((word) => word.startsWith('/'));
  // Time formats stand for many files: what is before them begins their names.
  return path === undefined ? null : path.replace(/[%$].*/, '');
}

function once(files: readonly FileRecord[]): FileRecord[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
