// Measures a campaign over a fleet of simulated hosts behind hidden rates: how long beside the floor, at what cost, and whether the sum holds.
//
//   node bench/scale.ts virtual|real|server [instances] [accounts] [sends a second] [script seconds] [share of each fault] [share of the first account]
//
// `virtual` runs lab and runner in one process on virtual time: the makespan is the fleet's, not this machine's.
// `real` gives the lab a process of its own: processor time and memory are the runner's alone. `server` is the same with a PostgreSQL
// server in place of PGlite. Counted is the highest resident set (VmHWM) of this process, from its start.
//
// On 2 cores, Node 24.21, 26 Nov 2026; virtual beside other work:
//   virtual 100 1 5 20 0         last host that is well settled after 37.6 s = 1.34 × floor 28.0 s; 0.150 other calls a host
//   virtual 150 3 5 60 0.01      66.9 s = 1.06 × floor 63.0 s; ended after 432.5 s = 1.07 × floor 403.0 s; 0.193 other calls a host
//   virtual 200 2 5 60 0.01      74.2 s = 1.09 × floor 68.0 s; ended after 434.8 s = 1.07 × floor 408.0 s; 0.135 other calls a host
//   virtual 500 50 5 60 0.01     64.9 s = 1.08 × floor 60.0 s; ended after 430.0 s = 1.07 × floor 400.0 s; 0.128 other calls a host
//   virtual 600 12 5 60 0.01 0.3 78.0 s = 1.03 × floor 76.0 s; ended after 430.0 s = 1.03 × floor 416.0 s; 0.083 other calls a host, 0.3 % throttled
//   virtual 5000 50 5 60 0.01    72.2 s = 1.06 × floor 68.0 s; ended after 430.0 s = 1.05 × floor 408.0 s; 0.051 other calls a host, none throttled
// With little else to do:
//   real 5000 50 5 20 0          421 to 478 MiB (medians by quarter 389, 404, 407, 414) and 87 to 120 CPU s in nine runs, once 140: the machine is
//                                shared; last host settled after 71 to 114 s where the floor is 28 s; 0.031 other calls a host, none throttled
//   real 5000 50 5 20 0.01       422 MiB (403, 408, 303, 302) and 103.9 CPU s; 0.052 other calls a host, none throttled
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import { type Clock, placeKey, type Target } from '@bongsu/core';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import type { CallTally, HostTruth, Lab } from '@bongsu/lab';
import { storeOpen } from '@bongsu/store';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryWatch } from './scale/memory.ts';
import { floorOf, type ScaleOrder } from './scale/order.ts';

// As apps/cli/bin/bongsu.js starts the command line.
setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');
const [mode = 'virtual', ...numbers] = process.argv.slice(2);
const [instances = 5000, accounts = 50, perSecond = 5, scriptSeconds = 60, faults = 0.01, skew] = numbers.map(Number);
const order: ScaleOrder = {
  ...{ instances, accounts, perSecond, scriptSeconds, faults },
  ...(skew === undefined ? {} : { skew }),
};
const limits = { ...defaultLimits, deliverySeconds: 30, executionSeconds: 60, urlSeconds: 400 };

/** A campaign of the whole fleet; its inventory and its targets are in the store alone when it runs. */
async function planned(): Promise<string> {
  const snapshot = await collect(ports);
  const plan = await planCampaign({ ...content, snapshot, exclusions: [], limits }, ports);
  await planStore(plan, store);
  return plan.campaign.campaignId;
}

type Door = Pick<Lab, 'url' | 'centralCredentials' | 'roleName' | 'externalId' | 'regions' | 'bucket'> & {
  readonly databaseUrl?: string;
};
interface Asked {
  readonly truth: readonly Pick<HostTruth, 'fate' | 'instanceId' | 'runs'>[];
  readonly tally: Readonly<Record<string, CallTally>>;
}
interface Running {
  readonly door: Door;
  readonly clock: Clock;
  /** Keeps virtual time still while a call of this part goes on. */
  hold<T extends object>(part: T): T;
  ask(): Promise<Asked>;
  close(): Promise<void>;
}

async function virtual(): Promise<Running> {
  const { driveTime, startLab, timeHeld } = await import('@bongsu/lab');
  const { labOptions } = await import('./scale/lab-options.ts');
  const lab = await startLab({ ...labOptions(order), virtualFrom: new Date('2031-05-01T00:00:00Z') });
  const time = driveTime(lab, { quietMilliseconds: 20 });
  return {
    door: lab,
    clock: time.clock,
    hold: (part) => timeHeld(part, time),
    ask: async () => ({ truth: lab.truth(), tally: lab.tally() }),
    close: async () => {
      time.stop();
      await lab.close();
    },
  };
}

