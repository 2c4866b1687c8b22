// STS AssumeRole: who is trusted, by which external id, for how long, and under which session policy.
import { AwsError } from '../endpoint/contract.ts';
import type { Call, Handler, Identity, Shape } from '../endpoint/contract.ts';
import type { RoleSpec } from '../world/spec.ts';
import type { Estate } from './estate.ts';
import type { GrantBook } from './grant.ts';
import type { Identities } from './identities.ts';
import type { Ground } from './policy/context.ts';
import { principalArn } from './policy/decide.ts';
import { policyRead } from './policy/statement.ts';
import type { Policy } from './policy/statement.ts';
import { accessDenied } from './refusal.ts';

/** DurationSeconds, its default and MaxSessionDuration's default (STS and IAM API references). */
const durationSeconds = { min: 900, max: 43_200, usual: 3600, chained: 3600, roleMax: 3600 } as const;
/** Policy is at most 2,048 characters (STS API reference, AssumeRole). */
const policyLengthMax = 2048;
const roleArn = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]+)$/;

function invalid(message: string): AwsError {
  return new AwsError('ValidationError', message, 400);
}

const isChained = (identity: Identity): boolean => identity.arn.startsWith('arn:aws:sts::');

function isTrusted(role: RoleSpec, call: Call, externalId: unknown): boolean {
  const { trusts } = role;
  const named =
    trusts === call.accountId ||
    trusts === `arn:aws:iam::${call.accountId}:root` ||
    trusts === call.identity.arn ||
    trusts === principalArn(call.identity.arn);
  return named && (role.externalId === undefined || role.externalId === externalId);
}

function sessionSeconds(input: Shape, role: RoleSpec, call: Call): number {
  const seconds: number = input.DurationSeconds ?? durationSeconds.usual;
  if (!(seconds >= durationSeconds.min && seconds <= durationSeconds.max)) {
    throw invalid(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value between ${durationSeconds.min} and ${durationSeconds.max}`,
    );
  }
  if (isChained(call.identity) && seconds > durationSeconds.chained) {
    throw invalid('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.');
  }
  if (seconds > (role.maxSessionSeconds ?? durationSeconds.roleMax)) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  return seconds;
}

function requireNames(input: Shape): void {
  if (!/^[\w+=,.@-]{2,64}$/.test(String(input.RoleSessionName ?? ''))) {
    throw invalid("Value at 'roleSessionName' failed to satisfy constraint: Member must satisfy pattern [\\w+=,.@-]*");
  }
  if (input.ExternalId !== undefined && !/^[\w+=,.@:/-]{2,1224}$/.test(String(input.ExternalId))) {
    throw invalid("Value at 'externalId' failed to satisfy constraint: Member must satisfy pattern [\\w+=,.@:\\/-]*");
  }
  if (String(input.Policy ?? '').length > policyLengthMax) {
    throw invalid("Value at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048");
  }
  if (input.PolicyArns?.length) throw new AwsError('NotImplementedInLab', 'The lab has no managed policies.', 501);
}

/** The handler; sessions it makes are added to `identities` and end on the lab's clock. */
export function assumeRole(estate: Estate, identities: Identities, grants: GrantBook, ground: Ground): Handler {
  return (input, call) => {
    requireNames(input);
    const [, accountId = '', roleName = ''] = roleArn.exec(String(input.RoleArn)) ?? [];
    if (accountId === '') throw invalid(`${String(input.RoleArn)} is invalid`);
    const role = estate.account(accountId)?.roles[roleName];
    if (!role || !(grants.trusts(call, input, ground) ?? isTrusted(role, call, input.ExternalId))) {
      throw accessDenied(call, 'sts:AssumeRole', String(input.RoleArn), '');
    }
    const seconds = sessionSeconds(input, role, call);
    const sessionPolicy: Policy | undefined = input.Policy === undefined ? undefined : policyRead(input.Policy);
    const { seeded, clock } = estate;
    const label = seeded.fresh('session');
    const expiresAt = clock.now() + seconds * 1000;
    const roleId = `AROA${seeded.upper(`role ${accountId} ${roleName}`, 17)}`;
    const identity = identities.add({
      accessKeyId: `ASIA${seeded.upper(label, 16)}`,
      secretAccessKey: seeded.secret(label),
      // Real tokens are several hundred characters of base64; the length decides how long presigned URLs get.
      sessionToken: Buffer.from(seeded.word(label, 480)).toString('base64'),
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/${roleName}/${input.RoleSessionName}`,
      userId: `${roleId}:${input.RoleSessionName}`,
      expiresAt,
      ...(sessionPolicy === undefined ? {} : { sessionPolicy }),
    });
    return {
      Credentials: {
        AccessKeyId: identity.accessKeyId,
        SecretAccessKey: identity.secretAccessKey,
        SessionToken: identity.sessionToken,
        Expiration: new Date(expiresAt),
      },
      AssumedRoleUser: { Arn: identity.arn, AssumedRoleId: identity.userId },
      PackedPolicySize: sessionPolicy === undefined ? undefined : Math.ceil((input.Policy.length / 2048) * 100),
    };
  };
}
