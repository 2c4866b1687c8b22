// A queue that is asked again and again in place of a long poll, in which the lab's time would stand still.
import type { Clock, MessageQueue } from '@bongsu/core';

const pollMilliseconds = 5_000;

export function shortPolls<Matter>(queue: MessageQueue<Matter>, clock: Clock): MessageQueue<Matter> {
  return {
    ...queue,
    receive: async (waitSeconds, signal) => {
      const until = clock.now().getTime() + waitSeconds * 1000;
      for (;;) {
        const received = await queue.receive(0);
        const over = received.messages.length > 0 || received.gap !== null || clock.now().getTime() >= until;
        if (over || signal?.aborted) return received;
        await clock.sleep(pollMilliseconds, signal).catch((fault: unknown) => {
          if (!signal?.aborted) throw fault;
        });
      }
    },
  };
}
