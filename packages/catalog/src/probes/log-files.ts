// The files of /var/log itself, with owner, mode and access-control lists; folders below belong to services.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import type { FileModes } from './file-modes.ts';
import { fileModesOf, guardShell } from './file-modes.ts';

export interface LogFiles {
  readonly modes: FileModes;
  /** /var/log; undefined where there is none. */
  readonly folder: FileRecord | undefined;
  readonly files: readonly FileRecord[];
  readonly foldersBelow: readonly FileRecord[];
}

const folder = '/var/log';

export const logFiles = probe<LogFiles>({
  name: 'log-files',
  timeoutSeconds: 60,
  // About 8,000 files.
  sizeBytesMax: 524288,
  live: false,
  script: `
${guardShell}
guard ${folder}
expand '${folder}/*' later guard
expand '${folder}/.[!.]*' later guard
later '' guard
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
    const below = records.files().filter((file) => file.state === 'present' && file.path.startsWith(`${folder}/`));
    return {
      modes: fileModesOf(records),
      folder: records.files().find((file) => file.path === folder && file.type === 'dir'),
      // A link that leads nowhere (README where the documentation is left out) holds no log.
      files: below.filter((file) => file.type === 'file'),
      foldersBelow: below.filter((file) => file.type === 'dir'),
    };
  },
});
