// Looks at the bucket before a campaign uses it: there, ours, versioned, closed to the public, encrypted.
import type * as Sdk from '@aws-sdk/client-s3';
import type { Gap, Seen } from '@bongsu/core';
import { exchangePrefix } from '@bongsu/core';
import { gapOf, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { faultOf } from './fault.ts';
import type { Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';

export const calls = [
  's3:ListBucket',
  's3:GetBucketVersioning',
  's3:GetBucketPublicAccessBlock',
  's3:GetEncryptionConfiguration',
] as const;
/** Asked where hosts put objects with roles of other accounts. */
export const ownershipCalls = ['s3:GetBucketOwnershipControls'] as const;

/** One line of the bucket's examination. */
export interface BucketCheck {
  readonly check:
    | 'exists'
    | 'versioning'
    | 'public-access-block'
    | 'default-encryption'
    | 'ownership'
    | 'object-lock'
    | 'notification';
  readonly ok: boolean;
  /** S3's own words, such as `Enabled`, `NoSuchBucket` or `aws:kms`. */
  readonly detail: string;
}

interface Ask {
  readonly client: Sdk.S3Client;
  readonly sdk: typeof Sdk;
  readonly bucket: { readonly Bucket: string; readonly ExpectedBucketOwner: string };
}

export interface Question {
  readonly check: BucketCheck['check'];
  readonly call: string;
  ask(to: Ask): Promise<{ ok: boolean; detail: string }>;
  /** Error codes that are the answer "no". */
  readonly no: readonly string[];
}

const questions: readonly Question[] = [
  {
    check: 'exists',
    call: 's3:ListBucket',
    ask: async ({ client, sdk, bucket }) => {
      await client.send(new sdk.ListObjectsV2Command({ ...bucket, Prefix: exchangePrefix, MaxKeys: 1 }));
      return { ok: true, detail: bucket.Bucket };
    },
    no: ['NoSuchBucket', 'NotFound', 'PermanentRedirect', 'AuthorizationHeaderMalformed'],
  },
  {
    check: 'versioning',
    call: 's3:GetBucketVersioning',
    ask: async ({ client, sdk, bucket }) => {
      const { Status } = await client.send(new sdk.GetBucketVersioningCommand(bucket));
      return { ok: Status === 'Enabled', detail: Status ?? 'never enabled' };
    },
    no: ['NoSuchBucket'],
  },
  {
    check: 'public-access-block',
    call: 's3:GetBucketPublicAccessBlock',
    ask: async ({ client, sdk, bucket }) => {
      const answer = await client.send(new sdk.GetPublicAccessBlockCommand(bucket));
      const block = answer.PublicAccessBlockConfiguration;
      const open = (
        ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const
      ).filter((part) => block?.[part] !== true);
      return { ok: open.length === 0, detail: open.length === 0 ? 'all four parts on' : `off: ${open.join(', ')}` };
    },
    no: ['NoSuchBucket', 'NoSuchPublicAccessBlockConfiguration'],
  },
  {
    check: 'default-encryption',
    call: 's3:GetEncryptionConfiguration',
    ask: async ({ client, sdk, bucket }) => {
      const answer = await client.send(new sdk.GetBucketEncryptionCommand(bucket));
      const algorithm = answer.ServerSideEncryptionConfiguration?.Rules?.flatMap(
        (rule) => rule.ApplyServerSideEncryptionByDefault?.SSEAlgorithm ?? [],
      )[0];
      return { ok: algorithm !== undefined, detail: algorithm ?? 'none' };
    },
    no: ['NoSuchBucket', 'ServerSideEncryptionConfigurationNotFoundError'],
  },
];

/**
 * An object that another account wrote belongs to that account, and cannot be read here, unless the bucket says otherwise (Amazon S3 User
 * Guide, "Controlling ownership of objects").
 */
const ownership: Question = {
  check: 'ownership',
  call: 's3:GetBucketOwnershipControls',
  ask: async ({ client, sdk, bucket }) => {
    const { OwnershipControls } = await client.send(new sdk.GetBucketOwnershipControlsCommand(bucket));
    const said = OwnershipControls?.Rules?.[0]?.ObjectOwnership;
    return { ok: said === 'BucketOwnerEnforced', detail: said ?? 'none' };
  },
  no: ['NoSuchBucket', 'OwnershipControlsNotFoundError'],
};

/** Of the bucket of the evidence alone, where it is to keep what lies in it. */
const lockQuestion: Question = {
  check: 'object-lock',
  call: 's3:GetBucketObjectLockConfiguration',
  ask: async ({ client, sdk, bucket }) => {
    const answer = await client.send(new sdk.GetObjectLockConfigurationCommand(bucket));
    const enabled = answer.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled';
    return { ok: enabled, detail: enabled ? `${bucket.Bucket}: enabled` : noLock };
  },
  no: ['NoSuchBucket', 'ObjectLockConfigurationNotFoundError'],
};
const noLock = 'the bucket has no Object Lock: no evidence can be kept in it for evidence.retentionDays';

/** Examines the exchange's bucket, and whether that of the evidence can keep it. What could not be asked is a gap, not a failed check. */
export async function bucketChecks(
  settings: AwsSettings,
  clients: Clients,
  sessions: Sessions,
  more: readonly Question[] = [],
): Promise<Seen<BucketCheck>> {
  const items: BucketCheck[] = [];
  const gaps: Gap[] = [];
  const where: Where = { call: 's3:ListBucket', accountId: null, region: settings.bucket.region };
  try {
    const { accountId } = await sessions.identity();
    const sdk = await import('@aws-sdk/client-s3');
    const bucket = { Bucket: settings.bucket.name, ExpectedBucketOwner: accountId };
    const to: Ask = { client: await clients.s3(), sdk, bucket };
    const asked = settings.roleDelivery ? [...questions, ownership, ...more] : [...questions, ...more];
    for (const question of asked) {
      const answer = await answerOf(question, to, { ...where, accountId, call: question.call });
      if ('gap' in answer) gaps.push(answer.gap);
      else items.push({ check: question.check, ...answer });
    }
    const { evidence } = settings;
    if (evidence?.retentionDays !== undefined) {
      const owner = evidence.bucket.accountId ?? accountId;
      const kept = { Bucket: evidence.bucket.name, ExpectedBucketOwner: owner };
      const asked: Ask = { client: await clients.s3In(evidence.bucket.region)(), sdk, bucket: kept };
      const at: Where = { call: lockQuestion.call, accountId: owner, region: evidence.bucket.region };
      const answer = await answerOf(lockQuestion, asked, at);
      if ('gap' in answer) gaps.push(answer.gap);
      else
        items.push({
          check: lockQuestion.check,
          ...answer,
          detail: answer.ok || answer.detail === 'NoSuchBucket' ? answer.detail : noLock,
        });
    }
  } catch (error) {
    gaps.push(gapOf(error, where));
  }
  return { items, gaps };
}

async function answerOf(
  question: Question,
  to: Ask,
  where: Where,
): Promise<{ ok: boolean; detail: string } | { gap: Gap }> {
  try {
    return await question.ask(to);
  } catch (error) {
    const code = faultOf(error)?.code;
    if (code !== undefined && question.no.includes(code)) return { ok: false, detail: code };
    return { gap: gapOf(error, where) };
  }
}
