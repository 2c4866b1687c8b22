// Drop-ins of systemd's own settings (journald.conf(5), timesyncd.conf(5)): which of them count, and in which order.
import type { FileRecord } from '../records.ts';

/** By name, whichever folder holds them; of one name only the later folder's stands, whatever the earlier one says. */
export function dropInsOf(folders: readonly string[], files: readonly FileRecord[]): FileRecord[] {
  const byName = new Map<string, FileRecord>();
  for (const folder of folders)
    for (const file of files) {
      const cut = file.path.lastIndexOf('/') + 1;
      if (file.path.slice(0, cut) === `${folder}/` && file.path.endsWith('.conf'))
        byName.set(file.path.slice(cut), file);
    }
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
}
