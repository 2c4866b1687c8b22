// What every store must do with evidence whose retention has ended; the store keeps it for 30 days.
import { hostKey, type Target } from '@bongsu/core';
import { expect, test } from 'vitest';
import { campaignPrepare, fresh } from './estate.sample.ts';
import type { Store } from './open.ts';

export const contractRetentionDays = 30;
const days = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString();

export function retentionContract(store: () => Store): void {
  const keep = (): Promise<string> => store().evidencePut(new TextEncoder().encode(fresh('archive')));
  const heldBy = async (sha256: string, at: string): Promise<string | null | undefined> =>
    (await store().evidencePast(at)).find((one) => one.sha256 === sha256)?.heldBy;

  /** A campaign whose one host gave this evidence, ended. */
  async function givenBy(sha256: string, instanceId = fresh('i'), endedAt = days(0)): Promise<Target> {
    const { target } = await campaignPrepare(store(), [instanceId]);
    const end = { phase: 'ended', state: 'assessed', evidenceSha256: sha256, endedAt } as const;
    await store().targetChange(target.campaignId, target.runId, end);
    await store().campaignPhase(target.campaignId, 'ended', endedAt);
    return target;
  }

  test('nothing is removed before its date; after it the removal is written down', async () => {
    const sha256 = await keep();
    const before = await store().evidenceSum();
    expect(await heldBy(sha256, days(29))).toBeUndefined();
    expect(await store().evidenceRemove(sha256, days(29), 'kim')).toContain('has not ended');
    expect(await heldBy(sha256, days(31))).toBeNull();
    expect(await store().evidenceRemoved(sha256)).toBeNull();

    const at = days(31);
    expect(await store().evidenceRemove(sha256, at, 'kim')).toBeNull();
    expect(await store().evidenceGet(sha256)).toBeNull();
    expect(await store().evidenceRemoved(sha256)).toMatchObject({ removedAt: at, by: 'kim' });
    expect(await heldBy(sha256, days(31))).toBeUndefined();
    expect((await store().evidenceSum()).archives).toBe(before.archives - 1);
    expect(await store().evidenceRemove(sha256, at, 'lee')).toContain('removed already');
  });

  test('the same bytes kept again are there again, with the later date', async () => {
    const bytes = new TextEncoder().encode(fresh('archive'));
    const sha256 = await store().evidencePut(bytes);
    expect(await store().evidenceRemove(sha256, days(31), 'kim')).toBeNull();
    expect(await store().evidencePut(bytes)).toBe(sha256);
    expect(new Uint8Array((await store().evidenceGet(sha256)) ?? [])).toEqual(bytes);
    expect(await store().evidenceRemoved(sha256)).toBeNull();
  });

  test('what a campaign that goes on, or a record that is not signed, names stays', async () => {
    const sha256 = await keep();
    const { campaignId } = await givenBy(sha256);
    const at = days(31);
    await store().campaignReopen(campaignId, at, []);
    expect(await heldBy(sha256, at)).toBe('open-campaign');
    expect(await store().evidenceRemove(sha256, at, 'kim')).toBe('open-campaign');
    await store().campaignPhase(campaignId, 'ended', at);
    await store().recordPut(campaignId, at, 'lines', 'kms:Sign: DisabledException');
    expect(await heldBy(sha256, at)).toBe('unsigned-record');
    expect(await store().evidenceRemove(sha256, at, 'kim')).toBe('unsigned-record');
    expect(await store().evidenceGet(sha256)).not.toBeNull();
    await store().recordSigned(campaignId, at, 'signed');
    expect(await heldBy(sha256, at)).toBeNull();
  });

  test('the newest evidence of a host stays as long as an answer of it counts, and no older one', async () => {
    const [older, newer, other] = [await keep(), await keep(), await keep()];
    const host = await givenBy(older, fresh('i'), days(-2));
    await givenBy(newer, host.instanceId, days(-1));
    await givenBy(other);
    const answer = { unit: 'ssh.root-login', verdict: 'pass', words: 'w', by: 'kim', at: days(0) } as const;
    await store().answerPut({ ...answer, scope: hostKey(host), expiresAt: days(60) });
    const at = days(31);
    expect([await heldBy(older, at), await heldBy(newer, at), await heldBy(other, at)]).toEqual([null, 'answer', null]);
    expect(await heldBy(newer, days(61))).toBeNull();
  });
}
