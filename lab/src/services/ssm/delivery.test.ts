// How commands come to their hosts and end: steps, lists, time-outs, the ramp, cancelling and sending twice.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CancelCommandCommand,
  CreateDocumentCommand,
  GetCommandInvocationCommand,
  ListCommandInvocationsCommand,
  ListCommandsCommand,
  ModifyDocumentPermissionCommand,
  paginateListCommandInvocations,
  SendCommandCommand,
} from '@aws-sdk/client-ssm';
import type { CommandInvocation, SendCommandCommandInput, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import {
  bareRoot,
  central,
  clientsOf,
  eventually,
  hosts,
  longSession,
  member,
  seoul,
  smallWorld,
} from '../lab-fixture.ts';

let lab: Lab;
let ssm: SSMClient;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot], settings: { deliverTwice: true } });
  ssm = clientsOf(lab, await longSession(lab)).ssm;
});
afterAll(() => lab.close());

const first = String(hosts.online[0]?.instanceId);
const canaries = hosts.online.slice(0, 4).map((host) => host.instanceId);

async function send(commands: string[], more: Partial<SendCommandCommandInput> = {}): Promise<string> {
  const { Command } = await ssm.send(
    new SendCommandCommand({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [first],
      Parameters: { commands },
      ...more,
    }),
  );
  return String(Command?.CommandId);
}
const invocations = async (CommandId: string, Details = false): Promise<CommandInvocation[]> =>
  (await ssm.send(new ListCommandInvocationsCommand({ CommandId, Details }))).CommandInvocations ?? [];
const command = async (CommandId: string) => (await ssm.send(new ListCommandsCommand({ CommandId }))).Commands?.[0];
const ended = (commandId: string) =>
  eventually(async () => {
    const found = await command(commandId);
    return found && !['Pending', 'InProgress', 'Cancelling'].includes(String(found.Status)) ? found : undefined;
  });
const statusesOf = async (commandId: string) =>
  (await invocations(commandId)).map((one) => String(one.StatusDetails)).sort((a, b) => a.localeCompare(b));

describe('an invocation', () => {
  test('is not found at once, then tells how it ended', async () => {
    const CommandId = await send(['echo out; echo err >&2; exit 3']);
    const get = new GetCommandInvocationCommand({ CommandId, InstanceId: first });
    await expect(ssm.send(get)).rejects.toMatchObject({ name: 'InvocationDoesNotExist' });
    await ended(CommandId);
    lab.clock.advance(300);
    const found = await ssm.send(get);
    expect(found).toMatchObject({ Status: 'Failed', ResponseCode: 3, PluginName: 'aws:runShellScript' });
    expect(found.StandardOutputContent).toBe('out\n');
    expect(found.StandardErrorContent).toContain('err\n');
  });

  test('keeps 24,000 characters of output and 8,000 of errors, 2,500 in lists', async () => {
    const long = 'i=0; while [ $i -lt 3000 ]; do printf 0123456789; printf 0123456789 >&2; i=$((i+1)); done';
    const CommandId = await send([long]);
    await ended(CommandId);
    lab.clock.advance(300);
    const found = await ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId: first }));
    expect(found.StandardOutputContent).toHaveLength(24_000);
    expect(found.StandardOutputContent).toMatch(/--output truncated--$/);
    expect(found.StandardErrorContent?.length).toBe(8000);
    const [listed] = await invocations(CommandId, true);
    expect(listed?.CommandPlugins?.[0]?.Output?.length).toBeLessThanOrEqual(2500);
  });

  test('of several steps must be asked for by step', async () => {
    const step = (name: string, line: string) => ({
      action: 'aws:runShellScript',
      name,
      inputs: { runCommand: [line] },
    });
    const Content = JSON.stringify({ schemaVersion: '2.2', mainSteps: [step('one', 'echo 1'), step('two', 'exit 5')] });
    await ssm.send(new CreateDocumentCommand({ Name: 'Two', Content, DocumentType: 'Command' }));
    const CommandId = await send([], { DocumentName: 'Two', Parameters: {} });
    await ended(CommandId);
    lab.clock.advance(300);
    const get = (PluginName?: string) =>
      ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId: first, PluginName }));
    await expect(get()).rejects.toMatchObject({ name: 'InvalidPluginName' });
    await expect(get('three')).rejects.toMatchObject({ name: 'InvalidPluginName' });
    expect(await get('one')).toMatchObject({ Status: 'Success', ResponseCode: 0, StandardOutputContent: '1\n' });
    expect(await get('two')).toMatchObject({ Status: 'Failed', ResponseCode: 5 });
    const [listed] = await invocations(CommandId, true);
    expect(listed?.CommandPlugins?.map((plugin) => [plugin.Name, plugin.ResponseCode])).toEqual([
      ['one', 0],
      ['two', 5],
    ]);
  });

  test('runs once though its message comes twice', async () => {
    // The lab's ids repeat from run to run, and without bubblewrap its hosts share this machine's /tmp.
    const count = join(tmpdir(), `bongsu-count-${randomUUID()}`);
    const CommandId = await send([`echo ran >> ${count}; cat ${count}`]);
    await ended(CommandId);
    rmSync(count, { force: true });
    lab.clock.advance(300);
    const found = await ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId: first }));
    expect(found.StandardOutputContent).toBe('ran\n');
  });

  test('that runs too long is TimedOut with 137', async () => {
    const Parameters = { commands: ['sleep 30'], executionTimeout: ['5'] };
    const CommandId = await send([], { Parameters });
    expect(await ended(CommandId)).toMatchObject({ Status: 'TimedOut', StatusDetails: 'ExecutionTimedOut' });
    const [listed] = await invocations(CommandId, true);
    expect(listed).toMatchObject({ Status: 'TimedOut', StatusDetails: 'ExecutionTimedOut' });
    expect(listed?.CommandPlugins?.[0]).toMatchObject({ Status: 'TimedOut', ResponseCode: 137 });
  });
});

