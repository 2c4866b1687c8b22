// The only wiring: puts hands, content and clock together for a command, and puts them away again.
import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Aws, AwsSettings } from '@bongsu/aws';
import type { Campaign, Clock, Ids, Jobs, Signer, Vault } from '@bongsu/core';
import { identityCertificates } from '@bongsu/core';
import type { CampaignPorts } from '@bongsu/flow';
import type { Store, StorePlace } from '@bongsu/store';
import type { Config } from './config/schema.ts';
import type { Voice } from './language/say.ts';
import { channelsOf } from './channels.ts';
import { signingOf } from './signing.ts';
import type { Screen } from './screen/screen.ts';

export const realClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, signal ? { signal } : {}),
};

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
export const realIds: Ids = {
  random: (length) => Array.from({ length }, () => letters[randomInt(letters.length)]).join(''),
};

/** A store for the length of `work`; closed whatever happens. Says so first: the database takes a while to open, the first time seconds. */
export async function withStore<T>(
  place: StorePlace,
  { screen, say }: { readonly screen: Screen; readonly say: Voice },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const { databaseShown, storeOpen } = await import('@bongsu/store');
  const shown = place.databaseUrl === undefined ? place.directory : databaseShown(place.databaseUrl);
  screen.say(say('store.open', { directory: shown }));
  const store = await storeOpen(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** AWS as the configuration says; the endpoint is the SDK's own affair (AWS_ENDPOINT_URL). */
export async function awsOf(config: Config): Promise<Aws> {
  const { openAws } = await import('@bongsu/aws');
  return openAws(awsSettings(config), realClock);
}

export function awsSettings(config: Config): AwsSettings {
  return {
    accounts:
      'list' in config.accounts
        ? { kind: 'list', accountIds: config.accounts.list }
        : { kind: 'organization', exclude: config.accounts.exclude },
    roleName: config.role.name,
    externalId: config.role.externalId,
    regions: config.regions,
    bucket: config.bucket,
    centralRegion: config.central.region,
    ...(config.central.profile === undefined ? {} : { profile: config.central.profile }),
    ...evidenceOf(config),
    ...(config.campaign.delivery === 'role' || hasAssociations(config) ? { roleDelivery: true } : {}),
    ...(hasAssociations(config) ? { associations: true } : {}),
    ...(config.events === undefined ? {} : { queueUrl: config.events.queueUrl }),
    ...(config.campaign.resultQueue === undefined ? {} : { resultQueueUrl: config.campaign.resultQueue }),
    ...(config.signing.kmsKey === undefined ? {} : { signingKeyArn: config.signing.kmsKey }),
  };
}

/** Whether State Manager runs any of its checks: hosts then put their results with their own role. */
export function hasAssociations({ schedules }: Config): boolean {
  return schedules.some((one) => one.delivery === 'association');
}

function evidenceOf({ evidence, bucket: exchange }: Config): Pick<AwsSettings, 'evidence'> {
  if (evidence.kind === 'folder') return {};
  const { bucket = exchange, prefix, kmsKeyId, retentionDays, retentionMode } = evidence;
  const place: { name: string; region: string; accountId?: string | undefined } =
    typeof bucket === 'string' ? { name: bucket, region: exchange.region } : bucket;
  const { accountId } = place;
  return {
    evidence: {
      bucket: { name: place.name, region: place.region, ...(accountId === undefined ? {} : { accountId }) },
      prefix,
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      ...(retentionDays === undefined ? {} : { retentionDays }),
      ...(retentionMode === undefined
        ? {}
        : { retentionMode: retentionMode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE' }),
    },
  };
}

/** The bucket of the evidence, where there is one; no call is made yet. */
export async function vaultOf(config: Config | null, aws?: Aws): Promise<{ vault?: Vault }> {
  if (config === null || config.evidence.kind === 'folder') return {};
  const { vault } = aws ?? (await awsOf(config));
  return vault === null ? {} : { vault };
}

/** The key in KMS that signs, where there is one; no call is made yet. */
export async function kmsSignerOf(config: Config | null): Promise<Signer | null> {
  return config?.signing.kmsKey === undefined ? null : (await awsOf(config)).signer;
}

/** Everything a campaign asks for. `jobs`: where the steps of campaigns wait, if they do. */
export async function campaignPorts(
  aws: Aws,
  store: Store,
  screen: Screen,
  config: Config,
  jobs: Pick<Jobs, 'jobPut'> | null = store.shared ? store : null,
): Promise<CampaignPorts> {
  const { link } = config;
  // Loaded here and not at the top: commands that only look need none of the story.
  const { storePorts } = await import('@bongsu/flow');
  const { resultsOf } = await import('./wire-results.ts');
  const certificates = certificatesOf(config.campaign.certificates);
  const contentOf = async (campaign: Campaign) => (await import('./packs/content.ts')).contentOfCampaign(campaign);
  const held = { ...storePorts(store), exchange: aws.exchange, clock: realClock, certificates };
  return {
    ...held,
    ...resultsOf(aws.resultQueue, { ...held, events: store, contentOf }, jobs),
    channels: await channelsOf(config, process.env),
    link: link === undefined ? null : (campaignId) => `${link}${campaignId}`,
    estate: aws.estate,
    commands: aws.commands,
    associations: aws.associations,
    signing: signingOf(config, async () => (await aws.identity()).arn, aws.signer),
    callsTake: aws.callsTake,
    ids: realIds,
    progress: screen.progress,
  };
}

/** Certificates of AWS, and the configuration's own; those stand for a Region that this version does not know yet. */
export function certificatesOf(own: Config['campaign']['certificates']): (region: string) => readonly string[] {
  return (region) => [...identityCertificates(region), ...(own[region] ?? [])];
}

/** The variables by which the SDK finds any endpoint with a key. */
export function sdkEnvironment(
  url: string,
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
  region: string,
): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Points the SDK of this process at the lab; nothing of the user's profile is read. */
export function pointSdkAt(...lab: Parameters<typeof sdkEnvironment>): void {
  Object.assign(process.env, sdkEnvironment(...lab));
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'])
    delete process.env[name];
}
