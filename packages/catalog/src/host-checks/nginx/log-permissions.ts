// The logs of nginx and their folders are closed to ordinary users (KISA 2026 WEB-26). The guide's 양호: no access for others; in modes, at
// most 0750 for a folder and 0640 for a file, owned by root or by the account that nginx runs as.
import type { FileRecord, Judgement, NginxDirective } from '@bongsu/core';
import {
  hostCheck,
  modeParameter,
  nginxBlocks,
  nginxEvery,
  nginxPath,
  nginxText,
  notApplicable,
  text,
} from '@bongsu/core';
import { judgeLimits } from '../../criteria/file-limits.ts';
import { judgeNginx, nginxReload } from '../../criteria/nginx-in-use.ts';
import { nginxAccounts } from '../../criteria/nginx-accounts.ts';
import type { Accounts } from '../../probes/accounts.ts';
import { accounts } from '../../probes/accounts.ts';
import type { Nginx, NginxInstance } from '../../probes/nginx.ts';
import { nginxSeen } from '../../probes/nginx.ts';

interface Limits {
  readonly fileMode: number;
  readonly folderMode: number;
}

export const logPermissions = hostCheck({
  id: 'nginx.log-permissions',
  title: text('Nginx 로그 디렉터리 및 파일 권한 설정', 'nginx: owner and mode of its logs'),
  why: text(
    '로그에는 주소와 세션, 토큰이 남고, 고칠 수 있으면 침입의 흔적이 사라집니다.',
    'Logs hold addresses, sessions and tokens; whoever can change them removes the traces of a break-in.',
  ),
  importance: 'medium',
  expects: text('로그 디렉터리 750 이하, 로그 파일 640 이하', 'no bit outside 0750 for folders and 0640 for log files'),
  remedy: text(
    'chmod 750 /var/log/nginx, chmod 640 /var/log/nginx/*.log을 적용하고 logrotate의 create도 0640으로 맞춥니다.',
    'chmod 750 /var/log/nginx and chmod 640 its logs, and let create of logrotate say 0640.',
  ),
  fix: { any: ['chmod 750 /var/log/nginx', 'chmod 640 /var/log/nginx/*.log', nginxReload] },
  parameters: {
    fileMode: modeParameter(text('로그 파일의 가장 넓은 권한', 'widest mode of a log file'), 0o640),
    folderMode: modeParameter(text('로그 디렉터리의 가장 넓은 권한', 'widest mode of a log folder'), 0o750),
  },
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { folderMode: 0o755 },
      why: text(
        'Debian 계열 패키지는 /var/log/nginx를 0755 root:adm으로 두고 로그 파일을 0640 www-data:adm으로 만듭니다(nginx-common, logrotate.d/nginx). 파일은 다른 사용자가 읽지 못합니다.',
        'the packages of Debian keep /var/log/nginx as 0755 root:adm and its logs as 0640 www-data:adm (nginx-common, logrotate.d/nginx): others see names and no contents',
      ),
    },
    {
      families: ['rhel', 'amazon-linux'],
      values: { folderMode: 0o751 },
      why: text(
        'Red Hat 계열 패키지는 /var/log/nginx를 0711 root:root로 둡니다(nginx.spec). 목록을 볼 수 없습니다.',
        'the packages of Red Hat keep /var/log/nginx as 0711 root:root (nginx.spec): others cannot list it',
      ),
    },
  ],
  question: text(
    '증거의 ACL이 로그를 다른 사용자에게 열어 줍니까?',
    'Does an access-control list in the evidence open a log to others?',
  ),
  needs: { nginx: nginxSeen, accounts },
  judge({ nginx: seen, accounts: known }, _host, limits) {
    return judgeNginx(seen, (instance) => judgeLogs(seen, instance, known, limits), 'host');
  },
});

function judgeLogs(seen: Nginx, instance: NginxInstance, known: Accounts, { fileMode, folderMode }: Limits): Judgement {
  const directives = [...nginxEvery(instance.tree, 'access_log'), ...nginxEvery(instance.tree, 'error_log')];
  const paths = logPaths(instance, directives);
  const folders = [...new Set(paths.map((path) => path.replace(/\/[^/]*$/, '')))];
  const logs = seen.modes.files.filter(
    (file) => file.type === 'file' && paths.some((path) => file.path.startsWith(path)),
  );
  const around = seen.modes.files.filter((file) => file.type === 'dir' && folders.includes(file.path));
  if (logs.length + around.length === 0)
    return notApplicable(text('파일로 남기는 로그가 없음', 'no log is kept in a file that is there'), [
      ...directives.map((one) => ({ source: one.source, found: nginxText(one) })),
      { source: instance.program, found: `built-in logs: ${instance.accessLog}, ${instance.errorLog}` },
    ]);
  const owners = [0, ...nginxAccounts(instance, known)];
  const limitOf = (file: FileRecord) => ({ owners, limit: file.type === 'dir' ? folderMode : fileMode });
  return judgeLimits(seen.modes, [...around, ...logs], limitOf);
}

/** Built-in logs count where the outermost scopes name none. */
function logPaths(instance: NginxInstance, directives: readonly NginxDirective[]): string[] {
  const names = (scope: readonly NginxDirective[], log: string): boolean => scope.some(({ name }) => name === log);
  const builtIn = [
    ...(names(instance.tree, 'error_log') ? [] : [instance.errorLog]),
    ...nginxBlocks(instance.tree, 'http').flatMap(({ block }) =>
      names(block ?? [], 'access_log') ? [] : [instance.accessLog],
    ),
  ];
  const all = [...directives.flatMap(({ args }) => args.slice(0, 1)), ...builtIn];
  return [...new Set(all.filter(isFile).map((path) => nginxPath(path, instance.prefix)))];
}

function isFile(path: string): boolean {
  return !/^(?:$|off$|stderr$|syslog:|memory:|\/dev\/)|\$/.test(path);
}
