// What policies may ask of a request: who makes it, how, and what it is made on, by the names of IAM's condition keys.
import type { Call, Shape } from '../../endpoint/contract.ts';
import type { Estate } from '../estate.ts';
import { principalArn } from './decide.ts';
import type { Context } from './pattern.ts';

/** What is looked at of a call. */
type Calling = Pick<Call, 'identity' | 'headers' | 'service' | 'operation' | 'region'> &
  Partial<Pick<Call, 'presigned'>>;

/** Of the whole world: every account of it is in the one organisation. */
export interface Ground {
  readonly estate: Pick<Estate, 'account' | 'host'> & { readonly clock: Pick<Estate['clock'], 'now'> };
  readonly organizationId: string;
}

/** Keys of a request and their values, as IAM spells them; undefined where the request has no such key. */
export type Pairs = readonly (readonly [string, unknown])[];

/** Values that are there, by lower-case keys. */
function contextOf(pairs: Pairs): Context {
  const found = pairs.filter(([, value]) => value !== undefined);
  return new Map(
    found.map(([key, value]) => [key.toLowerCase(), Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

/** A service of AWS that does something on behalf of a resource (IAM User Guide, "The confused deputy problem"). */
export function serviceContext(service: string, sourceArn: string, sourceAccount: string): Context {
  return contextOf([
    ['aws:SourceArn', sourceArn],
    ['aws:SourceAccount', sourceAccount],
    ['aws:PrincipalIsAWSService', true],
    ['aws:PrincipalServiceName', service],
    ['aws:SecureTransport', true],
  ]);
}

function s3Pairs(call: Calling, input: Shape): Pairs {
  const authType = call.operation === 'PostObject' ? 'POST' : call.presigned ? 'REST-QUERY-STRING' : 'REST-HEADER';
  return [
    ['s3:authType', authType],
    ['s3:prefix', input.Prefix],
    ['s3:delimiter', input.Delimiter],
    ['s3:max-keys', input.MaxKeys],
    ['s3:if-none-match', call.headers['if-none-match']],
    ['s3:object-lock-mode', input.ObjectLockMode],
    ['s3:x-amz-server-side-encryption', input.ServerSideEncryption],
    ['s3:x-amz-server-side-encryption-aws-kms-key-id', input.SSEKMSKeyId],
  ];
}

/** What a call brings with it, whatever it is made on. */
export function callContext(call: Calling, input: Shape, { estate, organizationId }: Ground): Pairs {
  const { arn, accountId, userId, instanceArn } = call.identity;
  const now = estate.clock.now();
  const role = principalArn(arn);
  const user = /:user\/(?:.+\/)?([^/]+)$/.exec(arn)?.[1];
  return [
    ['aws:RequestedRegion', call.region],
    ['aws:PrincipalArn', role],
    ['aws:PrincipalAccount', accountId],
    ['aws:PrincipalOrgID', estate.account(accountId) === undefined ? undefined : organizationId],
    ['aws:PrincipalType', user === undefined ? 'AssumedRole' : 'User'],
    ['aws:PrincipalIsAWSService', false],
    ['aws:ViaAWSService', false],
    ['aws:username', user],
    ['aws:userid', userId],
    ['ec2:SourceInstanceARN', instanceArn],
    // The lab's plain HTTP on loopback stands for the TLS of AWS's own endpoints.
    ['aws:SecureTransport', true],
    ['aws:SourceIp', '127.0.0.1'],
    ['aws:CurrentTime', new Date(now).toISOString()],
    ['aws:EpochTime', Math.floor(now / 1000)],
    ...(call.service === 's3' ? s3Pairs(call, input) : []),
    ...(call.operation === 'AssumeRole'
      ? ([
          ['sts:ExternalId', input.ExternalId],
          ['sts:RoleSessionName', input.RoleSessionName],
        ] as const)
      : []),
  ];
}

/** The whole context of one resource of a call; `ownerId` where the ARN does not say whose it is. */
export function resourceContext(
  of: Pairs,
  resource: string,
  ownerId: string | undefined,
  { estate, organizationId }: Ground,
  more: Pairs = [],
): Context {
  const account = ownerId ?? /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(resource)?.[1];
  const instanceId = /(?:^|:)(?:instance|managed-instance)\/(.+)$/.exec(resource)?.[1];
  const tags = instanceId === undefined ? {} : (estate.host(instanceId)?.tags ?? {});
  return contextOf([
    ...of,
    ['aws:ResourceAccount', account],
    ['aws:ResourceOrgID', account !== undefined && estate.account(account) ? organizationId : undefined],
    ...Object.entries(tags).flatMap(
      ([tag, value]) =>
        [
          [`aws:ResourceTag/${tag}`, value],
          [`ssm:resourceTag/${tag}`, value],
        ] as const,
    ),
    ...more,
  ]);
}
