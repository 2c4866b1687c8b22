// What the MySQL items share: how a server is found to be in use, which accounts are the engine's own, and who is an administrator.
import type { Host, Judgement } from '@bongsu/core';
import type { MysqlServer, MysqlServers } from '../probes/mysql.ts';
import type { MysqlAccount, MysqlAnswers, MysqlRight } from '../probes/mysql/answers.ts';
import { mysqlAnswered, mysqlName } from '../probes/mysql/answers.ts';
import type { MysqlQuestion } from '../probes/mysql/questions.ts';
import { adminRights } from '../probes/mysql/questions.ts';
import type { HostServices } from '../probes/services.ts';
import { judgeServers, notAsked } from './database-servers.ts';

/** Judges every server of MySQL and MariaDB. */
export function judgeMysql(
  { servers, files }: MysqlServers,
  services: HostServices,
  host: Host,
  judge: (server: MysqlServer) => Judgement,
): Judgement {
  const units = ['mysql.service', 'mysqld.service', 'mariadb.service'];
  const hasData = (one: MysqlServer): boolean => files.some((file) => file.path === `${one.folder}/mysql`);
  return judgeServers({ product: 'MySQL/MariaDB', units, servers, services, host, hasData }, judge);
}

/** Judges what a server answered; where it did not, a person must ask. */
export function withMysqlAnswers(
  server: MysqlServer,
  questions: readonly MysqlQuestion[],
  byHand: string,
  judge: (answers: MysqlAnswers) => Judgement,
): Judgement {
  return questions.every((one) => mysqlAnswered(server.answers, one))
    ? judge(server.answers)
    : notAsked('mysql --skip-password -u root', server.refused, byHand);
}

/** Accounts that servers and their packages make for themselves; mysql@localhost is MariaDB's, for the system account of the server. */
const engine = [
  'mysql.sys@localhost',
  'mysql.session@localhost',
  'mysql.infoschema@localhost',
  'mariadb.sys@localhost',
  'debian-sys-maint@localhost',
  'mysql@localhost',
  'PUBLIC@',
];

export function engineAccount(name: string): boolean {
  return engine.includes(name) || name.startsWith('rdsadmin@');
}

export function accountName({ user, host }: MysqlAccount): string {
  return mysqlName(user, host);
}

/** Accounts that somebody may log in with. */
export function openAccounts(answers: MysqlAnswers): MysqlAccount[] {
  return answers.accounts.filter((one) => !one.role && !one.locked);
}

/** Those that people or programs were given: neither the engine's own nor root. */
export function givenAccounts(answers: MysqlAnswers): MysqlAccount[] {
  return openAccounts(answers).filter((one) => one.user !== 'root' && !engineAccount(accountName(one)));
}

const plain =
  /^(?:|mysql_native_password|mysql_old_password|sha256_password|caching_sha2_password|ed25519|client_ed25519|parsec)$/;

/** Whether a plugin compares a password of the account; the system's own login (unix_socket) and directories do not. */
export function passwordPlugin(plugin: string): boolean {
  return plain.test(plugin);
}

export interface HeldRight {
  /** The account that may log in. */
  readonly account: string;
  readonly right: MysqlRight;
  /** The right, and the role through which it is held: `SUPER (dba@%)`. */
  readonly shown: string;
}

/** Every right of the accounts that may log in, those of their roles included. */
export function heldRights(answers: MysqlAnswers): HeldRight[] {
  return openAccounts(answers).flatMap((one) => {
    const account = accountName(one);
    const roles = rolesOf(account, answers);
    return answers.rights.flatMap((right) => {
      if (right.grantee === account) return [{ account, right, shown: right.right }];
      return roles.has(right.grantee) ? [{ account, right, shown: `${right.right} (${right.grantee})` }] : [];
    });
  });
}

/** Rights of each account that make an administrator. */
export function administrators(answers: MysqlAnswers): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { account, right, shown } of heldRights(answers))
    if (adminRights.some((one) => one === right.right))
      found.set(account, [...new Set([...(found.get(account) ?? []), shown])]);
  return found;
}

/** The account and every role that it has, through others too. MariaDB writes the grantee of a role with an empty host. */
function rolesOf(name: string, { roles }: MysqlAnswers): ReadonlySet<string> {
  // A set that grows while it is walked: what was added is walked too.
  const found = new Set([name]);
  for (const next of found) for (const { role, to } of roles) if (to === next) found.add(role);
  return found;
}

/** Whether a list of the configuration names an account: by its user (`backup`), or in full (`backup@10.0.0.5`). */
export function listed(names: readonly string[], name: string): boolean {
  return names.includes(name) || names.includes(name.slice(0, name.lastIndexOf('@')));
}
