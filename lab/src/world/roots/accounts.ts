// Accounts of a root as data, and the passwd, group, shadow and gshadow files they make.
import type { WorldFile } from '../spec.ts';

export type Files = Readonly<Record<string, WorldFile>>;

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly home: string;
  readonly shell: string;
  /** Second field of shadow. */
  readonly password: string;
  /** Days: least, most; empty for no limit. */
  readonly ages?: readonly [min: string, max: string];
}

export interface Group {
  readonly name: string;
  readonly gid: number;
  readonly members?: readonly string[];
}

/** A password field of the right form that belongs to no password. */
export const labHash = `$6$labonly$${'A'.repeat(86)}`;
/** The ages of accounts made under stock login.defs. */
export const agesStock = ['0', '99999'] as const;
/** What the 2026 edition of the guide asks: 1 day or more, 90 or less. */
export const agesTidy = ['1', '90'] as const;

/** A login account with a usable password. */
export function person(name: string, uid: number, ages: Account['ages'] = agesStock): Account {
  return { name, uid, gid: uid, home: `/home/${name}`, shell: '/bin/bash', password: labHash, ages };
}

/** A system account: `name:uid:gid:home:shell` in short. */
export function systemAccounts(lines: string, password: string): Account[] {
  return lines
    .trim()
    .split(/\s+/)
    .map((line) => {
      const [name = '', uid = '', gid = '', home = '', shell = ''] = line.split(':');
      return { name, uid: Number(uid), gid: Number(gid), home, shell, password };
    });
}

export function groupsOf(lines: string): Group[] {
  return lines
    .trim()
    .split(/\s+/)
    .map((line) => {
      const [name = '', gid = '', members = ''] = line.split(':');
      return { name, gid: Number(gid), ...(members === '' ? {} : { members: members.split(',') }) };
    });
}

/** The four files; `shadow` says mode and group, which differ by family. A login account's own group is added where it is missing. */
export function accountFiles(
  accounts: readonly Account[],
  groups: readonly Group[],
  shadow: { readonly mode: string; readonly gid: number },
): Files {
  const own = accounts
    .filter(
      (account) => account.uid >= 1000 && account.uid < 60_000 && !groups.some((group) => group.gid === account.gid),
    )
    .map((account) => ({ name: account.name, gid: account.gid }));
  const all: readonly Group[] = [...groups, ...own];
  const passwd = accounts.map((a) => `${a.name}:x:${a.uid}:${a.gid}:${a.name}:${a.home}:${a.shell}`);
  const secrets = accounts.map(
    (a) => `${a.name}:${a.password}:19700:${a.ages?.[0] ?? '0'}:${a.ages?.[1] ?? '99999'}:7:::`,
  );
  const homes = accounts
    .filter((a) => a.uid >= 1000 && a.home.startsWith('/home/'))
    .flatMap((a): [string, WorldFile][] => [
      [a.home, { dir: true, mode: '0700', uid: a.uid, gid: a.gid }],
      [`${a.home}/.bashrc`, { text: '# .bashrc\n', uid: a.uid, gid: a.gid }],
    ]);
  return {
    '/etc/passwd': lines(passwd),
    '/etc/passwd-': lines(passwd),
    '/etc/group': lines(all.map((g) => `${g.name}:x:${g.gid}:${(g.members ?? []).join(',')}`)),
    '/etc/shadow': { text: lines(secrets), ...shadow },
    '/etc/gshadow': { text: lines(all.map((g) => `${g.name}:!::${(g.members ?? []).join(',')}`)), ...shadow },
    ...Object.fromEntries(homes),
  };
}

/** Lines as the text of a file. */
export function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
