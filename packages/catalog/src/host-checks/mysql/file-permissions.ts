// Option files, data folder and keys of MySQL and MariaDB are closed to others (KISA 2026 D-14).
import type { FileRecord, Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, modeAndOwner, modeBeyond, modeParameter, octal, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { judgeMysql } from '../../criteria/mysql-servers.ts';
import type { MysqlServer, MysqlServers } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import { services } from '../../probes/services.ts';

interface Limits {
  readonly optionFile: number;
  readonly dataFolder: number;
}

export const mysqlFilePermissions = hostCheck({
  id: 'mysql.file-permissions',
  title: text('MySQL 주요 파일의 접근 권한', 'MySQL: owner and mode of its files'),
  why: text(
    '설정 파일을 고치는 사람은 서버를 마음대로 하고, 그 안의 비밀번호와 데이터 파일을 읽는 사람은 데이터를 얻습니다.',
    'Whoever changes the option files rules the server; whoever reads passwords in them, or the data files, has the data.',
  ),
  importance: 'medium',
  expects: text(
    '설정 파일 600 이하, 데이터 폴더는 다른 사용자가 쓸 수 없음, 키 600 이하',
    'option files within 0600, a data folder that others cannot write, keys within 0600',
  ),
  // Under systemd (User=mysql) the server reads its option files as mysql, not as root.
  remedy: text(
    '설정 파일을 서버 계정에 주고 600으로 줄입니다(systemd의 서버는 mysql 계정으로 읽습니다). 데이터 폴더는 750, *-key.pem은 600으로 합니다. 600이면 다른 사용자의 클라이언트는 그 파일의 설정을 쓰지 못합니다.',
    "Give the option files to the server's account with mode 600 (under systemd it reads them as mysql), the data folder 750, *-key.pem 600. With 600 the clients of others no longer read these settings.",
  ),
  fix: {
    rhel: ['chown mysql:mysql /etc/my.cnf', 'chmod 600 /etc/my.cnf'],
    debian: ['chown mysql:mysql /etc/mysql/my.cnf', 'chmod 600 /etc/mysql/my.cnf'],
  },
  question: text(
    '설정 파일과 데이터 폴더의 소유자와 권한이 적절합니까?',
    'Are owner and mode of the option files and the data folder sound?',
  ),
  parameters: {
    optionFile: modeParameter(text('설정 파일의 권한 상한', 'the widest mode of option files'), 0o600),
    dataFolder: modeParameter(text('데이터 폴더의 권한 상한', 'the widest mode of the data folder'), 0o755),
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'debian', 'ubuntu'],
      values: { optionFile: 0o644 },
      why: text(
        '모든 배포판이 0644로 설치하며 클라이언트도 이 파일을 읽습니다. 판단 기준은 일반 사용자의 수정 권한 제거이고, 비밀번호가 있는 파일은 그래도 취약으로 봅니다.',
        'every distribution installs them as 0644 because clients read them too; the criterion is that others cannot change them, and a file with a password still fails',
      ),
    },
  ],
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, limits) {
    return judgeMysql(facts, seen, host, (server) => judgeServer(server, facts, limits));
  },
});

function judgeServer(
  server: MysqlServer,
  { files, written }: MysqlServers,
  { optionFile, dataFolder }: Limits,
): Judgement {
  const owners = [
    0,
    ...(server.process
      ? [server.process.uid]
      : files.filter((one) => one.path === `${server.folder}/mysql`).map((one) => one.uid)),
  ];
  const secret = (path: string): boolean =>
    written.some((one) => one.value === 'masked' && one.source.startsWith(`${path}:`));
  const judged = files.flatMap((file) => {
    const limit = limitOf(file, server.folder, secret(file.path) ? optionFile & 0o600 : optionFile, dataFolder);
    return limit === null
      ? []
      : [{ file, limit, kept: owners.includes(file.uid) && modeBeyond(file.mode, limit) === 0 }];
  });
  const faults = judged.filter((one) => !one.kept);
  const proof = ({ file, limit }: (typeof judged)[number]): Proof => ({
    source: file.path,
    found: `${modeAndOwner(file)}${secret(file.path) ? ', holds a password' : ''}`,
    expected: `uid ${owners.join(' or ')}, no bit outside ${octal(limit)}`,
  });
  const [first, ...others] = faults;
  const more = others.length > 0 ? ` (+${others.length})` : '';
  return first
    ? fail(
        text(
          `소유자나 권한이 기준을 넘음: ${first.file.path}${more}`,
          `owner or mode goes beyond the limit: ${first.file.path}${more}`,
        ),
        faults.slice(0, quotedMax).map(proof),
      )
    : pass(
        text('주요 파일의 소유자와 권한이 기준 안에 있음', 'owner and mode of its files are within the limits'),
        judged.slice(0, quotedMax).map(proof),
      );
}

/** The limit of a file that counts; null for another server's and for public certificates. */
function limitOf(file: FileRecord, folder: string, optionFile: number, dataFolder: number): number | null {
  if (file.path === folder || file.path === `${folder}/mysql`) return dataFolder;
  if (file.path.startsWith(`${folder}/`))
    return file.path.endsWith('key.pem') && !file.path.endsWith('public_key.pem') ? 0o600 : null;
  return file.type === 'file' && file.path.endsWith('.cnf') && !file.path.endsWith('/mysqld-auto.cnf')
    ? optionFile
    : null;
}
