// bongsu assess: judges stored evidence again with today's checks and shows what changed and why; no host is touched.
import type { Basis, Campaign, HostVerdict } from '@bongsu/core';
import { packFamily, packMark } from '@bongsu/core';
import { rejudge } from '@bongsu/flow';
import { packsCompare } from '../packs/compare.ts';
import type { Content } from '../packs/content.ts';
import { contentOfCampaign, contentWith } from '../packs/content.ts';
import { tableLines } from '../screen/table.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { editionsNamed } from './editions.ts';
import { itemOf, shownCodes } from './items.ts';
import type { Session } from './session.ts';
import { configIfThere, judgingOf, storePlace } from './session.ts';

export async function assess(
  flags: { readonly evidence?: string; readonly keep?: boolean; readonly pack?: readonly string[] },
  session: Session,
): Promise<void> {
  const { screen, say } = session;
  const asked = session.flags.checkProfile !== undefined || (await configIfThere(session)) !== null;
  const judging = asked ? { settings: await judgingOf(session) } : {};
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, flags.evidence, session);
    const ports = { campaigns: store, evidence: store, verdicts: store, progress: screen.progress };
    const content = await contentFor(campaign, flags.pack ?? [], session);
    const editions = editionsNamed(session.flags.edition, content.frameworks);
    const keep = flags.keep === true;
    const seen = await rejudge(campaign, { ...content, ...judging, keep }, ports);
    const rows = seen.changes.map(({ after, before }) => ({
      accountId: after.accountId,
      region: after.region,
      instanceId: after.instanceId,
      unit: after.unit,
      code: shownCodes(itemOf(after, content), editions),
      before: before?.status ?? null,
      after: after.status,
      judgedBy: itemOf(after, content).judgedBy,
      reasonBefore: before?.reason[say.lang] ?? null,
      reason: after.reason[say.lang],
      because: becauseOf(after, before, otherPack(after.unit, campaign, content), session),
    }));
    if (screen.asJson)
      return screen.json({
        campaign: campaign.campaignId,
        hosts: seen.hosts,
        changes: rows,
        lost: seen.lost,
        kept: keep,
        packs: content.packs.map(packMark),
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

/** The packs of the campaign, each replaced by the one that is given under its name; what differs is said. */
async function contentFor(campaign: Campaign, places: readonly string[], session: Session): Promise<Content> {
  if (places.length === 0) return contentOfCampaign(campaign);
  const { packAt, packKept } = await import('../packs/load-pack.ts');
  const given = await Promise.all(places.map(packAt));
  packsCompare(campaign, given, 'pack.uses-given', session);
  const kept = (campaign.packs ?? []).filter((pack) => !given.some((one) => one.kept.name === pack.name));
  return contentWith([...kept.map(packKept), ...given]);
}

/** True for a unit of a pack that is not, to the byte, what the campaign was planned with. */
function otherPack(unit: string, campaign: Campaign, content: Content): boolean {
  const pack = content.packs.find((one) => unit.startsWith(`${packFamily(one.name)}.`));
  return pack !== undefined && !(campaign.packs ?? []).some((one) => one.sha256 === pack.sha256);
}

/** Why a verdict is another one: values by which it was judged, a unit that is new, or newer checks. */
function becauseOf(after: HostVerdict, before: HostVerdict | null, isOther: boolean, { say }: Session): string {
  if (isOther) return say('assess.other-pack');
  if (!before) return say('assess.new-unit');
  const valuesOf = ({ profile, changed }: Basis): string =>
    [profile, ...changed.map((one) => `${one.name}=${one.value}`)].join(' ');
  const [now, then] = [valuesOf(after.basis), valuesOf(before.basis)];
  return now === then ? say('assess.newer-checks') : `${then} → ${now}`;
}
