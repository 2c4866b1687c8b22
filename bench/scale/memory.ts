// The memory of a process over a measurement: its highest resident set since it began, and whether it grew from quarter to quarter.
import { readFileSync } from 'node:fs';

export interface MemoryUsed {
  /** VmHWM of /proc/self/status: whatever came before the measurement counts too. */
  readonly peakMebibytes: number;
  /** Median of the resident set in each quarter of the time. */
  readonly quarters: readonly number[];
}

/** Looks every quarter of a second until the returned function is called. */
export function memoryWatch(): () => MemoryUsed {
  const looks: number[] = [];
  const watch = setInterval(() => looks.push(process.memoryUsage.rss() / 2 ** 20), 250);
  return () => {
    clearInterval(watch);
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    const quarter = Math.ceil(looks.length / 4);
    const quarters = [0, 1, 2, 3].map((nth) => median(looks.slice(nth * quarter, (nth + 1) * quarter)));
    return { peakMebibytes: Math.round(Number(kibibytes) / 1024), quarters };
  };
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);
}
