// EC2 DescribeInstances and DescribeInstanceStatus: filters, pages counted in instances, reservations.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Handler, Shape } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { isOfEc2 } from '../host.ts';
import type { Host } from '../host.ts';
import { page } from '../paging.ts';
import type { Page } from '../paging.ts';
import { filtersOf, passes } from './filter.ts';
import { instanceView, stateOf } from './instance-view.ts';

/** MaxResults is 5 to 1,000; the lab answers 1,000 where none is given (EC2 API reference, DescribeInstances). */
const pageSize = { min: 5, max: 1000 } as const;
const instanceFilters = ['instance-id', 'instance-state-name', 'instance-type', 'image-id', 'tag-key', 'tag:'];

function requireIds(ids: readonly string[], hosts: ReadonlyMap<string, Host>): void {
  const malformed = ids.find((id) => !/^i-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id));
  if (malformed !== undefined) throw new AwsError('InvalidInstanceID.Malformed', `Invalid id: "${malformed}"`);
  const unknown = ids.filter((id) => !hosts.has(id));
  if (unknown.length === 0) return;
  const [subject, verb] = unknown.length === 1 ? ['instance ID', 'does'] : ['instance IDs', 'do'];
  throw new AwsError('InvalidInstanceID.NotFound', `The ${subject} '${unknown.join(', ')}' ${verb} not exist`);
}

function requirePageSize(input: Shape): void {
  const size = input.MaxResults;
  if (size === undefined) return;
  if (input.InstanceIds?.length) {
    throw new AwsError(
      'InvalidParameterCombination',
      'The parameter instancesSet cannot be used with the parameter maxResults',
    );
  }
  const side = size < pageSize.min ? `greater than ${pageSize.min}` : `less than ${pageSize.max}`;
  if (size < pageSize.min || size > pageSize.max) {
    throw new AwsError(
      'InvalidParameterValue',
      `Value ( ${size} ) for parameter maxResults is invalid. Expecting a value ${side}.`,
    );
  }
}

const sortKey = (host: Host): string => `${host.reservationId} ${host.instanceId}`;

function subjectOf(host: Host): Record<string, readonly string[]> {
  return {
    'instance-id': [host.instanceId],
    'instance-state-name': [host.state],
    'instance-type': [host.instanceType],
    'image-id': [host.imageId],
    'tag-key': Object.keys(host.tags),
    ...Object.fromEntries(Object.entries(host.tags).map(([key, value]) => [`tag:${key}`, [value]])),
  };
}

function selected(estate: Estate, input: Shape, call: Call, also: (host: Host) => boolean): Page<Host> {
  const { hosts } = estate.place(call.accountId, call.region);
  const ids: string[] = input.InstanceIds ?? [];
  requireIds(ids, hosts);
  requirePageSize(input);
  const filters = filtersOf(input.Filters, instanceFilters);
  const found = [...hosts.values()].filter(
    (host) =>
      isOfEc2(host) &&
      also(host) &&
      (ids.length === 0 || ids.includes(host.instanceId)) &&
      passes(filters, subjectOf(host)),
  );
  return page(found, sortKey, {
    call,
    input,
    token: input.NextToken,
    size: input.MaxResults ?? pageSize.max,
    refuse: () => new AwsError('InvalidNextToken', 'The token specified in the request is invalid.'),
  });
}

/** The handler; a reservation may be cut by a page's end, and goes on in the next page. */
export function describeInstances(estate: Estate): Handler {
  return (input, call) => {
    const hosts = selected(estate, input, call, () => true);
    const reservations = Map.groupBy(hosts.items, (host) => host.reservationId);
    return {
      Reservations: [...reservations].map(([reservationId, members]) => ({
        ReservationId: reservationId,
        OwnerId: call.accountId,
        Groups: [],
        Instances: members.map(instanceView),
      })),
      NextToken: hosts.next,
    };
  };
}

/** The handler; only running instances unless all are asked for. */
export function describeInstanceStatus(estate: Estate): Handler {
  return (input, call) => {
    const everything = input.IncludeAllInstances === true;
    const hosts = selected(estate, input, call, (host) => everything || host.state === 'running');
    const check = (host: Host) => ({ Status: host.state === 'running' ? 'ok' : 'not-applicable', Details: [] });
    return {
      InstanceStatuses: hosts.items.map((host) => ({
        InstanceId: host.instanceId,
        AvailabilityZone: `${host.region}a`,
        InstanceState: stateOf(host),
        InstanceStatus: check(host),
        SystemStatus: check(host),
        Events: [],
      })),
      NextToken: hosts.next,
    };
  };
}
