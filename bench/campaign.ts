// Measures a whole campaign against the lab: seconds, memory of this process (lab included) and calls for each host.
//
//   node bench/campaign.ts [instances] [accounts]
//
// The lab runs every host's script for real, so most of the time is theirs; calls for each host are the product's own figure.
// On 2 vCPU, 100 instances in 4 accounts, 71 units: collect and plan 1.0 s, campaign 90 s, CPU of this process 19 s, RSS 575 MiB
// (lab and in-memory store included), 1.97 control-plane calls for each host.
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Clock } from '@bongsu/core';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import { fleetWorld, startLab } from '@bongsu/lab';
import { storeOpen } from '@bongsu/store';
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

const instances = Number(process.argv[2] ?? 100);
const accounts = Number(process.argv[3] ?? 4);
const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => delay(milliseconds) };
const ids = { random: (length: number): string => randomBytes(length).toString('hex').slice(0, length) };

const lab = await startLab({ world: fleetWorld(instances, accounts) });
const store = await storeOpen({ directory: 'memory' });
Object.assign(process.env, {
  AWS_ENDPOINT_URL: lab.url,
  AWS_ACCESS_KEY_ID: lab.centralCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: lab.centralCredentials.secretAccessKey,
  AWS_REGION: lab.bucket.region,
});
const { roleName, externalId, regions, bucket } = lab;
const aws = await openAws(
  { accounts: { kind: 'organization' }, roleName, externalId, regions, bucket, centralRegion: bucket.region },
  clock,
);
const progress = (): void => undefined;
const content = { checks: hostChecks, system };
const ports = {
  ...aws,
  ...storePorts(store),
  channels: [],
  link: null,
  signing: { signer: null, by: async () => 'bench', version: '0' },
  clock,
  ids,
  progress,
};
const began = performance.now();
const snapshot = await collect({ ...ports, ids });
const planned = await planCampaign({ ...content, snapshot, exclusions: [], limits: defaultLimits }, { ...ports, ids });
await planStore(planned, store);
const ready = performance.now();
const coverage = await runCampaign(planned.campaign.campaignId, content, ports);
const ended = performance.now();

const cpu = process.cpuUsage();
// Hosts fetch and put with presigned URLs; everything else is ours.
const calls = lab.calls().filter((call) => call.service !== 's3' || call.operation === 'ListObjectsV2');
console.log(`${coverage.total} instances in ${accounts} accounts: ${JSON.stringify(coverage.states)}`);
console.log(
  `collect and plan ${((ready - began) / 1000).toFixed(1)} s, campaign ${((ended - ready) / 1000).toFixed(1)} s`,
);
console.log(
  `CPU of this process ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s, RSS ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
);
console.log(
  `${calls.length} control-plane calls, ${(calls.length / Math.max(1, coverage.total)).toFixed(2)} for each host`,
);
await store.close();
await lab.close();
