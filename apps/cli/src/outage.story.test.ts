// Services that are away for a while cost a campaign time, and no host its check.
import type { FaultRule } from '@bongsu/lab';
import { fleetWorld } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import type { VirtualCampaign } from './testing/virtual-campaign.ts';
import { virtualCampaign } from './testing/virtual-campaign.ts';

let open: VirtualCampaign | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

const away = { status: 503 };
it.each<[string, FaultRule, number]>([
  ['the bucket, for a minute', { service: 's3', then: away }, 60],
  ['the bucket, for five minutes', { service: 's3', then: away }, 300],
  ['documents, for a minute', { service: 'ssm', operation: 'DescribeDocument', then: away }, 60],
])('before the first send: %s', { timeout: 120_000 }, async (_, rule, seconds) => {
  open = await virtualCampaign(fleetWorld(30, 2, { simulated: true }));
  const { lab, ports } = open;
  const campaignId = await open.plan();
  lab.faults.set([rule]);
  const over = ports.clock.sleep(seconds * 1000).then(() => lab.faults.set([]));
  const { states } = await open.go(campaignId);
  await over;
  expect(states.assessed + states['partly-assessed']).toBe(30);
});
