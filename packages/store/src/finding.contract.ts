// What every store must do with findings.
import type { Finding, FindingChange } from '@bongsu/core';
import { expect, test } from 'vitest';
import { at, campaignPrepare, fresh, later } from './estate.sample.ts';
import type { Store } from './open.ts';

export function findingContract(store: () => Store): void {
  const findingOf = (campaignId: string): Finding => {
    const subject = `111122223333/ap-northeast-2/${fresh('i')}`;
    const unit = 'ssh.root-login';
    const opened = { status: 'open', openedAt: at, closedAt: null, reopened: 0 } as const;
    return { findingId: `${unit}|${subject}`, unit, subject, ...opened, lastCampaignId: campaignId };
  };
  const openedOf = (finding: Finding): FindingChange => {
    return { findingId: finding.findingId, change: 'opened', campaignId: finding.lastCampaignId, at };
  };
  const read = async (findingId: string): Promise<Finding[]> => {
    return (await store().findingList()).filter((finding) => finding.findingId === findingId);
  };

  test('a finding is opened, closed and opened again, and stays one', async () => {
    const { campaign } = await campaignPrepare(store());
    const finding = findingOf(campaign.campaignId);
    await store().findingApply([finding], [openedOf(finding)]);
    expect(await read(finding.findingId)).toEqual([finding]);
    const closed: Finding = { ...finding, status: 'closed', closedAt: later };
    await store().findingApply([closed], [{ ...openedOf(finding), change: 'closed', at: later }]);
    expect(await read(finding.findingId)).toEqual([closed]);
    const reopened: Finding = { ...finding, openedAt: later, reopened: 1 };
    await store().findingApply([reopened], [{ ...openedOf(finding), change: 'reopened', at: later }]);
    expect(await read(finding.findingId)).toEqual([reopened]);
  });

  test('a step told twice adds nothing', async () => {
    const { campaign } = await campaignPrepare(store());
    const finding = findingOf(campaign.campaignId);
    await store().findingApply([finding], [openedOf(finding)]);
    await store().findingApply([finding], [openedOf(finding)]);
    expect(await read(finding.findingId)).toEqual([finding]);
  });

  test('a change of a finding that is not recorded takes the whole step with it', async () => {
    const { campaign } = await campaignPrepare(store());
    const finding = findingOf(campaign.campaignId);
    const stray = { ...openedOf(finding), findingId: fresh('finding') };
    await expect(store().findingApply([finding], [openedOf(finding), stray])).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await read(finding.findingId)).toEqual([]);
  });

  test('steps that write the same findings at once, in any order, do not stop each other', async () => {
    const { campaign } = await campaignPrepare(store());
    const findings = Array.from({ length: 40 }, () => findingOf(campaign.campaignId));
    const steps = Array.from({ length: 8 }, (_, step) => (step % 2 === 0 ? findings : findings.toReversed()));
    await Promise.all(steps.map((some) => store().findingApply(some, some.map(openedOf))));
    for (const finding of findings) expect(await read(finding.findingId)).toEqual([finding]);
  });

  test('one finding twice in a step is refused, and nothing to do is taken', async () => {
    const { campaign } = await campaignPrepare(store());
    const finding = findingOf(campaign.campaignId);
    await expect(store().findingApply([finding, finding], [])).rejects.toMatchObject({ code: 'conflict' });
    await expect(store().findingApply([], [])).resolves.toBeUndefined();
  });
}
