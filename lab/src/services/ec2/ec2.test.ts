// What EC2 shows of an account and Region, and what it refuses.
import {
  DescribeInstancesCommand,
  DescribeInstanceStatusCommand,
  DescribeRegionsCommand,
  paginateDescribeInstances,
} from '@aws-sdk/client-ec2';
import type { DescribeInstancesCommandInput, DescribeInstancesCommandOutput, EC2Client } from '@aws-sdk/client-ec2';
import { DescribeInstanceInformationCommand } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab, LabCredentials } from '../../lab.ts';
import { assumed, bareRoot, clientsOf, hosts, seoul, smallWorld, virginia } from '../lab-fixture.ts';

let lab: Lab;
let session: LabCredentials;
let ec2: EC2Client;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  session = await assumed(lab);
  ec2 = clientsOf(lab, session).ec2;
});
afterAll(() => lab.close());

const instancesOf = (output: DescribeInstancesCommandOutput) =>
  (output.Reservations ?? []).flatMap((reservation) => reservation.Instances ?? []);
const namesOf = (output: DescribeInstancesCommandOutput) =>
  instancesOf(output)
    .map((instance) => String(instance.Tags?.find((tag) => tag.Key === 'Name')?.Value))
    .sort((a, b) => a.localeCompare(b));
const described = (input: DescribeInstancesCommandInput) => ec2.send(new DescribeInstancesCommand(input));

describe('DescribeInstances', () => {
  test('shows this account and Region only, whatever the agents do', async () => {
    const all = await described({});
    expect(instancesOf(all)).toHaveLength(17);
    const far = await clientsOf(lab, session, virginia).ec2.send(new DescribeInstancesCommand({}));
    expect(namesOf(far)).toEqual(['far']);
    const other = await clientsOf(lab, lab.centralCredentials).ec2.send(new DescribeInstancesCommand({}));
    expect(instancesOf(other)).toEqual([]);
  });

  test('counts a page in instances and cuts reservations where it must', async () => {
    const pages: number[] = [];
    const seen = new Map<string, string | undefined>();
    const reservations: (string | undefined)[] = [];
    for await (const page of paginateDescribeInstances({ client: ec2, pageSize: 5 }, {})) {
      pages.push(instancesOf(page).length);
      reservations.push(...(page.Reservations ?? []).map((reservation) => reservation.ReservationId));
      for (const instance of instancesOf(page)) seen.set(String(instance.InstanceId), instance.State?.Name);
    }
    expect(pages).toEqual([5, 5, 5, 2]);
    expect(seen.size).toBe(17);
    expect(seen.get(hosts.terminated.instanceId)).toBe('terminated');
    expect(new Set(reservations).size).toBe(6);
    expect(reservations.length).toBeGreaterThan(6);
  });

  test('filters by state, tag and id, with wildcards', async () => {
    const stopped = await described({ Filters: [{ Name: 'instance-state-name', Values: ['stopped', 'terminated'] }] });
    expect(namesOf(stopped)).toEqual(['gone', 'stopped']);
    const canary = await described({ Filters: [{ Name: 'tag:Stage', Values: ['can*'] }] });
    expect(namesOf(canary)).toEqual(['web-0', 'web-1', 'web-2', 'web-3']);
    const both = await described({
      Filters: [
        { Name: 'tag:Stage', Values: ['canary'] },
        { Name: 'instance-id', Values: [String(hosts.online[1]?.instanceId), String(hosts.online[9]?.instanceId)] },
      ],
    });
    expect(namesOf(both)).toEqual(['web-1']);
  });

  test('says Windows where it is and nothing else', async () => {
    const [windows] = instancesOf(await described({ InstanceIds: [hosts.windows.instanceId] }));
    expect(windows).toMatchObject({ Platform: 'windows', PlatformDetails: 'Windows' });
    const [linux] = instancesOf(await described({ InstanceIds: [hosts.unmanaged.instanceId] }));
    expect(linux).toMatchObject({ PlatformDetails: 'Linux/UNIX', State: { Code: 16, Name: 'running' } });
    expect(linux?.Platform).toBeUndefined();
  });

  test.each<[string, DescribeInstancesCommandInput, string]>([
    ['a page of 4', { MaxResults: 4 }, 'InvalidParameterValue'],
    ['a page of 1,001', { MaxResults: 1001 }, 'InvalidParameterValue'],
    ['a page size with ids', { MaxResults: 5, InstanceIds: [hosts.stopped.instanceId] }, 'InvalidParameterCombination'],
    ['an unknown id', { InstanceIds: ['i-00000000000000000'] }, 'InvalidInstanceID.NotFound'],
    ['a malformed id', { InstanceIds: ['web'] }, 'InvalidInstanceID.Malformed'],
    ['an id of another Region', { InstanceIds: [hosts.virginia.instanceId] }, 'InvalidInstanceID.NotFound'],
    ['an unknown filter', { Filters: [{ Name: 'colour', Values: ['red'] }] }, 'InvalidParameterValue'],
    ['a made-up token', { NextToken: 'abc' }, 'InvalidNextToken'],
  ])('refuses %s', async (_, input, name) => {
    await expect(described(input)).rejects.toMatchObject({ name });
  });

  test('a token goes on only with the request it came from', async () => {
    const first = await described({ MaxResults: 5 });
    const { NextToken } = first;
    expect(instancesOf(await described({ MaxResults: 7, NextToken }))).toHaveLength(7);
    const filtered = { NextToken, Filters: [{ Name: 'instance-state-name', Values: ['running'] }] };
    await expect(described(filtered)).rejects.toMatchObject({ name: 'InvalidNextToken' });
    const elsewhere = clientsOf(lab, session, virginia).ec2.send(new DescribeInstancesCommand({ NextToken }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'InvalidNextToken' });
  });
});

test('DescribeInstanceStatus shows running instances unless all are asked for', async () => {
  const running = await ec2.send(new DescribeInstanceStatusCommand({}));
  expect(running.InstanceStatuses).toHaveLength(15);
  const all = await ec2.send(new DescribeInstanceStatusCommand({ IncludeAllInstances: true }));
  expect(all.InstanceStatuses).toHaveLength(17);
});

test('DescribeRegions shows what is enabled, and on request what is not', async () => {
  const { Regions } = await ec2.send(new DescribeRegionsCommand({}));
  expect(Regions?.map((region) => region.RegionName)).toEqual([seoul, virginia]);
  const all = await ec2.send(new DescribeRegionsCommand({ AllRegions: true }));
  expect(all.Regions).toContainEqual(
    expect.objectContaining({ RegionName: 'eu-south-1', OptInStatus: 'not-opted-in' }),
  );
});

test('a Region that is not enabled knows nobody', async () => {
  const there = clientsOf(lab, session, 'eu-south-1');
  await expect(there.ec2.send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
    name: 'AuthFailure',
    $metadata: { httpStatusCode: 401 },
  });
  await expect(there.ssm.send(new DescribeInstanceInformationCommand({}))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  });
});
