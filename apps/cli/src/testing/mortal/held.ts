// What must be so whatever killed the processes: nothing lost, nothing run or sent or told twice, and the sums.
import { fateStates } from '../fates.ts';
import type { Lives } from './lives.ts';
import type { CampaignSaid } from './order.ts';

export interface Expected {
  readonly hosts: number;
  /** Commands that the service takes: one for each host, or one for each batch. */
  readonly sends: number;
  /** How often each host ran, where that is not once. */
  readonly runs?: readonly number[];
  /** Associations that are made, and removed at the end; none where absent. */
  readonly associations?: number;
  /** How often each campaign ends and people are told of it; once where absent. */
  readonly ends?: number;
  /** Channels that are told; both where absent. */
  readonly channels?: readonly string[];
  /** Hosts that give no result: each is tried so often, and ends as this. */
  readonly troubled?: { readonly hosts: number; readonly attempts: number; readonly state: string };
}

/** Why a plan was ended that nobody runs. */
const unrun: readonly string[] = ['the process that planned it died', 'another process was first'];
const byNumber = (a: number, b: number): number => a - b;
const bothChannels: readonly string[] = ['/slack', '/webhook'];

export type Held = ReturnType<typeof heldOf>;

/** In one shape with `heldOf`, so that a test that fails shows what differs. */
export function expectedOf(expected: Expected): Held {
  const { hosts, sends, troubled, channels = bothChannels, associations = 0 } = expected;
  const [ill, attempts] = [troubled?.hosts ?? 0, troubled?.attempts ?? 0];
  const ran = [...Array.from({ length: ill }, () => attempts), ...Array.from({ length: hosts - ill }, () => 1)];
  return {
    ...{ phases: ['ended'], total: hosts, ended: hosts, assessed: hosts - ill, taken: sends },
    ...{ judged: hosts - ill, evidence: hosts - ill, record: ['good'] },
    runs: [...(expected.runs ?? ran)].sort(byNumber),
    associations: { made: associations, left: 0 },
    untrue: [],
    runsTwice: 0,
    toldTwice: [],
    untold: bothChannels.filter((channel) => !channels.includes(channel)),
  };
}

export function heldOf({ said, truth, taken, told, associations }: Lives, endsEach = 1) {
  const { deliveries } = said;
  // Planned for a host by a process that died before it could say so; the host has another, and this one was ended.
  const campaigns = said.campaigns.filter((one) => one.phase !== 'ended' || !unrun.includes(one.stopped ?? ''));
  const sum = (of: (one: (typeof campaigns)[number]) => number): number =>
    campaigns.reduce((all, one) => all + of(one), 0);
  const ran = truth.filter((one) => one.runs.length > 0);
  const runs = ran.flatMap((one) => one.runs);
  // Nobody is told of one end twice, under whatever key; `unclear` says honestly that somebody may not have been.
  const ends = Map.groupBy(told.keys(), (key) => key.replace(/ .*/, ''));
  const may = deliveries.filter((one) => one.phase === 'unclear').map((one) => `/${one.deliveryId.split('/').at(-1)}`);
  return {
    phases: [...new Set(campaigns.map((one) => one.phase))],
    total: sum((one) => one.total),
    ended: sum((one) => Object.entries(one.states).reduce((all, [state, n]) => all + (state === 'pending' ? 0 : n), 0)),
    assessed: sum((one) => (one.states['assessed'] ?? 0) + (one.states['partly-assessed'] ?? 0)),
    taken,
    judged: sum((one) => one.judged),
    evidence: sum((one) => one.evidence),
    record: [...new Set(campaigns.map((one) => one.record))],
    runs: ran.map((one) => one.runs.length).sort(byNumber),
    associations,
    untrue: untrueOf({ campaigns, truth }),
    runsTwice: runs.length - new Set(runs).size,
    toldTwice: [...told]
      .filter(([, times]) => times > 1)
      .map(([key]) => key)
      .concat([...ends].filter(([, keys]) => keys.length > campaigns.length * endsEach).map(([channel]) => channel)),
    untold: bothChannels.filter((channel) => !ends.has(channel) && !may.includes(channel)),
  };
}

/** Hosts that ended otherwise than as what they are; one that was never sent to shows nothing of it. */
function untrueOf({ campaigns, truth }: { campaigns: readonly CampaignSaid[]; truth: Lives['truth'] }): string[] {
  const states = new Map(campaigns.flatMap((one) => one.targets.map(({ instanceId, state }) => [instanceId, state])));
  return truth.flatMap(({ instanceId, fate }) => {
    const state = states.get(instanceId) ?? 'not-attempted';
    return state === 'not-attempted' || fateStates[fate].test(state) ? [] : [`${fate}: ${state}`];
  });
}
