// Associations against the lab: found by name, made once, mended whatever somebody made of them, and how they ran; nothing taken for absence.
import {
  CreateAssociationCommand,
  SSMClient,
  UpdateAssociationCommand,
  type UpdateAssociationCommandInput,
} from '@aws-sdk/client-ssm';
import type { AssociationOrder, Associations } from '@bongsu/core';
import { driveTime, fleetWorld, startLab, type Lab, type VirtualTime } from '@bongsu/lab';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { associationDrift } from './association-drift.ts';
import { openAws } from './index.ts';
import { permissionsMember } from './permissions.ts';

const region = 'ap-northeast-2';
const place = { accountId: '200000000000', region };
let lab: Lab;
let time: VirtualTime;
let associations: Associations;
let document: string;

const content = JSON.stringify({
  schemaVersion: '2.2',
  parameters: { Prefix: { type: 'String' } },
  mainSteps: [{ action: 'aws:runShellScript', name: 'nothing', inputs: { runCommand: ['true'] } }],
});

beforeAll(async () => {
  const world = fleetWorld(6, 2, { simulated: true });
  lab = await startLab({ world, virtualFrom: new Date('2031-05-01T00:00:00Z') });
  time = driveTime(lab);
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
  process.env['AWS_ENDPOINT_URL'] = lab.url;
  const { roleName, externalId, regions, bucket } = lab;
  const settings = { roleName, externalId, regions, bucket, centralRegion: region, maxAttempts: 2, answerSeconds: 2 };
  const aws = await openAws({ ...settings, accounts: { kind: 'organization' }, associations: true }, time.clock);
  ({ associations } = aws);
  const pin = await associations.document(region, content, [place.accountId]);
  if ('call' in pin) throw new Error(pin.message);
  document = pin.arn;
});
afterEach(() => lab.faults.clear());
afterAll(async () => {
  time.stop();
  await lab.close();
});

let named = 0;
let order: AssociationOrder;
beforeEach(() => {
  const name = `Bongsu-${(named += 1)}`;
  order = { name, document, expression: 'cron(0 17 ? * * *)', tag: null, parameters: { Prefix: 'v1/' } };
});

const find = (change: Partial<Parameters<Associations['find']>[1]> = {}, at = place) =>
  associations.find(at, { name: order.name, known: null, order, ...change });

async function made(change: Partial<AssociationOrder> = {}): Promise<string> {
  const id = await associations.create(place, { ...order, ...change });
  if (typeof id !== 'string') throw new Error(id.message);
  return id;
}

/** What somebody else does with the account's own console. */
async function somebody(change: Omit<UpdateAssociationCommandInput, 'AssociationId'>, id: string): Promise<void> {
  await somebodys().send(new UpdateAssociationCommand({ AssociationId: id, ...change }));
}
function somebodys(): SSMClient {
  const { accessKeyId, secretAccessKey, sessionToken } = lab.agentCredentials(hosts()[0] ?? '');
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  const systemClockOffset = lab.clock.now() - Date.now();
  return new SSMClient({ region, endpoint: lab.url, credentials, systemClockOffset });
}
const hosts = (): string[] =>
  lab.world.accounts
    .flatMap((one) => (one.accountId === place.accountId ? (one.regions[region] ?? []) : []))
    .map((one) => one.instanceId);

test('is made as it was ordered, found by its name, and not there for any other', async () => {
  const id = await made();
  expect(await find()).toMatchObject({
    items: [{ associationId: id, drift: [] }],
    gaps: [],
  });
  expect(await find({ name: 'Bongsu-none' })).toEqual({ items: [], gaps: [] });
  const other = { accountId: '200000000001', region };
  expect(await find({}, other)).toEqual({ items: [], gaps: [] });
});

test.each([
  [{ key: 'env' }, { key: 'env', value: 'prod' }],
  [{ key: 'env', value: 'prod' }, null],
])('its targets are those of %o, and others are drift', async (tag, otherTag) => {
  await made({ tag });
  expect((await find({ order: { ...order, tag } })).items[0]?.drift).toEqual([]);
  expect((await find({ order: { ...order, tag: otherTag } })).items[0]?.drift).toEqual([
    expect.stringMatching(/^Targets are tag/),
  ]);
});

test('tells all that somebody has changed, and mends it', async () => {
  const id = await made();
  await somebody({ ScheduleExpression: 'rate(30 minutes)', Parameters: { Prefix: ['v2/'] }, MaxErrors: '0' }, id);
  // What an update does not name is gone, its name too.
  expect((await find()).items).toEqual([]);
  expect((await find({ known: id })).items[0]?.drift).toContain('AssociationName is not set');
  expect(await associations.update(place, id, order)).toBe(id);
  expect((await find()).items).toMatchObject([{ associationId: id, drift: [] }]);
  const changed = { AssociationName: order.name, Parameters: { Prefix: ['v2/'] }, MaxErrors: '0' };
  await somebody({ ...changed, ApplyOnlyAtCronInterval: true, ScheduleExpression: 'cron(0 3 ? * * *)' }, id);
  expect((await find()).items[0]?.drift).toEqual([
    'ScheduleExpression is cron(0 3 ? * * *)',
    'MaxErrors is 0',
    'parameter Prefix differs',
    'ApplyOnlyAtCronInterval is set',
  ]);
});

