// The identities of a host: its agent's, and the credentials of its role, each with a session named after the instance.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Identity } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { type Host, roleNameOf } from '../host.ts';

/** What an agent signs with on a host that has no role of its own (Systems Manager, default host management). */
const agentRole = 'BongsuInstance';
/** Credentials of a role last six hours (IAM user guide, roles for EC2). */
const roleMilliseconds = 6 * 3_600_000;

function sessionOf({ seeded }: Estate, host: Host, role: string, label: string): Identity {
  const { accountId, instanceId } = host;
  return {
    accessKeyId: `ASIA${seeded.upper(label, 16)}`,
    secretAccessKey: seeded.secret(label),
    sessionToken: Buffer.from(seeded.word(label, 480)).toString('base64'),
    accountId,
    arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${instanceId}`,
    userId: `AROA${seeded.upper(`role ${accountId} ${role}`, 17)}:${instanceId}`,
    hostId: instanceId,
  };
}

/** Credentials for an agent from outside on this host. */
export function instanceIdentity(estate: Estate, host: Host): Identity {
  return sessionOf(estate, host, roleNameOf(host) ?? agentRole, `instance ${host.instanceId}`);
}

/** What the metadata service gives out: EC2 writes into such a session which instance it is for. Null where the instance has no role. */
export function roleIdentity(estate: Estate, host: Host): Identity | null {
  const role = roleNameOf(host);
  if (role === null) return null;
  const { accountId, region, instanceId } = host;
  return {
    ...sessionOf(estate, host, role, `role of ${instanceId}`),
    instanceArn: `arn:aws:ec2:${region}:${accountId}:instance/${instanceId}`,
    expiresAt: estate.clock.now() + roleMilliseconds,
  };
}

/** The host whose agent calls; refuses other callers, and agents that speak for another instance or Region. */
export function callingHost(estate: Estate, call: Call, instanceId: unknown): Host {
  const host = estate.place(call.accountId, call.region).hosts.get(String(instanceId));
  if (!host || call.identity.hostId !== host.instanceId || host.state !== 'running') {
    throw new AwsError(
      'AccessDeniedException',
      `User: ${call.identity.arn} is not authorized to act as ${String(instanceId)}`,
      400,
    );
  }
  return host;
}
