// Which nodes Systems Manager shows, in which pages, by which filters.
import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import {
  DescribeInstanceInformationCommand,
  GetCommandInvocationCommand,
  ListCommandInvocationsCommand,
  SendCommandCommand,
  paginateDescribeInstanceInformation,
} from '@aws-sdk/client-ssm';
import type { DescribeInstanceInformationCommandInput, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { assumed, bareRoot, clientsOf, eventually, hosts, smallWorld, virginia } from '../lab-fixture.ts';

let lab: Lab;
let ssm: SSMClient;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot], settings: { invocationLagMilliseconds: 0 } });
  ssm = clientsOf(lab, await assumed(lab)).ssm;
});
afterAll(() => lab.close());

const described = (input: DescribeInstanceInformationCommandInput) =>
  ssm.send(new DescribeInstanceInformationCommand(input));
const idsOf = async (input: DescribeInstanceInformationCommandInput) =>
  (await described({ MaxResults: 50, ...input })).InstanceInformationList?.map((node) => node.InstanceId);

test('nodes come ten a page, without stopped, terminated and unmanaged instances', async () => {
  const pages: number[] = [];
  const seen = new Map<string, string | undefined>();
  for await (const page of paginateDescribeInstanceInformation({ client: ssm }, {})) {
    pages.push(page.InstanceInformationList?.length ?? 0);
    for (const node of page.InstanceInformationList ?? []) seen.set(String(node.InstanceId), node.PingStatus);
  }
  expect(pages).toEqual([10, 4]);
  expect(seen.get(hosts.offline.instanceId)).toBe('ConnectionLost');
  expect(seen.get(hosts.windows.instanceId)).toBe('Online');
  for (const host of [hosts.stopped, hosts.terminated, hosts.unmanaged]) expect(seen.has(host.instanceId)).toBe(false);
});

test('a node says what its host is', async () => {
  const { InstanceInformationList } = await described({
    Filters: [{ Key: 'InstanceIds', Values: [String(hosts.online[0]?.instanceId)] }],
  });
  expect(InstanceInformationList).toMatchObject([
    { PlatformType: 'Linux', PlatformName: 'Bare Linux', PlatformVersion: '1', ResourceType: 'EC2Instance' },
  ]);
});

test('a hybrid node is one of Systems Manager alone, and takes commands like any other', async () => {
  const far = clientsOf(lab, await assumed(lab), virginia);
  const hybrid = { Filters: [{ Key: 'ResourceType', Values: ['ManagedInstance'] }] };
  const { InstanceInformationList } = await far.ssm.send(new DescribeInstanceInformationCommand(hybrid));
  const { instanceId } = hosts.hybrid;
  expect(instanceId).toMatch(/^mi-[0-9a-f]{17}$/);
  expect(InstanceInformationList).toMatchObject([
    { InstanceId: instanceId, SourceType: 'AWS::SSM::ManagedInstance', ComputerName: 'idc-1', PingStatus: 'Online' },
  ]);
  const ActivationId = InstanceInformationList?.[0]?.ActivationId;
  expect(ActivationId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const byActivation = { Filters: [{ Key: 'ActivationIds', Values: [String(ActivationId)] }] };
  const found = await far.ssm.send(new DescribeInstanceInformationCommand(byActivation));
  expect(found.InstanceInformationList?.map((node) => node.InstanceId)).toEqual([instanceId]);
  const { Reservations } = await far.ec2.send(new DescribeInstancesCommand({}));
  expect(JSON.stringify(Reservations)).not.toContain(instanceId);

  const Parameters = { commands: ['printf "%s" "$AWS_SSM_INSTANCE_ID"'] };
  const order = { DocumentName: 'AWS-RunShellScript', InstanceIds: [instanceId], Parameters };
  const sent = await far.ssm.send(new SendCommandCommand(order));
  const invocation = { CommandId: String(sent.Command?.CommandId), InstanceId: instanceId };
  const ended = await eventually(async () => {
    const { CommandInvocations } = await far.ssm.send(new ListCommandInvocationsCommand(invocation));
    if (CommandInvocations?.[0]?.Status !== 'Success') return undefined;
    return far.ssm.send(new GetCommandInvocationCommand(invocation));
  });
  expect(ended.StandardOutputContent).toBe(instanceId);
});

test('only a policy that names managed instances allows a command to one', async () => {
  const sendTo = async (resource: string): Promise<string> => {
    const allowed = ['arn:aws:ssm:*:*:document/*', resource];
    const Policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'ssm:SendCommand', Resource: allowed }] });
    const order = { DocumentName: 'AWS-RunShellScript', InstanceIds: [hosts.hybrid.instanceId] };
    const { ssm: far } = clientsOf(lab, await assumed(lab, { Policy }), virginia);
    return far.send(new SendCommandCommand({ ...order, Parameters: { commands: ['true'] } })).then(
      () => 'sent',
      (error: Error) => error.name,
    );
  };
  expect(await sendTo('arn:aws:ec2:*:*:instance/*')).toBe('AccessDeniedException');
  expect(await sendTo('arn:aws:ssm:*:*:managed-instance/*')).toBe('sent');
});

