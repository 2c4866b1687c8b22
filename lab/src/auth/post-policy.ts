// Verifies a form upload to S3: the policy's signature, its expiry, and that the form keeps its conditions.
import { AwsError } from '../endpoint/contract.ts';
import { readCredential } from './claim.ts';
import { refusal } from './refusal.ts';
import { isSameSignature, signingKey, signText } from './signing-key.ts';
import { checkSession, type IdentityOf } from './sigv4.ts';
import type { Identity } from '../endpoint/contract.ts';

export interface PostUpload {
  readonly bucket: string;
  /** Form fields by lower-case name, `${filename}` already replaced, without the file. */
  readonly fields: ReadonlyMap<string, string>;
  readonly sizeBytes: number;
}

export interface PostVerified {
  readonly identity: Identity;
  readonly region: string;
}

type Condition =
  | { readonly kind: 'eq' | 'starts-with'; readonly field: string; readonly value: string; readonly source: unknown }
  | { readonly kind: 'content-length-range'; readonly min: number; readonly max: number };

const denied = (why: string): AwsError => new AwsError('AccessDenied', `Invalid according to Policy: ${why}`, 403);
const badDocument = (why: string): AwsError => new AwsError('InvalidPolicyDocument', `Invalid Policy: ${why}`, 400);

/** Who signed the policy, once the upload keeps all of it; an AwsError otherwise. */
export function verifyPostPolicy(upload: PostUpload, identityOf: IdentityOf, now: number): PostVerified {
  const { fields } = upload;
  const policy = fields.get('policy');
  const credential = readCredential(fields.get('x-amz-credential') ?? '');
  if (policy === undefined || fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw refusal('s3', 'missing');
  if (credential === undefined || credential.scope.service !== 's3') throw refusal('s3', 'incomplete');
  const identity = identityOf(credential.accessKeyId);
  if (identity === undefined) throw refusal('s3', 'unknownKey');
  const signature = signText(signingKey(identity.secretAccessKey, credential.scope), policy);
  if (!isSameSignature(fields.get('x-amz-signature') ?? '', signature)) throw refusal('s3', 'badSignature');
  checkSession(identity, fields.get('x-amz-security-token'), 's3', now);
  checkPolicy(readPolicy(policy), upload, now);
  return { identity, region: credential.scope.region };
}

interface Policy {
  readonly expiresAt: number;
  readonly conditions: readonly Condition[];
}

function readPolicy(encoded: string): Policy {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(encoded, 'base64').toString());
  } catch {
    throw badDocument('Invalid JSON.');
  }
  const { expiration, conditions } = (document ?? {}) as { expiration?: unknown; conditions?: unknown };
  const expiresAt = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN;
  if (Number.isNaN(expiresAt)) throw badDocument("Invalid 'expiration' value");
  if (!Array.isArray(conditions)) throw badDocument("Missing 'conditions'");
  return { expiresAt, conditions: conditions.flatMap(readCondition) };
}

function readCondition(source: unknown): readonly Condition[] {
  if (!Array.isArray(source)) {
    if (typeof source !== 'object' || source === null) throw badDocument('Invalid condition');
    return Object.entries(source).map(([field, value]) => ({
      kind: 'eq',
      field: field.toLowerCase(),
      value: String(value),
      source: ['eq', `$${field}`, value],
    }));
  }
  const [kind, first, second] = source as readonly unknown[];
  if (kind === 'content-length-range') return [{ kind, min: Number(first), max: Number(second) }];
  if ((kind !== 'eq' && kind !== 'starts-with') || typeof first !== 'string' || !first.startsWith('$')) {
    throw badDocument(`Invalid condition ${JSON.stringify(source)}`);
  }
  return [{ kind, field: first.slice(1).toLowerCase(), value: String(second), source }];
}

/** Fields that a policy need not name (S3 user guide, "Creating an HTML form"). */
const isFree = (field: string): boolean =>
  ['policy', 'x-amz-signature', 'file'].includes(field) || field.startsWith('x-ignore-');

function checkPolicy(policy: Policy, upload: PostUpload, now: number): void {
  if (now >= policy.expiresAt) throw denied('Policy expired.');
  const named = new Set<string>();
  for (const condition of policy.conditions) {
    if (condition.kind === 'content-length-range') checkSize(condition.min, condition.max, upload.sizeBytes);
    else {
      named.add(condition.field);
      const value = condition.field === 'bucket' ? upload.bucket : (upload.fields.get(condition.field) ?? '');
      const holds = condition.kind === 'eq' ? value === condition.value : value.startsWith(condition.value);
      if (!holds) throw denied(`Policy Condition failed: ${JSON.stringify(condition.source)}`);
    }
  }
  const extra = [...upload.fields.keys()].filter((field) => !isFree(field) && !named.has(field));
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`);
}

function checkSize(min: number, max: number, sizeBytes: number): void {
  const sizes = { ProposedSize: String(sizeBytes), MinSizeAllowed: String(min), MaxSizeAllowed: String(max) };
  if (sizeBytes > max) {
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, sizes);
  }
  if (sizeBytes < min) {
    throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', 400, sizes);
  }
}
