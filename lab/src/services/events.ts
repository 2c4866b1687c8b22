// What AWS tells of objects and hosts: S3's notifications, EC2's state changes, and the calls of agents as CloudTrail records them.
import { freshUuid } from '../world/seeded.ts';
import type { Call } from '../endpoint/contract.ts';
import type { Estate } from './estate.ts';
import { isOfEc2 } from './host.ts';
import type { Host } from './host.ts';
import type { Bucket, ObjectVersion } from './s3/bucket.ts';

/** S3 writes keys into notifications as in a form: escaped, blanks as plus signs (S3 user guide, event message structure). */
const formKey = (key: string): string =>
  new URLSearchParams({ key }).toString().slice('key='.length).replaceAll('%2F', '/');

/** The notification of an object that was created. */
export function objectCreated(bucket: Bucket, version: ObjectVersion, call: Call): object {
  const eventName = call.operation === 'PostObject' ? 'ObjectCreated:Post' : 'ObjectCreated:Put';
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: bucket.region,
        eventTime: version.modifiedAt.toISOString(),
        eventName,
        userIdentity: { principalId: `AWS:${call.identity.accessKeyId}` },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: { 'x-amz-request-id': call.requestId, 'x-amz-id-2': call.requestId },
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'bongsu-results',
          bucket: {
            name: bucket.name,
            ownerIdentity: { principalId: bucket.ownerId },
            arn: `arn:aws:s3:::${bucket.name}`,
          },
          object: {
            key: formKey(version.key),
            size: version.sizeBytes,
            eTag: version.etag.replaceAll('"', ''),
            ...(version.versionId === 'null' ? {} : { versionId: version.versionId }),
            sequencer: sequencerOf(version),
          },
        },
      },
    ],
  };
}

/** The same as an event of EventBridge, where the key stands as it is (S3 user guide, EventBridge event message structure). */
export function objectCreatedEvent(estate: Estate, bucket: Bucket, version: ObjectVersion, call: Call): object {
  const detail = {
    version: '0',
    bucket: { name: bucket.name },
    object: {
      key: version.key,
      size: version.sizeBytes,
      etag: version.etag.replaceAll('"', ''),
      ...(version.versionId === 'null' ? {} : { 'version-id': version.versionId }),
      sequencer: sequencerOf(version),
    },
    'request-id': call.requestId,
    requester: call.accountId,
    'source-ip-address': '127.0.0.1',
    reason: call.operation === 'PostObject' ? 'POST Object' : 'PutObject',
  };
  const owner = { accountId: bucket.ownerId, region: bucket.region };
  return envelope(estate, owner, 'Object Created', 'aws.s3', [`arn:aws:s3:::${bucket.name}`], detail);
}

/** Told apart by time alone; S3's own are longer, and compared as hexadecimal numbers for one key. */
const sequencerOf = (version: ObjectVersion): string =>
  version.modifiedAt.getTime().toString(16).toUpperCase().padStart(16, '0');

function envelope(
  estate: Estate,
  host: Pick<Host, 'accountId' | 'region'>,
  kind: string,
  source: string,
  resources: readonly string[],
  detail: object,
) {
  return {
    version: '0',
    id: freshUuid(estate.seeded, 'event'),
    'detail-type': kind,
    source,
    account: host.accountId,
    time: `${new Date(estate.clock.now()).toISOString().slice(0, 19)}Z`,
    region: host.region,
    resources,
    detail,
  };
}

/** EC2's own event; hybrid nodes have none. */
export function stateChanged(estate: Estate, host: Host, state: string): object {
  const arn = `arn:aws:ec2:${host.region}:${host.accountId}:instance/${host.instanceId}`;
  const detail = { 'instance-id': host.instanceId, state };
  return envelope(estate, host, 'EC2 Instance State-change Notification', 'aws.ec2', [arn], detail);
}

/**
 * An agent's registration. Systems Manager has no event of its own for it: what an account can send is the agent's call as CloudTrail
 * records it, `UpdateInstanceInformation`, and for a hybrid node before that `RegisterManagedInstance`.
 */
export function agentCalled(estate: Estate, host: Host, eventName: string): object {
  const { accountId, region, instanceId, node } = host;
  const role = isOfEc2(host) ? 'BongsuInstance' : 'AmazonEC2RunCommandRoleForManagedInstances';
  const detail = {
    eventVersion: '1.09',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROA${estate.seeded.upper(`role ${role}`, 17)}:${instanceId}`,
      arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${instanceId}`,
      accountId,
    },
    eventTime: `${new Date(estate.clock.now()).toISOString().slice(0, 19)}Z`,
    eventSource: 'ssm.amazonaws.com',
    eventName,
    awsRegion: region,
    requestParameters: {
      instanceId,
      agentName: 'amazon-ssm-agent',
      agentVersion: node?.agentVersion ?? '',
      agentStatus: 'Active',
      platformType: node?.platformType ?? '',
      computerName: node?.computerName ?? '',
      iPAddress: node?.ipAddress ?? '',
    },
    responseElements: null,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
  };
  return envelope(estate, host, 'AWS API Call via CloudTrail', 'aws.ssm', [], detail);
}
