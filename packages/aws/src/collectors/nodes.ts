// Systems Manager's nodes of one account and Region, hybrid ones (`mi-`) included.
import type { DescribeInstanceInformationCommandInput, InstanceInformation } from '@aws-sdk/client-ssm';
import type { Gap, InstanceId, ManagedNode, Place, Seen } from '@bongsu/core';
import { pages, translated, type Tell, type Where } from '../call.ts';
import type { Clients } from '../clients.ts';

export const calls = ['ssm:DescribeInstanceInformation'] as const;

/** Nodes a page: the service's maximum (SSM API reference, DescribeInstanceInformation). */
const pageSize = 50;

/** Values of a filter (SSM API reference, InstanceInformationStringFilter: 100 at most). */
const filterValuesMax = 100;

/** To find one unknown id among a hundred takes seven refused lists; where there are more, a list of all is cheaper. */
const refusalsMax = 7;

/**
 * All nodes that the service lists, or those of `only`; it leaves out stopped and terminated ones itself. It may refuse a whole list because
 * of one id that is no node of its (InvalidInstanceId; SSM API reference, DescribeInstanceInformation): the list is then halved until it is
 * alone, and is no node.
 */
export async function nodesOf(
  clients: Clients,
  place: Place,
  only?: readonly InstanceId[],
): Promise<Seen<ManagedNode>> {
  if (only === undefined) return nodesRead(clients, place, {});
  const seen: { items: ManagedNode[]; gaps: Gap[] } = { items: [], gaps: [] };
  const parts = Array.from({ length: Math.ceil(only.length / filterValuesMax) }, (_, index) =>
    only.slice(index * filterValuesMax, (index + 1) * filterValuesMax),
  );
  let refusals = 0;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const { items, gaps } = await nodesRead(clients, place, { Filters: [{ Key: 'InstanceIds', Values: [...part] }] });
    if (!gaps.some((gap) => gap.code === 'InvalidInstanceId')) {
      seen.items.push(...items);
      seen.gaps.push(...gaps);
    } else if (part.length > 1) {
      refusals += 1;
      if (refusals > refusalsMax) return nodesAmong(await nodesRead(clients, place, {}), only);
      const middle = Math.ceil(part.length / 2);
      parts.push(part.slice(middle), part.slice(0, middle));
    }
  }
  return seen;
}

function nodesAmong({ items, gaps }: Seen<ManagedNode>, ids: readonly InstanceId[]): Seen<ManagedNode> {
  const wanted = new Set(ids);
  return { items: items.filter(({ instanceId }) => wanted.has(instanceId)), gaps };
}

async function nodesRead(
  clients: Clients,
  place: Place,
  asked: DescribeInstanceInformationCommandInput,
): Promise<Seen<ManagedNode>> {
  const where: Where = { call: 'ssm:DescribeInstanceInformation', ...place };
  const { DescribeInstanceInformationCommand } = await import('@aws-sdk/client-ssm');
  const raw = await pages<InstanceInformation>(where, async (token) => {
    const client = await clients.ssm(place);
    const request = { ...asked, MaxResults: pageSize, ...(token === undefined ? {} : { NextToken: token }) };
    const page = await client.send(new DescribeInstanceInformationCommand(request));
    return { items: page.InstanceInformationList, next: page.NextToken };
  });
  return translated(raw, where, (node, tell) => nodeOf(node, place, tell));
}

/**
 * A node whose ping status we cannot name is left out with a gap: the gap makes the Region's node list incomplete, so
 * nobody concludes from the node's absence that the instance is not managed.
 */
function nodeOf(raw: InstanceInformation, place: Place, tell: Tell): ManagedNode | null {
  if (raw.InstanceId === undefined) {
    tell('MalformedItem', 'a node without an id');
    return null;
  }
  const pingStatus = pingStatusOf(raw.PingStatus);
  if (pingStatus === null) {
    tell('UnknownWord', `the ping status ${raw.PingStatus ?? '(none)'} is not known`);
    return null;
  }
  return {
    accountId: place.accountId,
    region: place.region,
    instanceId: raw.InstanceId,
    pingStatus,
    lastPingAt: raw.LastPingDateTime?.toISOString() ?? null,
    agentVersion: raw.AgentVersion ?? '',
    platformType: platformTypeOf(raw.PlatformType),
    platformName: raw.PlatformName ?? '',
    platformVersion: raw.PlatformVersion ?? '',
    computerName: raw.ComputerName ?? '',
    ipAddress: raw.IPAddress ?? '',
  };
}

function pingStatusOf(word: string | undefined): ManagedNode['pingStatus'] | null {
  return word === 'Online' || word === 'ConnectionLost' || word === 'Inactive' ? word : null;
}

function platformTypeOf(word: string | undefined): ManagedNode['platformType'] {
  return word === 'Linux' || word === 'Windows' || word === 'MacOS' ? word : 'unknown';
}
