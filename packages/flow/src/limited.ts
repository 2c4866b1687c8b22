// Runs work over a list with a bound on how much goes on at a time.

/** Calls `work` for each item, at most `limit` at a time, and waits for all; the first fault is thrown after the running ones end. */
export async function forEachLimited<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const faults: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined && faults.length === 0; item = left.shift()) {
      try {
        await work(item);
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  if (faults.length > 0) throw faults[0];
}
