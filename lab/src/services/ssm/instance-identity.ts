// The identity a host's own agent signs with: the instance role, its session named after the instance.
import { AwsError } from '../../endpoint/contract.ts';
import type { Call, Identity } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import type { Host } from '../host.ts';

const instanceRole = 'BongsuInstance';

/** Credentials for an agent from outside on this host. */
export function instanceIdentity(estate: Estate, host: Host): Identity {
  const label = `instance ${host.instanceId}`;
  return {
    accessKeyId: `ASIA${estate.seeded.upper(label, 16)}`,
    secretAccessKey: estate.seeded.secret(label),
    sessionToken: Buffer.from(estate.seeded.word(label, 480)).toString('base64'),
    accountId: host.accountId,
    arn: `arn:aws:sts::${host.accountId}:assumed-role/${instanceRole}/${host.instanceId}`,
  };
}

/** The host whose agent calls; refuses other callers, and agents that speak for another instance or Region. */
export function callingHost(estate: Estate, call: Call, instanceId: unknown): Host {
  const [, named] = new RegExp(`assumed-role/${instanceRole}/(.+)$`).exec(call.identity.arn) ?? [];
  const host = estate.place(call.accountId, call.region).hosts.get(String(instanceId));
  if (!host || named !== host.instanceId || host.state !== 'running') {
    throw new AwsError(
      'AccessDeniedException',
      `User: ${call.identity.arn} is not authorized to act as ${String(instanceId)}`,
      400,
    );
  }
  return host;
}
