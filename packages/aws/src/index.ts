// The only room that knows the SDK: opens an estate, its commands and the exchange from settings.
import type {
  Associations,
  Clock,
  Commands,
  Estate,
  EventQueue,
  Exchange,
  ResultQueue,
  Seen,
  Vault,
} from '@bongsu/core';
import { openAssociations } from './associations.ts';
import { AwsError } from './aws-error.ts';
import { bucketChecks, type BucketCheck } from './bucket.ts';
import { notificationQuestions } from './bucket-notification.ts';
import { type CallCount, callCount } from './call-count.ts';
import { answerSecondsDefault, openClients, stsClient } from './clients.ts';
import { openCommands } from './commands.ts';
import { openEstate } from './estate.ts';
import { openExchange } from './exchange.ts';
import { sessionPolicy } from './permissions.ts';
import { bucketAddress } from './presign.ts';
import { openEventQueue, openResultQueue, type QueueDoor, queueNameOf } from './queue.ts';
import { serviceTime } from './service-time.ts';
import { openSessions, policyLengthMax, type CredentialProvider, type Identity } from './session.ts';
import type { AwsSettings } from './settings.ts';
import { kmsPlaceOf, openSigner, type KmsSigner } from './signer.ts';
import { openTrials, type Trials } from './trials.ts';
import { openVault } from './vault.ts';

export { AwsError } from './aws-error.ts';
export type { BucketCheck } from './bucket.ts';
export { documentName } from './document-calls.ts';
export type { Central, Policy, ResourcePolicy, Statement } from './policy.ts';
export { policySet, tooLong } from './policy-set.ts';
export type { Attachment, PolicySet } from './policy-set.ts';
export type { TrustPolicy } from './trust.ts';
export { unlimited } from './unlimited.ts';
export { permissionsInstance, rolePolicyOfBucket } from './role-policy.ts';
export type { Writers } from './role-policy.ts';
export type { Identity } from './session.ts';
export type { KmsSigner, SignerCheck } from './signer.ts';
export { dryCalls } from './trials.ts';
export type { Trial, Trials } from './trials.ts';
export type { AwsSettings, EvidenceBucket } from './settings.ts';

export interface Aws {
  readonly estate: Estate;
  readonly commands: Commands;
  readonly associations: Associations;
  readonly exchange: Exchange;
  /** Calls made since it was asked last, each attempt of its own, by API. */
  callsTake(): Readonly<Record<string, number>>;
  /** Who the central credentials belong to; throws AwsError with a gap where nobody is signed in. */
  identity(): Promise<Identity>;
  /** Where the settings name a bucket for evidence; null where they do not. */
  readonly vault: Vault | null;
  /** Where the settings name a queue of events; null where they do not. */
  readonly queue: EventQueue | null;
  /** Where the settings name a queue of results; null where they do not. */
  readonly resultQueue: ResultQueue | null;
  /** Where the settings name a key of KMS that signs; null where they do not. */
  readonly signer: KmsSigner | null;
  /** Examines the exchange's bucket; what could not be asked is a gap. */
  bucketChecks(): Promise<Seen<BucketCheck>>;
  /** Which of the calls that nothing else tries beforehand are allowed. */
  readonly trials: Trials;
}

/**
 * Opens AWS. Makes no call: credentials are looked for when the first one needs them.
 * @throws AwsError `bad-policy` where no session could be cut down to what the settings name.
 */
export async function openAws(settings: AwsSettings, clock: Clock): Promise<Aws> {
  sessionFits(settings);
  const central = await centralCredentials(settings);
  const counted = callCount();
  const heard = serviceTime(clock);
  const count: CallCount = { ...counted, watch: (service, client) => heard.watch(counted.watch(service, client)) };
  const sts = stsClient(settings, central, clock, count);
  const sessions = openSessions(settings, clock, central, sts, (who, accountId) =>
    JSON.stringify(sessionPolicy(settings, who, accountId)),
  );
  const { urlShape, pathStyle } = await bucketAddress(settings);
  const clients = openClients(settings, sessions, sts, pathStyle, clock, count);
  const { evidence, queueUrl, resultQueueUrl, signingKeyArn, answerSeconds = answerSecondsDefault } = settings;
  const doorOf = (url: string): QueueDoor => {
    const name = queueNameOf(url, settings.centralRegion);
    return { url, name, client: clients.sqsIn(name.region), answerSeconds };
  };
  const vault =
    evidence === undefined ? null : openVault(evidence, clients.s3In(evidence.bucket.region), sessions, clock);
  return {
    estate: openEstate(settings, clients),
    commands: openCommands(clients, sessions, clock, heard),
    associations: openAssociations(clients, sessions, clock),
    exchange: openExchange(settings, clients, sessions, clock, heard, urlShape),
    callsTake: () => count.take(),
    identity: sessions.identity,
    vault,
    queue: queueUrl === undefined ? null : openEventQueue(doorOf(queueUrl)),
    resultQueue: resultQueueUrl === undefined ? null : openResultQueue(doorOf(resultQueueUrl), settings.bucket.name),
    signer:
      signingKeyArn === undefined ? null : openSigner(signingKeyArn, clients.kmsIn(kmsPlaceOf(signingKeyArn).region)),
    bucketChecks: () => bucketChecks(settings, clients, sessions, notificationQuestions(settings)),
    trials: openTrials(settings, clients, sessions, vault),
  };
}

/** Found before anything is asked: with the longest name of a partition, since nobody has said yet which it is. */
function sessionFits(settings: AwsSettings): void {
  const account = '0'.repeat(12);
  const { length } = JSON.stringify(sessionPolicy(settings, { accountId: account, partition: 'aws-us-gov' }, account));
  if (length <= policyLengthMax) return;
  const words = `regions: a session policy that names ${settings.regions.length} Regions has ${length} characters, and AssumeRole takes ${policyLengthMax}; name fewer, or "enabled"`;
  throw new AwsError('bad-policy', words, null);
}

/** The SDK's default chain: environment, profile, SSO, process, container and instance roles; it renews what expires. */
async function centralCredentials(settings: AwsSettings): Promise<CredentialProvider> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  const clientConfig = { region: settings.centralRegion };
  return fromNodeProviderChain(
    settings.profile === undefined ? { clientConfig } : { clientConfig, profile: settings.profile },
  );
}
