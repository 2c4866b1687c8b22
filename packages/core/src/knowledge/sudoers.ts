// sudoers as sudo(8) reads it: which files it takes, and which lines give whom what without a password or without a limit.
// Source: sudoers(5) of sudo 1.9.

export interface SudoGrant {
  /** The line without needless spaces, as the probe sent it. */
  readonly text: string;
  /** NOPASSWD, or `Defaults !authenticate`. */
  readonly withoutPassword: boolean;
  /** The command list holds ALL. */
  readonly everyCommand: boolean;
}

/** The lines that give rights; comments, aliases, includes and other Defaults are left out. Line ends must be joined before. */
export function sudoGrants(lines: readonly string[]): SudoGrant[] {
  return lines.flatMap((line) => {
    const text = line.trim().replace(/\s+/g, ' ');
    if (/^Defaults\b/.test(text))
      return /[ ,]!authenticate\b/.test(text) ? [{ text, withoutPassword: true, everyCommand: false }] : [];
    if (/^(?:User|Runas|Host|Cmnd|Cmd)_Alias\b|^[@#]include|^#(?![0-9])/.test(text)) return [];
    const equals = text.indexOf('=');
    if (equals < 1) return [];
    const commands = text.slice(equals + 1).replace(/\([^)]*\)/g, '');
    return [
      {
        text,
        withoutPassword: /\bNOPASSWD ?:/.test(commands),
        everyCommand: /(?:^|[ ,:])ALL ?(?:$|[,:])/.test(commands),
      },
    ];
  });
}

/** Whether an include directory's file is read: not where its name holds a dot or ends in `~`. */
export function sudoReads(fileName: string): boolean {
  return !fileName.includes('.') && !fileName.endsWith('~');
}
