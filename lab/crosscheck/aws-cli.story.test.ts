// The stock AWS CLI drives a whole lab: assume a role, look around, run a command on a host, move files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DescribeInstancesResult } from '@aws-sdk/client-ec2';
import type { ListAccountsResponse } from '@aws-sdk/client-organizations';
import type {
  DescribeInstanceInformationResult,
  ListCommandInvocationsResult,
  SendCommandResult,
} from '@aws-sdk/client-ssm';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Lab, type LabCredentials, startLab } from '../src/lab.ts';
import { bareRoot, eventually, hosts, member, seoul, smallWorld } from '../src/services/lab-fixture.ts';
import { labRoles } from '../src/world/member-role.ts';
import { findProgram, type ProgramResult, runProgram } from './program.ts';

const cli = await findProgram(['.venv/bin/aws', 'aws'], ['--version'], process.env, 'the check with the AWS CLI');

let lab: Lab;
let folder: string;

beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  folder = await mkdtemp(join(tmpdir(), 'aws-cli-'));
});
afterAll(async () => {
  await lab.close();
  await rm(folder, { recursive: true });
});

/** Nothing of this machine's own configuration takes part. */
function run(args: readonly string[], as: LabCredentials = lab.centralCredentials): Promise<ProgramResult> {
  return runProgram(cli ?? '', ['--endpoint-url', lab.url, '--region', seoul, '--output', 'json', ...args], {
    ...process.env,
    AWS_ACCESS_KEY_ID: as.accessKeyId,
    AWS_SECRET_ACCESS_KEY: as.secretAccessKey,
    AWS_SESSION_TOKEN: as.sessionToken ?? '',
    AWS_CONFIG_FILE: join(folder, 'no-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1',
    AWS_PAGER: '',
  });
}

/** The CLI prints what the SDK would give. */
async function ask<Output>(args: readonly string[], as?: LabCredentials): Promise<Output> {
  const { exitCode, stdout, stderr } = await run(args, as);
  expect([exitCode, stderr.trim()]).toEqual([0, '']);
  return JSON.parse(stdout) as Output;
}

const assumeRole = (externalId: string): readonly string[] => {
  const roleArn = `arn:aws:iam::${member}:role/${labRoles.roleName}`;
  const names = ['--role-arn', roleArn, '--role-session-name', 'cli', '--external-id', externalId];
  return ['sts', 'assume-role', ...names];
};

async function memberSession(): Promise<LabCredentials> {
  const { Credentials } = await ask<AssumeRoleResponse>(assumeRole(labRoles.externalId));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

describe.skipIf(cli === undefined)('the AWS CLI', () => {
  test('assumes a role, and is refused with another external id', async () => {
    const session = await memberSession();
    const who = await ask(['sts', 'get-caller-identity'], session);
    expect(who).toMatchObject({
      Account: member,
      Arn: expect.stringContaining(`:assumed-role/${labRoles.roleName}/cli`),
    });
    const refused = await run(assumeRole('guessed'));
    expect([refused.exitCode, refused.stderr]).toEqual([expect.any(Number), expect.stringContaining('(AccessDenied)')]);
    expect(refused.exitCode).not.toBe(0);
  });

  test('lists all accounts of the organisation over its pages', async () => {
    const { Accounts = [] } = await ask<ListAccountsResponse>(['organizations', 'list-accounts']);
    const all = smallWorld.accounts.map((account) => account.accountId);
    expect(Accounts.map((account) => account.Id ?? '').sort()).toEqual(all.sort());
  });

  test('sees instances, managed ones and others', async () => {
    const session = await memberSession();
    const pages = ['--page-size', '5'];
    const { Reservations = [] } = await ask<DescribeInstancesResult>(['ec2', 'describe-instances', ...pages], session);
    const seen = Reservations.flatMap(({ Instances = [] }) => Instances.map((one) => one.InstanceId));
    expect(seen).toEqual(expect.arrayContaining([hosts.unmanaged.instanceId, hosts.stopped.instanceId]));
    const describe = ['ssm', 'describe-instance-information', ...pages];
    const { InstanceInformationList = [] } = await ask<DescribeInstanceInformationResult>(describe, session);
    const managed = InstanceInformationList.map((one) => one.InstanceId);
    expect(managed).toEqual(expect.arrayContaining(hosts.online.map((host) => host.instanceId)));
    expect(managed).not.toContain(hosts.unmanaged.instanceId);
  });

  test('runs a command on hosts and reads what they printed', async () => {
    const session = await memberSession();
    const ids = hosts.online.slice(0, 2).map((host) => host.instanceId);
    const parameters = JSON.stringify({ commands: ['. /etc/os-release', 'echo "$NAME on $AWS_SSM_INSTANCE_ID"'] });
    const send = ['ssm', 'send-command', '--document-name', 'AWS-RunShellScript', '--parameters', parameters];
    const { Command } = await ask<SendCommandResult>([...send, '--instance-ids', ...ids], session);
    const list = ['ssm', 'list-command-invocations', '--command-id', Command?.CommandId ?? '', '--details'];
    const invocations = await eventually(async () => {
      const { CommandInvocations = [] } = await ask<ListCommandInvocationsResult>(list, session);
      const isDone = CommandInvocations.every((one) => one.Status === 'Success' || one.Status === 'Failed');
      return isDone && CommandInvocations.length === ids.length ? CommandInvocations : undefined;
    });
    const printed = invocations.map((one) => [one.InstanceId, one.Status, one.CommandPlugins?.[0]?.Output?.trim()]);
    const expected = ids.map((id) => [id, 'Success', `Bare Linux on ${id}`]);
    expect(printed).toEqual(expect.arrayContaining(expected));
    expect(printed).toHaveLength(ids.length);
  });

  test('copies files to the bucket and back', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 251));
    const key = `s3://${smallWorld.bucket.name}/cli/a b+c 봉수.bin`;
    await writeFile(join(folder, 'up.bin'), bytes);
    for (const way of [
      ['up.bin', key],
      [key, 'down.bin'],
    ]) {
      const paths = way.map((path) => (path.startsWith('s3:') ? path : join(folder, path)));
      const { exitCode, stderr } = await run(['s3', 'cp', '--no-progress', ...paths]);
      expect([exitCode, stderr]).toEqual([0, '']);
    }
    expect((await readFile(join(folder, 'down.bin'))).equals(bytes)).toBe(true);
    const absent = await run(['s3', 'cp', `s3://${smallWorld.bucket.name}/absent`, join(folder, 'absent')]);
    expect([absent.exitCode, absent.stderr]).toEqual([1, expect.stringContaining('404')]);
  });
});
