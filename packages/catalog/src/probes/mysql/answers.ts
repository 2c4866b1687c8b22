// What a server of MySQL or MariaDB answered: rows of tab-separated fields, each kind under its word, complete where its end stands.
import type { CommandRecord } from '@bongsu/core';
import type { MysqlQuestion } from './questions.ts';

export interface MysqlAccount {
  readonly user: string;
  readonly host: string;
  /** Plugin of the password; further ways to log in stand in `others`. */
  readonly plugin: string;
  /** `empty`: nothing; `unusable`: no hash that a password could have; `set`. */
  readonly verifier: 'empty' | 'unusable' | 'set';
  readonly locked: boolean;
  readonly expired: boolean;
  /** Days; `default` where the server's own holds; 0 and below: never. */
  readonly lifetime: string;
  readonly role: boolean;
  readonly others: readonly string[];
}

/** An account's right: over the server, or on a schema or table. */
export interface MysqlRight {
  /** `user@host`. */
  readonly grantee: string;
  readonly right: string;
  readonly grantable: boolean;
  /** Empty for the whole server, else `schema.table`, with `*` for every table. */
  readonly on: string;
}

export interface MysqlAnswers {
  /** Questions that were answered to their end. */
  readonly answered: ReadonlySet<string>;
  readonly accounts: readonly MysqlAccount[];
  readonly rights: readonly MysqlRight[];
  /** Who was given which role, as `user@host`. */
  readonly roles: readonly { readonly role: string; readonly to: string }[];
  /** In small letters. */
  readonly variables: ReadonlyMap<string, string>;
  /** Active plugins for audit and passwords, and components. */
  readonly plugins: readonly string[];
}

/** The name of an account as evidence shows it. */
export function mysqlName(user: string, host: string): string {
  return `${user}@${host}`;
}

export function mysqlAnswers(said: CommandRecord | undefined): MysqlAnswers {
  const rows = (said?.stdout ?? []).map((line) => line.split('\t').map(unescaped));
  const of = (kind: string): string[][] => rows.filter((row) => row[0] === kind).map((row) => row.slice(1));
  return {
    answered: new Set(of('end').map(([name = '']) => name)),
    accounts: of('account').map(accountOf),
    rights: [
      ...of('right').map(([who = '', right = '', grantable]) => rightOf(who, '', right, grantable)),
      ...of('grant').map(([who = '', schema = '', table = '', right = '', grantable]) =>
        rightOf(who, `${schema}.${table}`, right, grantable),
      ),
    ],
    roles: of('role').map(([role = '', from = '', user = '', host = '']) => ({
      role: mysqlName(role, from),
      to: mysqlName(user, host),
    })),
    variables: new Map(of('variable').map(([name = '', value = '']) => [name.toLowerCase(), value])),
    plugins: [
      ...of('plugin').flatMap(([name = '', status]) => (status === 'ACTIVE' ? [name.toLowerCase()] : [])),
      ...of('component').map(([urn = '']) => urn.toLowerCase()),
    ],
  };
}

/** Whether a question was answered. Without the accounts the session saw its own rights only, and nothing counts. */
export function mysqlAnswered(answers: MysqlAnswers, question: MysqlQuestion): boolean {
  return answers.answered.has('accounts') && answers.answered.has(question);
}

function accountOf(row: readonly string[]): MysqlAccount {
  const [user = '', host = '', plugin = '', kind, locked, expired, lifetime = '', role, others = ''] = row;
  return {
    user,
    host,
    // Installed without a word on it, an account has the plugin of the server's first years.
    plugin: plugin || 'mysql_native_password',
    verifier: kind === 'empty' || kind === 'unusable' ? kind : 'set',
    locked: locked === 'Y',
    expired: expired === 'Y',
    lifetime,
    role: role === 'Y',
    others: [...others.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? ''),
  };
}

/** A grantee is `'user'@'host'`; the last `'@'` parts them, because a name may hold one. */
function rightOf(grantee: string, on: string, right: string, grantable: string | undefined): MysqlRight {
  const at = grantee.lastIndexOf("'@'");
  const who = at < 0 ? grantee : mysqlName(grantee.slice(1, at), grantee.slice(at + 3, -1));
  return { grantee: who, right, grantable: grantable === 'YES', on };
}

/** `--batch` writes tabs, line ends and backslashes of values with a backslash. */
function unescaped(field: string): string {
  return field.replace(/\\([\\tn0])/g, (_, letter: string) =>
    letter === 't' ? '\t' : letter === 'n' ? '\n' : letter === '0' ? '\0' : '\\',
  );
}
