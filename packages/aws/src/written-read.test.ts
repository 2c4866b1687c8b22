// What S3 tells of objects is read word by word; whatever else stands in a queue is refused, with the reason, and never thrown.
import { describe, expect, it } from 'vitest';
import { writtenRead } from './written-read.ts';

/** Of the S3 user guide, event message structure. */
const record = {
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  awsRegion: 'ap-northeast-2',
  eventTime: '2026-11-26T01:02:03.000Z',
  eventName: 'ObjectCreated:Put',
  userIdentity: { principalId: 'AWS:AIDAEXAMPLE' },
  requestParameters: { sourceIPAddress: '10.0.0.1' },
  responseElements: { 'x-amz-request-id': 'C3D13FE58DE4C810', 'x-amz-id-2': 'x' },
  s3: {
    s3SchemaVersion: '1.0',
    configurationId: 'bongsu-results',
    bucket: { name: 'exchange', ownerIdentity: { principalId: 'A3NL1KOZZKExample' }, arn: 'arn:aws:s3:::exchange' },
    object: {
      key: 'v1/c1/results/a+b%2Bc%3A%ED%95%9C.tar.gz',
      size: 1024,
      eTag: 'd41d8cd9',
      sequencer: '0055AED6DCD90281E5',
    },
  },
};
const withKey = (key: unknown) => ({ ...record, s3: { ...record.s3, object: { ...record.s3.object, key } } });
/** Of the S3 user guide, event message structure of EventBridge. */
const event = {
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '111122223333',
  time: '2026-11-12T00:00:00Z',
  region: 'ca-central-1',
  resources: ['arn:aws:s3:::exchange'],
  detail: {
    version: '0',
    bucket: { name: 'exchange' },
    object: { key: 'a+b%2B.tar.gz', size: 5, etag: 'b1946ac9', 'version-id': 'I', sequencer: '00617F08299329D189' },
    'request-id': 'N4N7GDK58NMKJ12R',
    requester: '123456789012',
    'source-ip-address': '1.2.3.4',
    reason: 'PutObject',
  },
};
const read = (value: unknown) => writtenRead(JSON.stringify(value));

describe('a key', () => {
  it('of a notification is written as in a form', () =>
    expect(read({ Records: [record] })).toEqual([{ bucket: 'exchange', key: 'v1/c1/results/a b+c:한.tar.gz' }]));
  it('of EventBridge stands as it is', () =>
    expect(read(event)).toEqual([{ bucket: 'exchange', key: 'a+b%2B.tar.gz' }]));
  it('of each record', () => {
    const written = read({ Records: [record, { ...record, eventName: 'ObjectRemoved:Delete' }, withKey('b')] });
    expect(written).toHaveLength(2);
  });
});

it.each([
  ['the test of a new notification', { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'exchange' }],
  ['a deletion', { Records: [{ ...record, eventName: 'ObjectRemoved:DeleteMarkerCreated' }] }],
  ['another event of S3', { ...event, 'detail-type': 'Object Deleted' }],
])('%s says nothing of an object that was written', (_, value) => expect(read(value)).toBeNull());

describe('refused with its reason', () => {
  it.each([
    ['no JSON', '{'],
    ['no JSON', '['.repeat(200_000)],
    ['longer than 262144 characters', 'x'.repeat(262_145)],
    ['no message of S3', '[]'],
    ['no message of S3', '{}'],
    ['no message of S3', '{"Records":[]}'],
    ['no message of S3', '{"Records":{"0":{}}}'],
  ])('%s', (reason, body) => expect(writtenRead(body)).toBe(reason));
  it.each([
    ['a record of another source', { Records: [null] }],
    ['a record of another source', { Records: [{ ...record, eventSource: 'aws:sns' }] }],
    ['a record without a name', { Records: [{ ...record, eventName: 7 }] }],
    ['a key that is not URL-encoded', { Records: [withKey('%E0%A4%A')] }],
    ['no key', { Records: [withKey(['x'])] }],
    ['no key', { Records: [withKey('')] }],
    ['no key', { Records: [{ ...record, s3: null }] }],
    ['a key of more than 1024 bytes', { Records: [withKey('%ED%95%9C'.repeat(342))] }],
    ['no bucket', { Records: [{ ...record, s3: { ...record.s3, bucket: { name: '../x' } } }] }],
    ['no bucket', { ...event, detail: { object: event.detail.object } }],
  ])('%s', (reason, value) => expect(read(value)).toBe(reason));
  it('one record that is none refuses its message', () =>
    expect(read({ Records: [record, { ...record, eventSource: 'x' }] })).toBe('a record of another source'));
});