async function real(): Promise<Running> {
  const child = fork(fileURLToPath(new URL('scale/lab.child.ts', import.meta.url)), [JSON.stringify(order), mode]);
  const [door] = (await once(child, 'message')) as [Door];
  return {
    door,
    clock: { now: () => new Date(), sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : {}) },
    hold: (part) => part,
    ask: async () => {
      child.send('ask');
      return ((await once(child, 'message')) as [Asked])[0];
    },
    close: async () => {
      child.send('end');
      await once(child, 'exit');
    },
  };
}

const running = await (mode === 'virtual' ? virtual() : real());
const { door, clock } = running;
Object.assign(process.env, {
  AWS_ENDPOINT_URL: door.url,
  AWS_ACCESS_KEY_ID: door.centralCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: door.centralCredentials.secretAccessKey,
  AWS_REGION: door.bucket.region,
});
const { roleName, externalId, regions, bucket } = door;
const aws = await openAws(
  { accounts: { kind: 'organization' }, roleName, externalId, regions, bucket, centralRegion: bucket.region },
  clock,
);
const directory = await mkdtemp(join(tmpdir(), 'bongsu-scale-'));
const store = running.hold(
  await storeOpen({ directory, ...(door.databaseUrl ? { databaseUrl: door.databaseUrl } : {}) }),
);
const ids = { random: (length: number): string => randomBytes(length).toString('hex').slice(0, length) };
let told = 0;
const progress = (step: { what: string; done: number; left: number }): void => {
  if (performance.now() - told < 5_000) return;
  told = performance.now();
  process.stderr.write(`${step.what}: ${step.done} done, ${step.left} left\n`);
};
const ports = {
  ...aws,
  exchange: running.hold(aws.exchange),
  ...storePorts(store),
  channels: [],
  link: null,
  signing: { signer: null, by: async () => 'bench', version: '0' },
  clock,
  ids,
  progress,
};
const content = { checks: hostChecks, system };

const campaignId = await planned();
const before = process.cpuUsage();
const beforeCalls = (await running.ask()).tally;
const began = clock.now().getTime();
const wall = performance.now();
const memoryUsed = memoryWatch();
const coverage = await runCampaign(campaignId, content, ports);
const memory = memoryUsed();
const cpu = process.cpuUsage(before);
const ended = clock.now().getTime();
const targets: readonly Target[] = await store.targetList(campaignId);
const { truth, tally } = await running.ask();

const well = new Set(truth.filter((one) => one.fate === 'well').map((one) => one.instanceId));
const lastResult = Math.max(
  ...targets.filter((one) => well.has(one.instanceId)).map((one) => Date.parse(one.endedAt ?? '')),
);
const sends = tally['ssm:SendCommand'];
const made = (name: string): number => (tally[name]?.calls ?? 0) - (beforeCalls[name]?.calls ?? 0);
// Hosts put their results themselves, and each result is read once: both are data, not control. What is refused before its operation is
// known (`s3:`) is a host's.
const control = Object.keys(tally).filter(
  (name) => name !== 'ssm:SendCommand' && !/PutObject|GetObject|ec2messages|:$/.test(name),
);
const others = control.reduce((sum, name) => sum + made(name), 0);
const sendable = targets.filter((one) => one.sends > 0);
const places = [...Map.groupBy(sendable, placeKey).values()].map((ofPlace) => ({ count: ofPlace.length }));
const floor = floorOf(order, places, limits);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
console.log(`${mode}: ${coverage.total} instances in ${accounts} accounts and ${regions.length} Regions`);
console.log(JSON.stringify(coverage.states));
console.log(
  `run twice: ${truth.filter((one) => one.runs.length > 1).length}; states sum to ${Object.values(coverage.states).reduce((a, b) => a + b, 0)}`,
);
const beside = (what: string, milliseconds: number, least: number): string =>
  `${what} after ${seconds(milliseconds)} s = ${(milliseconds / 1000 / least).toFixed(2)} × floor ${least.toFixed(1)} s`;
console.log(beside('last host that is well settled', lastResult - began, floor.wellSeconds));
console.log(beside('campaign ended', ended - began, floor.endSeconds));
console.log(
  `sends ${sends?.calls ?? 0}, throttled ${(((sends?.throttled ?? 0) / (sends?.calls ?? 1)) * 100).toFixed(2)} %`,
);
console.log(
  `${others} other control-plane calls, ${(others / coverage.total).toFixed(3)} a host: ${control
    .filter((name) => made(name) > 0)
    .map((name) => `${name} ${made(name)}`)
    .join(', ')}`,
);
console.log(
  `runner${mode === 'virtual' ? ' and lab' : ''}: ${((cpu.user + cpu.system) / 1e6).toFixed(1)} CPU s, ${memory.peakMebibytes} MiB at most (by quarters of the time ${memory.quarters.join(', ')}), ${seconds(performance.now() - wall)} s of this machine`,
);
await store.close();
await rm(directory, { recursive: true, force: true });
await running.close();
