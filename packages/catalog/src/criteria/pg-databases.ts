// The rule of the items that look into every database of a cluster: one that did not answer is for a person.
import type { Judgement } from '@bongsu/core';
import { manual, text } from '@bongsu/core';
import type { PgServer } from '../probes/postgresql.ts';

/** A judgement where a database did not answer; null where all did. */
export function pgUnasked({ objects, refused }: PgServer, databases: readonly string[]): Judgement | null {
  const silent = databases.filter((name) => !objects.some(({ database }) => database === name));
  if (silent.length === 0) return null;
  const names = silent.slice(0, 5).join(', ');
  return manual(text(`질의하지 못한 데이터베이스가 있음: ${names}`, `databases that did not answer: ${names}`), [
    {
      source: 'psql -w as the owner of the cluster',
      found: refused || `${silent.length} of ${databases.length} were not asked, or failed`,
    },
  ]);
}
