// The export files of NFS that are there, each judged by owner and mode (KISA: 644 or less).
import type { Judgement } from '@bongsu/core';
import { fail, manual, octal, pass, text } from '@bongsu/core';
import type { FileModes } from '../probes/file-modes.ts';
import { judgeOwnerAndMode } from './owner-and-mode.ts';

/** The worst of the files' judgements with the evidence of all; null where none of them is there. */
export function judgeExportFiles(modes: FileModes, limit: number): Judgement | null {
  const paths = modes.files.filter((file) => file.state === 'present').map((file) => file.path);
  const judged = [...new Set(paths)].map((path) => judgeOwnerAndMode(modes, path, limit));
  if (judged.length === 0) return null;
  const evidence = judged.flatMap((one) => one.evidence);
  const bad = judged.find((one) => one.status === 'fail');
  if (bad) return fail(bad.reason, evidence);
  const open = judged.find((one) => one.status === 'manual');
  if (open) return manual(open.reason, evidence);
  return pass(
    text(
      `export 파일이 root 소유이고 권한 ${octal(limit)} 이하`,
      `the export files belong to root within mode ${octal(limit)}`,
    ),
    evidence,
  );
}
