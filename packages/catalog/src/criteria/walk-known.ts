// What a site knows of and has a reason for is taken out of what the walk found: a path, or all below a folder that ends in a slash.
import { listParameter, text } from '@bongsu/core';
import type { WalkedFile, WalkedKind } from '../probes/file-walk.ts';

/** The parameter by which a site names them. */
export const knownPaths = listParameter(
  text(
    '이유를 확인하여 인정한 경로(/로 끝나면 그 아래 모두)',
    'paths known with a reason (all below, where one ends in a slash)',
  ),
  [],
);

export function isKnown({ path, cut }: WalkedFile, known: readonly string[]): boolean {
  return known.some((one) => (one.endsWith('/') ? path.startsWith(one) : !cut && path === one));
}

/** The same kind without the known ones. Of those beyond the list nothing is known, so they stay in the count. */
export function withoutKnown(kind: WalkedKind, known: readonly string[]): WalkedKind {
  const listed = kind.listed.filter((file) => !isKnown(file, known));
  const gone = kind.listed.filter((file) => isKnown(file, known));
  return {
    total: kind.total - gone.length,
    systemTotal: kind.systemTotal - gone.filter(({ system }) => system).length,
    listed,
  };
}
