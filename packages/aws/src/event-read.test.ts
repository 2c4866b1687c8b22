// Events are read word by word; whatever else stands in a queue is refused, with the reason, and never thrown.
import { describe, expect, it } from 'vitest';
import { eventRead } from './event-read.ts';
import { queueNameOf } from './queue.ts';

const event = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '123456789012',
  time: '2026-11-11T21:29:54Z',
  region: 'ap-northeast-2',
  resources: ['arn:aws:ec2:ap-northeast-2:123456789012:instance/i-0123456789abcdef0'],
  detail: { 'instance-id': 'i-0123456789abcdef0', state: 'running' },
};
const call = {
  ...event,
  source: 'aws.ssm',
  'detail-type': 'AWS API Call via CloudTrail',
  detail: { eventName: 'UpdateInstanceInformation', requestParameters: { instanceId: 'mi-0123456789abcdef0' } },
};
const read = (value: unknown) => eventRead(JSON.stringify(value));

describe('an event', () => {
  it('of EC2 is a word about an instance', () =>
    expect(read(event)).toEqual({
      eventId: event.id,
      accountId: '123456789012',
      region: 'ap-northeast-2',
      instanceId: 'i-0123456789abcdef0',
      what: 'running',
      at: '2026-11-11T21:29:54.000Z',
    }));
  it('of CloudTrail is an agent that registers', () =>
    expect(read(call)).toMatchObject({ what: 'registered', instanceId: 'mi-0123456789abcdef0' }));
  it('of an activation names its node in the answer', () =>
    expect(
      read({
        ...call,
        detail: {
          eventName: 'RegisterManagedInstance',
          requestParameters: { activationId: 'x' },
          responseElements: { instanceId: 'mi-0123456789abcdef0' },
        },
      }),
    ).toMatchObject({ instanceId: 'mi-0123456789abcdef0' }));
  it.each([
    ['a state on the way', { ...event, detail: { ...event.detail, state: 'shutting-down' } }],
    ['another call', { ...call, detail: { ...call.detail, eventName: 'SendCommand' } }],
    ['a call that failed', { ...call, detail: { ...call.detail, errorCode: 'AccessDenied' } }],
  ])('says nothing where it is %s', (_, value) => expect(read(value)).toBeNull());
});

describe('refused with its reason', () => {
  it.each([
    ['no JSON', '{'],
    ['no JSON', ''],
    ['no event of EventBridge', '[]'],
    ['no event of EventBridge', '"x"'],
    ['no event of EventBridge', 'null'],
    ['an event of another kind', '{}'],
    ['longer than 262144 characters', 'x'.repeat(262_145)],
    ['no JSON', '['.repeat(200_000)],
  ])('%s', (reason, body) => expect(eventRead(body)).toBe(reason));
  it.each([
    ['no instance id', { ...event, detail: { 'instance-id': 'i-0123456789abcdef0; rm -rf /', state: 'running' } }],
    ['no instance id', { ...event, detail: { 'instance-id': ['i-0123456789abcdef0'], state: 'running' } }],
    ['a state that EC2 does not have', { ...event, detail: { ...event.detail, state: '__proto__' } }],
    ['a state change without a state', { ...event, detail: null }],
    ['no account id of 12 digits', { ...event, account: 123456789012 }],
    ['no Region', { ...event, region: '../../etc' }],
    ['no time', { ...event, time: '2026-13-45T99:99:99Z' }],
    ['no event id', { ...event, id: '' }],
    ['an event of another kind', { ...event, source: 'com.example' }],
  ])('%s', (reason, value) => expect(read(value)).toBe(reason));
});

it('the address of a queue names its account and Region', () => {
  expect(queueNameOf('https://sqs.eu-west-1.amazonaws.com/123456789012/hosts', 'x')).toEqual({
    ...{ accountId: '123456789012', name: 'hosts', region: 'eu-west-1' },
  });
  expect(queueNameOf('http://127.0.0.1:4000/123456789012/hosts', 'us-east-1').region).toBe('us-east-1');
});
