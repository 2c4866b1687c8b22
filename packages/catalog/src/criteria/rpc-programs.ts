// Which of the RPC programs that an item names are registered with the port mapper.
import type { Proof } from '@bongsu/core';
import type { Rpc } from '../probes/rpc.ts';

/** Proofs of the registered programs among `named` (number to name). */
export function registered(rpc: Rpc, named: ReadonlyMap<number, string>): Proof[] {
  return (rpc.programs ?? []).flatMap(({ number }) => {
    const name = named.get(number);
    return name === undefined ? [] : [{ source: 'rpcinfo -p', found: `${number} ${name} registered` }];
  });
}
