// What the NFS server exports, by its files and by the kernel's own table, with owner and mode of the files.
import type { NfsExport } from '@bongsu/core';
import { nfsExports, nfsExportsActive, probe, unread } from '@bongsu/core';
import type { FileModes } from './file-modes.ts';
import { fileModesOf, guardShell } from './file-modes.ts';

export interface NfsExportsFact {
  /** Of the files and of `exportfs -v` together: what is exported by hand stands in no file. */
  readonly exports: readonly NfsExport[];
  /** How the table of the kernel was asked, for evidence. */
  readonly asked: string;
  readonly modes: FileModes;
}

export const nfsExportsProbe = probe<NfsExportsFact>({
  name: 'nfs-exports',
  timeoutSeconds: 20,
  sizeBytesMax: 262144,
  live: false,
  script: `
${guardShell}export_file() {
  guard "$1"
  file "$1"
}
export_file /etc/exports
expand '/etc/exports.d/*.exports' export_file
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then cmd exportfs exportfs -v; fi
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const active = records.command('exportfs');
    const answered = active?.exitCode === 0;
    return {
      exports: [...files.flatMap(nfsExports), ...(answered ? nfsExportsActive(active.stdout) : [])],
      asked: answered ? 'exportfs -v' : `parsed, exportfs: ${active ? `exit code ${active.exitCode}` : 'not asked'}`,
      modes: fileModesOf(records),
    };
  },
});
