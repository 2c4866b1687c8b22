// Lets a limited number in at a time; the others wait in order, and may give up waiting.

export interface Gate {
  /** Resolves with how to leave; null where the signal came first. */
  enter(signal: AbortSignal): Promise<(() => void) | null>;
}

export function gateOf(places: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = (): (() => void) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = waiting.shift();
      if (next) next();
      else free++;
    };
  };
  return {
    enter: (signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(null);
        if (free > 0) {
          free--;
          return resolve(leave());
        }
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(admit), 1);
          resolve(null);
        };
        const admit = (): void => {
          signal.removeEventListener('abort', giveUp);
          resolve(leave());
        };
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.push(admit);
      }),
  };
}
