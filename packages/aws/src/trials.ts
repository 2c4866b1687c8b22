// Tries which of the declared calls are allowed by asking what changes nothing, and says which cannot be tried that way.
import type { Gap, Place, Vault } from '@bongsu/core';
import { exchangePrefix } from '@bongsu/core';
import { calls as notificationCalls } from './bucket-notification.ts';
import { calls as bucketCalls, ownershipCalls } from './bucket.ts';
import { gapOf, type Where } from './call.ts';
import type { Clients } from './clients.ts';
import { calls as associationCalls } from './associations.ts';
import { calls as accountCalls } from './collectors/accounts.ts';
import { calls as instanceCalls } from './collectors/instances.ts';
import { calls as nodeCalls } from './collectors/nodes.ts';
import { calls as regionCalls } from './collectors/regions.ts';
import { documentName, recurringDocumentName } from './document-calls.ts';
import { faultOf } from './fault.ts';
import { calls as bindingCalls } from './role-binding.ts';
import { calls as sessionCalls, type Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';
import { calls as queueCalls } from './queue.ts';
import { calls as signerCalls } from './signer.ts';

/** Every call that can be made without making, changing or sending anything; `doctor` makes them all. */
export const dryCalls: readonly string[] = [
  ...[...accountCalls, ...sessionCalls, ...regionCalls, ...instanceCalls, ...nodeCalls, ...bucketCalls],
  ...[...notificationCalls, ...ownershipCalls, ...bindingCalls],
  ...['ssm:ListCommands', 'ssm:ListCommandInvocations', 'ssm:DescribeDocument', 'ssm:GetDocument'],
  ...['s3:GetObject', 's3:GetBucketObjectLockConfiguration'],
  // A queue by a message that stays, a key by a signature that is not made.
  ...[...queueCalls, ...signerCalls],
  ...associationCalls.filter((call) => /^ssm:(?:List|Describe)/.test(call)),
];

/** One permission and what its trial met; null where it is there. */
export interface Trial {
  readonly action: string;
  readonly gap: Gap | null;
}

export interface Trials {
  /** What only the central principal does. */
  central(): Promise<readonly Trial[]>;
  /** What is done in each account whose hosts are checked. */
  member(place: Place): Promise<readonly Trial[]>;
}

/** No name of ours: nothing has it. */
const nobody = '0'.repeat(64);
const nothing = '00000000-0000-4000-8000-000000000000';

type Attempt = () => Promise<unknown>;

export function openTrials(settings: AwsSettings, clients: Clients, sessions: Sessions, vault: Vault | null): Trials {
  const { bucket, centralRegion, evidence, associations } = settings;

  const documents = async (place: Place): Promise<readonly Trial[]> => {
    const sdk = await import('@aws-sdk/client-ssm');
    const client = await clients.ssm(place);
    const trials: Trial[] = [];
    for (const Name of associations ? [documentName, recurringDocumentName] : [documentName])
      trials.push(
        await tried({ call: 'ssm:DescribeDocument', ...place }, ['InvalidDocument'], () =>
          client.send(new sdk.DescribeDocumentCommand({ Name })),
        ),
        await tried({ call: 'ssm:GetDocument', ...place }, ['InvalidDocument'], () =>
          client.send(new sdk.GetDocumentCommand({ Name })),
        ),
      );
    return trials;
  };

  /** Of what is not there S3 says so only to who may list without a prefix, which we may not: its refusal then names the list, and not the read. */
  const exchange = async ({ accountId }: Place): Promise<readonly Trial[]> => {
    const { GetObjectCommand } = await import('@aws-sdk/client-s3');
    const client = await clients.s3();
    const order = { Bucket: bucket.name, ExpectedBucketOwner: accountId, Key: `${exchangePrefix}${nobody}` };
    const where = { call: 's3:GetObject', accountId, region: bucket.region };
    const trial = await tried(where, ['NoSuchKey'], () => client.send(new GetObjectCommand(order)));
    return trial.gap?.missingPermission === 's3:ListBucket' ? [{ ...trial, gap: null }] : [trial];
  };

  const kept = async ({ accountId }: Place): Promise<readonly Trial[]> => {
    if (evidence === undefined || vault === null) return [];
    const owner = evidence.bucket.accountId ?? accountId;
    const where = { call: 's3:GetObject', accountId: owner, region: evidence.bucket.region };
    const { gap } = await tried(where, [], () => vault.get({ shelf: 'evidence', sha256: nobody }));
    return [{ action: gap?.missingPermission ?? where.call, gap }];
  };

  const recurring = async (place: Place): Promise<readonly Trial[]> => {
    if (!associations) return [];
    const sdk = await import('@aws-sdk/client-ssm');
    const client = await clients.ssm(place);
    const asked = { AssociationId: nothing };
    const attempts: readonly (readonly [call: (typeof associationCalls)[number], make: Attempt])[] = [
      ['ssm:ListAssociations', () => client.send(new sdk.ListAssociationsCommand({ MaxResults: 1 }))],
      ['ssm:DescribeAssociation', () => client.send(new sdk.DescribeAssociationCommand(asked))],
      ['ssm:DescribeAssociationExecutions', () => client.send(new sdk.DescribeAssociationExecutionsCommand(asked))],
      [
        'ssm:DescribeAssociationExecutionTargets',
        () => client.send(new sdk.DescribeAssociationExecutionTargetsCommand({ ...asked, ExecutionId: nothing })),
      ],
    ];
    const trials: Trial[] = [];
    for (const [call, make] of attempts)
      trials.push(await tried({ call, ...place }, ['AssociationDoesNotExist'], make));
    return trials;
  };

  return {
    central: async () => {
      const { accountId } = await sessions.identity();
      const place = { accountId, region: centralRegion };
      return [...(await documents(place)), ...(await exchange(place)), ...(await kept(place))];
    },
    member: async (place) => {
      const [ec2, ssm] = [await import('@aws-sdk/client-ec2'), await import('@aws-sdk/client-ssm')];
      const [hosts, systems] = [await clients.ec2(place), await clients.ssm(place)];
      const attempts: readonly (readonly [call: string, make: Attempt])[] = [
        ['ec2:DescribeInstances', () => hosts.send(new ec2.DescribeInstancesCommand({ MaxResults: 5 }))],
        [
          'ssm:DescribeInstanceInformation',
          () => systems.send(new ssm.DescribeInstanceInformationCommand({ MaxResults: 5 })),
        ],
        ['ssm:ListCommands', () => systems.send(new ssm.ListCommandsCommand({ MaxResults: 1 }))],
        ['ssm:ListCommandInvocations', () => systems.send(new ssm.ListCommandInvocationsCommand({ MaxResults: 1 }))],
      ];
      const trials: Trial[] = [];
      for (const [call, make] of attempts) trials.push(await tried({ call, ...place }, [], make));
      return [...trials, ...(await recurring(place))];
    },
  };
}

/** `answers`: codes of errors that only a caller gets who is allowed. */
async function tried(where: Where, answers: readonly string[], make: Attempt): Promise<Trial> {
  try {
    await make();
  } catch (error) {
    if (!answers.includes(faultOf(error)?.code ?? '')) return { action: where.call, gap: gapOf(error, where) };
  }
  return { action: where.call, gap: null };
}
