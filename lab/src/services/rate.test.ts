// Hidden rates: one bucket for each account, Region and API, refilled on the lab's clock.
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import {
  DescribeInstanceInformationCommand,
  ListCommandInvocationsCommand,
  ListCommandsCommand,
  ModifyDocumentPermissionCommand,
  SendCommandCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { bareRoot, clientsOf, hosts, longSession, member, smallWorld, virginia } from './lab-fixture.ts';

let lab: Lab;
beforeAll(async () => {
  const rates = {
    'ssm:ListCommands': { burst: 2, perSecond: 0.1 },
    'ec2:DescribeInstances': { burst: 1, perSecond: 0.1 },
  };
  const rateOverrides = [
    { accountId: member, region: virginia, rates: { 'ssm:DescribeInstanceInformation': { burst: 3, perSecond: 0.1 } } },
    { region: virginia, rates: { 'ssm:DescribeInstanceInformation': { burst: 1, perSecond: 0.1 } } },
  ];
  lab = await startLab({
    world: smallWorld,
    roots: [bareRoot],
    settings: { rates, rateOverrides, pendingInvocationsMax: 4 },
  });
});
afterAll(() => lab.close());

test('calls over the rate are refused, by account and Region', async () => {
  const session = await longSession(lab);
  const list = (region?: string, by = session) => clientsOf(lab, by, region).ssm.send(new ListCommandsCommand({}));
  await list();
  await list();
  await expect(list()).rejects.toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
  await list(virginia);
  await list(undefined, lab.centralCredentials);
  lab.clock.advance(10_000);
  await list();
  await expect(list()).rejects.toMatchObject({ name: 'ThrottlingException' });
});

test('EC2 says it in its own way', async () => {
  const { ec2 } = clientsOf(lab, lab.centralCredentials);
  await ec2.send(new DescribeInstancesCommand({}));
  await expect(ec2.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
    name: 'RequestLimitExceeded',
    $metadata: { httpStatusCode: 503 },
  });
});

test('an account or a Region may have rates of its own, and every throttle is counted', async () => {
  const session = await longSession(lab);
  const before = lab.tally()['ssm:DescribeInstanceInformation'] ?? { calls: 0, throttled: 0, failed: 0 };
  const look = async (by: typeof session, region?: string): Promise<number> => {
    const { ssm } = clientsOf(lab, by, region);
    let passed = 0;
    for (let call = 0; call < 5; call += 1) {
      await ssm.send(new DescribeInstanceInformationCommand({})).then(
        () => (passed += 1),
        (error: Error) => expect(error.name).toBe('ThrottlingException'),
      );
    }
    return passed;
  };
  // The SDK tries everything twice here: 9 calls pass, 6 are throttled two times.
  expect(await look(session)).toBe(5);
  expect(await look(session, virginia)).toBe(3);
  expect(await look(lab.centralCredentials, virginia)).toBe(1);
  const after = lab.tally()['ssm:DescribeInstanceInformation'];
  expect([after?.calls, after?.throttled, after?.failed]).toEqual([before.calls + 21, before.throttled + 12, 0]);
  expect(lab.calls({ operation: 'DescribeInstanceInformation', errorCode: 'ThrottlingException' }).length).toBe(12);
});

test('a command over the quota of open invocations ends as Rate Exceeded, and nothing runs', async () => {
  const { ssm } = clientsOf(lab, await longSession(lab));
  const send = (ids: readonly string[]) =>
    ssm.send(
      new SendCommandCommand({
        DocumentName: 'AWS-RunShellScript',
        InstanceIds: [...ids],
        Parameters: { commands: ['true'] },
      }),
    );
  const waiting = await send([hosts.offline.instanceId]);
  expect(waiting.Command?.StatusDetails).toBe('Pending');
  const over = await send(hosts.online.slice(0, 4).map((one) => one.instanceId));
  expect(over.Command).toMatchObject({ Status: 'Failed', StatusDetails: 'RateExceeded', TargetCount: 0 });
  const CommandId = over.Command?.CommandId;
  const { CommandInvocations } = await ssm.send(new ListCommandInvocationsCommand({ CommandId }));
  expect(CommandInvocations).toEqual([]);
});

test('a quota is told from a rate by its code', async () => {
  lab.faults.set([{ service: 'ssm', then: { quota: true } }]);
  const { ssm } = clientsOf(lab, lab.centralCredentials);
  const send = ssm.send(new SendCommandCommand({ DocumentName: 'AWS-RunShellScript' }));
  await expect(send).rejects.toMatchObject({ name: 'LimitExceededException' });
  const share = new ModifyDocumentPermissionCommand({ Name: 'd', PermissionType: 'Share', AccountIdsToAdd: [member] });
  await expect(ssm.send(share)).rejects.toMatchObject({ name: 'DocumentPermissionLimit' });
  lab.faults.clear();
});
