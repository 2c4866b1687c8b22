// sshd_config as sshd(8) reads it: the first value wins, Include pulls files in at its place, Match blocks override.
// Source: sshd_config(5) of OpenSSH 9.2; Include since 8.2.
import type { FileRecord } from '../records.ts';
import { globMatches } from './glob.ts';

export interface SshdSetting {
  /** Lower-case keyword. */
  readonly keyword: string;
  readonly value: string;
  readonly path: string;
  readonly line: number;
  /** The criteria of the enclosing Match block; null in the global section. */
  readonly match: string | null;
}

const mainPath = '/etc/ssh/sshd_config';

/** All settings in the order in which sshd meets them, Includes followed through the given files. */
export function sshdSettings(files: readonly FileRecord[]): SshdSetting[] {
  const main = files.find((file) => file.path === mainPath);
  return main ? readFile(main, files, null, 0) : [];
}

function readFile(
  file: FileRecord,
  files: readonly FileRecord[],
  inherited: string | null,
  depth: number,
): SshdSetting[] {
  const settings: SshdSetting[] = [];
  // A Match inside an included file ends with that file.
  let match = inherited;
  for (const [index, text] of file.lines.entries()) {
    const parsed = keywordLine(text);
    if (!parsed) continue;
    const { keyword, value, written } = parsed;
    if (keyword === 'match') match = value;
    else if (keyword === 'include') {
      // sshd itself stops at 16 levels (servconf.c, SERVCONF_MAX_DEPTH).
      if (depth < 16)
        for (const one of included(written, files)) settings.push(...readFile(one, files, match, depth + 1));
    } else settings.push({ keyword, value, path: file.path, line: index + 1, match });
  }
  return settings;
}

/** `written` still has its quotes: they hold the names of an Include together. */
function keywordLine(text: string): { keyword: string; value: string; written: string } | null {
  const parts = /^"?([A-Za-z0-9]+)"?(?:\s*=\s*|\s)(.*)/s.exec(text.trim());
  if (!parts) return null;
  const written = (parts[2] ?? '').replace(/\s#.*/s, '').trim();
  return { keyword: (parts[1] ?? '').toLowerCase(), value: /^"([^"]*)"$/.exec(written)?.[1] ?? written, written };
}

/** Files named by an Include line, each pattern's matches in ASCII order as glob(3) gives them. */
function included(patterns: string, files: readonly FileRecord[]): FileRecord[] {
  return (patterns.match(/"[^"]*"|\S+/g) ?? []).flatMap((quoted) => {
    const pattern = quoted.replaceAll('"', '');
    const full = pattern.startsWith('/') ? pattern : `/etc/ssh/${pattern}`;
    const there = files.filter((file) => file.state === 'present' && file.type === 'file');
    const byPath = new Map(there.map((file) => [file.path, file]));
    const paths = [...byPath.keys()].filter((path) => globMatches(full, path)).sort();
    return paths.flatMap((path) => byPath.get(path) ?? []);
  });
}

/** The value that holds in the global section: the first one read. */
export function sshdGlobal(settings: readonly SshdSetting[], keyword: string): SshdSetting | undefined {
  return settings.find(
    (setting) => setting.keyword === keyword && (setting.match === null || matchesAll(setting.match)),
  );
}

function matchesAll(criteria: string): boolean {
  return /^all$/i.test(criteria);
}

/** Whether a Match block may apply to a login of this user from some address. Criteria other than User and Group are taken as possible. */
export function matchMayApply(criteria: string, user: string): boolean {
  const pattern = /(?:^|\s)user(?:\s+|=)(\S+)/i.exec(criteria)?.[1];
  if (pattern === undefined) return true;
  const words = pattern.replaceAll('"', '').split(',');
  const hits = (word: string): boolean => globMatches(word, user);
  if (words.some((word) => word.startsWith('!') && hits(word.slice(1)))) return false;
  return words.some(hits);
}

/** `sshd -T` output: lower-case keyword and value; the first of a repeated keyword. */
export function parseSshdDump(lines: readonly string[]): ReadonlyMap<string, string> {
  const dump = new Map<string, string>();
  for (const line of lines) {
    const [keyword = '', ...rest] = line.trim().split(/\s+/);
    if (keyword && !dump.has(keyword.toLowerCase())) dump.set(keyword.toLowerCase(), rest.join(' '));
  }
  return dump;
}
