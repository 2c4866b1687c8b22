// Counts the calls that go out, each attempt of its own, by API.
/** Any client of the SDK; each has a stack typed by its own requests, of which nothing is read here. */
export interface Counted {
  readonly middlewareStack: object;
}

type Handler = (args: object) => Promise<object>;
/** The part of the SDK's stack of middleware that counting needs. */
interface Stack {
  add(
    middleware: (next: Handler, context: { readonly commandName?: string }) => Handler,
    options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string },
  ): void;
}

export interface CallCount {
  /** Counts every attempt of a client from now on. */
  watch<Client extends Counted>(service: string, client: Client): Client;
  /** What was counted since it was asked last, such as `ssm:SendCommand`. */
  take(): Readonly<Record<string, number>>;
}

export function callCount(): CallCount {
  let counts: Record<string, number> = {};
  return {
    watch(service, client) {
      const stack = client.middlewareStack as Stack;
      stack.add(
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