test('an answer that is lost is a gap, and what was made is found; it was asked for once', async () => {
  lab.faults.set([{ service: 'ssm', operation: 'CreateAssociation', then: { drop: 'after' } }]);
  expect(await associations.create(place, order)).toMatchObject({ call: 'ssm:CreateAssociation' });
  lab.faults.clear();
  expect((await find()).items).toHaveLength(1);
});

test('several of one name are all told, the oldest first', async () => {
  const first = await made();
  await time.clock.sleep(60_000);
  const second = await made();
  expect((await find()).items.map((one) => one.associationId)).toEqual([first, second]);
});

test('one that has our name and runs another document is nobody’s of ours', async () => {
  const theirs = { Name: 'AWS-RunShellScript', Targets: [{ Key: 'InstanceIds', Values: ['*'] }] };
  const named = { AssociationName: order.name, Parameters: { commands: ['true'] } };
  await somebodys().send(new CreateAssociationCommand({ ...theirs, ...named }));
  expect(await find()).toEqual({ items: [], gaps: [] });
});

test('is removed, and removed again', async () => {
  const id = await made();
  expect([await associations.remove(place, id), await associations.remove(place, id)]).toEqual([id, id]);
  expect((await find()).items).toEqual([]);
  expect(await associations.runs(place, id, '2031-05-01T00:00:00Z')).toBeNull();
});

test('tells how it ran on each node, and of the runs since a moment alone', async () => {
  const id = await made();
  await time.clock.sleep(60_000);
  const seen = await associations.runs(place, id, '2031-05-01T00:00:00Z');
  expect(seen?.gaps).toEqual([]);
  expect(seen?.items.map((one) => one.instanceId).sort()).toEqual(hosts().sort());
  expect(new Set(seen?.items.map((one) => `${one.status} ${one.commandId?.length}`))).toEqual(new Set(['Success 36']));
  expect((await associations.runs(place, id, time.clock.now().toISOString()))?.items).toEqual([]);
});

describe('what cannot be read', () => {
  test.each([
    ['ListAssociations', 'ssm:ListAssociations'],
    ['DescribeAssociation', 'ssm:DescribeAssociation'],
  ])('%s leaves a gap, and no absence', async (operation, call) => {
    await made();
    lab.faults.set([{ service: 'ssm', operation, then: { error: 'AccessDeniedException' } }]);
    expect((await find()).gaps).toMatchObject([{ call, missingPermission: call }]);
  });
  test.each(['DescribeAssociationExecutions', 'DescribeAssociationExecutionTargets'])('%s too', async (operation) => {
    const id = await made();
    await time.clock.sleep(60_000);
    lab.faults.set([{ service: 'ssm', operation, then: { error: 'InternalServerError', status: 500 } }]);
    const seen = await associations.runs(place, id, '2031-05-01T00:00:00Z');
    expect(seen?.gaps).toMatchObject([{ call: `ssm:${operation}` }]);
  });
});

test('the quota of associations is told by its own code', async () => {
  lab.faults.set([{ service: 'ssm', operation: 'CreateAssociation', then: { error: 'AssociationLimitExceeded' } }]);
  expect(await associations.create(place, order)).toMatchObject({ code: 'AssociationLimitExceeded' });
});

test('whatever an association says of itself is one short line', () => {
  const must = {
    ...{ AssociationName: 'n', Name: 'd', DocumentVersion: '$DEFAULT', ScheduleExpression: 's' },
    Targets: [],
    Parameters: {},
    MaxConcurrency: '1',
    MaxErrors: '1',
  };
  const told = associationDrift(
    { ...must, ScheduleExpression: `x\n\u001b[31m${'y'.repeat(500)}`, Parameters: { ['p\n'.repeat(200)]: ['v'] } },
    must,
  );
  expect(told).toHaveLength(2);
  for (const one of told) expect(one).toMatch(/^[\x20-\x7e]{1,120}$/);
});

test('all of it is allowed by the policies that say so', async () => {
  const { roleName, externalId, regions, bucket } = lab;
  const who = { accountId: lab.centralAccountId, partition: 'aws' };
  const settings = {
    ...{ roleName, externalId, regions, bucket, centralRegion: region },
    accounts: { kind: 'organization' },
  } as const;
  lab.grant({ member: JSON.stringify(permissionsMember({ ...settings, associations: true }, who)) });
  const id = await made();
  await find();
  await associations.update(place, id, order);
  await associations.runs(place, id, '2031-05-01T00:00:00Z');
  await associations.remove(place, id);
  const asked = lab.asked().member;
  expect(asked.refused).toEqual([]);
  expect(asked.allowed.filter((one) => /Association/.test(one))).toHaveLength(7);
  lab.grant({ member: JSON.stringify(permissionsMember(settings, who)) });
  expect(await associations.create(place, order)).toMatchObject({ missingPermission: 'ssm:CreateAssociation' });
  lab.grant({});
});
