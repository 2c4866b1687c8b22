// Real evidence to judge again: a campaign over one host of every root of the lab, run by the product itself.
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openAws } from '@bongsu/aws';
import { hostChecks, system } from '@bongsu/catalog';
import type { Campaign, Clock } from '@bongsu/core';
import { collect, defaultLimits, planCampaign, planStore, runCampaign, storePorts } from '@bongsu/flow';
import { fleetWorld, rootSpecs, startLab } from '@bongsu/lab';
import type { Store } from '@bongsu/store';

const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => delay(milliseconds) };
const ids = { random: (length: number): string => randomBytes(length).toString('hex').slice(0, length) };

/** The fleet of the lab, each instance from another root. */
function everyRoot(): ReturnType<typeof fleetWorld> {
  const fleet = fleetWorld(rootSpecs.length, 1);
  const accounts = fleet.accounts.map((account) => ({
    ...account,
    regions: Object.fromEntries(
      Object.entries(account.regions).map(([region, instances]) => [
        region,
        instances.map((instance, index) => ({ ...instance, root: rootSpecs[index]?.name ?? instance.root })),
      ]),
    ),
  }));
  return { ...fleet, accounts };
}

/** Runs the campaign and leaves its evidence and verdicts in the store. */
export async function gather(store: Store): Promise<Campaign> {
  const lab = await startLab({ world: everyRoot() });
  try {
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
    const content = { checks: hostChecks, system };
    const told = {
      channels: [],
      link: null,
      signing: { signer: null, by: async () => 'bench', version: '0' },
    };
    const ports = { ...aws, ...storePorts(store), ...told, clock, ids, progress: (): void => undefined };
    const snapshot = await collect(ports);
    const planned = await planCampaign({ ...content, snapshot, exclusions: [], limits: defaultLimits }, ports);
    await planStore(planned, store);
    await runCampaign(planned.campaign.campaignId, content, ports);
    return planned.campaign;
  } finally {
    await lab.close();
  }
}
