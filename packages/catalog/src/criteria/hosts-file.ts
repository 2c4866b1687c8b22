// /etc/hosts by the limit of an edition: 2021 asks 0600, 2026 asks 0644.
import type { Judgement } from '@bongsu/core';
import { notApplicable, text } from '@bongsu/core';
import type { FileModes } from '../probes/file-modes.ts';
import { judgeOwnerAndMode } from './owner-and-mode.ts';

const path = '/etc/hosts';

/** Judges the file where it is there; a host without one has nothing that somebody could write. */
export function judgeHostsFile(modes: FileModes, limit: number): Judgement {
  const file = modes.file(path);
  if (file?.state === 'absent' || file?.type === 'link')
    return notApplicable(text(`${path} 파일이 없음`, `there is no ${path}`), [
      { source: path, found: file.linkTarget ? `link to nothing (${file.linkTarget})` : 'absent' },
    ]);
  return judgeOwnerAndMode(modes, path, limit);
}
