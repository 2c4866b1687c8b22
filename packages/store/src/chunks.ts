// Splits long lists, so that one statement stays within PostgreSQL's limits and memory stays level.

/** Rows in one insert: at most 14 columns here, and one statement takes at most 65,535 parameters (protocol's Int16). */
export const rowsPerInsert = 1_000;

/** Rows in one read of a long list: keeps the engine's result buffer at a few megabytes. */
export const rowsPerRead = 5_000;

/** Takes a list; gives it in pieces of at most `size`, none of them empty. */
export function* chunks<T>(items: readonly T[], size: number = rowsPerInsert): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
