// SDK clients, loaded when first used and kept: one for each account, Region and service.
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { KMSClient } from '@aws-sdk/client-kms';
import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Clock, Place, Region } from '@bongsu/core';
import type { CallCount } from './call-count.ts';
import type { Watched } from './client-stack.ts';
import type { CredentialProvider, Sessions } from './session.ts';
import type { AwsSettings } from './settings.ts';
import { sessionWatch } from './session-watch.ts';
import { signBy } from './signing-time.ts';

/** How long a connection may take to open, so that an endpoint that is not there is known soon. */
const connectSeconds = 5;
/** How long an answer may take where the settings do not say; every call we make answers within a few seconds. */
export const answerSecondsDefault = 30;
/** Connections to one endpoint, which all accounts of a Region share; the SDK’s 50 are meant for one account. Each holds 64 KiB to read into. */
const agent = { keepAlive: true, maxSockets: 256 };

/** Every one rejects with AwsError, before any call, where the account's session cannot be opened. */
export interface Clients {
  ec2(place: Place): Promise<EC2Client>;
  ssm(place: Place): Promise<SSMClient>;
  /** Makes one attempt only: for calls that must not happen twice. */
  ssmOnce(place: Place): Promise<SSMClient>;
  organizations(): Promise<OrganizationsClient>;
  s3(): Promise<S3Client>;
  /** For the bucket of the evidence, which may lie in another Region. */
  s3In(region: Region): () => Promise<S3Client>;
  /** With the central credentials. */
  sqsIn(region: Region): () => Promise<SQSClient>;
  /** With the central credentials. */
  kmsIn(region: Region): () => Promise<KMSClient>;
}

/** The first client's own handler, given to all others: they then share connections, which go to few endpoints. */
type Handler = STSClient['config']['requestHandler'];

function connections(settings: AwsSettings) {
  const answerMilliseconds = (settings.answerSeconds ?? answerSecondsDefault) * 1_000;
  return {
    connectionTimeout: connectSeconds * 1_000,
    requestTimeout: answerMilliseconds,
    socketTimeout: answerMilliseconds,
    throwOnRequestTimeout: true,
    httpAgent: agent,
    httpsAgent: agent,
  };
}

/** What every client is made with: the Region, credentials and the settings that the SDK does not find by itself. */
function clientSettings(settings: AwsSettings, region: Region, credentials: CredentialProvider, handler?: Handler) {
  return {
    region,
    credentials,
    requestHandler: handler ?? connections(settings),
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(settings.maxAttempts === undefined ? {} : { maxAttempts: settings.maxAttempts }),
  };
}

/** The client of the identity service, which sessions themselves are made of. */
export function stsClient(
  settings: AwsSettings,
  central: CredentialProvider,
  clock: Clock,
  count: CallCount,
): () => Promise<STSClient> {
  return kept(async () => {
    const { STSClient } = await import('@aws-sdk/client-sts');
    const client = new STSClient(clientSettings(settings, settings.centralRegion, central));
    return count.watch('sts', signBy(client, clock));
  });
}

export function openClients(
  settings: AwsSettings,
  sessions: Sessions,
  sts: () => Promise<STSClient>,
  pathStyle: boolean,
  clock: Clock,
  count: CallCount,
): Clients {
  const handler = async () => (await sts()).config.requestHandler;

  /** The SDK keeps a client's credentials until they end, so that a new session gets a new client. */
  const placed = <Client extends Parameters<typeof signBy>[0] & Watched>(
    service: string,
    make: (given: ReturnType<typeof clientSettings>) => Promise<Client>,
  ) => {
    const clients = new Map<string, { key: string; client: Promise<Client> }>();
    return async (place: Place): Promise<Client> => {
      const session = await sessions.credentials(place.accountId);
      const name = `${place.accountId} ${place.region}`;
      const held = clients.get(name);
      if (held?.key === session.accessKeyId) return held.client;
      const client = handler().then(async (shared) => {
        const made = await make(clientSettings(settings, place.region, async () => session, shared));
        return sessionWatch(count.watch(service, signBy(made, clock)), () => sessions.forget(place.accountId, session));
      });
      clients.set(name, { key: session.accessKeyId, client });
      return client;
    };
  };

  const s3In = (region: Region): (() => Promise<S3Client>) =>
    kept(async () => {
      const given = { ...settings, bucket: { ...settings.bucket, region } };
      const client = await bucketClient(given, sessions.central, pathStyle, await handler());
      return count.watch('s3', signBy(client, clock));
    });

  return {
    ec2: placed('ec2', async (given) => new (await import('@aws-sdk/client-ec2')).EC2Client(given)),
    ssm: placed('ssm', async (given) => new (await import('@aws-sdk/client-ssm')).SSMClient(given)),
    ssmOnce: placed(
      'ssm',
      async (given) => new (await import('@aws-sdk/client-ssm')).SSMClient({ ...given, maxAttempts: 1 }),
    ),
    organizations: kept(async () => {
      const { OrganizationsClient } = await import('@aws-sdk/client-organizations');
      const given = clientSettings(settings, settings.centralRegion, sessions.central, await handler());
      return count.watch('organizations', signBy(new OrganizationsClient(given), clock));
    }),
    s3: s3In(settings.bucket.region),
    s3In,
    sqsIn: (region) =>
      kept(async () => {
        const { SQSClient } = await import('@aws-sdk/client-sqs');
        const given = clientSettings(settings, region, sessions.central, await handler());
        return count.watch('sqs', signBy(new SQSClient(given), clock));
      }),
    kmsIn: (region) =>
      kept(async () => {
        const { KMSClient } = await import('@aws-sdk/client-kms');
        const given = clientSettings(settings, region, sessions.central, await handler());
        return count.watch('kms', signBy(new KMSClient(given), clock));
      }),
  };
}

/** A client for the bucket. It adds no checksum of its own, which would be signed over an empty body when presigning. */
export async function bucketClient(
  settings: AwsSettings,
  credentials: CredentialProvider,
  pathStyle: boolean,
  handler?: Handler,
): Promise<S3Client> {
  const { S3Client } = await import('@aws-sdk/client-s3');
  return new S3Client({
    ...clientSettings(settings, settings.bucket.region, credentials, handler),
    forcePathStyle: pathStyle,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function kept<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
