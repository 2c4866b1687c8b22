// MySQL and MariaDB on a host: every server that runs, or that lies there to run, with what its files say and what root may ask it.
// Root asks each server over its local socket where it lets root in without a password (auth_socket, unix_socket, or an account that has
// none): one connection attempt as root@localhost, then fixed statements in a reading transaction. The attempt is one failed login where
// the server wants a password, and the server may log it; no password is ever sent, asked for, or looked up.
import type { FileRecord, MysqlOption, MysqlOptions, Records } from '@bongsu/core';
import { mysqlArguments, mysqlOptions, mysqlOptionsWritten, probe, unread } from '@bongsu/core';
import { helloFields, refusalOf } from './database/login.ts';
import type { ServerProcess } from './database/processes.ts';
import { serverName, serverProcesses } from './database/processes.ts';
import type { MysqlAnswers } from './mysql/answers.ts';
import { mysqlAnswers } from './mysql/answers.ts';
import { mysqlPrograms, mysqlScript, optionFiles, stockDataFolder } from './mysql/script.ts';

export interface MysqlServer {
  /** The same from run to run: `mariadbd /var/lib/mysql`. */
  readonly name: string;
  readonly product: 'MySQL' | 'MariaDB';
  /** `10.11.6-MariaDB…` as the server said; empty where it did not. */
  readonly version: string;
  /** Null where it does not run. */
  readonly process: ServerProcess | null;
  readonly folder: string;
  /** What files and arguments say, the last of a key holding. */
  readonly options: readonly MysqlOption[];
  /** A file that the server reads and this probe did not. */
  readonly unreadFile: string;
  readonly answers: MysqlAnswers;
  /** Why there are no answers: the client's words, or what was missing. */
  readonly refused: string;
}

export interface MysqlServers {
  /** Those that run, first. */
  readonly servers: readonly MysqlServer[];
  /** Option files with everything they hold for any program; passwords only as the word `masked`. */
  readonly written: readonly MysqlOption[];
  /** Option files, data folders and keys: owner and mode. */
  readonly files: readonly FileRecord[];
}

const unasked = new Map([
  ['not-root', 'not asked: not run as root'],
  ['no-socket', 'not asked: no local socket was found'],
  ['no-client', 'not asked: no mysql client is installed'],
]);

export const mysql = probe<MysqlServers>({
  name: 'mysql',
  timeoutSeconds: 120,
  sizeBytesMax: 1048576,
  live: false,
  script: mysqlScript,
  read(records) {
    if (records.note('processes-hidden'))
      return unread('다른 사용자의 프로세스를 볼 수 없음', 'the processes of others are hidden');
    const files = records.files().filter((file) => file.state === 'present');
    const running = serverProcesses(records).map((one) => runningServer(one, records));
    const lying = lyingServer(records);
    return {
      servers: [...running, ...(lying && !running.some((one) => one.folder === lying.folder) ? [lying] : [])],
      written: mysqlOptionsWritten([...optionFiles, '/etc/mysql/debian.cnf'], files).options,
      files: files.filter((file) => !mysqlPrograms.some((path) => path === file.path)),
    };
  },
});

function runningServer(running: ServerProcess, records: Records): MysqlServer {
  const { pid, words, program } = running;
  const [version = '', comment = ''] = helloFields(pid, records);
  const product = /mariadb/i.test(`${program} ${version} ${comment} ${words[0] ?? ''}`) ? 'MariaDB' : 'MySQL';
  const source = `ps (pid ${pid})`;
  const said = mysqlArguments(words, source);
  const argument = (key: string): string | undefined => said.find((one) => one.key === key)?.value ?? undefined;
  const [only, extra] = [argument('defaults-file'), argument('defaults-extra-file')];
  const mains = words.includes('--no-defaults')
    ? []
    : only === undefined
      ? [...optionFiles, ...(extra === undefined ? [] : [extra])]
      : [only];
  const persisted = running.folder === '' ? [] : [`${running.folder}/mysqld-auto.cnf`];
  const suffix = argument('defaults-group-suffix') ?? '';
  const read = (from: readonly string[]): MysqlOptions =>
    mysqlOptions({ mains: from, product, version, suffix, files: records.files() });
  const [written, kept] = [read(mains), read(persisted)];
  return {
    name: serverName(running, 'mysqld'),
    product,
    version,
    process: running,
    folder: running.folder || argument('datadir') || '',
    // What SET PERSIST wrote is read last, after the command line too ("Specifying Program Options" of the MySQL manual).
    options: [...written.options, ...said, ...kept.options],
    unreadFile: [...written.missing, ...kept.missing][0] ?? '',
    answers: mysqlAnswers(records.command(`answers ${pid}`)),
    refused: refusalOf(pid, records, unasked),
  };
}

/** A server that is installed and does not run: an image, or one that is stopped. */
function lyingServer(records: Records): MysqlServer | null {
  const program = mysqlPrograms.find((path) => records.file(path)?.state === 'present');
  if (program === undefined) return null;
  // MariaDB keeps the old name as a link beside its own.
  const named = records.file(program.replace('mysqld', 'mariadbd'))?.state === 'present';
  const product = named ? 'MariaDB' : 'MySQL';
  const read = (mains: readonly string[]): MysqlOptions =>
    mysqlOptions({ mains, product, version: '', suffix: '', files: records.files() });
  const { options, missing } = read(optionFiles);
  const folder = options.findLast((one) => one.key === 'datadir')?.value?.replace(/\/+$/, '') || stockDataFolder;
  const kept = read([`${folder}/mysqld-auto.cnf`]);
  return {
    name: `${program.slice(program.lastIndexOf('/') + 1)} ${folder}`,
    product,
    version: '',
    process: null,
    folder,
    options: [...options, ...kept.options],
    unreadFile: [...missing, ...kept.missing][0] ?? '',
    answers: mysqlAnswers(undefined),
    refused: 'not asked: it does not run',
  };
}
