// The local account files: passwd and group lines with their line numbers, read as the C library reads them.

export interface LocalAccount {
  readonly name: string;
  /** Field 2 as the probe sends it: empty, `x`, or what `passwordField` reads; never a hash. */
  readonly password: string;
  /** null where the field is not a number: no program may take it for 0. */
  readonly uid: number | null;
  readonly gid: number | null;
  readonly home: string;
  readonly shell: string;
  readonly line: number;
}

export interface LocalGroup {
  readonly name: string;
  readonly gid: number | null;
  readonly members: readonly string[];
  readonly line: number;
}

/** Reads passwd lines. Empty lines, comments and NIS compat entries (`+`, `-`) are no local accounts and are left out. */
export function parsePasswd(lines: readonly string[]): LocalAccount[] {
  return entries(lines).map(({ fields, line }) => ({
    name: fields[0] ?? '',
    password: fields[1] ?? '',
    uid: idOf(fields[2]),
    gid: idOf(fields[3]),
    home: fields[5] ?? '',
    shell: (fields[6] ?? '').trim(),
    line,
  }));
}

/** Reads group lines. */
export function parseGroup(lines: readonly string[]): LocalGroup[] {
  return entries(lines).map(({ fields, line }) => ({
    name: fields[0] ?? '',
    gid: idOf(fields[2]),
    members: (fields[3] ?? '').trim().split(',').filter(Boolean),
    line,
  }));
}

function entries(lines: readonly string[]): { fields: string[]; line: number }[] {
  return (
    lines
      // The C library passes over blanks before a name (nss_files of glibc).
      .map((text, index) => ({ text: text.replace(/\r$/, '').trimStart(), line: index + 1 }))
      .filter(({ text }) => /^[^#+\-\s:][^:]*:/.test(text))
      .map(({ text, line }) => ({ fields: text.split(':'), line }))
  );
}

/** strtoul(3), by which glibc reads it, takes a sign. */
function idOf(field = ''): number | null {
  return /^\s*(?:\+?[0-9]{1,10}|-0{1,10})\s*$/.test(field) ? Math.abs(Number(field)) : null;
}

const shellsWithoutLogin = new Set(['nologin', 'false', 'sync', 'shutdown', 'halt', 'true']);

/** Whether someone could get a shell as this account. An empty shell field means `/bin/sh` (passwd(5)). */
export function hasLoginShell(account: LocalAccount): boolean {
  return !shellsWithoutLogin.has(account.shell.split('/').at(-1) ?? '');
}
