// The door for real agents: who may come in, and a command all the way through its message delivery.
import {
  CancelCommandCommand,
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  ListCommandInvocationsCommand,
  SendCommandCommand,
} from '@aws-sdk/client-ssm';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab, LabCredentials } from '../../lab.ts';
import { bareRoot, clientsOf, hosts, longSession, smallWorld } from '../lab-fixture.ts';
import { agentCall } from '../signing-fixture.ts';

let lab: Lab;
let ssm: SSMClient;
let credentials: LabCredentials;
const InstanceId = hosts.unmanaged.instanceId;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  ssm = clientsOf(lab, await longSession(lab)).ssm;
  credentials = lab.agentCredentials(InstanceId);
});
afterAll(() => lab.close());

interface Message {
  readonly MessageId: string;
  readonly Topic: string;
  readonly CreatedDate: string;
  readonly Payload: string;
}

const toSsm = (target: string, input: object) => agentCall(lab, credentials, ['ssm', target], input);
const deliver = (target: string, input: object) => agentCall(lab, credentials, ['ec2messages', target], input);
const messages = async (): Promise<readonly Message[]> => {
  const poll = { Destination: InstanceId, MessagesRequestId: 'r', VisibilityTimeoutInSeconds: 10 };
  return (await deliver('GetMessages', poll)).body.Messages as readonly Message[];
};
const reply = (MessageId: string, documentStatus: string, runtimeStatus: object | null) =>
  deliver('SendReply', {
    MessageId,
    ReplyId: 'reply',
    Payload: JSON.stringify({ documentStatus, documentTraceOutput: '', runtimeStatus }),
  });
const step = (status: string, code: number) => ({
  'aws:runShellScript': {
    ...{ status, code, name: 'aws:runShellScript', stepName: 'aws:runShellScript' },
    ...{ output: 'hello', standardOutput: 'hello', standardError: '' },
    ...{ startDateTime: '2026-01-01T00:00:00.000Z', endDateTime: '2026-01-01T00:00:01.000Z' },
  },
});
async function send(): Promise<string> {
  const { Command } = await ssm.send(
    new SendCommandCommand({
      DocumentName: 'AWS-RunShellScript',
      InstanceIds: [InstanceId],
      Parameters: { commands: ['echo hello'] },
    }),
  );
  return String(Command?.CommandId);
}
const statusOf = async (CommandId: string) =>
  (await ssm.send(new ListCommandInvocationsCommand({ CommandId }))).CommandInvocations?.[0]?.StatusDetails;

test('an unmanaged instance becomes a node when its agent registers', async () => {
  await expect(send()).rejects.toMatchObject({ name: 'InvalidInstanceId' });
  const first = { AgentName: 'amazon-ssm-agent', AgentVersion: '3.3.0.0', InstanceId, PlatformType: 'Linux' };
  expect(await toSsm('UpdateInstanceInformation', first)).toEqual({ status: 200, body: {} });
  const second = { ...first, PlatformName: 'Debian GNU/Linux', PlatformVersion: '12', IPAddress: '10.0.0.9' };
  await toSsm('UpdateInstanceInformation', second);
  await toSsm('UpdateInstanceInformation', first);
  const Filters = [{ Key: 'InstanceIds', Values: [InstanceId] }];
  const { InstanceInformationList } = await ssm.send(new DescribeInstanceInformationCommand({ Filters }));
  expect(InstanceInformationList).toMatchObject([
    { AgentVersion: '3.3.0.0', PlatformName: 'Debian GNU/Linux', PingStatus: 'Online', IPAddress: '10.0.0.9' },
  ]);
  expect((await toSsm('ListInstanceAssociations', { InstanceId, MaxResults: 20 })).body).toEqual({ Associations: [] });
});

test('an agent speaks for its own instance only', async () => {
  const other = String(hosts.online[0]?.instanceId);
  const refused = await toSsm('UpdateInstanceInformation', { InstanceId: other });
  expect(refused).toMatchObject({ status: 400, body: { __type: expect.stringContaining('AccessDeniedException') } });
  expect((await deliver('GetMessages', { Destination: other })).status).toBe(400);
  const role = await longSession(lab);
  expect((await agentCall(lab, role, ['ssm', 'UpdateInstanceInformation'], { InstanceId })).status).toBe(400);
});

describe('a command', () => {
  test('goes through poll, reply and acknowledgement', async () => {
    const polled = messages();
    const CommandId = await send();
    const [message] = await polled;
    expect(message?.MessageId).toBe(`aws.ssm.${CommandId}.${InstanceId}`);
    expect(message?.Topic).toBe('aws.ssm.sendCommand.ap.northeast.2.1');
    expect(message?.CreatedDate.length).toBeGreaterThanOrEqual(24);
    const payload = JSON.parse(String(message?.Payload));
    expect(payload).toMatchObject({ CommandId, Parameters: { commands: ['echo hello'] } });
    expect(payload.DocumentContent.schemaVersion).toBe('1.2');
    const MessageId = String(message?.MessageId);

    await reply(MessageId, 'InProgress', null);
    await deliver('AcknowledgeMessage', { MessageId });
    expect(await statusOf(CommandId)).toBe('InProgress');
    await reply(MessageId, 'Success', step('Success', 0));
    await reply(MessageId, 'Success', {});
    lab.clock.advance(300);
    const found = await ssm.send(new GetCommandInvocationCommand({ CommandId, InstanceId }));
    expect(found).toMatchObject({ Status: 'Success', ResponseCode: 0, StandardOutputContent: 'hello' });
  });

  test('is given again until it is acknowledged', async () => {
    const CommandId = await send();
    const MessageId = `aws.ssm.${CommandId}.${InstanceId}`;
    expect((await messages()).map((message) => message.MessageId)).toEqual([MessageId]);
    const again = messages();
    lab.clock.advance(10_000);
    expect((await again).map((message) => message.MessageId)).toEqual([MessageId]);
    await deliver('AcknowledgeMessage', { MessageId });
    const none = messages();
    // The poll must have arrived before its time passes.
    await new Promise((resolve) => setTimeout(resolve, 300));
    lab.clock.advance(20_000);
    expect(await none).toEqual([]);
    await reply(MessageId, 'Failed', step('Failed', 1));
    expect(await statusOf(CommandId)).toBe('Failed');
  });

  test('fails when the agent cannot handle its message', async () => {
    const CommandId = await send();
    const MessageId = `aws.ssm.${CommandId}.${InstanceId}`;
    await messages();
    await deliver('FailMessage', { MessageId, FailureType: 'NoHandlerExists' });
    expect(await statusOf(CommandId)).toBe('Failed');
  });

  test('is cancelled by a message of its own, and a late reply changes nothing', async () => {
    const CommandId = await send();
    const MessageId = `aws.ssm.${CommandId}.${InstanceId}`;
    await messages();
    await reply(MessageId, 'InProgress', null);
    await ssm.send(new CancelCommandCommand({ CommandId }));
    const [cancel] = await messages();
    expect(cancel?.Topic).toMatch(/^aws\.ssm\.cancelCommand\./);
    expect(JSON.parse(String(cancel?.Payload))).toEqual({ CancelMessageId: MessageId });
    await deliver('AcknowledgeMessage', { MessageId: cancel?.MessageId });
    expect(await statusOf(CommandId)).toBe('Cancelling');
    await reply(MessageId, 'Cancelled', step('Cancelled', 1));
    await reply(MessageId, 'Success', step('Success', 0));
    expect(await statusOf(CommandId)).toBe('Cancelled');
  });
});
