// What every store must do with verdicts.
import type { HostVerdict } from '@bongsu/core';
import { expect, test } from 'vitest';
import { campaignPrepare, fresh, verdictOf } from './estate.sample.ts';
import type { Store } from './open.ts';

export function verdictContract(store: () => Store): void {
  test('verdicts come back as they were put, by instance and unit', async () => {
    const { campaign } = await campaignPrepare(store());
    const unknown: HostVerdict = {
      ...verdictOf(campaign.campaignId, 'i-00000000000000001', 'ssh.root-login'),
      status: 'unknown',
      evidence: [{ source: 'sshd -T', found: '' }],
      gaps: [{ probe: 'sshd', fault: { ko: '시간 초과', en: 'timed out' } }],
    };
    const second = verdictOf(campaign.campaignId, 'i-00000000000000002', 'ssh.root-login');
    await store().verdictPut([second, unknown]);
    expect(await store().verdictList(campaign.campaignId)).toEqual([unknown, second]);
    expect(await store().verdictList(fresh('campaign'))).toEqual([]);
  });

  test('judging a host again replaces all that was said of it, and nothing of another host or campaign', async () => {
    const { campaign } = await campaignPrepare(store());
    const other = await campaignPrepare(store());
    const first = verdictOf(campaign.campaignId, 'i-00000000000000001', 'ssh.root-login');
    const dropped = verdictOf(campaign.campaignId, 'i-00000000000000001', 'ssh.withdrawn-unit');
    const neighbour = verdictOf(campaign.campaignId, 'i-00000000000000002', 'ssh.root-login');
    const elsewhere = verdictOf(other.campaign.campaignId, 'i-00000000000000001', 'ssh.root-login');
    await store().verdictPut([first, dropped, neighbour, elsewhere]);
    const again: HostVerdict = { ...first, status: 'pass' };
    await store().verdictPut([again]);
    expect(await store().verdictList(campaign.campaignId)).toEqual([again, neighbour]);
    expect(await store().verdictList(other.campaign.campaignId)).toEqual([elsewhere]);
  });

  test('statuses come by host, and single verdicts by their keys; what does not stand is left out', async () => {
    const { campaign } = await campaignPrepare(store());
    const other = await campaignPrepare(store());
    const [one, two, none] = ['i-00000000000000001', 'i-00000000000000002', 'i-00000000000000003'];
    const login = verdictOf(campaign.campaignId, one, 'ssh.root-login');
    const hidden: HostVerdict = { ...verdictOf(campaign.campaignId, one, 'file.hidden'), status: 'notApplicable' };
    const second: HostVerdict = { ...verdictOf(campaign.campaignId, two, 'ssh.root-login'), status: 'unknown' };
    const elsewhere: HostVerdict = { ...verdictOf(other.campaign.campaignId, one, 'ssh.root-login'), status: 'manual' };
    await store().verdictPut([login, hidden, second, elsewhere]);
    const places = [login, second, { ...login, instanceId: none }];
    const told = await store().statusList(campaign.campaignId, places);
    const byHost = new Map(told.map((host) => [host.instanceId, host]));
    expect([...byHost.keys()].sort()).toEqual([one, two]);
    const { accountId, region } = login;
    expect(byHost.get(one)).toMatchObject({ accountId, region });
    expect(byHost.get(one)?.statuses).toEqual(
      new Map([
        ['file.hidden', 'notApplicable'],
        ['ssh.root-login', login.status],
      ]),
    );
    expect(byHost.get(two)?.statuses).toEqual(new Map([['ssh.root-login', 'unknown']]));
    expect(await store().verdictGet(campaign.campaignId, [hidden, { ...second, unit: 'file.hidden' }])).toEqual([
      hidden,
    ]);
    expect(await store().statusList(campaign.campaignId, [{ ...login, region: 'eu-west-1' }])).toEqual([]);
    expect(await store().statusList(campaign.campaignId, [])).toEqual([]);
    expect(await store().verdictGet(campaign.campaignId, [])).toEqual([]);
  });

  test('of several who judge one host at once, the words of one stand, whole', async () => {
    const { campaign } = await campaignPrepare(store());
    const units = ['a', 'b', 'c', 'd'];
    const said = [1, 2, 3, 4, 5].map((judge) =>
      units.slice(0, judge === 5 ? 2 : 4).map((unit): HostVerdict => {
        const verdict = verdictOf(campaign.campaignId, 'i-00000000000000001', unit);
        return { ...verdict, reason: { ko: `${judge}`, en: `${judge}` } };
      }),
    );
    await Promise.all(said.map((verdicts) => store().verdictPut(verdicts)));
    expect(said).toContainEqual(await store().verdictList(campaign.campaignId));
  });

  test('two words on one unit are refused, and what stood stays', async () => {
    const { campaign } = await campaignPrepare(store());
    const stands = verdictOf(campaign.campaignId, 'i-00000000000000001', 'ssh.root-login');
    await store().verdictPut([stands]);
    const both = store().verdictPut([{ ...stands, status: 'pass' }, stands]);
    await expect(both).rejects.toMatchObject({ code: 'conflict' });
    expect(await store().verdictList(campaign.campaignId)).toEqual([stands]);
  });

  test('verdicts of a campaign that is not recorded are refused; none at all are taken', async () => {
    const orphan = store().verdictPut([verdictOf(fresh('campaign'), 'i-00000000000000001', 'ssh.root-login')]);
    await expect(orphan).rejects.toMatchObject({ code: 'not-found' });
    await expect(store().verdictPut([])).resolves.toBeUndefined();
  });

  test('more verdicts than one statement or one page takes all come back', async () => {
    const { campaign } = await campaignPrepare(store());
    const hosts = Array.from({ length: 101 }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
    const units = Array.from({ length: 67 }, (_, index) => `unit-${String(index).padStart(2, '0')}`);
    const verdicts = hosts.flatMap((host) => units.map((unit) => verdictOf(campaign.campaignId, host, unit)));
    await store().verdictPut(verdicts);
    expect(await store().verdictList(campaign.campaignId)).toEqual(verdicts);
  }, 60_000);

  test('what a host wrote cannot break a statement or a row', async () => {
    const { campaign } = await campaignPrepare(store());
    const hostile = "x'); drop table verdict; --\0\u001b[31m\ud83d";
    const verdict: HostVerdict = {
      ...verdictOf(campaign.campaignId, 'i-00000000000000001', 'ssh.root-login'),
      reason: { ko: hostile, en: hostile },
      evidence: [{ source: hostile, found: hostile }],
    };
    await store().verdictPut([verdict]);
    const shown = "x'); drop table verdict; --␀\u001b[31m\uFFFD";
    const [read] = await store().verdictList(campaign.campaignId);
    expect(read?.reason).toEqual({ ko: shown, en: shown });
    expect(read?.evidence).toEqual([{ source: shown, found: shown }]);
  });
}
