// EC2 instances of one account and Region.
import type { DescribeInstancesCommandInput, Instance, Reservation } from '@aws-sdk/client-ec2';
import type { Ec2Instance, Gap, InstanceId, InstanceState, Place, Seen } from '@bongsu/core';
import { pages, translated, type Tell, type Where } from '../call.ts';
import type { Clients } from '../clients.ts';

export const calls = ['ec2:DescribeInstances'] as const;

/** Instances a page: EC2's own maximum, so that paging costs the fewest calls. */
const pageSize = 1_000;

const states: ReadonlySet<string> = new Set<InstanceState>([
  'pending',
  'running',
  'shutting-down',
  'stopping',
  'stopped',
  'terminated',
]);

/** Values of a filter (EC2 API reference, DescribeInstances: 200 at most). */
const filterValuesMax = 200;

/** All instances but the terminated ones, which no longer exist; or those of `only`. */
export async function instancesOf(
  clients: Clients,
  place: Place,
  only?: readonly InstanceId[],
): Promise<Seen<Ec2Instance>> {
  if (only === undefined) return instancesRead(clients, place, {});
  const seen: { items: Ec2Instance[]; gaps: Gap[] } = { items: [], gaps: [] };
  // EC2 knows no hybrid nodes.
  const own = only.filter((id) => id.startsWith('i-'));
  for (let start = 0; start < own.length; start += filterValuesMax) {
    // Asked for by a filter: an id that there is not (or not yet) is then left out, and no error.
    const Filters = [{ Name: 'instance-id', Values: own.slice(start, start + filterValuesMax) }];
    const { items, gaps } = await instancesRead(clients, place, { Filters });
    seen.items.push(...items);
    seen.gaps.push(...gaps);
  }
  return seen;
}

async function instancesRead(
  clients: Clients,
  place: Place,
  asked: DescribeInstancesCommandInput,
): Promise<Seen<Ec2Instance>> {
  const where: Where = { call: 'ec2:DescribeInstances', ...place };
  const { DescribeInstancesCommand } = await import('@aws-sdk/client-ec2');
  const raw = await pages<Reservation>(where, async (token) => {
    const client = await clients.ec2(place);
    const request = { ...asked, MaxResults: pageSize, ...(token === undefined ? {} : { NextToken: token }) };
    const page = await client.send(new DescribeInstancesCommand(request));
    return { items: page.Reservations, next: page.NextToken };
  });
  const listed = translated(raw, where, (reservation: Reservation, tell) => {
    if (reservation.Instances === undefined) tell('MalformedItem', 'a reservation without a list of instances');
    return reservation.Instances ?? null;
  });
  return translated({ items: listed.items.flat(), gaps: listed.gaps }, where, (instance, tell) =>
    instanceOf(instance, place, tell),
  );
}

function instanceOf(raw: Instance, place: Place, tell: Tell): Ec2Instance | null {
  if (raw.InstanceId === undefined) {
    tell('MalformedItem', 'an instance without an id');
    return null;
  }
  const state = stateOf(raw.State?.Name, tell);
  if (state === 'terminated') return null;
  const tags = Object.fromEntries((raw.Tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']));
  return {
    accountId: place.accountId,
    region: place.region,
    instanceId: raw.InstanceId,
    state,
    name: Object.hasOwn(tags, 'Name') ? (tags.Name ?? '') : '',
    tags,
    imageId: raw.ImageId ?? '',
    instanceType: raw.InstanceType ?? '',
    launchedAt: raw.LaunchTime?.toISOString() ?? null,
    privateIp: raw.PrivateIpAddress ?? '',
    platformDetails: raw.PlatformDetails ?? '',
    profileArn: raw.IamInstanceProfile?.Arn ?? null,
  };
}

/** An instance in a state we do not know still exists: it stays in the list, and its state is said to be unknown. */
function stateOf(word: string | undefined, tell: Tell): InstanceState {
  if (word !== undefined && states.has(word)) return word as InstanceState;
  tell('UnknownWord', `the instance state ${word ?? '(none)'} is not known`);
  return 'unknown';
}
