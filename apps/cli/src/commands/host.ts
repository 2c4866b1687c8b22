// bongsu host show: one host, item by item, with the proof of everything that is open and the lines that mend it.
import type { Family, Framework } from '@bongsu/core';
import { familyNamed, fixLines } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import { detailIn } from '../language/said-in.ts';
import { CliError } from '../cli-error.ts';
import { tableLines } from '../screen/table.ts';
import { contentOfCampaign } from '../packs/content.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { editionItems, editionItemJson, editionsNamed } from './editions.ts';
import type { Item } from './items.ts';
import { countOf, editionCodes, itemJson } from './items.ts';
import { itemsShow } from './items-view.ts';
import { judgedItems } from './judged.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export async function hostShow(instanceId: string, named: string | undefined, session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, named ?? (await lastOf(instanceId, store)), session);
    const editions = editionsNamed(session.flags.edition, (await contentOfCampaign(campaign)).frameworks);
    const target = (await store.targetList(campaign.campaignId)).find((one) => one.instanceId === instanceId);
    if (!target)
      throw new CliError(
        'nothing-there',
        `${JSON.stringify(instanceId)} is not part of ${campaign.campaignId}: see "bongsu coverage"`,
      );
    const items = (await judgedItems(store, campaign, session)).filter(
      (item) => item.verdict.instanceId === instanceId,
    );
    if (screen.asJson) {
      const { campaignId: _, ...seen } = target;
      return screen.json({
        campaign: campaign.campaignId,
        target: seen,
        counts: countOf(items),
        editions: editions.map((edition) => ({
          edition: edition.id,
          items: editionItems(edition, items).map((item) => editionItemJson(item, say.lang)),
        })),
        items: items.map((item) => itemJson(item, say.lang)),
      });
    }
    screen.out(screen.bold(say('host.title', { instance: instanceId, name: target.name })));
    screen.out(
      `${target.accountId}  ${target.region}  ${say(`state.${target.state ?? 'pending'}`)}  ${detailIn(target.detail, say)}`,
    );
    itemsShow(items, editions, session);
    const node = (await store.snapshotGet(campaign.snapshotId))?.instances.find(
      (one) => one.instanceId === instanceId && one.accountId === target.accountId,
    )?.node;
    openShow(items, editions, familyNamed(node?.platformName ?? ''), session);
  });
}

/** A host that the fleet's latest campaign does not know: an import, or an instance that came since. */
async function lastOf(instanceId: string, store: Store): Promise<string | undefined> {
  const latest = await store.campaignLatest();
  if (latest && (await store.targetList(latest.campaignId)).some((one) => one.instanceId === instanceId))
    return undefined;
  return (await store.assessedLast()).find((one) => one.instanceId === instanceId)?.campaignId;
}

/** The proof of every unit that fails or waits for a person, with its remedy or its question. */
function openShow(
  items: readonly Item[],
  editions: readonly Framework[],
  family: Family,
  { screen, say }: Session,
): void {
  const wanted = new Set(editions.flatMap((edition) => edition.items.flatMap((item) => item.units)));
  const open = items.filter((item) => (item.status === 'fail' || item.status === 'manual') && wanted.has(item.unit));
  for (const item of open) {
    screen.out('');
    screen.out(screen.bold(`${item.unit}  ${editionCodes(item)}`));
    if (item.judgedBy !== 'bongsu') screen.out(`  ${say('head.judged-by')}: ${say(`judged.${item.judgedBy}`)}`);
    screen.out(`  ${say.text(item.reason)}`);
    const rows = item.evidence.slice(0, 6).map((proof) => [proof.source, proof.found, proof.expected ?? '']);
    const columns = [{ head: say('head.evidence') }, { head: say('host.found') }, { head: say('host.expected') }];
    if (rows.length > 0) for (const line of tableLines(columns, rows)) screen.out(`  ${line}`);
    if (item.status === 'manual' && item.question)
      screen.out(`  ${say('host.question', { question: say.text(item.question), unit: item.unit })}`);
    else screen.out(`  ${say('head.remedy')}: ${say.text(item.remedy)}`);
    for (const line of fixLines(item.fix, family)) screen.out(`    ${line}`);
  }
}
