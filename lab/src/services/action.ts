// Which IAM action and which resources a call stands for.
import type { Call, Shape } from '../endpoint/contract.ts';

/** S3's operations whose IAM action has another name (Service Authorization Reference, Amazon S3). */
const s3Actions: Readonly<Record<string, string>> = {
  DeleteObjects: 'DeleteObject',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
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

const associationArn = ({ region, accountId }: Call, id: unknown): string =>
  `arn:aws:ssm:${region}:${accountId}:association/${String(id)}`;

function ssmResources(call: Call, input: Shape): string[] {
  const { operation } = call;
  if (operation === 'SendCommand') {
    const instances: string[] = input.InstanceIds ?? [];
    return [documentArn(call, input.DocumentName), ...instances.map((id) => nodeArn(call, id))];
  }
  if (operation === 'StartAssociationsOnce')
    return (input.AssociationIds ?? []).map((id: unknown) => associationArn(call, id));
  // One that is made has no id yet (Service Authorization Reference: CreateAssociation needs both, an association and the document).
  const id = operation === 'CreateAssociation' ? '*' : input.AssociationId;
  const association = id === undefined ? [] : [associationArn(call, id)];
  const named = /Document/.test(operation)
    ? operation !== 'ListDocuments'
    : /^(?:Create|Update)Association$/.test(operation);
  return [...association, ...(named && input.Name !== undefined ? [documentArn(call, input.Name)] : [])];
}

function s3Resources(call: Call, input: Shape): string[] {
  if (input.Bucket === undefined) return [];
  const bucket = `arn:aws:s3:::${input.Bucket}`;
  if (objectOperations.has(call.operation)) return [`${bucket}/${input.Key}`];
  if (call.operation !== 'DeleteObjects') return [bucket];
  return (input.Delete?.Objects ?? []).map((object: Shape) => `${bucket}/${object.Key}`);
}

function sqsResources(call: Call, input: Shape): string[] {
  const asked = input.QueueUrl ?? `${input.QueueOwnerAWSAccountId ?? call.accountId}/${input.QueueName}`;
  const [accountId = '', name = ''] = String(asked).split('/').slice(-2);
  return [`arn:aws:sqs:${call.region}:${accountId}:${name}`];
}

function kmsResources(call: Call, input: Shape): string[] {
  const named = String(input.KeyId);
  if (input.KeyId === undefined) return [];
  return [named.startsWith('arn:') ? named : `arn:aws:kms:${call.region}:${call.accountId}:key/${named}`];
}

/** Services whose actions know resources. */
const resources: Readonly<Record<string, (call: Call, input: Shape) => string[]>> = {
  ssm: ssmResources,
  s3: s3Resources,
  sqs: sqsResources,
  kms: kmsResources,
};

/** The ARNs a call acts on; `*` alone for actions that know no resources, which IAM allows on `*` and nowhere else. */
export function resourcesOf(call: Call, input: Shape): readonly string[] {
  const found =
    call.operation === 'AssumeRole' ? [String(input.RoleArn)] : (resources[call.service]?.(call, input) ?? []);
  return found.length > 0 ? found : ['*'];
}