test('filters work in both forms', async () => {
  expect(await idsOf({ Filters: [{ Key: 'PingStatus', Values: ['ConnectionLost'] }] })).toEqual([
    hosts.offline.instanceId,
  ]);
  expect(await idsOf({ InstanceInformationFilterList: [{ key: 'PlatformTypes', valueSet: ['Windows'] }] })).toEqual([
    hosts.windows.instanceId,
  ]);
  const canaries = hosts.online.slice(0, 4).map((host) => host.instanceId);
  expect(await idsOf({ Filters: [{ Key: 'tag:Stage', Values: ['canary'] }] })).toEqual(canaries.toSorted());
});

test.each<[string, DescribeInstanceInformationCommandInput, string]>([
  ['a page of 4', { MaxResults: 4 }, 'ValidationException'],
  ['a page of 51', { MaxResults: 51 }, 'ValidationException'],
  ['a made-up token', { NextToken: 'x.y' }, 'InvalidNextToken'],
  [
    'one unknown id among known ones',
    { Filters: [{ Key: 'InstanceIds', Values: [hosts.offline.instanceId, 'i-00000000000000000'] }] },
    'InvalidInstanceId',
  ],
  [
    'an id of another Region',
    { Filters: [{ Key: 'InstanceIds', Values: [hosts.virginia.instanceId] }] },
    'InvalidInstanceId',
  ],
])('refuses %s', async (_, input, name) => {
  await expect(described(input)).rejects.toMatchObject({ name });
});

test('a token goes on only with the request it came from', async () => {
  const { NextToken } = await described({});
  expect((await described({ NextToken })).InstanceInformationList).toHaveLength(4);
  const Filters = [{ Key: 'PingStatus', Values: ['Online'] }];
  await expect(described({ NextToken, Filters })).rejects.toMatchObject({ name: 'InvalidNextToken' });
  const elsewhere = clientsOf(lab, await assumed(lab), virginia).ssm;
  await expect(elsewhere.send(new DescribeInstanceInformationCommand({ NextToken }))).rejects.toMatchObject({
    name: 'InvalidNextToken',
  });
});

test('what is stopped between two pages is left out, and nothing else', async () => {
  const own = await startLab({ world: smallWorld, roots: [bareRoot] });
  try {
    const client = clientsOf(own, await assumed(own)).ssm;
    const first = await client.send(new DescribeInstanceInformationCommand({}));
    const shown = first.InstanceInformationList ?? [];
    own.changeHost(String(shown[3]?.InstanceId), { state: 'stopped' });
    own.changeHost(String(shown[9]?.InstanceId), { state: 'stopped' });
    const rest = await client.send(new DescribeInstanceInformationCommand({ NextToken: first.NextToken }));
    expect(rest.InstanceInformationList).toHaveLength(4);
    const again = await client.send(new DescribeInstanceInformationCommand({ MaxResults: 50 }));
    expect(again.InstanceInformationList).toHaveLength(12);
  } finally {
    await own.close();
  }
});
