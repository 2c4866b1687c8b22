// The work of one life, in whatever it lives: opens the store and AWS, does its story, and says what the store holds at the end.
import { type AwsSettings, openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import { storePorts } from '@bongsu/flow';
import { httpChannel } from '@bongsu/notify';
import { storeOpen } from '@bongsu/store';
import { publicKeyOf, signingOf } from '../../signing.ts';
import { realIds } from '../../wire.ts';
import { resultsOf } from '../../wire-results.ts';
import { type Mortality, writes } from './death.ts';
import type { MortalOrder, MortalSaid } from './order.ts';
import { said } from './said.ts';
import { shortPolls } from './short-polls.ts';
import { stories } from './stories.ts';
import type { ToldTime } from './told-time.ts';

export interface Work {
  readonly said: Promise<MortalSaid>;
  /** Lets go of the store. */
  close(): Promise<void>;
}

export async function workStart(
  order: MortalOrder,
  { clock }: Pick<ToldTime, 'clock'>,
  { counts, mortal }: Mortality,
): Promise<Work> {
  const { door, folder } = order;
  const store = await storeOpen(order.place);
  const aws = await openAws(settingsOf(order), clock);
  const stored = mortal(store, 'write', writes);
  const kms = aws.signer && mortal(aws.signer, 'call', (name) => name === 'sign');
  const signing = signingOf({ store: folder, signing: {} }, async () => 'arn:aws:iam::100000000001:user/lab', kms);
  const channel = (kind: 'slack' | 'webhook') =>
    mortal(httpChannel({ name: kind, kind, lang: 'en', url: `${order.hook}/${kind}` }), 'call');
  // Few checks: it is the campaign that is proven here, not what it judges.
  const content = { checks: hostChecks.slice(0, 5), system };
  const held = {
    ...storePorts(stored),
    exchange: mortal(aws.exchange, 'call', (name) => !/Url$|credentialSeconds/.test(name)),
    certificates: () => [door.identityCertificate],
    clock,
  };
  const told = aws.resultQueue && shortPolls(mortal(aws.resultQueue, 'call'), clock);
  const ports = {
    ...held,
    ...resultsOf(told, { ...held, events: stored, contentOf: async () => content }, null),
    estate: mortal(aws.estate, 'call'),
    commands: mortal(aws.commands, 'call'),
    associations: mortal(aws.associations, 'call'),
    queue: aws.queue === null ? null : mortal(aws.queue, 'call'),
    channels: [channel('slack'), channel('webhook')],
    link: null,
    signing: kms
      ? signing
      : { ...signing, signer: signing.signer && mortal(signing.signer, 'call', (name) => name === 'sign') },
    callsTake: aws.callsTake,
    ids: realIds,
    progress: (): void => {},
  };
  const work = async (): Promise<MortalSaid> => {
    await stories(order, ports, stored, content);
    const { fingerprint } = await publicKeyOf(signing);
    return said(store, counts, fingerprint);
  };
  return { said: work(), close: () => store.close() };
}

function settingsOf({ door, story }: MortalOrder): AwsSettings {
  const { roleName, externalId, regions, bucket } = door;
  const recurring = story.kind === 'recurring';
  return {
    ...{ accounts: { kind: 'organization' }, centralRegion: bucket.region, roleName, externalId, regions, bucket },
    ...(story.kind === 'watch' ? { queueUrl: story.queueUrl } : {}),
    ...(recurring ? { associations: true } : {}),
    ...(recurring || (story.kind === 'campaign' && story.delivery === 'role') ? { roleDelivery: true } : {}),
    ...(story.kind === 'campaign' && story.resultQueueUrl ? { resultQueueUrl: story.resultQueueUrl } : {}),
    ...(story.kind === 'campaign' && story.signingKeyArn ? { signingKeyArn: story.signingKeyArn } : {}),
  };
}
