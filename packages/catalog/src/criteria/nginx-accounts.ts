// The accounts that an instance of nginx answers as: what its workers show, and what its configuration names.
import type { Accounts } from '../probes/accounts.ts';
import type { NginxInstance } from '../probes/nginx.ts';

/** Their numbers, root left out: a file may belong to root in any case. */
export function nginxAccounts(instance: NginxInstance, { users }: Accounts): number[] {
  const name = instance.tree.find((one) => one.name === 'user')?.args[0] ?? instance.builtUser;
  const named = users.flatMap((user) => (user.name === name && user.uid !== null ? [user.uid] : []));
  const seen = [...instance.workers.map((worker) => worker.uid), ...(instance.master ? [instance.master.uid] : [])];
  return [...new Set([...named, ...seen])].filter((uid) => uid !== 0);
}
