// What hosts with MySQL or MariaDB report, as the cases of that family state them.
import type { CaseCommand, HostCase } from '@bongsu/core';
import { booted } from './service-answers.ts';

type Stated = Pick<HostCase, 'files' | 'commands' | 'notes'>;
type Row = readonly string[];

/** A row of the accounts. `rest`: locked, expired, lifetime, role, other ways to log in. */
export function account(
  user: string,
  host: string,
  plugin = 'caching_sha2_password',
  verifier = 'set',
  rest: Row = [],
): Row {
  const [locked = 'N', expired = 'N', lifetime = 'default', role = 'N', others = ''] = rest;
  return ['account', user, host, plugin, verifier, locked, expired, lifetime, role, others];
}

/** root as stock MariaDB makes it: a password that nobody has, or the system's own proof. */
export const socketRoot = account('root', 'localhost', 'mysql_native_password', 'unusable', [
  'N',
  'N',
  'default',
  'N',
  '["unix_socket"]',
]);
/** Accounts of the engine of MySQL 8. */
export const engineAccounts: readonly Row[] = ['sys', 'session', 'infoschema'].map((name) =>
  account(`mysql.${name}`, 'localhost', 'caching_sha2_password', 'set', ['Y']),
);

export function right(grantee: string, name: string, grantable = 'NO'): Row {
  return ['right', grantee, name, grantable];
}
export function grant(grantee: string, schema: string, table: string, name: string, grantable = 'NO'): Row {
  return ['grant', grantee, schema, table, name, grantable];
}

export interface MysqlState {
  readonly rows?: readonly Row[];
  readonly hello?: string;
  readonly pid?: string;
  readonly uid?: string;
  readonly account?: string;
  readonly place?: string;
  readonly program?: string;
  readonly folder?: string;
  readonly words?: readonly string[];
  readonly addresses?: readonly string[];
  readonly answered?: readonly string[];
  readonly files?: HostCase['files'];
}

const questions = ['accounts', 'rights', 'grants', 'roles', 'variables', 'plugins'];
export const mysql8 = '8.0.36\tMySQL Community Server - GPL\troot@localhost';
export const mariadb = '10.11.6-MariaDB\tMariaDB Server\troot@localhost';

/** A booted host with one server that lets root in and answers with these rows. */
export function mysqlRuns(state: MysqlState = {}): Stated {
  const { pid = '812', answered = questions } = state;
  const rows = [...(state.rows ?? []), ...answered.map((name) => ['end', name])];
  return runs(state, {
    [`hello ${pid}`]: { stdout: state.hello ?? mysql8 },
    [`answers ${pid}`]: { stdout: rows.map((row) => row.join('\t')).join('\n') },
  });
}

/** The same where the server wants a password. */
export function mysqlRefuses(state: MysqlState = {}): Stated {
  const stderr = "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: NO)";
  return runs(state, { [`hello ${state.pid ?? '812'}`]: { exitCode: 1, stderr } });
}

function runs(state: MysqlState, said: Readonly<Record<string, CaseCommand>>): Stated {
  const { pid = '812', uid = '27', place = 'here', program = '/usr/sbin/mysqld', folder = '/var/lib/mysql' } = state;
  const socket = '/var/lib/mysql/mysql.sock';
  return {
    files: {
      '/etc/my.cnf': 'absent',
      '/etc/mysql/my.cnf': 'absent',
      '/usr/local/mysql/etc/my.cnf': 'absent',
      [`${folder}/mysqld-auto.cnf`]: 'absent',
      [folder]: { type: 'dir', mode: '0750', uid: Number(uid) },
      ...state.files,
    },
    commands: { ...booted(['mysqld.service']), ...said },
    notes: [
      ['server', pid, uid, state.account ?? 'mysql', place, program, folder],
      ...(state.words ?? [program]).map((word) => ['argument', pid, word] as const),
      ['listen', pid, 'unix', socket],
      ...(state.addresses ?? ['127.0.0.1:3306']).map((address) => ['listen', pid, 'tcp', address] as const),
      ['login', pid, 'asked', socket],
    ],
  };
}

/** Two hosts' worth of servers on one. */
export function both(one: Stated, two: Stated): Stated {
  return {
    files: { ...one.files, ...two.files },
    commands: { ...one.commands, ...two.commands },
    notes: [...(one.notes ?? []), ...(two.notes ?? [])],
  };
}

/** An image with a server that would start, or with its data alone. */
export function mysqlImage(options: string, starts = true, program = '/usr/sbin/mysqld'): Stated {
  const unit = '/usr/lib/systemd/system/mysqld.service';
  return {
    files: {
      [program]: '',
      '/etc/my.cnf': options,
      '/etc/mysql/my.cnf': 'absent',
      '/usr/local/mysql/etc/my.cnf': 'absent',
      '/var/lib/mysql': { type: 'dir', mode: '0755', uid: 27 },
      '/var/lib/mysql/mysql': { type: 'dir', mode: '0750', uid: 27 },
      '/var/lib/mysql/mysqld-auto.cnf': 'absent',
      [unit]: '',
      ...(starts ? { '/etc/systemd/system/multi-user.target.wants/mysqld.service': { linkTarget: unit } } : {}),
    },
  };
}

/** A booted host without any. */
export const noServer: Stated = { commands: booted(['sshd.service']) };
