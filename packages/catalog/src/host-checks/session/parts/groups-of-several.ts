// Groups that bear a user's name and hold somebody else too: where the mask leaves the group its right to write, that is no private group.
import type { Proof } from '@bongsu/core';
import { hasLoginShell } from '@bongsu/core';
import type { Accounts } from '../../../probes/accounts.ts';

export function groupsOfSeveral({ users, groups }: Accounts): Proof[] {
  const ordinary = users.filter((user) => hasLoginShell(user) && user.uid !== 0);
  return ordinary.flatMap((user) => {
    const own = groups.find((group) => group.gid === user.gid && group.name === user.name);
    if (!own) return [];
    const others = [
      ...own.members.filter((name) => name !== user.name),
      ...users.filter((other) => other.gid === own.gid && other.name !== user.name).map((other) => other.name),
    ];
    return others.length === 0
      ? []
      : [
          {
            source: `/etc/group:${own.line}`,
            found: `${own.name} holds ${[...new Set(others)].slice(0, 20).join(', ')} too`,
            expected: `${user.name} alone`,
          },
        ];
  });
}
