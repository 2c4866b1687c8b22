// Measures the store at fleet size on both engines: PGlite in a folder, and a PostgreSQL server of its own where one is installed.
// Run: node bench/store.ts [units, 16 unless given] [pglite | postgresql, both unless given]
// On 2 cores, Node 24.21, PGlite 0.5.16, 22 Nov 2026: 5,000 targets put 0.28 s, changed one by one 2.6 s;
// 80,000 verdicts (16 units) put 4.6 s, listed 1.8 s, RSS 750 MiB; 335,000 (67 units) 18.5 s and 8.2 s, RSS 1,260 MiB.
// Side by side on 25 Nov 2026, on the same 2 cores under a load of 15 (so that only their ratio tells), PGlite / PostgreSQL 15.18 with
// fsync off: first open 14.9 / 1.4 s; 5,000 targets put 1.2 / 0.5 s, changed one by one 17.4 / 9.4 s; 80,000 verdicts put 10.4 / 8.1 s,
// listed 6.4 / 8.8 s; 400 jobs put 4.4 / 2.4 s; jobs done 8 a second on both (four hands that look twice a second); RSS 690 / 650 MiB.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Campaign, HostVerdict, Instance, Target } from '@bongsu/core';
import { strictBasis } from '@bongsu/core';
import { databasePrograms, databaseServerStart } from '@bongsu/lab';
import { type Store, storeOpen } from '@bongsu/store';

const targetCount = 5_000;
const unitCount = Number(process.argv[2] ?? 16);
const at = '2026-11-22T00:00:00.000Z';

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const rssMegabytes = process.memoryUsage.rss() / 2 ** 20;
  console.log(
    `${what.padEnd(42)} ${seconds.toFixed(2).padStart(7)} s   RSS ${rssMegabytes.toFixed(0).padStart(5)} MiB`,
  );
  return result;
}

const host = (index: number) => ({
  accountId: String(100_000_000_000 + (index % 50)),
  region: 'ap-northeast-2',
  instanceId: `i-${index.toString(16).padStart(17, '0')}`,
});

const instanceOf = (index: number): Instance => ({
  ...host(index),
  state: 'running',
  name: `web-${index}`,
  tags: { Name: `web-${index}`, team: `team-${index % 20}`, environment: 'production' },
  imageId: 'ami-0123456789abcdef0',
  instanceType: 'm7g.large',
  launchedAt: at,
  privateIp: '10.0.0.1',
  platformDetails: 'Linux/UNIX',
  node: {
    ...host(index),
    pingStatus: 'Online',
    lastPingAt: at,
    agentVersion: '3.3.1611.0',
    platformType: 'Linux',
    platformName: 'Amazon Linux',
    platformVersion: '2023',
    computerName: `web-${index}`,
    ipAddress: '10.0.0.1',
  },
  nodeKnown: true,
});

const campaign: Campaign = {
  campaignId: 'bench',
  snapshotId: 'bench',
  createdAt: at,
  endedAt: null,
  phase: 'planned',
  stopped: null,
  plan: {
    limits: { deliverySeconds: 600, executionSeconds: 300, urlSeconds: 3_600, resultBytes: 262_144, concurrency: 50 },
    scriptSha256: '0'.repeat(64),
    scriptBytes: 40_000,
    units: [],
    places: [],
    counts: { planned: targetCount },
    calls: { 'ssm:SendCommand': targetCount },
    credentialSeconds: null,
    gaps: [],
  },
  script: '#!/bin/sh\n'.repeat(4_000),
};

const targetOf = (index: number): Target => ({
  campaignId: campaign.campaignId,
  ...host(index),
  name: `web-${index}`,
  runId: `run${index}`,
  phase: 'planned',
  state: null,
  detail: '',
  commandId: null,
  intendedAt: null,
  sentAt: null,
  endedAt: null,
  evidenceSha256: null,
  ring: 0,
  window: null,
  attempt: 1,
  sends: 0,
  lookAt: null,
});

