// Settings, rules, logs and data of PostgreSQL are closed to others (KISA 2026 D-14).
import type { Chosen, FileRecord, Judgement, Proof } from '@bongsu/core';
import {
  fail,
  hostCheck,
  manual,
  modeAndOwner,
  modeBeyond,
  modeParameter,
  octal,
  pass,
  pgLast,
  text,
} from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { judgePg } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { services } from '../../probes/services.ts';

const parameters = {
  settings: modeParameter(text('postgresql.conf의 권한 상한', 'the widest mode of postgresql.conf'), 0o640),
  rules: modeParameter(
    text('pg_hba.conf, pg_ident.conf의 권한 상한', 'the widest mode of pg_hba.conf and pg_ident.conf'),
    0o640,
  ),
  logs: modeParameter(text('로그 파일의 권한 상한', 'the widest mode of log files'), 0o640),
  history: modeParameter(text('.psql_history의 권한 상한', 'the widest mode of .psql_history'), 0o600),
  // PostgreSQL itself refuses wider ones (0700, from 11 also 0750).
  dataFolder: modeParameter(text('데이터 폴더의 권한 상한', 'the widest mode of the data folder'), 0o750),
};
type Limits = Chosen<typeof parameters>;

export const pgFilePermissions = hostCheck({
  id: 'postgresql.file-permissions',
  title: text('PostgreSQL 주요 파일의 접근 권한', 'PostgreSQL: owner and mode of its files'),
  why: text(
    'pg_hba.conf를 고치는 사람은 누구든 들이고, 로그를 읽는 사람은 질의에 적힌 데이터를 얻습니다.',
    'Whoever changes pg_hba.conf lets anybody in; whoever reads the logs has the data of their queries.',
  ),
  importance: 'medium',
  expects: text(
    'postgresql.conf·pg_hba.conf·pg_ident.conf·로그 640 이하, .psql_history 600 이하, 데이터 폴더 750 이하',
    'postgresql.conf, pg_hba.conf, pg_ident.conf and logs within 0640, .psql_history within 0600, the data folder within 0750',
  ),
  remedy: text(
    'chmod 640으로 줄이고(기록은 600), 소유자를 클러스터의 계정이나 root로 합니다.',
    'Narrow them to 0640 (the history to 0600), owned by the account of the cluster or root.',
  ),
  fix: {
    rhel: [
      'chmod 640 /var/lib/pgsql/data/postgresql.conf /var/lib/pgsql/data/pg_hba.conf /var/lib/pgsql/data/pg_ident.conf',
    ],
    debian: ['chmod 640 /etc/postgresql/*/*/postgresql.conf'],
  },
  question: text('주요 파일의 소유자와 권한이 적절합니까?', 'Are owner and mode of its files sound?'),
  parameters,
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { settings: 0o644 },
      why: text(
        'Debian의 pg_createcluster가 postgresql.conf를 0644로 만들며(비밀번호가 없는 설정 파일), 판단 기준은 일반 사용자의 수정 권한 제거입니다.',
        'pg_createcluster of Debian makes postgresql.conf as 0644, a file without passwords; the criterion is that others cannot change it',
      ),
    },
  ],
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, limits) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, limits));
  },
});

function judgeServer(server: PgServer, limits: Limits): Judgement {
  const data = server.files.find((file) => file.path === server.folder);
  if (!data)
    return manual(text('데이터 폴더를 볼 수 없음', 'the data folder could not be seen'), [
      { source: server.name, found: 'not seen' },
    ]);
  const owners = [...new Set([0, server.process?.uid ?? data.uid])];
  const judged = server.files.flatMap((file) => {
    const limit = limitOf(file, server, limits);
    return limit === null
      ? []
      : [{ file, limit, kept: owners.includes(file.uid) && modeBeyond(file.mode, limit) === 0 }];
  });
  const faults = judged.filter((one) => !one.kept);
  const proof = ({ file, limit }: (typeof judged)[number]): Proof => ({
    source: file.path,
    found: modeAndOwner(file),
    expected: `uid ${owners.join(' or ')}, no bit outside ${octal(limit)}`,
  });
  const [first, ...others] = faults;
  const more = others.length > 0 ? ` (+${others.length})` : '';
  if (first)
    return fail(
      text(
        `소유자나 권한이 기준을 넘음: ${first.file.path}${more}`,
        `owner or mode goes beyond the limit: ${first.file.path}${more}`,
      ),
      faults.slice(0, quotedMax).map(proof),
    );
  const evidence = judged.slice(0, quotedMax).map(proof);
  const unseen = [configOf(server), server.hbaFile].find((path) => !server.files.some((file) => file.path === path));
  return unseen === undefined
    ? pass(
        text('주요 파일의 소유자와 권한이 기준 안에 있음', 'owner and mode of its files are within the limits'),
        evidence,
      )
    : manual(text(`${unseen}를 볼 수 없음`, `${unseen} could not be seen`), evidence);
}

/** The limit of a file that counts; null for another cluster's, and for folders that only lead to files. */
function limitOf(file: FileRecord, server: PgServer, limits: Limits): number | null {
  const { path } = file;
  if (path === server.folder) return limits.dataFolder;
  if (file.type !== 'file') return null;
  if (path.endsWith('/.psql_history') || path.endsWith('/.pgpass')) return limits.history;
  if (path === server.hbaFile || path === server.identFile) return limits.rules;
  const within = (folder: string): boolean => path.startsWith(`${folder}/`);
  if (within(server.folder) && path.endsWith('.key')) return 0o640;
  const logs = pgLast(server.settings, 'log_directory')?.value ?? 'log';
  if (within(logs.startsWith('/') ? logs : `${server.folder}/${logs}`)) return limits.logs;
  const config = configOf(server);
  const near = within(server.folder) || within(config.slice(0, config.lastIndexOf('/')));
  const included = server.settings.some(({ source }) => source.startsWith(`${path}:`));
  return included || (near && path.endsWith('.conf')) ? limits.settings : null;
}

/** The main file of the settings; where nobody says, it lies with the data. */
function configOf({ config, folder }: PgServer): string {
  return config || `${folder}/postgresql.conf`;
}
