// Notices that a service refuses a session, whichever call was made with it, so that the next call is made with another.
import type { Counted } from './call-count.ts';
import { faultOf } from './fault.ts';

type Handler = (args: object) => Promise<object>;
/** The part of the SDK's stack of middleware that this needs. */
interface Stack {
  add(middleware: (next: Handler) => Handler, options: { readonly step: 'initialize'; readonly name: string }): void;
}

/** Calls `refused` for every call of the client that fails for its credentials, when its retries are over. */
export function sessionWatch<Client extends Counted>(client: Client, refused: () => void): Client {
  const stack = client.middlewareStack as Stack;
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (faultOf(error)?.kind === 'expired') refused();
        throw error;
      }
    },
    { step: 'initialize', name: 'bongsuSessionWatch' },
  );
  return client;
}
