// What SendCommand refuses, and whom it means.
import { CreateDocumentCommand, ListCommandsCommand, SendCommandCommand } from '@aws-sdk/client-ssm';
import type { SendCommandCommandInput, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { assumed, bareRoot, clientsOf, hosts, smallWorld } from '../lab-fixture.ts';

let lab: Lab;
let ssm: SSMClient;
let hash: string | undefined;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  ssm = clientsOf(lab, await assumed(lab)).ssm;
  const Content = JSON.stringify({
    schemaVersion: '2.2',
    parameters: {
      Word: { type: 'String', allowedPattern: '[a-z]+' },
      Colour: { type: 'String', default: 'red', allowedValues: ['red', 'blue'] },
      Names: { type: 'StringList', default: [], maxItems: 2 },
    },
    mainSteps: [{ action: 'aws:runShellScript', name: 'run', inputs: { runCommand: ["echo '{{ Word }}'"] } }],
  });
  const created = await ssm.send(new CreateDocumentCommand({ Name: 'Check', Content, DocumentType: 'Command' }));
  hash = created.DocumentDescription?.Hash;
});
afterAll(() => lab.close());

const first = String(hosts.online[0]?.instanceId);
const send = (changes: Partial<SendCommandCommandInput>) =>
  ssm.send(
    new SendCommandCommand({ DocumentName: 'Check', InstanceIds: [first], Parameters: { Word: ['ok'] }, ...changes }),
  );

describe('SendCommand refuses', () => {
  const many = Array.from({ length: 51 }, (_, index) => `i-0${String(index).padStart(16, '0')}`);
  const parameters = (more: Record<string, string[]>) => ({ Parameters: { Word: ['ok'], ...more } });
  test.each<[string, Partial<SendCommandCommandInput>, string]>([
    ['51 ids', { InstanceIds: many }, 'ValidationException'],
    ['an id twice', { InstanceIds: [first, first] }, 'DuplicateInstanceId'],
    ['an unknown id', { InstanceIds: [String(many[0])] }, 'InvalidInstanceId'],
    ['an unmanaged instance', { InstanceIds: [first, hosts.unmanaged.instanceId] }, 'InvalidInstanceId'],
    ['a terminated instance', { InstanceIds: [hosts.terminated.instanceId] }, 'InvalidInstanceId'],
    ['an instance of another Region', { InstanceIds: [hosts.virginia.instanceId] }, 'InvalidInstanceId'],
    ['a platform no step fits', { InstanceIds: [hosts.windows.instanceId] }, 'UnsupportedPlatformType'],
    ['neither ids nor targets', { InstanceIds: [] }, 'ValidationException'],
    ['a comment of 101', { Comment: 'x'.repeat(101) }, 'ValidationException'],
    ['29 seconds', { TimeoutSeconds: 29 }, 'ValidationException'],
    ['31 days', { TimeoutSeconds: 2_592_001 }, 'ValidationException'],
    ['no concurrency', { MaxConcurrency: '0' }, 'ValidationException'],
    ['101 per cent of errors', { MaxErrors: '101%' }, 'ValidationException'],
    ['an unknown document', { DocumentName: 'Nothing' }, 'InvalidDocument'],
    ['an unknown version', { DocumentVersion: '2' }, 'InvalidDocumentVersion'],
    ['another hash', { DocumentHash: 'f'.repeat(64), DocumentHashType: 'Sha256' }, 'InvalidDocument'],
    ['an unknown parameter', parameters({ Shape: ['round'] }), 'InvalidParameters'],
    ['a missing parameter', { Parameters: {} }, 'InvalidParameters'],
    ['a value the pattern does not match', parameters({ Word: ['Loud'] }), 'InvalidParameters'],
    ['a value the pattern matches in part', parameters({ Word: ['ok; reboot'] }), 'InvalidParameters'],
    ['a value not allowed', parameters({ Colour: ['green'] }), 'InvalidParameters'],
    ['two values for a String', parameters({ Word: ['a', 'b'] }), 'InvalidParameters'],
    ['a list too long', parameters({ Names: ['a', 'b', 'c'] }), 'InvalidParameters'],
    ['parameters over 64 KB', parameters({ Word: ['x'.repeat(65_536)] }), 'MaxDocumentSizeExceeded'],
    ['what the lab does not act on', { OutputS3BucketName: 'exchange' }, 'NotImplementedInLab'],
  ])('%s', async (_, changes, name) => {
    await expect(send(changes)).rejects.toMatchObject({ name });
  });
});

test('nothing refused has become a command, and everything taken has', async () => {
  const before = (await ssm.send(new ListCommandsCommand({}))).Commands?.length ?? 0;
  await expect(send({ Comment: 'x'.repeat(101) })).rejects.toThrow(/length less than or equal to 100/);
  const taken = await send({
    ...{ Comment: 'x'.repeat(100), TimeoutSeconds: 30, MaxConcurrency: '10%', MaxErrors: '0' },
    ...{ DocumentVersion: '1', DocumentHash: hash, DocumentHashType: 'Sha256' as const },
  });
  expect(taken.Command).toMatchObject({ Status: 'Pending', TargetCount: 1, DocumentVersion: '1' });
  const asked = taken.Command?.RequestedDateTime?.getTime() ?? 0;
  // Delivery and the step's own 3,600 seconds together.
  expect((taken.Command?.ExpiresAfter?.getTime() ?? 0) - asked).toBe((30 + 3600) * 1000);
  expect((await ssm.send(new ListCommandsCommand({}))).Commands).toHaveLength(before + 1);
});

test('targets mean the managed nodes that match all of them', async () => {
  const tagged = await send({
    InstanceIds: undefined,
    Targets: [
      { Key: 'tag:Stage', Values: ['canary', 'other'] },
      { Key: 'tag:Name', Values: ['web-1', 'web-2', 'web-9'] },
    ],
  });
  expect(tagged.Command?.TargetCount).toBe(2);
  const none = await send({ InstanceIds: undefined, Targets: [{ Key: 'tag:Stage', Values: ['nowhere'] }] });
  expect(none.Command).toMatchObject({ TargetCount: 0, StatusDetails: 'NoInstancesInTag' });
});
