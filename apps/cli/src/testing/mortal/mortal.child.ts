// A process that works for a campaign and kills itself where it is told; started again, it goes on from what was stored.
import { join } from 'node:path';
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import { storePorts } from '@bongsu/flow';
import { httpChannel } from '@bongsu/notify';
import { storeOpen } from '@bongsu/store';
import { signingOf } from '../../signing.ts';
import { realIds } from '../../wire.ts';
import { mortality, writes } from './death.ts';
import type { MortalOrder } from './order.ts';
import { said } from './said.ts';
import { stories } from './stories.ts';
import { tell, toldTime } from './told-time.ts';

const { order, now } = JSON.parse(process.argv[2] ?? '') as { order: MortalOrder; now: number };
const { door, story, folder } = order;
const time = toldTime(now, order.skew);
const { counts, mortal } = mortality(order.kill, time);

const { clock } = time;
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
const signing = signingOf({ store: folder, signing: {} }, async () => 'arn:aws:iam::100000000001:user/lab');
const channel = (kind: 'slack' | 'webhook') =>
  mortal(httpChannel({ name: kind, kind, lang: 'en', url: `${order.hook}/${kind}` }), 'call');
const ports = {
  ...storePorts(stored),
  estate: mortal(aws.estate, 'call'),
  commands: mortal(aws.commands, 'call'),
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
await stories(order, ports, stored, content);
const ended = await said(store, counts, join(folder, 'signing-key.pem.pub'));
await store.close();
tell({ said: ended });
process.disconnect();
