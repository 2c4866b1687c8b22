// The work of one life, in whatever it lives: opens the store and AWS, does its story, and says what the store holds at the end.
import { join } from 'node:path';
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import { storePorts } from '@bongsu/flow';
import { httpChannel } from '@bongsu/notify';
import { storeOpen } from '@bongsu/store';
import { signingOf } from '../../signing.ts';
import { realIds } from '../../wire.ts';
import { type Mortality, writes } from './death.ts';
import type { MortalOrder, MortalSaid } from './order.ts';
import { said } from './said.ts';
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
  const { door, story, folder } = order;
  const store = await storeOpen(order.place);
  const aws = await openAws(
    {
      ...{ accounts: { kind: 'organization' }, centralRegion: door.bucket.region },
      ...{ roleName: door.roleName, externalId: door.externalId, regions: door.regions, bucket: door.bucket },
      ...(story.kind === 'watch' ? { queueUrl: story.queueUrl } : {}),
    },
    clock,
  );
  const stored = mortal(store, 'write', writes);
  const signing = signingOf({ store: folder, signing: {} }, async () => 'arn:aws:iam::100000000001:user/lab', null);
  const channel = (kind: 'slack' | 'webhook') =>
    mortal(httpChannel({ name: kind, kind, lang: 'en', url: `${order.hook}/${kind}` }), 'call');
  const ports = {
    ...storePorts(stored),
    estate: mortal(aws.estate, 'call'),
    commands: mortal(aws.commands, 'call'),
    associations: mortal(aws.associations, 'call'),
    exchange: mortal(aws.exchange, 'call', (name) => !/Url$|credentialSeconds/.test(name)),
    queue: aws.queue === null ? null : mortal(aws.queue, 'call'),
    channels: [channel('slack'), channel('webhook')],
    link: null,
    signing: { ...signing, signer: signing.signer && mortal(signing.signer, 'call', (name) => name === 'sign') },
    callsTake: aws.callsTake,
    certificates: () => [door.identityCertificate],
    clock,
    ids: realIds,
    progress: (): void => {},
  };
  // Few checks: it is the campaign that is proven here, not what it judges.
  const content = { checks: hostChecks.slice(0, 5), system };
  const work = async (): Promise<MortalSaid> => {
    await stories(order, ports, stored, content);
    return said(store, counts, join(folder, 'signing-key.pem.pub'));
  };
  return { said: work(), close: () => store.close() };
}
