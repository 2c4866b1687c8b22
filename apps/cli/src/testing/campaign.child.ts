// A campaign in a process of its own that kills itself at a chosen write or call; started again, it goes on from what was stored.
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Clock, Store } from './campaign-child-types.ts';
import { collect, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import { storeOpen } from '@bongsu/store';
import { setTimeout as delay } from 'node:timers/promises';
import { realIds } from '../wire.ts';
import { unsigned, untold } from './unsigned.ts';
import type { ChildOrder } from './campaign-child-types.ts';

const order = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const { door, epoch, factor, kill } = order;

/** The lab's time, which runs `factor` times as fast as this machine's from `epoch` on. */
const clock: Clock = {
  now: () => new Date(epoch + (Date.now() - epoch) * factor),
  sleep: (milliseconds, signal) => delay(milliseconds / factor, undefined, signal ? { signal } : {}),
};

const counts = { write: 0, call: 0 };

/** Every method of a part, with the death that was ordered before or after one of them. */
function mortal<T extends object>(part: T, kind: 'write' | 'call', counted: (name: string) => boolean): T {
  return new Proxy(part, {
    get(held, name, receiver) {
      const member: unknown = Reflect.get(held, name, receiver);
      if (typeof member !== 'function' || !counted(String(name))) return member;
      return async (...given: unknown[]) => {
        counts[kind] += 1;
        const here = kill?.kind === kind && kill.at === counts[kind];
        if (here && kill.when === 'before') process.kill(process.pid, 'SIGKILL');
        const done: unknown = await Reflect.apply(member, held, given);
        if (here) process.kill(process.pid, 'SIGKILL');
        return done;
      };
    },
  });
}

/** What only reads changes nothing by dying. */
const writes = (name: string): boolean =>
  !/(?:Get|List|Latest|Tally|OfRuns|OfHosts|Open)$/.test(name) && name !== 'close';

const store: Store = await storeOpen(order.place);
const aws = await openAws(
  {
    accounts: { kind: 'organization' },
    roleName: door.roleName,
    externalId: door.externalId,
    regions: door.regions,
    bucket: door.bucket,
    centralRegion: door.bucket.region,
  },
  clock,
);
const stored = mortal(store, 'write', writes);
const ports = {
  estate: mortal(aws.estate, 'call', () => true),
  commands: mortal(aws.commands, 'call', () => true),
  exchange: mortal(aws.exchange, 'call', (name) => !/Url$|credentialSeconds/.test(name)),
  ...storePorts(stored),
  ...untold,
  signing: unsigned,
  callsTake: aws.callsTake,
  clock,
  ids: realIds,
  progress: (): void => {},
};
// Few checks: it is the campaign that is proven here, not what it judges.
const content = { checks: hostChecks.slice(0, 5), system };
let campaign = await store.campaignLatest();
if (campaign === null) {
  const snapshot = await collect(ports);
  const limits = { deliverySeconds: 60, executionSeconds: 60, urlSeconds: 420, resultBytes: 262_144, concurrency: 4 };
  const planned = await planCampaign({ ...content, snapshot, exclusions: [], limits }, ports);
  await planStore(planned, ports.campaigns);
  ({ campaign } = planned);
}
const coverage = await runCampaign(campaign.campaignId, content, ports, { alone: order.alone });
const sent = (await store.targetList(campaign.campaignId)).map((target) => target.commandId);
await store.close();
process.stdout.write(JSON.stringify({ counts, states: coverage.states, total: coverage.total, sent }));
