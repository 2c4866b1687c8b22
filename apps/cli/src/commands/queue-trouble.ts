// Trouble of the queue as people want to hear of it: while a server is away each of its pollers fails twice a second.
import type { Clock } from '@bongsu/core';

const silentMilliseconds = 30_000;

/** Passes on what was not said in the last half minute; which of its pollers it was tells nobody anything. */
export function seldom(clock: Pick<Clock, 'now'>, tell: (words: string) => void): (words: string) => void {
  const told = new Map<string, number>();
  return (words) => {
    const trouble = words.replace(/ \(Queue: [^()]*\)$/, '');
    const now = clock.now().getTime();
    for (const [one, at] of told) if (now - at >= silentMilliseconds) told.delete(one);
    if (told.has(trouble)) return;
    told.set(trouble, now);
    tell(trouble);
  };
}
