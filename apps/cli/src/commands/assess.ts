// bongsu assess: judges stored evidence again with today's checks and shows what changed and why; no host is touched.
import { hostChecks, system } from '@bongsu/catalog';
import type { Basis, HostVerdict } from '@bongsu/core';
import { rejudge, rejudgeKeep } from '@bongsu/flow';
import { tableLines } from '../screen/table.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { editionsNamed } from './editions.ts';
import { itemOf, shownCodes } from './items.ts';
import type { Session } from './session.ts';
import { configIfThere, judgingOf, storeDirectory } from './session.ts';

export async function assess(
  flags: { readonly evidence?: string; readonly keep?: boolean },
  session: Session,
): Promise<void> {
  const { screen, say } = session;
  const editions = editionsNamed(session.flags.edition);
  const asked = session.flags.checkProfile !== undefined || (await configIfThere(session)) !== null;
  const judging = asked ? { settings: await judgingOf(session) } : {};
  await withStore(await storeDirectory(session), session, async (store) => {
    const campaign = await campaignNamed(store, flags.evidence, session);
    const ports = { campaigns: store, evidence: store, verdicts: store };
    const seen = await rejudge(campaign, { checks: hostChecks, system, ...judging }, ports);
    if (flags.keep) await rejudgeKeep(seen, ports);
    const rows = seen.changes.map(({ after, before }) => ({
      accountId: after.accountId,
      region: after.region,
      instanceId: after.instanceId,
      unit: after.unit,
      code: shownCodes(itemOf(after), editions),
      before: before?.status ?? null,
      after: after.status,
      reasonBefore: before?.reason[say.lang] ?? null,
      reason: after.reason[say.lang],
      because: becauseOf(after, before, session),
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
      { head: say('assess.because') },
      { head: say('head.reason') },
    ];
    const cells = rows.map((row) => [
      row.instanceId,
      row.code,
      row.unit,
      row.before === null ? '·' : say(`status.${row.before}`),
      say(`status.${row.after}`),
      row.because,
      row.reason,
    ]);
    if (cells.length > 0) for (const line of tableLines(columns, cells)) screen.out(line);
    for (const { instanceId, fault } of seen.lost) screen.out(say('assess.lost', { instance: instanceId, fault }));
    if (!flags.keep && rows.length > 0) screen.out(say('assess.keep'));
  });
}

/** Why a verdict is another one: values by which it was judged, a unit that is new, or newer checks. */
function becauseOf(after: HostVerdict, before: HostVerdict | null, { say }: Session): string {
  if (!before) return say('assess.new-unit');
  const valuesOf = ({ profile, changed }: Basis): string =>
    [profile, ...changed.map((one) => `${one.name}=${one.value}`)].join(' ');
  const [now, then] = [valuesOf(after.basis), valuesOf(before.basis)];
  return now === then ? say('assess.newer-checks') : `${then} → ${now}`;
}
