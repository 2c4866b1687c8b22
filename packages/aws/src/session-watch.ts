// Notices that a service refuses a session, whichever call was made with it, so that the next call is made with another.
import { stackOf, type Watched } from './client-stack.ts';
import { faultOf } from './fault.ts';

/** Calls `refused` for every call of the client that fails for its credentials, when its retries are over. */
export function sessionWatch<Client extends Watched>(client: Client, refused: () => void): Client {
  stackOf(client).add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (faultOf(error)?.kind === 'expired') refused();
        throw error;
      }
    },
    { step: 'initialize', priority: 'low', name: 'bongsuSessionWatch' },
  );
  return client;
}
