// Reads verdicts through an edition: an item's status is the worst of its units, and every unit knows its codes.
import type { Framework, Verdict, VerdictStatus } from '@bongsu/core';

/** From worst to best. A fault outweighs what is unknown; what is unknown outweighs what a person must look at. */
const order: readonly VerdictStatus[] = ['fail', 'unknown', 'manual', 'pass', 'notApplicable'];

/** The worst status; `notApplicable` only where all are. An empty list is `unknown`: nobody judged it. */
export function statusWorst(statuses: readonly VerdictStatus[]): VerdictStatus {
  return order.find((status) => statuses.includes(status)) ?? 'unknown';
}

/** The status of an item on one host, from that host's verdicts or what was made of them; a unit without one is unknown. */
export function itemStatus(
  units: readonly string[],
  verdicts: readonly Pick<Verdict, 'unit' | 'status'>[],
): VerdictStatus {
  return statusWorst(units.map((unit) => verdicts.find((verdict) => verdict.unit === unit)?.status ?? 'unknown'));
}

/** The codes of a unit by edition: `{ 'kisa-unix-2026': ['U-01'], … }`. */
export function codesOf(unit: string, frameworks: readonly Framework[]): Record<string, string[]> {
  return Object.fromEntries(
    frameworks.map((framework) => [
      framework.id,
      framework.items.filter((item) => item.units.includes(unit)).map((item) => item.code),
    ]),
  );
}
