// What the walk saw as evidence: the files themselves, how many more there are, and what was left out.
import type { Proof } from '@bongsu/core';
import { octal } from '@bongsu/core';
import type { FileWalk, WalkedFile, WalkedKind } from '../probes/file-walk.ts';

/** More would hide the first ones from a reader. */
const shownMax = 50;

/** One proof a file, those in system places first, then one that counts the rest. */
export function fileProofs(files: readonly WalkedFile[], total: number, expected: string): Proof[] {
  const shown = [...files].sort((a, b) => Number(b.system) - Number(a.system)).slice(0, shownMax);
  const proofs: Proof[] = shown.map((file) => ({ source: nameOf(file), found: modeOf(file), expected }));
  if (total > shown.length) proofs.push({ source: 'find', found: `${total - shown.length} more, ${total} in all` });
  return proofs;
}

/** One proof that says where was looked. */
export function walkProof(walk: FileWalk, kind: WalkedKind): Proof {
  const leftOut = walk.leftOut.slice(0, 20).map(({ path, why }) => `${path} (${why})`);
  if (walk.leftOut.length > leftOut.length) leftOut.push(`${walk.leftOut.length - leftOut.length} more`);
  const places = ['/', ...walk.mounts.filter((mount) => mount !== '/')].join(', ');
  const without = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
  return { source: `find ${places}`, found: `${kind.total} found${without}` };
}

export function nameOf(file: WalkedFile): string {
  return file.cut ? `${file.path}…` : file.path;
}

export function modeOf(file: WalkedFile): string {
  return `${octal(file.mode)} ${file.uid}:${file.gid} ${file.type}`;
}
