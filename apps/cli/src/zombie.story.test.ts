// A worker that is stopped in the middle of a send and wakes when its claim is another's: nothing is sent twice because of it, and nothing is lost.
import type { SendOutcome } from '@bongsu/core';
import { hostChecks, system } from '@bongsu/catalog';
import { reconcile, runCampaign } from '@bongsu/flow';
import { fleetWorld } from '@bongsu/lab';
import { afterEach, expect, it } from 'vitest';
import { type VirtualCampaign, virtualCampaign } from './testing/virtual-campaign.ts';

const content = { checks: hostChecks.slice(0, 3), system };
let open: VirtualCampaign | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

/** What the sleeper's own call came to, when at last it is answered. */
const answers = {
  throttled: async (): Promise<SendOutcome> => ({ kind: 'throttled', code: 'ThrottlingException' }),
  refused: async (): Promise<SendOutcome> => ({
    kind: 'refused',
    code: 'AccessDeniedException',
    message: '',
    missingPermission: null,
  }),
  unclear: async (): Promise<SendOutcome> => ({ kind: 'unclear', code: 'TimeoutError', message: '' }),
  sent: null,
};

it.each(['throttled', 'refused', 'unclear', 'sent'] as const)(
  'wakes with its answer: %s',
  { timeout: 120_000 },
  async (what) => {
    const { lab, ports, store, plan } = (open = await virtualCampaign(fleetWorld(6, 1, { simulated: true })));
    const campaignId = await plan();
    const begun = new Set<string>();
    let asleep = 0;
    const send: typeof ports.commands.send = async (order) => {
      asleep += 1;
      // Longer than its claim: the other worker's own call is under way when this one is answered.
      while (!begun.has(order.comment)) await ports.clock.sleep(1_000);
      await ports.clock.sleep(5_000);
      return (answers[what] ?? (() => ports.commands.send(order)))();
    };
    const slow: typeof ports.commands.send = async (order) => {
      begun.add(order.comment);
      const outcome = await ports.commands.send(order);
      await ports.clock.sleep(20_000);
      return outcome;
    };
    const zombie = reconcile(campaignId, 'send', content, { ...ports, commands: { ...ports.commands, send } });
    await expect.poll(() => asleep).toBeGreaterThan(0);
    const awake = { ...ports, commands: { ...ports.commands, send: slow } };
    await Promise.all([zombie, runCampaign(campaignId, content, awake, { alone: false })]);
    const targets = await store.targetList(campaignId);
    expect(targets.map((one) => one.state)).toEqual(Array.from({ length: 6 }, () => 'assessed'));
    expect(lab.truth().map((one) => one.runs.length)).toEqual([1, 1, 1, 1, 1, 1]);
    // A call that is taken long after it was begun cannot be called back: there the host refuses the run that it has seen.
    const sends = lab.calls({ operation: 'SendCommand' }).filter((call) => call.status === 200).length;
    expect(sends).toBe(what === 'sent' ? 6 + asleep : 6);
  },
);
