// bongsu assess: judges stored evidence again with today's checks and shows what changed and why; no host is touched.
import { hostChecks, system } from '@bongsu/catalog';
import { rejudge, rejudgeKeep } from '@bongsu/flow';
import { tableLines } from '../screen/table.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { codeIn, itemOf, shownEdition } from './items.ts';
import type { Session } from './session.ts';
import { storeDirectory } from './session.ts';

export async function assess(
  flags: { readonly evidence?: string; readonly keep?: boolean },
  session: Session,
): Promise<void> {
  const { screen, say } = session;
  await withStore(await storeDirectory(session), session, async (store) => {
    const campaign = await campaignNamed(store, flags.evidence, session);
    const ports = { campaigns: store, evidence: store, verdicts: store };
    const seen = await rejudge(campaign, { checks: hostChecks, system }, ports);
    if (flags.keep) await rejudgeKeep(seen, ports);
    const rows = seen.changes.map(({ after, before }) => ({
      accountId: after.accountId,
      region: after.region,
      instanceId: after.instanceId,
      unit: after.unit,
      code: codeIn(itemOf(after), shownEdition),
      before: before?.status ?? null,
      after: after.status,
      reasonBefore: before?.reason[say.lang] ?? null,
      reason: after.reason[say.lang],
    }));
    if (screen.asJson)
      return screen.json({
        campaign: campaign.campaignId,
        hosts: seen.hosts,
        changes: rows,
        lost: seen.lost,
        kept: flags.keep === true,
      });
    screen.out(
      screen.bold(say('assess.title', { campaign: campaign.campaignId, hosts: seen.hosts, changes: rows.length })),
    );
    const columns = [
      { head: say('head.instance') },
      { head: say('head.code') },
      { head: say('head.unit') },
      { head: say('assess.before') },
      { head: say('assess.after') },
      { head: say('head.reason') },
    ];
    const cells = rows.map((row) => [
      row.instanceId,
      row.code,
      row.unit,
      row.before === null ? '·' : say(`status.${row.before}`),
      say(`status.${row.after}`),
      row.reason,
    ]);
    if (cells.length > 0) for (const line of tableLines(columns, cells)) screen.out(line);
    for (const { instanceId, fault } of seen.lost) screen.out(say('assess.lost', { instance: instanceId, fault }));
    if (!flags.keep && rows.length > 0) screen.out(say('assess.keep'));
  });
}