const verdictOf = (index: number, unit: number): HostVerdict => ({
  campaignId: campaign.campaignId,
  ...host(index),
  unit: `ssh.unit-${unit}`,
  status: unit % 3 === 0 ? 'fail' : 'pass',
  reason: { ko: 'root 계정의 원격 접속이 허용되어 있습니다.', en: 'Remote login of root is allowed.' },
  evidence: [{ source: '/etc/ssh/sshd_config:33', found: 'PermitRootLogin yes', expected: 'no' }],
  gaps: [],
  basis: strictBasis,
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

async function measure(store: Store): Promise<void> {
  const snapshot = { snapshotId: 'bench', takenAt: at, accounts: [], places: [], gaps: [] };
  const instances = numbers(targetCount).map(instanceOf);
  await timed(`${targetCount} instances put`, () => store.snapshotPut({ ...snapshot, instances }));
  await timed(`${targetCount} instances read`, () => store.snapshotLatest());
  await timed(`${targetCount} targets put`, () => store.campaignPut(campaign, numbers(targetCount).map(targetOf)));
  await timed(`${targetCount} targets changed, one by one`, async () => {
    for (const index of numbers(targetCount)) {
      await store.targetChange(campaign.campaignId, `run${index}`, { phase: 'intended', intendedAt: at });
    }
  });
  await timed(`${targetCount} targets listed`, () => store.targetList(campaign.campaignId));
  await timed('500 archives of 40 kB kept, 8 at a time', async () => {
    const archives = numbers(500).map((index) => new Uint8Array(40_000).fill(index % 256).fill(index >> 8, 0, 1));
    await Promise.all(
      numbers(8).map(async () => {
        for (let bytes = archives.pop(); bytes !== undefined; bytes = archives.pop()) await store.evidencePut(bytes);
      }),
    );
  });
  const verdicts = numbers(targetCount).flatMap((index) => numbers(unitCount).map((unit) => verdictOf(index, unit)));
  await timed(`${verdicts.length} verdicts put`, () => store.verdictPut(verdicts));
  await timed(`${verdicts.length} verdicts listed`, () => store.verdictList(campaign.campaignId));
  await timed(`${verdicts.length} verdicts replaced`, () => store.verdictPut(verdicts));
  await timed('1000 hosts judged again, one by one', async () => {
    for (const index of numbers(1_000))
      await store.verdictPut(numbers(unitCount).map((unit) => verdictOf(index, unit)));
  });
}

/** One worker with four hands; every job is put, taken and ended by itself. */
async function measureJobs(store: Store): Promise<void> {
  const jobCount = 400;
  await timed(`${jobCount} jobs put`, async () => {
    for (const index of numbers(jobCount)) await store.jobPut('bench', `key${index}`);
  });
  const told = (trouble: { words: string }): void => console.log(trouble.words);
  let done = 0;
  let last: () => void = () => {};
  const all = new Promise<void>((resolve) => (last = resolve));
  await timed('100 of them done, 4 at a time', async () => {
    const stop = await store.jobWork('bench', { leaseSeconds: 60, concurrency: 4, told }, async () => {
      done += 1;
      if (done === 100) last();
      return 'done';
    });
    await all;
    await stop();
  });
}

async function engineMeasure(what: string, databaseUrl?: string): Promise<void> {
  console.log(what);
  const directory = mkdtempSync(join(tmpdir(), 'bongsu-bench-'));
  const place = { directory, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
  try {
    const store = await timed('first open', () => storeOpen(place));
    await measure(store);
    await measureJobs(store);
    await timed('close', () => store.close());
    const again = await timed('open again', () => storeOpen(place));
    await again.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const only = process.argv[3];
if (only !== 'postgresql') await engineMeasure('PGlite');
if (only === 'pglite') process.exit();
if (databasePrograms() === null) console.log('no PostgreSQL server is installed: nothing measured there');
else {
  const server = await databaseServerStart();
  try {
    await engineMeasure('PostgreSQL', server.database());
  } finally {
    await server.stop();
  }
}
