// What the lists of apt say against the packages of dpkg: which security updates wait, and of what day the lists are.
import type { Records } from '@bongsu/core';
import { debianVersionOrder } from '@bongsu/core';

export interface PackageUpdate {
  readonly name: string;
  /** The whole line that says so. */
  readonly said: string;
}

/** A held package is as open as any other. Returns the fault where a line tells nothing: a version that cannot be compared may be a fix. */
export function aptUpdates(lines: readonly string[]): readonly PackageUpdate[] | string {
  const waiting = new Map<string, PackageUpdate>();
  for (const line of lines) {
    const [name = '', installed = '', candidate = '', want = '', list = '', ...rest] = line.split(' ');
    const order = rest.length > 0 || list === '' ? null : debianVersionOrder(installed, candidate);
    if (order === null) return `cannot be compared: ${line.slice(0, 120)}`;
    if (order >= 0) continue;
    const held = want === 'hold' ? ', held' : '';
    waiting.set(name, { name, said: `${name} [${installed}${held}] (${candidate} ${list})` });
  }
  return [...waiting.values()];
}

/**
 * Since the archives published what apt fetched: the oldest of them. The times of the files tell less, because a fetch that failed
 * touches them too. Those of Ubuntu Pro publish rarely and count only where there is no other.
 */
export function aptListsAgeSeconds(records: Records): number | null {
  const releases = records.files().filter(({ path }) => path.endsWith('Release'));
  const main = releases.filter(({ lines }) => !lines.some((line) => line.startsWith('Origin: UbuntuESM')));
  const dates = (main.length > 0 ? main : releases).map(({ lines }) =>
    Date.parse(lines.find((line) => line.startsWith('Date: '))?.slice(6) ?? ''),
  );
  const now = Number(records.note('now')?.values[0] ?? Number.NaN);
  const age = now - Math.min(...dates) / 1000;
  return Number.isFinite(age) ? Math.floor(age) : null;
}
