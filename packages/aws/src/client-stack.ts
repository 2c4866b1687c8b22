// The part of the SDK's stack of middleware that watching calls needs.

/** Any client of the SDK; each has a stack typed by its own requests, of which nothing is read here. */
export interface Watched {
  readonly middlewareStack: object;
}

type Handler = (args: object) => Promise<{ readonly response?: unknown }>;

/** `initialize` sees a call once, `finalizeRequest` each of its attempts, `deserialize` the answer as it came. */
type Step = 'initialize' | 'finalizeRequest' | 'deserialize';

interface Stack {
  add(
    middleware: (next: Handler, context: { readonly commandName?: string }) => Handler,
    options: { readonly step: Step; readonly priority: 'low'; readonly name: string },
  ): void;
}

export function stackOf(client: Watched): Stack {
  return client.middlewareStack as Stack;
}
