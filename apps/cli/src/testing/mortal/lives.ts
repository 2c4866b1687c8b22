// A lab in which processes die where they are told, one life after the other over one store, and what came of them beside the truth.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallRecord, HostTruth, Lab, LabSettings, WorldSpec } from '@bongsu/lab';
import { startLab } from '@bongsu/lab';
import { type FreshStores, freshStores, type StoreEngine } from './fresh-stores.ts';
import { hookStart } from './hook.ts';
import { type How, type LifeGround, lifeStart } from './life.ts';
import { lifeRehearse } from './rehearsed.ts';
import type { MortalOrder, MortalSaid, Story } from './order.ts';
import { timeKeeper } from './time-keeper.ts';

/** A death at a moment of the process's own, or so many milliseconds of this machine's time after its start. */
export type Death = How & {
  /** The lab's seconds until the next life begins. */
  readonly restSeconds?: number;
};

export interface Lives {
  /** What the last life said. */
  readonly said: MortalSaid;
  /** What the hosts did in these lives. */
  readonly truth: readonly HostTruth[];
  /** Commands that the service took. */
  readonly taken: number;
  /** Associations that the service made, and how many of them it still has. */
  readonly associations: { readonly made: number; readonly left: number };
  /** How often people were told, by the channel and the key of what they were told. */
  readonly told: ReadonlyMap<string, number>;
  /** Where it died, in words. */
  readonly died: readonly string[];
}

export interface MortalWorld {
  readonly lab: Lab;
  readonly ground: LifeGround;
  readonly stores: FreshStores;
  /** Dies as told, one life after the other, and is then left to live. */
  live(deaths: readonly Death[], story: Story): Promise<Lives>;
  /** The same within this process, where a death costs a tenth. */
  rehearse(deaths: readonly Death[], story: Story): Promise<Lives>;
  /** An empty store for this work, and what the world saw of it. */
  turn(story: Story, work: (order: MortalOrder) => Promise<Turn>): Promise<Lives>;
  close(): Promise<void>;
}

/** A command shows in no list for so long: just less than the product counts with. */
const listLagMilliseconds = 9_500;

export type Turn = Pick<Lives, 'said' | 'died'>;

/** So long the hosts may go on after the last life: their work is then no part of the next turn. */
const afterSeconds = 30;

export async function mortalWorld(
  world: WorldSpec,
  engine: StoreEngine,
  settings: LabSettings = {},
  virtualFrom = new Date('2031-05-01T00:00:00Z'),
): Promise<MortalWorld> {
  const lab = await startLab({
    ...{ world, virtualFrom },
    settings: {
      simulation: { scriptSeconds: { min: 2, max: 5 }, fetchScript: false },
      commandLagMilliseconds: listLagMilliseconds,
      ...settings,
    },
  });
  const base = await mkdtemp(join(tmpdir(), 'bongsu-mortal-'));
  const [hook, stores] = [await hookStart(), await freshStores(engine, base)];
  const keeper = timeKeeper(lab);
  const ground = { lab, keeper, cache: join(base, 'cache') };
  let turns = 0;

  const turn: MortalWorld['turn'] = async (story, work) => {
    turns += 1;
    const folder = join(base, String(turns));
    await mkdir(folder);
    const place = await stores.make(folder);
    const { url, roleName, externalId, regions, bucket, identityCertificate } = lab;
    const door = { url, roleName, externalId, regions, bucket, identityCertificate };
    const before = new Map(lab.truth().map((one) => [one.instanceId, one]));
    const callsBefore = lab.calls().length;
    hook.forget();
    try {
      const ended = await work({ door, place, folder, story, alone: true, hook: hook.url });
      await keeper.rest(afterSeconds);
      const calls = lab.calls().slice(callsBefore);
      return {
        ...ended,
        truth: lab.truth().map((one) => since(one, before.get(one.instanceId))),
        taken: calls.filter((one) => isTaken(one, 'SendCommand')).length,
        associations: associationsOf(calls),
        told: hook.told(),
      };
    } finally {
      await stores.drop(place);
      await rm(folder, { recursive: true, force: true });
    }
  };
  return {
    ...{ lab, ground, stores, turn },
    live: (deaths, story) => turn(story, (order) => livesOf(order, deaths, ground)),
    rehearse: (deaths, story) => turn(story, (order) => rehearsalOf(order, deaths, ground)),
    close: async () => {
      await hook.close();
      await lab.close();
      await stores.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}

/** Also where the answer never came. */
function isTaken({ operation, status, faults }: CallRecord, asked: string): boolean {
  const done = status === 200 || faults.some((one) => ('drop' in one && one.drop === 'after') || 'after' in one);
  return operation === asked && done;
}

function associationsOf(calls: readonly CallRecord[]): Lives['associations'] {
  const made = calls.filter((one) => isTaken(one, 'CreateAssociation')).length;
  return { made, left: made - calls.filter((one) => isTaken(one, 'DeleteAssociation')).length };
}

function since(now: HostTruth, before: HostTruth | undefined): HostTruth {
  return {
    ...now,
    commands: now.commands.slice(before?.commands.length ?? 0),
    runs: now.runs.slice(before?.runs.length ?? 0),
    uploads: now.uploads.slice(before?.uploads.length ?? 0),
  };
}

async function livesOf(order: MortalOrder, deaths: readonly Death[], ground: LifeGround): Promise<Turn> {
  const died: string[] = [];
  for (const death of deaths) {
    const { restSeconds = 0, ...how } = death;
    const life = lifeStart(order, how, ground);
    const ended = await life.ended;
    if (ended.signal === 'SIGKILL') died.push(ended.errors.trim() || JSON.stringify(how));
    else if (ended.code !== 0) throw new Error(`a life ended with ${ended.code}: ${ended.errors}`);
    if (restSeconds > 0) await ground.keeper.rest(restSeconds);
  }
  const last = await lifeStart(order, null, ground).ended;
  if (last.said === null) throw new Error(`the last life ended with ${last.code ?? last.signal}: ${last.errors}`);
  return { said: last.said, died };
}

async function rehearsalOf(order: MortalOrder, deaths: readonly Death[], { lab, keeper }: LifeGround): Promise<Turn> {
  const died: string[] = [];
  for (const { restSeconds = 0, ...how } of deaths) {
    const ended = await lifeRehearse(order, 'milliseconds' in how ? null : how, lab);
    if (ended.died !== null) died.push(ended.died);
    if (restSeconds > 0) await keeper.rest(restSeconds);
  }
  const { said } = await lifeRehearse(order, null, lab);
  if (said === null) throw new Error('the last life died');
  return { said, died };
}
