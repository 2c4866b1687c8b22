// A host as EC2 shows it.
import { createHash } from 'node:crypto';
import { type Host, roleNameOf } from '../host.ts';

/** EC2's code of each instance state (EC2 API reference, InstanceState). */
const stateCodes = { running: 16, terminated: 48, stopped: 80 } as const;

export const stateOf = (host: Host) => ({ Code: stateCodes[host.state], Name: host.state });

/** The host as a member of DescribeInstances' answer. */
export function instanceView(host: Host) {
  const gone = host.state === 'terminated';
  return {
    InstanceId: host.instanceId,
    ImageId: host.imageId,
    InstanceType: host.instanceType,
    State: stateOf(host),
    LaunchTime: host.launchedAt,
    Placement: { AvailabilityZone: `${host.region}a`, Tenancy: 'default', GroupName: '' },
    // EC2 says nothing at all for Linux here and `windows` for Windows.
    ...(host.spec.platform === 'Windows' ? { Platform: 'windows' } : {}),
    PlatformDetails: host.spec.platform === 'Windows' ? 'Windows' : 'Linux/UNIX',
    Architecture: 'x86_64',
    ...(gone
      ? {}
      : {
          PrivateIpAddress: host.privateIp,
          PrivateDnsName: `ip-${host.privateIp.replaceAll('.', '-')}.${host.region}.compute.internal`,
        }),
    StateTransitionReason: host.state === 'running' ? '' : 'User initiated',
    Monitoring: { State: 'disabled' },
    RootDeviceType: 'ebs',
    RootDeviceName: '/dev/xvda',
    VirtualizationType: 'hvm',
    Hypervisor: 'xen',
    EbsOptimized: false,
    BlockDeviceMappings: [],
    NetworkInterfaces: [],
    ProductCodes: [],
    SecurityGroups: [],
    MetadataOptions: { State: 'applied', HttpTokens: 'required', HttpEndpoint: 'enabled' },
    ...profileOf(host),
    Tags: Object.entries(host.tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

/** EC2 names the profile and its id; the role in it only IAM knows. */
function profileOf(host: Host) {
  const name = roleNameOf(host);
  if (name === null || host.state === 'terminated') return {};
  const id = `AIPA${createHash('sha256').update(`${host.accountId} ${name}`).digest('hex').slice(0, 17).toUpperCase()}`;
  return { IamInstanceProfile: { Arn: `arn:aws:iam::${host.accountId}:instance-profile/${name}`, Id: id } };
}
