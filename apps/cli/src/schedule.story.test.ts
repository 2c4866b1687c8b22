// A schedule that is shorter than its campaign: no host is given two checks at once, and each time that was left out says why.
import type { Schedule } from '@bongsu/core';
import { scheduleTick } from '@bongsu/flow';
import { fleetWorld } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import type { VirtualCampaign } from './testing/virtual-campaign.ts';
import { virtualCampaign } from './testing/virtual-campaign.ts';

let open: VirtualCampaign | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const often: Schedule = { name: 'often', cron: '* * * * *', timeZone: 'Asia/Seoul', blackouts: [] };

/** Looks every twenty seconds for so many minutes, as a worker does, and runs what was started beside it. */
async function looked({ store, ports, plan, go }: VirtualCampaign, minutes: number) {
  const under: Promise<unknown>[] = [];
  for (let looks = 0; looks < minutes * 3; looks += 1) {
    const told = await scheduleTick([often], { ...ports, schedules: store, start: () => plan() });
    for (const { campaignId } of told) if (campaignId !== null) under.push(go(campaignId));
    await ports.clock.sleep(20_000);
  }
  await Promise.all(under);
  return (await store.scheduleRunList()).toReversed();
}

it('starts the next one when the last has let its hosts go', { timeout: 240_000 }, async () => {
  // Some three minutes of sends, and one of scripts.
  const settings = { rates: { 'ssm:SendCommand': { burst: 1, perSecond: 0.1 } } };
  open = await virtualCampaign(fleetWorld(20, 1, { simulated: true }), settings);
  const [first, ...runs] = await looked(open, 12);
  expect(first?.outcome).toBe('configured');
  const times = runs.map(({ dueAt }) => Date.parse(dueAt));
  // Every minute of the time stands there, once.
  expect(times).toEqual(times.map((_, index) => (times[0] ?? 0) + index * 60_000));
  const started = runs.filter(({ outcome }) => outcome === 'started');
  expect(started.length).toBeGreaterThanOrEqual(2);
  for (const { outcome, campaignId, why } of runs)
    if (outcome !== 'started')
      expect([outcome, campaignId, why]).toEqual(['missed', null, expect.stringMatching(/^c\S+, .* hosts in hand$/)]);
  for (const { campaignId } of started)
    for (const { state } of await open.store.targetList(campaignId ?? '')) expect(state).toBe('assessed');
  expect(open.lab.truth().map(({ runs: ran }) => ran.length)).toEqual(Array.from({ length: 20 }, () => started.length));
});

it('is held back by none that was planned and, for want of a worker, never begun', { timeout: 120_000 }, async () => {
  open = await virtualCampaign(fleetWorld(2, 1, { simulated: true }));
  const { store, ports, plan } = open;
  const tick = () => scheduleTick([often], { ...ports, schedules: store, start: () => plan() });
  const outcomes: string[] = [];
  for (const hours of [0, 0.02, 0.5, 25]) {
    await ports.clock.sleep(hours * 3_600_000);
    outcomes.push((await tick()).at(-1)?.outcome ?? 'none');
  }
  expect(outcomes).toEqual(['configured', 'started', 'missed', 'started']);
});

it('is held back by nobody who is only waited for', { timeout: 240_000 }, async () => {
  open = await virtualCampaign(fleetWorld(6, 1, { simulated: true, faults: { offline: 0.34 } }));
  const { plan } = open;
  const runs = await looked({ ...open, plan: () => plan({ waitSeconds: 1_800 }) }, 6);
  expect(runs.filter(({ outcome }) => outcome === 'started').length).toBeGreaterThanOrEqual(2);
});
