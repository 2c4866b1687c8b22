// Measures how the runner's memory and time grow with the number of hosts, up to tens of thousands: steps, engines and store are the
// product's, and hands that answer at once stand in for AWS (bench/many/hands.ts), so that nothing but the runner is in the process.
//
//   node bench/many.ts [instances] [accounts]
//
// On 2 cores beside other work, Node 24.21, PGlite in this process, 26 Nov 2026, medians by quarters of the time:
//   10000 50  285, 286, 288, 294 MiB, 340 at most, 45.8 CPU s
//   50000 50  421, 422, 424, 427 MiB, 567 at most (the record, at the end), 209.6 CPU s; some 50 MiB are the hands'
import { hostChecks, system } from '@bongsu/catalog';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import { storeOpen } from '@bongsu/store';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { handsFor } from './many/hands.ts';
import { memoryWatch } from './scale/memory.ts';

// As apps/cli/bin/bongsu.js starts the command line.
setFlagsFromString('--heap-growing-percent=30');
setFlagsFromString('--semi-space-growth-factor=1');
const [instances = 50_000, accounts = 50] = process.argv.slice(2).map(Number);
const directory = await mkdtemp(join(tmpdir(), 'bongsu-many-'));
const store = await storeOpen({ directory });
let told = performance.now();
const ports = {
  ...handsFor(instances, accounts),
  ...storePorts(store),
  channels: [],
  link: null,
  signing: { signer: null, by: async () => 'bench', version: '0' },
  clock: {
    now: () => new Date(),
    sleep: (ms: number, signal?: AbortSignal) => delay(ms, undefined, signal ? { signal } : {}),
  },
  ids: { random: (length: number): string => randomBytes(length).toString('hex').slice(0, length) },
  progress: (step: { what: string; done: number; left: number }): void => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    const mebibytes = Math.round(process.memoryUsage.rss() / 2 ** 20);
    process.stderr.write(`${step.what}: ${step.done} done, ${step.left} left, ${mebibytes} MiB\n`);
  },
};
// Few checks: it is the campaign that is measured, not what it judges.
const content = { checks: hostChecks.slice(0, 3), system };

const snapshot = await collect(ports);
const planned = await planCampaign({ ...content, snapshot, exclusions: [], limits: defaultLimits }, ports);
await planStore(planned, store);
const before = process.cpuUsage();
const memoryUsed = memoryWatch();
const began = performance.now();
const coverage = await runCampaign(planned.campaign.campaignId, content, ports);
const memory = memoryUsed();
const cpu = process.cpuUsage(before);
console.log(`${coverage.total} instances in ${accounts} accounts: ${JSON.stringify(coverage.states)}`);
console.log(
  `${memory.peakMebibytes} MiB at most; medians by quarters of the time ${memory.quarters.join(', ')} MiB; ` +
    `${((cpu.user + cpu.system) / 1e6).toFixed(1)} CPU s, ${((performance.now() - began) / 1000).toFixed(0)} s of this machine`,
);
await store.close();
await rm(directory, { recursive: true, force: true });
