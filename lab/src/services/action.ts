// Which IAM action and which resources a call stands for.
import type { Call, Shape } from '../endpoint/contract.ts';

/** S3's operations whose IAM action has another name (Service Authorization Reference, Amazon S3). */
const s3Actions: Readonly<Record<string, string>> = {
  DeleteObjects: 'DeleteObject',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  ListBuckets: 'ListAllMyBuckets',
  ListObjectVersions: 'ListBucketVersions',
  ListObjectsV2: 'ListBucket',
  PostObject: 'PutObject',
};

const objectOperations = new Set(['PutObject', 'GetObject', 'HeadObject', 'DeleteObject', 'PostObject']);

/** The IAM action of a call, such as `ssm:SendCommand`. */
export function actionOf(call: Call, input: Shape): string {
  // A batch needs the permission of what it does many times (SQS developer guide, API permissions).
  if (call.service === 'sqs') return `sqs:${call.operation.replace(/Batch$/, '')}`;
  if (call.service !== 's3') return `${call.service}:${call.operation}`;
  const action = s3Actions[call.operation] ?? call.operation;
  const versioned = input.VersionId !== undefined && (action === 'GetObject' || action === 'DeleteObject');
  return `s3:${action}${versioned ? 'Version' : ''}`;
}

function documentArn(call: Call, name: unknown): string {
  const text = String(name);
  if (text.startsWith('arn:')) return text;
  // AWS's own documents belong to no account: `arn:aws:ssm:us-east-1::document/AWS-RunShellScript`.
  const owner = text.startsWith('AWS-') ? '' : call.accountId;
  return `arn:aws:ssm:${call.region}:${owner}:document/${text}`;
}

/** A hybrid node is a resource of Systems Manager, an instance one of EC2 (Service Authorization Reference, SendCommand). */
function nodeArn({ region, accountId }: Call, id: string): string {
  const [service, kind] = id.startsWith('mi-') ? ['ssm', 'managed-instance'] : ['ec2', 'instance'];
  return `arn:aws:${service}:${region}:${accountId}:${kind}/${id}`;
}

function ssmResources(call: Call, input: Shape): string[] {
  if (call.operation === 'SendCommand') {
    const instances: string[] = input.InstanceIds ?? [];
    return [documentArn(call, input.DocumentName), ...instances.map((id) => nodeArn(call, id))];
  }
  const onDocument = /Document/.test(call.operation) && call.operation !== 'ListDocuments';
  return onDocument && input.Name !== undefined ? [documentArn(call, input.Name)] : [];
}

function s3Resources(call: Call, input: Shape): string[] {
  if (input.Bucket === undefined) return [];
  const bucket = `arn:aws:s3:::${input.Bucket}`;
  if (objectOperations.has(call.operation)) return [`${bucket}/${input.Key}`];
  if (call.operation !== 'DeleteObjects') return [bucket];
  return (input.Delete?.Objects ?? []).map((object: Shape) => `${bucket}/${object.Key}`);
}

/** The ARNs a call acts on; empty where the lab does not know them. */
export function resourcesOf(call: Call, input: Shape): readonly string[] {
  if (call.service === 'ssm') return ssmResources(call, input);
  if (call.service === 's3') return s3Resources(call, input);
  if (call.service === 'sqs') {
    const [accountId = '', name = ''] = String(input.QueueUrl).split('/').slice(-2);
    return input.QueueUrl === undefined ? [] : [`arn:aws:sqs:${call.region}:${accountId}:${name}`];
  }
  if (call.service === 'kms') {
    const named = String(input.KeyId);
    const arn = named.startsWith('arn:') ? named : `arn:aws:kms:${call.region}:${call.accountId}:key/${named}`;
    return input.KeyId === undefined ? [] : [arn];
  }
  return call.operation === 'AssumeRole' ? [String(input.RoleArn)] : [];
}
