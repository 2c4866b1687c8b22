// The printed policies as the lab's principals, roles, buckets and queues are given them.
import type { PolicySet } from '@bongsu/aws';
import type { Grants } from '@bongsu/lab';

export function grantsOf({ central, member, instance, memberTrust, buckets, queues }: PolicySet): Grants {
  const texts = (policies: Readonly<Record<string, object>>): Record<string, string> =>
    Object.fromEntries(Object.entries(policies).map(([name, policy]) => [name, JSON.stringify(policy)]));
  return {
    central: JSON.stringify(central),
    member: JSON.stringify(member),
    ...(instance === undefined ? {} : { instance: JSON.stringify(instance) }),
    memberTrust: JSON.stringify(memberTrust),
    ...{ buckets: texts(buckets), queues: texts(queues) },
  };
}
