// Who may put on a role, for how long, and what its session may do.
import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DescribeInstanceInformationCommand, ListCommandsCommand, SendCommandCommand } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { labRoles } from '../world/member-role.ts';
import { assumed, bareRoot, central, clientsOf, hosts, member, smallWorld, stranger, virginia } from './lab-fixture.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
});
afterAll(() => lab.close());

const roleArn = (name: string, accountId = member): string => `arn:aws:iam::${accountId}:role/${name}`;

describe('AssumeRole', () => {
  test('gives a session of the member account', async () => {
    const session = await assumed(lab);
    const who = await clientsOf(lab, session).sts.send(new GetCallerIdentityCommand({}));
    expect(who.Account).toBe(member);
    expect(who.Arn).toBe(`arn:aws:sts::${member}:assumed-role/${labRoles.roleName}/bongsu`);
  });

  test.each([
    ['a wrong external id', { ExternalId: 'guessed-id' }],
    ['no external id', { ExternalId: undefined }],
    ['an external id of another case', { ExternalId: labRoles.externalId.toUpperCase() }],
    ['a role that is not there', { RoleArn: roleArn('Nobody') }],
    ['an account that is not there', { RoleArn: roleArn(labRoles.roleName, '999999999999') }],
    ['a role that trusts another account', { RoleArn: roleArn(labRoles.roleName, stranger) }],
    ['a role that trusts another principal', { RoleArn: roleArn('OnlyRunner'), ExternalId: undefined }],
  ])('is refused for %s', async (_, changes) => {
    const arn = 'RoleArn' in changes ? changes.RoleArn : roleArn(labRoles.roleName);
    await expect(assumed(lab, changes)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::${central}:user/bongsu is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('lets in the one principal a role trusts, by the role it has put on', async () => {
    const runner = await assumed(lab, { RoleArn: roleArn('Runner', central), ExternalId: undefined });
    const chained = await assumed(lab, { RoleArn: roleArn('OnlyRunner'), ExternalId: undefined }, runner);
    const who = await clientsOf(lab, chained).sts.send(new GetCallerIdentityCommand({}));
    expect(who.Arn).toBe(`arn:aws:sts::${member}:assumed-role/OnlyRunner/bongsu`);
  });

  test.each([
    ['shorter than 900 s', { DurationSeconds: 899 }, 'ValidationError'],
    ['longer than the role allows', { DurationSeconds: 3601 }, 'ValidationError'],
    ['longer than 12 hours', { RoleArn: roleArn('Long'), DurationSeconds: 43_201 }, 'ValidationError'],
    ['with a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocumentException'],
    ['with a policy over 2,048 characters', { Policy: ' '.repeat(2049) }, 'ValidationError'],
    ['with a session name of strange characters', { RoleSessionName: 'a b' }, 'ValidationError'],
  ])('is refused %s', async (_, changes, name) => {
    await expect(assumed(lab, changes)).rejects.toMatchObject({ name });
  });

  test('gives twelve hours where the role allows them, but one hour to a chained caller', async () => {
    await assumed(lab, { RoleArn: roleArn('Long'), DurationSeconds: 43_200 });
    const runner = await assumed(lab, { RoleArn: roleArn('Runner', central), DurationSeconds: 43_200 });
    const chain = { RoleArn: roleArn('OnlyRunner'), ExternalId: undefined };
    await expect(assumed(lab, { ...chain, DurationSeconds: 3601 }, runner)).rejects.toMatchObject({
      message: expect.stringContaining('role chaining'),
    });
    await assumed(lab, { ...chain, DurationSeconds: 3600 }, runner);
  });
});

test('a session ends on the lab clock', async () => {
  const own = await startLab({ world: smallWorld, roots: [bareRoot] });
  try {
    const session = await assumed(own, { DurationSeconds: 900 });
    const { ssm } = clientsOf(own, session);
    own.clock.advance(899_000 - 30_000);
    await ssm.send(new ListCommandsCommand({}));
    own.clock.advance(31_000);
    await expect(ssm.send(new ListCommandsCommand({}))).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  } finally {
    await own.close();
  }
});

describe('a session policy', () => {
  const under = async (...Statement: object[]) =>
    clientsOf(lab, await assumed(lab, { Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }));
  const nodes = new DescribeInstanceInformationCommand({});

  test('lets through what it allows and nothing else', async () => {
    const { ssm, ec2, s3, sts } = await under({ Effect: 'Allow', Action: ['ssm:Describe*'], Resource: '*' });
    await ssm.send(nodes);
    await expect(ssm.send(new ListCommandsCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('because no session policy allows the ssm:ListCommands action'),
    });
    await expect(ec2.send(new DescribeRegionsCommand({}))).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    const put = new PutObjectCommand({ Bucket: 'exchange', Key: 'k', Body: 'b' });
    await expect(s3.send(put)).rejects.toMatchObject({ name: 'AccessDenied' });
    await sts.send(new GetCallerIdentityCommand({}));
  });

  test('denies before it allows', async () => {
    const { ssm } = await under(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 'ssm:describeinstanceinformation', Resource: '*' },
    );
    await expect(ssm.send(nodes)).rejects.toMatchObject({ message: expect.stringContaining('explicit deny') });
    await ssm.send(new ListCommandsCommand({}));
  });

  test('limits SendCommand to documents and instances, each of which needs an Allow', async () => {
    const [first, second] = hosts.online;
    const { ssm } = await under({
      Effect: 'Allow',
      Action: 'ssm:SendCommand',
      Resource: ['arn:aws:ssm:*:*:document/AWS-RunShellScript', `arn:aws:ec2:*:*:instance/${first?.instanceId}`],
    });
    const send = (ids: (string | undefined)[]) =>
      ssm.send(
        new SendCommandCommand({
          DocumentName: 'AWS-RunShellScript',
          InstanceIds: ids.map(String),
          Parameters: { commands: ['true'] },
        }),
      );
    await send([first?.instanceId]);
    await expect(send([first?.instanceId, second?.instanceId])).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
  });

  test('may be limited to Regions; conditions that the lab does not know are refused, not ignored', async () => {
    const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
    const condition = { StringEquals: { 'aws:RequestedRegion': virginia } };
    await expect((await under({ ...allow, Condition: condition })).ssm.send(nodes)).rejects.toThrow(/not authorized/);
    const other = under({ ...allow, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } });
    await expect(other).rejects.toMatchObject({ name: 'NotImplementedInLab' });
  });
});

test('an unknown key is refused', async () => {
  const { sts } = clientsOf(lab, { accessKeyId: 'AKIAUNKNOWNUNKNOWN00', secretAccessKey: 'x' });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
});

test('keys are the same for the same seed and others for another', async () => {
  const keys = async (seed: number) => {
    const other = await startLab({ world: 'empty', seed });
    await other.close();
    return other.centralCredentials;
  };
  expect(await keys(7)).toEqual(await keys(7));
  expect(await keys(7)).not.toEqual(await keys(8));
});
