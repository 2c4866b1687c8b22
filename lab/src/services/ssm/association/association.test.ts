// Associations as State Manager keeps them: applied at once, by schedule, to nodes that appear and to those that come back.
import {
  CreateAssociationCommand,
  CreateDocumentCommand,
  DeleteAssociationCommand,
  DescribeAssociationCommand,
  DescribeAssociationExecutionTargetsCommand,
  DescribeAssociationExecutionsCommand,
  ListAssociationsCommand,
  ListCommandInvocationsCommand,
  ListCommandsCommand,
  ModifyDocumentPermissionCommand,
  StartAssociationsOnceCommand,
  UpdateAssociationCommand,
  UpdateDocumentCommand,
} from '@aws-sdk/client-ssm';
import type { CreateAssociationCommandInput, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startLab } from '../../../lab.ts';
import type { Lab } from '../../../lab.ts';
import { instance } from '../../../world/instance.ts';
import { bareRoot, clientsOf, eventually, hosts, longSession, member, seoul, smallWorld } from '../../lab-fixture.ts';

let lab: Lab;
let ssm: SSMClient;
beforeEach(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  ({ ssm } = clientsOf(lab, await longSession(lab)));
});
afterEach(() => lab.close());

const canaries = { Key: 'tag:Stage', Values: ['canary'] };
const order = (more: Partial<CreateAssociationCommandInput> = {}): CreateAssociationCommandInput => ({
  ...{ Name: 'AWS-RunShellScript', Targets: [canaries], Parameters: { commands: ['true'] } },
  ...more,
});
const create = async (more: Partial<CreateAssociationCommandInput> = {}): Promise<string> => {
  const { AssociationDescription } = await ssm.send(new CreateAssociationCommand(order(more)));
  return String(AssociationDescription?.AssociationId);
};
const executions = async (AssociationId: string) =>
  (await ssm.send(new DescribeAssociationExecutionsCommand({ AssociationId }))).AssociationExecutions ?? [];
/** The statuses of the newest executions once `count` of them stand as `status`. */
const settled = (id: string, count: number, status = 'Success') =>
  eventually(async () => {
    const all = await executions(id);
    return all.length === count && all.every((one) => one.Status === status) ? all : undefined;
  });
const targetsOf = async (AssociationId: string, ExecutionId: string | undefined) => {
  const input = { AssociationId, ExecutionId };
  const { AssociationExecutionTargets: all = [] } = await ssm.send(
    new DescribeAssociationExecutionTargetsCommand(input),
  );
  return all.map((one) => `${one.ResourceId} ${one.Status}`).sort((a, b) => (a < b ? -1 : 1));
};
const nameOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'taken',
    (error: Error) => error.name,
  );

test('is applied at once to all nodes it targets, and shows how each did', async () => {
  const id = await create({
    Parameters: { commands: ['test "$AWS_SSM_INSTANCE_ID" != ' + String(hosts.online[1]?.instanceId)] },
  });
  const [execution] = await settled(id, 1, 'Failed');
  expect(execution?.ResourceCountByStatus).toBe('{Success=3, Failed=1}');
  const ids = hosts.online.slice(0, 4).map((one) => one.instanceId);
  const expected = ids.map((one, index) => `${one} ${index === 1 ? 'Failed' : 'Success'}`);
  expect(await targetsOf(id, execution?.ExecutionId)).toEqual(expected.sort((a, b) => (a < b ? -1 : 1)));
  const { AssociationDescription } = await ssm.send(new DescribeAssociationCommand({ AssociationId: id }));
  expect(AssociationDescription?.Overview).toMatchObject({
    ...{ Status: 'Failed', AssociationStatusAggregatedCount: { Success: 3, Failed: 1 } },
  });
});

test('runs by its schedule on the lab’s clock, and not before where it is told to wait', async () => {
  const hourly = await create({ ScheduleExpression: 'rate(1 hour)' });
  const waiting = await create({ ScheduleExpression: 'rate(1 hour)', ApplyOnlyAtCronInterval: true });
  await settled(hourly, 1);
  expect(await executions(waiting)).toEqual([]);
  lab.clock.advance(3_600_000);
  await settled(hourly, 2);
  await settled(waiting, 1);
  lab.clock.advance(2 * 3_600_000);
  await settled(hourly, 4);
  await settled(waiting, 3);
});

test('waits for a lost node and meets it when it comes back; a new node that fits gets it by itself', async () => {
  const id = await create({ Targets: [{ Key: 'InstanceIds', Values: [hosts.offline.instanceId] }] });
  const byTag = await create({ Targets: [{ Key: 'tag:Stage', Values: ['later'] }] });
  const [pending] = await executions(id);
  expect(pending?.Status).toBe('Pending');
  lab.changeHost(hosts.offline.instanceId, { agent: 'online' });
  await settled(id, 1);
  const [nobody] = await executions(byTag);
  expect(await targetsOf(byTag, nobody?.ExecutionId)).toEqual([]);
  const fresh = instance(member, 'fresh', 'bare', { tags: { Stage: 'later' } });
  lab.launch(member, seoul, fresh);
  lab.clock.advance(30_000);
  const [newest] = await settled(byTag, 2);
  expect(await targetsOf(byTag, newest?.ExecutionId)).toEqual([`${fresh.instanceId} Success`]);
});