describe('a host that does not answer', () => {
  test('is Delayed, then DeliveryTimedOut when delivery and execution time are over', async () => {
    const InstanceIds = [hosts.offline.instanceId];
    const CommandId = await send(['true'], { InstanceIds, TimeoutSeconds: 60 });
    await eventually(async () => ((await statusesOf(CommandId)).includes('Delayed') ? true : undefined));
    lab.clock.advance((60 + 3599) * 1000);
    expect(await statusesOf(CommandId)).toEqual(['Delayed']);
    lab.clock.advance(2000);
    expect((await invocations(CommandId))[0]).toMatchObject({ Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' });
    expect(await command(CommandId)).toMatchObject({
      ...{ Status: 'TimedOut', StatusDetails: 'DeliveryTimedOut' },
      ...{ DeliveryTimedOutCount: 1, ErrorCount: 0, CompletedCount: 1 },
    });
  });

  test('still runs the command when it comes back in time', async () => {
    const back = String(hosts.online[5]?.instanceId);
    lab.changeHost(back, { agent: 'offline' });
    const CommandId = await send(['echo back'], { InstanceIds: [back] });
    await eventually(async () => ((await statusesOf(CommandId)).includes('Delayed') ? true : undefined));
    lab.clock.advance(600_000);
    lab.changeHost(back, { agent: 'online' });
    expect((await ended(CommandId)).Status).toBe('Success');
  });

  test('is Undeliverable where it is stopped, which does not spoil the others', async () => {
    const InstanceIds = [hosts.stopped.instanceId, first];
    const CommandId = await send(['true'], { InstanceIds });
    expect(await ended(CommandId)).toMatchObject({ Status: 'Success', StatusDetails: 'Success', CompletedCount: 2 });
    expect(await statusesOf(CommandId)).toEqual(['Success', 'Undeliverable']);
  });
});

describe('a command to many', () => {
  test('stops when more than MaxErrors have failed', async () => {
    const CommandId = await send(['exit 1'], { InstanceIds: canaries, MaxConcurrency: '1', MaxErrors: '1' });
    expect(await ended(CommandId)).toMatchObject({ Status: 'Failed', ErrorCount: 2, CompletedCount: 4 });
    expect(await statusesOf(CommandId)).toEqual(['Failed', 'Failed', 'Terminated', 'Terminated']);
  });

  test('is Incomplete where fewer have failed', async () => {
    const commands = [`[ "$AWS_SSM_INSTANCE_ID" != ${first} ]`];
    const CommandId = await send(commands, { InstanceIds: canaries, MaxErrors: '1' });
    expect(await ended(CommandId)).toMatchObject({ StatusDetails: 'Incomplete', ErrorCount: 1 });
  });

  test('begins with one host and never runs more than MaxConcurrency', async () => {
    const CommandId = await send(['sleep 0.3'], { InstanceIds: canaries, MaxConcurrency: '2' });
    const most = { running: 0 };
    await eventually(async () => {
      const all = await invocations(CommandId);
      most.running = Math.max(most.running, all.filter((one) => one.Status === 'InProgress').length);
      return all.every((one) => one.Status === 'Success') ? true : undefined;
    });
    expect(most.running).toBe(2);
  });

  test('is listed newest first, in pages bound to their filters', async () => {
    const commandId = await send(['true'], { InstanceIds: canaries, Comment: 'paged' });
    await ended(commandId);
    const pages: number[] = [];
    for await (const page of paginateListCommandInvocations({ client: ssm, pageSize: 3 }, { CommandId: commandId })) {
      pages.push(page.CommandInvocations?.length ?? 0);
    }
    expect(pages).toEqual([3, 1]);
    const newest = await ssm.send(new ListCommandsCommand({ MaxResults: 1 }));
    expect(newest.Commands?.[0]?.Comment).toBe('paged');
    const filtered = {
      NextToken: newest.NextToken,
      MaxResults: 1,
      Filters: [{ key: 'Status', value: 'Success' } as const],
    };
    await expect(ssm.send(new ListCommandsCommand(filtered))).rejects.toMatchObject({ name: 'InvalidNextToken' });
    await expect(ssm.send(new ListCommandsCommand({ MaxResults: 51 }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const since = new Date(lab.clock.now() + 60_000).toISOString();
    const later = await ssm.send(new ListCommandsCommand({ Filters: [{ key: 'InvokedAfter', value: since }] }));
    expect(later.Commands).toEqual([]);
  });
});

test('a cancelled command ends what runs and what waits', async () => {
  const InstanceIds = [first, hosts.offline.instanceId];
  const CommandId = await send(['sleep 30'], { InstanceIds });
  await eventually(async () => ((await statusesOf(CommandId)).includes('InProgress') ? true : undefined));
  await ssm.send(new CancelCommandCommand({ CommandId }));
  expect(await ended(CommandId)).toMatchObject({ Status: 'Cancelled', StatusDetails: 'Cancelled' });
  expect(await statusesOf(CommandId)).toEqual(['Cancelled', 'Cancelled']);
});

test('a document of another account is used by ARN, while it is shared', async () => {
  const owner = clientsOf(lab, lab.centralCredentials).ssm;
  const Content = JSON.stringify({
    schemaVersion: '2.2',
    mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ['echo shared'] } }],
  });
  await owner.send(new CreateDocumentCommand({ Name: 'Ours', Content, DocumentType: 'Command' }));
  const DocumentName = `arn:aws:ssm:${seoul}:${central}:document/Ours`;
  const attempt = () => send([], { DocumentName, Parameters: {} });
  await expect(attempt()).rejects.toMatchObject({ name: 'InvalidDocument' });
  await owner.send(
    new ModifyDocumentPermissionCommand({ Name: 'Ours', PermissionType: 'Share', AccountIdsToAdd: [member] }),
  );
  const commandId = await attempt();
  expect(await ended(commandId)).toMatchObject({ Status: 'Success', DocumentName });
});

test('accounts do not see each other’s commands', async () => {
  const CommandId = await send(['true']);
  const owner = clientsOf(lab, lab.centralCredentials).ssm;
  await expect(owner.send(new ListCommandsCommand({ CommandId }))).rejects.toMatchObject({ name: 'InvalidCommandId' });
  expect((await owner.send(new ListCommandsCommand({}))).Commands).toEqual([]);
});
