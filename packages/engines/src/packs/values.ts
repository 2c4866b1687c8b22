// Facts as CEL sees them: plain lists, maps, whole numbers as int, all within limits; what is too large is a gap and not cut.

/** Entries of one list, characters of one text, and all values of a fact together. */
export const valueLimits = { listMax: 5000, textMax: 8192, valuesMax: 200_000, depthMax: 8 } as const;

/** A value that passes the limits; its message says which. */
export class ValueFault extends Error {
  override readonly name = 'ValueFault';
}

/** Copies data; functions and undefined fields are left out. @throws ValueFault where a limit is passed. */
export function celValue(fact: unknown): unknown {
  let count = 0;
  const copy = (value: unknown, depth: number): unknown => {
    count += 1;
    if (count > valueLimits.valuesMax) throw new ValueFault(`holds more than ${valueLimits.valuesMax} values`);
    if (depth > valueLimits.depthMax) throw new ValueFault('is nested too deeply');
    if (typeof value === 'string') {
      if (value.length > valueLimits.textMax)
        throw new ValueFault(`holds a line of more than ${valueLimits.textMax} characters`);
      return value;
    }
    if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value) || value instanceof Set) return list([...(value as Iterable<unknown>)], depth);
    const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
    if (entries.length > valueLimits.listMax) throw new ValueFault(`holds more than ${valueLimits.listMax} entries`);
    return new Map(
      entries
        .filter(([, field]) => field !== undefined && typeof field !== 'function')
        .map(([key, field]) => [String(key), copy(field, depth + 1)]),
    );
  };
  const list = (items: readonly unknown[], depth: number): unknown[] => {
    if (items.length > valueLimits.listMax) throw new ValueFault(`holds more than ${valueLimits.listMax} entries`);
    return items.map((item) => copy(item, depth + 1));
  };
  return copy(fact, 0);
}

/** A value that an expression gave, as a person reads it. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  if (value instanceof Map) return [...value].map(([key, field]) => `${String(key)}: ${shownValue(field)}`).join(', ');
  return Object.entries(value)
    .map(([key, field]) => `${key}: ${shownValue(field)}`)
    .join(', ');
}
