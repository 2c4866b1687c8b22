// Counts the calls that go out, each attempt of its own, by API.
import { stackOf, type Watched } from './client-stack.ts';

export interface CallCount {
  /** Counts every attempt of a client from now on. */
  watch<Client extends Watched>(service: string, client: Client): Client;
  /** What was counted since it was asked last, such as `ssm:SendCommand`. */
  take(): Readonly<Record<string, number>>;
}

export function callCount(): CallCount {
  let counts: Record<string, number> = {};
  return {
    watch(service, client) {
      stackOf(client).add(
        (next, context) => (args) => {
          const call = `${service}:${(context.commandName ?? 'Unknown').replace(/Command$/, '')}`;
          counts[call] = (counts[call] ?? 0) + 1;
          return next(args);
        },
        // Inside the retries, so that each attempt counts.
        { step: 'finalizeRequest', priority: 'low', name: 'bongsuCallCount' },
      );
      return client;
    },
    take() {
      const taken = counts;
      counts = {};
      return taken;
    },
  };
}