test('can be changed, started once more, listed and deleted', async () => {
  const id = await create({ AssociationName: 'nightly' });
  await settled(id, 1);
  const change = { AssociationId: id, Parameters: { commands: ['exit 3'] }, ScheduleExpression: 'cron(0 2 ? * * *)' };
  const { AssociationDescription } = await ssm.send(new UpdateAssociationCommand(change));
  // What an update does not name is gone.
  expect([AssociationDescription?.AssociationVersion, AssociationDescription?.AssociationName]).toEqual([
    '2',
    undefined,
  ]);
  await eventually(async () => ((await executions(id))[0]?.Status === 'Failed' ? true : undefined));
  await ssm.send(new StartAssociationsOnceCommand({ AssociationIds: [id] }));
  await eventually(async () => ((await executions(id)).length === 3 ? true : undefined));
  const other = await create({ Name: 'AWS-RunShellScript', AssociationName: 'other' });
  const list = async (key: 'AssociationName' | 'Name', value: string) =>
    (await ssm.send(new ListAssociationsCommand({ AssociationFilterList: [{ key, value }] }))).Associations ?? [];
  expect((await list('AssociationName', 'other')).map((one) => one.AssociationId)).toEqual([other]);
  expect((await list('Name', 'AWS-RunShellScript')).length).toBe(2);
  await ssm.send(new DeleteAssociationCommand({ AssociationId: id }));
  expect(await nameOf(executions(id))).toBe('AssociationDoesNotExist');
});

test('tells by which command it ran on a node, and that one’s steps; the command stands in no list', async () => {
  const id = await create({ Parameters: { commands: ['exit 7'] } });
  const [execution] = await settled(id, 1, 'Failed');
  const { AssociationExecutionTargets: targets = [] } = await ssm.send(
    new DescribeAssociationExecutionTargetsCommand({ AssociationId: id, ExecutionId: execution?.ExecutionId }),
  );
  const ids = targets.map((one) => one.OutputSource?.OutputSourceId);
  expect(new Set(ids).size).toBe(4);
  expect(new Set(targets.map((one) => one.OutputSource?.OutputSourceType))).toEqual(new Set(['RunCommand']));
  const { CommandInvocations } = await ssm.send(
    new ListCommandInvocationsCommand({ CommandId: ids[0], Details: true }),
  );
  expect(CommandInvocations).toMatchObject([
    { InstanceId: targets[0]?.ResourceId, Status: 'Failed', CommandPlugins: [{ ResponseCode: 7, Status: 'Failed' }] },
  ]);
  expect((await ssm.send(new ListCommandsCommand({}))).Commands).toEqual([]);
});

test('shows the executions after a moment alone where it is asked to', async () => {
  const id = await create({ ScheduleExpression: 'rate(1 hour)' });
  await settled(id, 1);
  const Value = new Date(lab.clock.now() + 1000).toISOString();
  lab.clock.advance(3_600_000);
  await settled(id, 2);
  const Filters = [{ Key: 'CreatedTime' as const, Type: 'GREATER_THAN' as const, Value }];
  const later = await ssm.send(new DescribeAssociationExecutionsCommand({ AssociationId: id, Filters }));
  expect(later.AssociationExecutions).toHaveLength(1);
});

test('runs the default version of a document that another account shares, whichever it names', async () => {
  const central = clientsOf(lab, lab.centralCredentials).ssm;
  const content = (code: number): string =>
    JSON.stringify({
      schemaVersion: '2.2',
      mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: [`exit ${code}`] } }],
    });
  const Name = 'Bongsu-Test';
  await central.send(new CreateDocumentCommand({ Name, Content: content(0), DocumentType: 'Command' }));
  const share = { PermissionType: 'Share', SharedDocumentVersion: '$ALL' } as const;
  await central.send(new ModifyDocumentPermissionCommand({ Name, ...share, AccountIdsToAdd: [member] }));
  await central.send(
    new UpdateDocumentCommand({ Name, Content: content(5), DocumentVersion: '$LATEST', DocumentFormat: 'JSON' }),
  );
  const arn = `arn:aws:ssm:${seoul}:${lab.centralAccountId}:document/${Name}`;
  const id = await create({ Name: arn, DocumentVersion: '2', Parameters: {} });
  const [execution] = await settled(id, 1, 'Success');
  expect(execution?.ResourceCountByStatus).toBe('{Success=4}');
});

describe('refused', () => {
  test.each<[string, Partial<CreateAssociationCommandInput>, string]>([
    ['a schedule that is none', { ScheduleExpression: 'rate(5 minutes)' }, 'InvalidSchedule'],
    ['a document that is not there', { Name: 'none' }, 'InvalidDocument'],
    ['a missing parameter', { Parameters: {} }, 'InvalidParameters'],
    ['an empty target', { Targets: [{ Key: 'tag:Stage', Values: [] }] }, 'ValidationException'],
    ['a concurrency that is none', { MaxConcurrency: '0' }, 'ValidationException'],
    ['what the lab does not play', { InstanceId: hosts.virginia.instanceId }, 'NotImplementedInLab'],
  ])('%s', async (_, more, code) => expect(await nameOf(create(more))).toBe(code));

  test('an unknown association or execution', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const AssociationId = await create();
    const targets = new DescribeAssociationExecutionTargetsCommand({ AssociationId, ExecutionId: unknown });
    expect(await nameOf(ssm.send(targets))).toBe('AssociationExecutionDoesNotExist');
    const start = new StartAssociationsOnceCommand({ AssociationIds: [unknown] });
    expect(await nameOf(ssm.send(start))).toBe('AssociationDoesNotExist');
  });
});
