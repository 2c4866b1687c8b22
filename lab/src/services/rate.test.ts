// Hidden rates: one bucket for each account, Region and API, refilled on the lab's clock.
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { ListCommandsCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { bareRoot, clientsOf, longSession, smallWorld, virginia } from './lab-fixture.ts';

let lab: Lab;
beforeAll(async () => {
  const rates = {
    'ssm:ListCommands': { burst: 2, perSecond: 0.1 },
    'ec2:DescribeInstances': { burst: 1, perSecond: 0.1 },
  };
  lab = await startLab({ world: smallWorld, roots: [bareRoot], settings: { rates } });
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
