// What the time daemons are told and what they say: chrony's and ntpd's configured sources, chronyc, ntpq and timesyncd.
// Sources: chrony.conf(5), chronyc(1) of chrony 4.5; ntp.conf(5) and ntpq(8) of ntp 4.2.8; timesyncd.conf(5) of systemd 255.
import type { FileRecord } from '../records.ts';
import { globMatches } from './glob.ts';

export interface TimeSource {
  readonly path: string;
  readonly line: number;
  /** `server`, `pool`, `peer`, `refclock` or, for timesyncd, `NTP` or `FallbackNTP`. */
  readonly kind: string;
  readonly address: string;
}

/** The sources of a chrony or ntp main file and of what it includes, as far as the files were gathered. */
export function timeSources(main: string, files: readonly FileRecord[]): TimeSource[] {
  return sourcesOf(main, files, new Set());
}

function sourcesOf(path: string, files: readonly FileRecord[], seen: Set<string>): TimeSource[] {
  const file = files.find((one) => one.path === path && one.state === 'present');
  if (!file || seen.has(path)) return [];
  seen.add(path);
  return file.lines.flatMap((text, index) => {
    const [word = '', ...values] = text.trim().split(/\s+/);
    const kind = word.toLowerCase();
    const address = values.find((value) => !/^-[46]$/.test(value)) ?? '';
    if (/^(?:server|pool|peer|refclock)$/.test(kind) && address !== '')
      return [{ path, line: index + 1, kind, address: kind === 'refclock' ? values.slice(0, 2).join(' ') : address }];
    return included(kind, values, files).flatMap((one) => sourcesOf(one, files, seen));
  });
}

/** confdir takes `*.conf`, sourcedir `*.sources`, include one file or a pattern in its last part, ntpd's includefile one file. */
function included(kind: string, values: readonly string[], files: readonly FileRecord[]): string[] {
  const paths = files.map(({ path }) => path);
  if (kind === 'include' || kind === 'includefile') return paths.filter((path) => globMatches(values[0] ?? '', path));
  const end = kind === 'confdir' ? '.conf' : kind === 'sourcedir' ? '.sources' : null;
  if (end === null) return [];
  const folders = values.map((folder) => folder.replace(/\/$/, ''));
  return paths.filter((path) => path.endsWith(end) && folders.includes(path.slice(0, path.lastIndexOf('/'))));
}

/**
 * The servers of timesyncd: the last NTP= and FallbackNTP= among the files in the order given, an empty value clearing the list.
 * `builtIn` tells that no file sets FallbackNTP=, so the servers compiled in stand.
 */
export function timesyncdSources(files: readonly FileRecord[]): { sources: TimeSource[]; builtIn: boolean } {
  const lists = new Map<string, TimeSource[]>();
  for (const file of files)
    for (const [index, text] of file.lines.entries()) {
      const parts = /^\s*(NTP|FallbackNTP)\s*=(.*)/s.exec(text);
      if (!parts) continue;
      const [, kind = '', value = ''] = parts;
      const added: readonly string[] = value.match(/\S+/g) ?? [];
      const before = added.length === 0 ? [] : (lists.get(kind) ?? []);
      lists.set(kind, [...before, ...added.map((address) => ({ path: file.path, line: index + 1, kind, address }))]);
    }
  return {
    sources: [...(lists.get('NTP') ?? []), ...(lists.get('FallbackNTP') ?? [])],
    builtIn: !lists.has('FallbackNTP'),
  };
}

/** `chronyc -n tracking`: synchronised unless the leap status says not; null where the line is missing. */
export function chronyTracks(lines: readonly string[]): boolean | null {
  const status = lines.map((line) => /^Leap status\s*:(.*)/.exec(line)?.[1]).find((value) => value !== undefined);
  return status === undefined ? null : !/not synchronised/i.test(status);
}

/** `chronyc -n sources` (`^*`, `#*`, `=*`) or `ntpq -pn` (`*`, or `o` for a pulse): all addresses, and the one in use. */
export function timePeers(lines: readonly string[]): { all: string[]; selected: string | null } {
  const rows = lines.flatMap((line) => {
    const chrony = /^[\^=#]([*+\-?x~ ])\s+(\S+)\s/.exec(line);
    const ntp = /^([*o+\-x.# ])([0-9a-fA-F.:]+|\S+\.[A-Z0-9]+\.)\s+\S+\s+\d+\s/.exec(line);
    const row = chrony ?? ntp;
    return row ? [{ mark: row[1] ?? '', address: row[2] ?? '' }] : [];
  });
  const selected = rows.find((row) => row.mark === '*' || row.mark === 'o');
  return { all: rows.map((row) => row.address), selected: selected?.address ?? null };
}
