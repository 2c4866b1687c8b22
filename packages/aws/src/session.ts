// Credentials: the central account's own, and one short, narrow session for each member account.
import type { AccountId, Clock, Gap } from '@bongsu/core';
import type { AssumeRoleCommandInput, Credentials as SdkCredentials, STSClient } from '@aws-sdk/client-sts';
import { AwsError } from './aws-error.ts';
import { failureWords, gapAt, gapOf, type Where } from './call.ts';
import type { AwsSettings } from './settings.ts';

export const calls = ['sts:AssumeRole'] as const;

/** RoleSessionName: what CloudTrail of the member account shows as the caller's name. */
const sessionName = 'bongsu';
/** One hour: AWS's limit for a role assumed with a role's credentials, and every role's default maximum. */
const durationSeconds = 3_600;
/** Sessions are renewed earlier than the SDK (300 s before the end) asks its provider again. */
const renewalSeconds = 600;
/** AssumeRole's limit for an inline session policy (STS API reference, Policy). */
export const policyLengthMax = 2_048;

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}
export type CredentialProvider = () => Promise<Credentials>;

/** Who the central credentials belong to. */
export interface Identity {
  readonly accountId: AccountId;
  readonly arn: string;
  /** `aws`, `aws-cn` or `aws-us-gov`: the second field of every ARN. */
  readonly partition: string;
}

export interface Sessions {
  /** Throws AwsError with a gap where nobody is signed in. */
  identity(): Promise<Identity>;
  /** The SDK's default chain, or the profile of the settings. */
  readonly central: CredentialProvider;
  /** Credentials for work in an account; throws AwsError with a gap where its role could not be assumed. */
  credentials(accountId: AccountId): Promise<Credentials>;
  /** Forgets an account's session where it is still this one, so that the next use assumes the role again. */
  forget(accountId: AccountId, session: Credentials): void;
}

/** Opens sessions. `policyOf` gives the inline session policy (JSON) that every member session is cut down to. */
export function openSessions(
  settings: AwsSettings,
  clock: Clock,
  central: CredentialProvider,
  sts: () => Promise<STSClient>,
  policyOf: (identity: Identity, accountId: AccountId) => string,
): Sessions {
  const open = new Map<AccountId, Promise<Credentials>>();
  const opening = new WeakMap<Credentials, Promise<Credentials>>();
  let known: Promise<Identity> | undefined;

  const identity = (): Promise<Identity> => {
    known ??= identityRead(sts).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  const assume = async (accountId: AccountId): Promise<Credentials> => {
    const who = await identity();
    if (who.accountId === accountId) return central();
    const policy = policyOf(who, accountId);
    if (policy.length > policyLengthMax)
      throw new AwsError('bad-policy', `the session policy has ${policy.length} characters`, null);
    return roleAssume(sts, accountId, {
      RoleArn: `arn:${who.partition}:iam::${accountId}:role/${settings.roleName}`,
      RoleSessionName: sessionName,
      ExternalId: settings.externalId,
      DurationSeconds: durationSeconds,
      Policy: policy,
    });
  };

  const credentials = async (accountId: AccountId): Promise<Credentials> => {
    const held = open.get(accountId);
    if (held !== undefined && fresh(await held, clock)) return held;
    // Of all who waited for an old session, the first to come here renews it for the others.
    const current = open.get(accountId);
    if (current !== undefined && current !== held) return current;
    const renewed = assume(accountId);
    open.set(accountId, renewed);
    try {
      const session = await renewed;
      opening.set(session, renewed);
      return session;
    } catch (error) {
      if (open.get(accountId) === renewed) open.delete(accountId);
      throw error;
    }
  };

  const forget = (accountId: AccountId, session: Credentials): void => {
    if (open.get(accountId) === opening.get(session)) open.delete(accountId);
  };

  return { identity, central, credentials, forget };
}

function fresh({ expiration }: Credentials, clock: Clock): boolean {
  return expiration === undefined || expiration.getTime() - clock.now().getTime() > renewalSeconds * 1_000;
}

async function identityRead(sts: () => Promise<STSClient>): Promise<Identity> {
  const where: Where = { call: 'sts:GetCallerIdentity', accountId: null, region: null };
  const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  const { Account, Arn } = await signIn(where, async () => (await sts()).send(new GetCallerIdentityCommand({})));
  const partition = /^arn:([a-z-]+):/.exec(Arn ?? '')?.[1];
  if (Account === undefined || Arn === undefined || partition === undefined)
    throw noSession(gapAt(where, 'MalformedAnswer', 'the answer names no caller'));
  return { accountId: Account, arn: Arn, partition };
}

async function roleAssume(
  sts: () => Promise<STSClient>,
  accountId: AccountId,
  request: AssumeRoleCommandInput,
): Promise<Credentials> {
  const where: Where = { call: 'sts:AssumeRole', accountId, region: null };
  const { AssumeRoleCommand } = await import('@aws-sdk/client-sts');
  const answer = await signIn(where, async () => (await sts()).send(new AssumeRoleCommand(request)));
  const session = sessionOf(answer.Credentials);
  if (session === null) throw noSession(gapAt(where, 'MalformedAnswer', 'the answer holds no credentials'));
  return session;
}

async function signIn<T>(where: Where, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    throw noSession(gapOf(error, where), error);
  }
}

function sessionOf(given: SdkCredentials | undefined): Credentials | null {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = given ?? {};
  if (AccessKeyId === undefined || SecretAccessKey === undefined) return null;
  if (SessionToken === undefined || Expiration === undefined) return null;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration,
  };
}

function noSession(gap: Gap, cause?: unknown): AwsError {
  return new AwsError('no-session', failureWords(gap), gap, cause);
}
