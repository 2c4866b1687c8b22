// DescribeInstanceInformation: the nodes whose agents have registered, in both forms of filter.
import { AwsError } from '../../endpoint/contract.ts';
import type { Handler, Shape } from '../../endpoint/contract.ts';
import { requireLength, requirePattern, requireRange, validationError } from '../constraint.ts';
import type { Estate } from '../estate.ts';
import { isManaged } from '../host.ts';
import type { Host, HostNode } from '../host.ts';
import { invalidNextToken, page } from '../paging.ts';
import { invalidInstanceId } from './targets.ts';

/** 5 to 50 a page, 10 where nothing is said (Systems Manager API reference). */
const pageSize = { min: 5, max: 50, usual: 10 } as const;
const namePattern = /^(i-(\w{8}|\w{17})|mi-\w{17})$/;

interface NodeFilter {
  readonly key: string;
  readonly values: readonly string[];
}

/** Both lists of filters in one form; giving both is refused. */
function nodeFilters(input: Shape): NodeFilter[] {
  const newer: Shape[] = input.Filters ?? [];
  const older: Shape[] = input.InstanceInformationFilterList ?? [];
  if (newer.length > 0 && older.length > 0) {
    throw new AwsError('ValidationException', 'Filters and InstanceInformationFilterList exclude each other.');
  }
  const filters = [
    ...newer.map((filter) => ({ key: String(filter.Key), values: filter.Values ?? [] })),
    ...older.map((filter) => ({ key: String(filter.key), values: filter.valueSet ?? [] })),
  ];
  for (const { values } of filters) {
    if (values.length === 0) throw validationError('[]', 'filters.values', 'Member must have length at least 1');
    requireLength(values, 'filters.values', 100);
  }
  return filters;
}

const pingStatus = (host: Host): string => (host.agent === 'online' ? 'Online' : 'ConnectionLost');

function isWanted(host: Host, node: HostNode, { key, values }: NodeFilter): boolean {
  switch (key) {
    case 'InstanceIds':
      return values.includes(host.instanceId);
    case 'PingStatus':
      return values.includes(pingStatus(host));
    case 'PlatformTypes':
      return values.includes(node.platformType);
    case 'AgentVersion':
      return values.includes(node.agentVersion);
    case 'ResourceType':
      return values.includes(sourceOf(host).ResourceType);
    case 'ActivationIds':
      return host.activationId !== null && values.includes(host.activationId);
    case 'tag-key':
      return values.some((value) => Object.hasOwn(host.tags, value));
    default: {
      if (!key.startsWith('tag:')) throw new AwsError('InvalidInstanceInformationFilterValue', `Unknown key ${key}.`);
      const own = host.tags[key.slice('tag:'.length)];
      return own !== undefined && values.includes(own);
    }
  }
}

/** What tells instances of EC2 from nodes that were registered with an activation. */
function sourceOf(host: Host) {
  if (host.activationId === null) return { ResourceType: 'EC2Instance', SourceType: 'AWS::EC2::Instance' };
  return {
    ResourceType: 'ManagedInstance',
    SourceType: 'AWS::SSM::ManagedInstance',
    ActivationId: host.activationId,
    RegistrationDate: host.launchedAt,
    IamRole: 'service-role/AmazonEC2RunCommandRoleForManagedInstances',
    Name: host.spec.name,
  };
}

function nodeView(host: Host, node: HostNode, now: number): Shape {
  const lastPingAt = host.agent === 'online' && !host.outsideAgent ? now : host.lastPingAt;
  return {
    InstanceId: host.instanceId,
    PingStatus: pingStatus(host),
    LastPingDateTime: new Date(lastPingAt),
    AgentVersion: node.agentVersion,
    IsLatestVersion: true,
    PlatformType: node.platformType,
    PlatformName: node.platformName,
    PlatformVersion: node.platformVersion,
    IPAddress: node.ipAddress,
    ComputerName: node.computerName,
    SourceId: host.instanceId,
    ...sourceOf(host),
  };
}

/** The handler. Stopped and terminated nodes are not shown; one unknown id fails the whole call. */
export function describeInstanceInformation(estate: Estate): Handler {
  return (input, call) => {
    requireRange(input.MaxResults, 'maxResults', pageSize.min, pageSize.max);
    const { hosts } = estate.place(call.accountId, call.region);
    const filters = nodeFilters(input);
    for (const { key, values } of filters) {
      if (key !== 'InstanceIds') continue;
      for (const id of values) requirePattern(id, 'instanceIds', namePattern);
      const unknown = values.filter((id) => !hosts.get(id)?.node);
      if (unknown.length > 0) throw invalidInstanceId(unknown, call.accountId);
    }
    const found = [...hosts.values()].flatMap((host) => {
      const { node } = host;
      if (node === null || !isManaged(host)) return [];
      return filters.every((filter) => isWanted(host, node, filter)) ? [{ host, node }] : [];
    });
    const nodes = page(found, ({ host }) => host.instanceId, {
      call,
      input,
      token: input.NextToken,
      size: input.MaxResults ?? pageSize.usual,
      refuse: invalidNextToken('InvalidNextToken'),
    });
    return {
      InstanceInformationList: nodes.items.map(({ host, node }) => nodeView(host, node, estate.clock.now())),
      NextToken: nodes.next,
    };
  };
}
