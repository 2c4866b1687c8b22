// Reads one event of EventBridge, or says what is wrong with it.
import type { EventKind, InstanceEvent } from '@bongsu/core';
import { fieldsOf, type Fields, messageRead } from './message-read.ts';

const kindOfState: Readonly<Record<string, EventKind>> = {
  running: 'running',
  stopped: 'stopped',
  terminated: 'terminated',
};
/** States on the way to another one (EC2 user guide, instance lifecycle). */
const passing: ReadonlySet<string> = new Set(['pending', 'stopping', 'shutting-down']);
const registrations: ReadonlySet<string> = new Set(['UpdateInstanceInformation', 'RegisterManagedInstance']);

/** null: an event that says nothing we ask for. Text: why it is refused. */
export function eventRead(body: string): InstanceEvent | null | string {
  const event = messageRead(body, 'no event of EventBridge');
  if (typeof event === 'string') return event;
  const said = what(event, fieldsOf(event['detail']) ?? {});
  if (typeof said === 'string' || said === null) return said;
  const eventId = textOf(event, 'id', /^[\w-]{1,128}$/);
  const accountId = textOf(event, 'account', /^\d{12}$/);
  const region = textOf(event, 'region', /^[a-z]{2}(?:-[a-z]+){1,3}-\d$/);
  const at = instantOf(event['time']);
  if (eventId === null) return 'no event id';
  if (accountId === null) return 'no account id of 12 digits';
  if (region === null) return 'no Region';
  if (at === null) return 'no time';
  return { eventId, accountId, region, instanceId: said.instanceId, what: said.kind, at };
}

function what(event: Fields, detail: Fields): { kind: EventKind; instanceId: string } | null | string {
  const type = `${String(event['source'])}: ${String(event['detail-type'])}`;
  if (type === 'aws.ec2: EC2 Instance State-change Notification') {
    const state = detail['state'];
    if (typeof state !== 'string') return 'a state change without a state';
    if (passing.has(state)) return null;
    const kind = Object.hasOwn(kindOfState, state) ? kindOfState[state] : undefined;
    return kind === undefined ? 'a state that EC2 does not have' : named(kind, detail['instance-id']);
  }
  if (type === 'aws.ssm: AWS API Call via CloudTrail') {
    const name = detail['eventName'];
    if (typeof name !== 'string') return 'a call without a name';
    // A wider rule than ours, or a call that failed.
    if (!registrations.has(name) || detail['errorCode'] !== undefined) return null;
    const asked = fieldsOf(detail['requestParameters'])?.['instanceId'];
    return named('registered', asked ?? fieldsOf(detail['responseElements'])?.['instanceId']);
  }
  return 'an event of another kind';
}

function named(kind: EventKind, instanceId: unknown): { kind: EventKind; instanceId: string } | string {
  const valid =
    typeof instanceId === 'string' && /^(?:i-(?:[0-9a-f]{8}|[0-9a-f]{17})|mi-[0-9a-f]{17})$/.test(instanceId);
  return valid ? { kind, instanceId } : 'no instance id';
}

function textOf(event: Fields, name: string, shape: RegExp): string | null {
  const value = event[name];
  return typeof value === 'string' && shape.test(value) ? value : null;
}

/** EventBridge writes whole seconds in UTC. */
function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value)) return null;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
