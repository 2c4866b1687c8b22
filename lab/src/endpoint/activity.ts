// What the lab is busy with in real time, so that virtual time waits for it.

export interface Activity {
  /** Something has begun that real time must finish: a request, a program; returns how to say that it has ended. */
  begin(): () => void;
  /** Waits within something begun for the lab's clock: a long poll keeps nobody busy. */
  parked<T>(wait: Promise<T>): Promise<T>;
  /** How much is going on now. */
  busy(): number;
  /** Counts beginnings and ends; the same number later means that nothing has happened. */
  changes(): number;
}

/** Nothing goes on yet. */
export function createActivity(): Activity {
  let busy = 0;
  let changes = 0;
  const change = (by: number): void => {
    busy += by;
    changes += 1;
  };
  return {
    begin: () => {
      let ended = false;
      change(1);
      return () => {
        if (!ended) change(-1);
        ended = true;
      };
    },
    parked: async (wait) => {
      change(-1);
      try {
        return await wait;
      } finally {
        change(1);
      }
    },
    busy: () => busy,
    changes: () => changes,
  };
}
