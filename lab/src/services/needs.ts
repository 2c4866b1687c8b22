// What a call must be allowed: each action on each resource, besides its own also those that S3 asks for what comes with a request.
import type { Call, Shape } from '../endpoint/contract.ts';
import { actionOf, resourcesOf } from './action.ts';
import { callContext, type Ground, resourceContext } from './policy/context.ts';
import type { Pairs } from './policy/context.ts';
import type { Context } from './policy/pattern.ts';
import type { Policy } from './policy/statement.ts';

export interface Need {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
  /** Whose the resource is and what its own policy says, where it can have one. */
  readonly held: Held | undefined;
}

/** A resource that can have a policy; null where it has none. */
export interface Held {
  readonly ownerId: string;
  readonly policy: Policy | null;
}

export interface Holdings extends Ground {
  /** undefined for what can have no policy, or is not there. */
  heldAt(resource: string): Held | undefined;
  /** What is kept of an object; undefined where there is none. */
  objectAt(bucket: string, key: string, versionId: unknown): { readonly kmsKeyId?: string } | undefined;
}

/** Everything that one call needs, its own action first. */
export function needsOf(call: Call, input: Shape, holdings: Holdings): readonly Need[] {
  const of = callContext(call, input, holdings);
  const need = (action: string, resource: string, more: Pairs = []): Need => {
    const held = holdings.heldAt(resource);
    return { action, resource, context: resourceContext(of, resource, held?.ownerId, holdings, more), held };
  };
  const own = resourcesOf(call, input).map((resource) => need(actionOf(call, input), resource));
  return call.service === 's3' ? [...own, ...s3Needs(call, input, holdings, need)] : own;
}

/** One thing more that a call may be allowed. */
export function needAt(call: Call, action: string, resource: string, holdings: Holdings): Need {
  const held = holdings.heldAt(resource);
  return {
    action,
    resource,
    context: resourceContext(callContext(call, {}, holdings), resource, held?.ownerId, holdings),
    held,
  };
}

type MakeNeed = (action: string, resource: string, more?: Pairs) => Need;

function s3Needs(call: Call, input: Shape, holdings: Holdings, need: MakeNeed): Need[] {
  const bucket = `arn:aws:s3:::${input.Bucket}`;
  const onKey = (action: string, keyId: unknown): Need => {
    const ownerId = holdings.heldAt(bucket)?.ownerId ?? call.accountId;
    const { arn, alias } = keyOf(String(keyId), call.region, ownerId);
    return need(action, arn, [
      ['kms:ViaService', `s3.${call.region}.amazonaws.com`],
      ['kms:ResourceAliases', alias === null ? undefined : [alias]],
    ]);
  };
  switch (call.operation) {
    case 'PutObject':
      return [
        // Headers of retention are a request of their own (Amazon S3 User Guide, "Object Lock considerations").
        ...(input.ObjectLockMode === undefined ? [] : [need('s3:PutObjectRetention', `${bucket}/${input.Key}`)]),
        ...(input.SSEKMSKeyId === undefined ? [] : [onKey('kms:GenerateDataKey', input.SSEKMSKeyId)]),
      ];
    case 'GetObject':
    case 'HeadObject': {
      const found = holdings.objectAt(String(input.Bucket), String(input.Key), input.VersionId);
      // Only who may list is told that there is none (S3 API reference, GetObject, "Permissions").
      if (found === undefined) return [need('s3:ListBucket', bucket)];
      return found.kmsKeyId === undefined ? [] : [onKey('kms:Decrypt', found.kmsKeyId)];
    }
    default:
      return [];
  }
}

/** A key by its id, its ARN or an alias; each alias of the lab is that of one key. */
function keyOf(keyId: string, region: string, ownerId: string): { arn: string; alias: string | null } {
  const alias = /^(?:arn:[^:]+:kms:[^:]*:\d{12}:)?(alias\/.+)$/.exec(keyId)?.[1] ?? null;
  if (alias === null && keyId.startsWith('arn:')) return { arn: keyId, alias };
  const owner = /^arn:[^:]+:kms:[^:]*:(\d{12}):/.exec(keyId)?.[1] ?? ownerId;
  return {
    arn: `arn:aws:kms:${region}:${owner}:key/${alias === null ? keyId : `of-${alias.slice('alias/'.length)}`}`,
    alias,
  };
}
