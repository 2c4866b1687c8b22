// A lab for tests: one small world, and the real SDK clients of whoever asks.
import { EC2Client } from '@aws-sdk/client-ec2';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import type { AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import type { Lab, LabCredentials } from '../lab.ts';
import { hybridNode, instance } from '../world/instance.ts';
import { labRoles, memberRoles } from '../world/member-role.ts';
import type { AccountSpec, RootSpec, WorldSpec } from '../world/spec.ts';

export const central = '100000000001';
export const member = '200000000002';
export const stranger = '300000000003';
export const seoul = 'ap-northeast-2';
export const virginia = 'us-east-1';

/** A root with nothing on it: what the tests run needs only a shell. */
export const bareRoot: RootSpec = {
  name: 'bare',
  platformName: 'Bare Linux',
  platformVersion: '1',
  files: {
    '/etc/os-release': 'NAME="Bare Linux"\nVERSION_ID="1"\n',
    '/tmp': { dir: true, mode: '1777' },
    '/bin': { link: 'usr/bin' },
    '/lib': { link: 'usr/lib' },
    '/lib64': { link: 'usr/lib64' },
  },
  tools: {},
};

/** Twelve online hosts and one of every other kind in the member's first Region, one host in its second. */
export const hosts = {
  online: Array.from({ length: 12 }, (_, index) =>
    instance(member, `web-${index}`, 'bare', { tags: { Stage: index < 4 ? 'canary' : 'rest' } }),
  ),
  offline: instance(member, 'silent', 'bare', { agent: 'offline' }),
  stopped: instance(member, 'stopped', 'bare', { state: 'stopped' }),
  terminated: instance(member, 'gone', 'bare', { state: 'terminated' }),
  unmanaged: instance(member, 'appliance', 'bare', { agent: 'none' }),
  windows: instance(member, 'reports', 'windows', { platform: 'Windows' }),
  virginia: instance(member, 'far', 'bare'),
  hybrid: hybridNode(member, 'idc-1', 'bare', { tags: { Stage: 'idc' } }),
};

const more: AccountSpec[] = Array.from({ length: 42 }, (_, index) => ({
  accountId: String(400_000_000_000 + index),
  name: `member-${index}`,
  status: index === 0 ? 'SUSPENDED' : 'ACTIVE',
  roles: {},
  regions: {},
}));

export const smallWorld: WorldSpec = {
  name: 'small',
  centralAccountId: central,
  regions: [seoul, virginia],
  bucket: { name: 'exchange', region: seoul },
  accounts: [
    {
      accountId: central,
      name: 'central',
      roles: { Runner: { trusts: central, maxSessionSeconds: 43_200 } },
      regions: {},
    },
    {
      accountId: member,
      name: 'member',
      roles: {
        ...memberRoles(central),
        Long: { trusts: `arn:aws:iam::${central}:user/bongsu`, maxSessionSeconds: 43_200 },
        OnlyRunner: { trusts: `arn:aws:iam::${central}:role/Runner` },
      },
      regions: {
        [seoul]: [...hosts.online, hosts.offline, hosts.stopped, hosts.terminated, hosts.unmanaged, hosts.windows],
        [virginia]: [hosts.virginia, hosts.hybrid],
      },
    },
    { accountId: stranger, name: 'stranger', roles: memberRoles(member), regions: {} },
    ...more,
  ],
};

/** Clients of one caller in one Region. The second attempt is for the SDK to follow a clock that was advanced. */
export function clientsOf(lab: Lab, credentials: LabCredentials, region: string = seoul) {
  const config = { endpoint: lab.url, region, credentials, maxAttempts: 2 };
  return {
    sts: new STSClient(config),
    organizations: new OrganizationsClient(config),
    ec2: new EC2Client(config),
    ssm: new SSMClient(config),
    s3: new S3Client({ ...config, forcePathStyle: true }),
  };
}

/** Credentials of the member role, or as `changes` to the request ask. */
export async function assumed(
  lab: Lab,
  changes: Partial<AssumeRoleCommandInput> = {},
  by: LabCredentials = lab.centralCredentials,
): Promise<LabCredentials> {
  const { Credentials } = await clientsOf(lab, by).sts.send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${member}:role/${labRoles.roleName}`,
      RoleSessionName: 'bongsu',
      ExternalId: labRoles.externalId,
      ...changes,
    }),
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

/** The session of a role that lasts twelve hours, for tests that advance the clock. */
export function longSession(lab: Lab): Promise<LabCredentials> {
  const RoleArn = `arn:aws:iam::${member}:role/Long`;
  return assumed(lab, { RoleArn, DurationSeconds: 43_200, ExternalId: undefined });
}

/** Waits until `ready` gives something, looking every 25 ms for at most 10 s. */
export async function eventually<T>(ready: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (let looks = 0; looks < 400; looks += 1) {
    const found = await ready();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it never came');
}
