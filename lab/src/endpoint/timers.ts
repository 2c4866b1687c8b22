// Timers in the order of their moments: a heap, because a fleet has one or two for every host.

export interface Timer {
  readonly at: number;
  /** Timers of one moment fire in the order they were set. */
  readonly serial: number;
  readonly action: () => void;
  cancelled: boolean;
}

export interface Timers {
  add(at: number, action: () => void): Timer;
  cancel(timer: Timer): void;
  /** The earliest that was not cancelled. */
  first(): Timer | undefined;
  /** Takes the earliest out. */
  take(): Timer | undefined;
}

const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.serial < b.serial);

/** No timers yet. Cancelled ones stay in the heap until they come up, or are more than those that count. */
export function createTimers(): Timers {
  let heap: Timer[] = [];
  let serial = 0;
  let cancelled = 0;

  const up = (start: number): void => {
    for (let index = start; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!swapWhere(index, parent)) return;
      index = parent;
    }
  };
  /** Swaps where `lower` must come before `upper`. */
  const swapWhere = (lower: number, upper: number): boolean => {
    const [a, b] = [heap[lower], heap[upper]];
    if (a === undefined || b === undefined || !before(a, b)) return false;
    heap[lower] = b;
    heap[upper] = a;
    return true;
  };
  const down = (): void => {
    for (let index = 0; ; ) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
      if (left === undefined) return;
      const child = right !== undefined && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      if (!swapWhere(child, index)) return;
      index = child;
    }
  };
  const remove = (): Timer | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    heap[0] = last;
    down();
    return top;
  };
  const clear = (): void => {
    while (heap[0]?.cancelled) {
      remove();
      cancelled -= 1;
    }
  };

  return {
    add: (at, action) => {
      serial += 1;
      const timer: Timer = { at, serial, action, cancelled: false };
      heap.push(timer);
      up(heap.length - 1);
      return timer;
    },
    cancel: (timer) => {
      if (timer.cancelled) return;
      timer.cancelled = true;
      cancelled += 1;
      if (cancelled * 2 <= heap.length || heap.length < 64) return;
      // A list in order is a heap.
      heap = heap.filter((one) => !one.cancelled).sort((a, b) => (before(a, b) ? -1 : 1));
      cancelled = 0;
    },
    first: () => {
      clear();
      return heap[0];
    },
    take: () => {
      clear();
      const timer = remove();
      // Fired: cancelling it later must not be counted.
      if (timer) timer.cancelled = true;
      return timer;
    },
  };
}
