// The story of a recurring check by State Manager: a period is accounted for, a node appears in it, somebody changes what stands, the schedule ends.
import type { AssociationOrder, Associations, Estate, KeptAssociation } from '@bongsu/core';
import {
  associationsTick,
  collect,
  type Content,
  planCampaign,
  planStore,
  runCampaign,
  scheduleTick,
} from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { scheduledGive } from '../../wire-worker.ts';
import type { MortalOrder, RecurringStory } from './order.ts';
import { storyLimits, type StoryPorts } from './story-ports.ts';

const lookMilliseconds = 60_000;
/** Longer than between two looks at what stands, and than a plan that nobody names may lie there. */
const longMilliseconds = 3_660_000;

export async function recurring(
  { alone }: MortalOrder,
  { schedule, newcomer }: RecurringStory,
  given: StoryPorts,
  store: Store,
  content: Content,
): Promise<void> {
  const heard = overheard(given.associations);
  const ports = { ...given, associations: heard.associations, schedules: store };
  const plan = { ...content, exclusions: [], limits: storyLimits };
  const start = async (one: typeof schedule, from: string): Promise<string> => {
    const snapshot = await collect({ ...ports, estate: before(newcomer, ports.estate) });
    const planned = await planCampaign({ ...plan, snapshot, recurring: { schedule: one, from } }, ports);
    await planStore(planned, store);
    return planned.campaign.campaignId;
  };
  /** As a worker does it: what it does not run now is there for whoever lives on. */
  const round = async (): Promise<void> => {
    for (const { outcome, why } of await scheduleTick([schedule], { ...ports, start }))
      if (outcome === 'missed' && !why.includes('died')) throw new Error(why);
    await scheduledGive(store);
    await associationsTick([schedule], plan, ports);
    for (const { campaignId, phase } of await store.campaignList())
      if (phase === 'running') await runCampaign(campaignId, content, ports, { alone });
  };
  while (!(await isAccounted(newcomer, store))) {
    await round();
    await ports.clock.sleep(lookMilliseconds);
  }
  for (;;) {
    const [kept, ...others] = await store.associationList();
    // Whoever dropped the schedule may have died between what it removed and what it wrote down: a schedule does not come back.
    const isLeaving = kept === undefined || others.length === 0 || !(await stands(kept, given.associations));
    if (isLeaving) break;
    const isTold = kept.told !== '';
    if (!isTold) await somebodyChanges(kept, heard.order(kept), given.associations);
    await ports.clock.sleep(longMilliseconds);
    await round();
    // Whoever told of it may have died before it was mended: it was looked at once more.
    if (isTold) break;
  }
  while ((await associationsTick([], plan, ports)).left.length > 0) await ports.clock.sleep(lookMilliseconds);
}

/** An estate of the moment before this instance appeared; who asks for it by its id sees it. */
function before(newcomer: string, estate: Estate): Estate {
  return {
    accounts: () => estate.accounts(),
    regions: (accountId) => estate.regions(accountId),
    instances: async (place, only) => {
      const seen = await estate.instances(place, only);
      return only ? seen : { ...seen, items: seen.items.filter((one) => one.instanceId !== newcomer) };
    },
    nodes: async (place, only) => {
      const seen = await estate.nodes(place, only);
      return only ? seen : { ...seen, items: seen.items.filter((one) => one.instanceId !== newcomer) };
    },
  };
}

/** The period has ended, and that of the newcomer too. */
async function isAccounted(newcomer: string, store: Store): Promise<boolean> {
  const ended = (await store.campaignList()).filter((one) => one.phase === 'ended' && one.stopped === null);
  const targets = await Promise.all(ended.map((one) => store.targetList(one.campaignId)));
  return ended.length > 1 && targets.flat().some((one) => one.instanceId === newcomer);
}

interface Overheard {
  readonly associations: Associations;
  /** What an association was last asked to be in this life; null where nobody looked. */
  order(place: KeptAssociation): AssociationOrder | null;
}

function overheard(associations: Associations): Overheard {
  const orders = new Map<string, AssociationOrder>();
  return {
    associations: new Proxy(associations, {
      get: (held, key: keyof Associations) => {
        if (key !== 'find') return held[key];
        const find: Associations['find'] = (place, asked) => {
          if (asked.order !== null) orders.set(place.accountId, asked.order);
          return held.find(place, asked);
        };
        return find;
      },
    }),
    order: ({ accountId }) => orders.get(accountId) ?? null,
  };
}

async function stands(
  { schedule, associationId, ...place }: KeptAssociation,
  associations: Associations,
): Promise<boolean> {
  const asked = { name: `Bongsu-${schedule}`, known: associationId, order: null };
  const { items, gaps } = await associations.find(place, asked);
  return items.length > 0 || gaps.length > 0;
}

/** As in the console: nothing of it is written down here. */
async function somebodyChanges(
  { accountId, region, associationId }: KeptAssociation,
  order: AssociationOrder | null,
  associations: Associations,
): Promise<void> {
  if (order === null || associationId === null) return;
  const parameters = { ...order.parameters, ResultBytes: '99999' };
  await associations.update({ accountId, region }, associationId, { ...order, parameters });
}
