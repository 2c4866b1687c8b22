// PostgreSQL on a host: every cluster that runs, or that lies there to run, with what its files say and what its owner may ask it.
// The owner of a cluster asks it over the local socket where it lets the owner in without a password (peer, trust): one reading statement
// a database. psql runs as that account, which is the least right by which peer authentication answers at all: root would have to be
// given a role first. A server that wants a password gets none; it may log the attempt.
import type { FileRecord, HbaReading, IdentLine, PgSetting, Records } from '@bongsu/core';
import { pgArguments, pgHba, pgIdent, pgLast, pgPath, pgSettings, probe, unread } from '@bongsu/core';
import { helloFields, refusalOf } from './database/login.ts';
import type { ServerProcess } from './database/processes.ts';
import { serverName, serverProcesses } from './database/processes.ts';
import type { PgAnswers, PgObjects } from './postgresql/answers.ts';
import { pgAnswers, pgObjectsOf } from './postgresql/answers.ts';
import { pgScript } from './postgresql/script.ts';

export interface PgServer {
  /** The same from run to run: `postgres /var/lib/pgsql/data`. */
  readonly name: string;
  /** `15` or `9.6`, of the data directory; empty where it was not seen. */
  readonly series: string;
  /** `15.18 (Debian …)` as the server said; empty where it did not. */
  readonly version: string;
  /** Null where it does not run. */
  readonly process: ServerProcess | null;
  readonly folder: string;
  readonly settings: readonly PgSetting[];
  readonly config: string;
  readonly hbaFile: string;
  readonly hba: HbaReading;
  readonly identFile: string;
  readonly ident: readonly IdentLine[];
  /** A file that the server reads and this probe did not. */
  readonly unreadFile: string;
  /** The data directory, the files above, logs, keys and histories. */
  readonly files: readonly FileRecord[];
  readonly answers: PgAnswers | null;
  readonly objects: readonly PgObjects[];
  /** Why there are no answers: the client's words, or what was missing. */
  readonly refused: string;
}

export interface PgServers {
  /** Those that run, first. */
  readonly servers: readonly PgServer[];
}

const unasked = new Map([
  ['not-root', 'not asked: not run as root'],
  ['owner-root', 'not asked: the server runs as root'],
  ['no-socket', 'not asked: no local socket was found'],
  ['no-account', 'not asked: the owner has no plain account name'],
  ['no-client', 'not asked: no psql, or no setpriv or runuser'],
]);

export const postgresql = probe<PgServers>({
  name: 'postgresql',
  timeoutSeconds: 180,
  sizeBytesMax: 2097152,
  live: false,
  script: pgScript,
  read(records) {
    if (records.note('processes-hidden'))
      return unread('다른 사용자의 프로세스를 볼 수 없음', 'the processes of others are hidden');
    const running = serverProcesses(records);
    const clusters = records
      .notes('cluster')
      .map(({ values: [id = '', data = '', config = ''] }) => ({ id, data, config }));
    return {
      servers: [
        ...running.map((one) => {
          const cluster = clusters.find(({ id }) => id === one.pid) ?? clusters.find(({ data }) => data === one.folder);
          return serverOf(one, cluster?.data ?? one.folder, cluster?.config ?? '', records);
        }),
        ...clusters
          .filter(({ id, data }) => !running.some((one) => one.pid === id || one.folder === data))
          .map(({ data, config }) => serverOf(null, data, config, records)),
      ],
    };
  },
});

function serverOf(process: ServerProcess | null, folder: string, config: string, records: Records): PgServer {
  const files = records.files();
  const said = process ? pgArguments(process.words, `ps (pid ${process.pid})`) : [];
  const main = said.findLast((one) => one.name === 'config_file')?.value ?? config;
  const auto = pgSettings(`${folder}/postgresql.auto.conf`, files);
  // The command line outweighs every file.
  const settings = [...pgSettings(main, files), ...auto, ...said];
  const path = (name: string, stock: string): string =>
    pgPath(`${folder}/x`, pgLast(settings, name)?.value ?? `${folder}/${stock}`);
  const identFile = path('ident_file', 'pg_ident.conf');
  const hbaFile = path('hba_file', 'pg_hba.conf');
  const hba = pgHba(hbaFile, files);
  const answers = process ? pgAnswers(records.command(`answers ${process.pid}`)) : null;
  const withheld = records.notes('withheld').map((note) => note.values[0] ?? '');
  const unseen = files.filter((file) => file.state === 'unreadable').map((file) => file.path);
  const own = (one: string): boolean =>
    one.startsWith(`${folder}/`) || one.startsWith(`${main.slice(0, main.lastIndexOf('/'))}/`);
  return {
    name: process ? serverName(process, 'postgres') : `postgres ${folder}`,
    series: files.find((file) => file.path === `${folder}/PG_VERSION`)?.lines[0]?.trim() ?? '',
    version: process ? (helloFields(process.pid, records)[2] ?? '') : '',
    process,
    folder,
    settings,
    config: main,
    hbaFile,
    hba,
    identFile,
    ident: pgIdent(identFile, files),
    unreadFile: [...withheld, ...unseen].find(own) ?? (files.some((file) => file.path === main) ? '' : main),
    files: files.filter((file) => file.state === 'present'),
    answers,
    objects: (answers?.databases ?? []).flatMap(
      (database) => pgObjectsOf(database, records.command(`objects ${process?.pid} ${database}`)) ?? [],
    ),
    refused: process ? refusalOf(process.pid, records, unasked) : 'not asked: it does not run',
  };
}
