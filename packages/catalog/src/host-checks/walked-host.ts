// The notes of a walk for cases: what was matched, and totals that agree with it unless a case says otherwise.
import type { HostCase } from '@bongsu/core';

type Note = readonly [string, ...string[]];
type Kind = 'unowned' | 'writable-file' | 'writable-directory' | 'setuid' | 'hidden';

/** A match as `mode path`, such as `4755 /usr/bin/su`; `uid:gid` may follow. Where the path begins decides whether it counts as system. */
export type Matched = string;

const system = /^\/(?:etc|usr|bin|sbin|lib|lib64|opt|root|boot|var\/spool\/(?:cron|at))\//;

/** The notes that the walk prints for these matches. */
export function walked(
  matches: Partial<Record<Kind, readonly Matched[]>> = {},
  rest: { readonly totals?: Partial<Record<Kind, number>>; readonly denied?: number; readonly faults?: number } = {},
): NonNullable<HostCase['notes']> {
  const kinds: readonly Kind[] = ['unowned', 'writable-file', 'writable-directory', 'setuid', 'hidden'];
  const notes: Note[] = kinds.flatMap((kind) => {
    const files = (matches[kind] ?? []).map((match) => fields(kind, match));
    const inSystem = files.filter((file) => file.at(-1) === 'system').length;
    const total = rest.totals?.[kind] ?? files.length;
    return [
      ...files.map((file): Note => [`walk.${kind}`, ...file]),
      [`walk.${kind}.total`, String(total), String(inSystem)] as const,
    ];
  });
  return [...notes, ['walk.denied', String(rest.denied ?? 0)], ['walk.faults', String(rest.faults ?? 0)]];
}

function fields(kind: Kind, match: Matched): string[] {
  const [mode = '', path = '', owner = '0:0'] = match.split(' ');
  const [uid = '0', gid = '0'] = owner.split(':');
  const type = kind === 'writable-directory' ? 'directory' : 'regular file';
  return [mode, uid, gid, type, path, system.test(path) ? 'system' : 'other'];
}
