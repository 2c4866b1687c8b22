// bongsu results: what a campaign found, through the editions asked for: score, worst hosts, worst items.
import type { Framework, Target } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import type { ScoreRules } from '@bongsu/engines';
import { scoreFormula, scoreOf, scoreRules } from '@bongsu/engines';
import { tableLines } from '../screen/table.ts';
import { withStore } from '../wire.ts';
import { importsBeside, importsShow } from './beside.ts';
import { campaignNamed } from './campaign.ts';
import type { EditionItem } from './editions.ts';
import { contentOfCampaign } from '../packs/content.ts';
import { editionItems, editionJudge, editionsNamed, scoredEditions } from './editions.ts';
import { countOf, itemJson } from './items.ts';
import type { HostItem } from './judged.ts';
import { itemsByHost, judgedItems } from './judged.ts';
import type { Session } from './session.ts';
import { configIfThere, storePlace } from './session.ts';

export async function results(named: string | undefined, session: Session): Promise<void> {
  const { screen, say } = session;
  const rules = await scoreRulesOf(session);
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const editions = editionsNamed(session.flags.edition, (await contentOfCampaign(campaign)).frameworks);
    const counted = scoredEditions(session.flags.edition, editions);
    const targets = await store.targetList(campaign.campaignId);
    const items = await judgedItems(store, campaign, session);
    const imports = named === undefined ? await importsBeside(store, campaign) : [];
    const rows = new Map(
      editions.map((edition) => [
        edition,
        [...itemsByHost(items).values()].flatMap((all) => editionItems(edition, all)),
      ]),
    );
    const everything = [...rows.values()].flat();
    const scored = counted.flatMap((edition) => rows.get(edition) ?? []);
    if (screen.asJson)
      return screen.json({
        campaign: campaign.campaignId,
        imports,
        counts: countOf(items),
        score: { ...scoreOf(scored, rules), formula: scoreFormula(rules) },
        editions: [...rows].map(([edition, all]) => editionJson(edition, all, rules, session)),
        items: items.map(({ verdict, ...item }) => ({
          accountId: verdict.accountId,
          region: verdict.region,
          instanceId: verdict.instanceId,
          ...itemJson(item, say.lang),
        })),
      });
    screen.out(screen.bold(say('results.title', { campaign: campaign.campaignId })));
    screen.out(say('results.counts', countOf(everything)));
    screen.out(scoreLine(scored, rules, session));
    importsShow(imports, session);
    worstHosts(items, editions, targets, session);
    for (const [edition, all] of rows) worstItems(edition, all, session);
  });
}

/** The rules of the configuration where there is one. */
export async function scoreRulesOf(session: Session): Promise<ScoreRules> {
  return (await configIfThere(session))?.score ?? scoreRules;
}

function editionJson(edition: Framework, rows: readonly EditionItem[], rules: ScoreRules, { say }: Session): object {
  const items = [...Map.groupBy(rows, (row) => row.code)].map(([code, all]) => ({
    code,
    title: all[0]?.title[say.lang],
    importance: all[0]?.importance,
    judgedBy: all[0] && editionJudge(all[0]),
    hosts: countOf(all),
  }));
  return { edition: edition.id, counts: countOf(rows), score: scoreOf(rows, rules), items };
}

/** The score with its formula; never one without the other. */
export function scoreLine(rows: readonly EditionItem[], rules: ScoreRules, { say }: Session): string {
  const { percent, ...score } = scoreOf(rows, rules);
  const shown = percent === null ? '·' : `${percent.toFixed(1)} %`;
  return say('results.score', { percent: shown, ...score, formula: scoreFormula(rules) });
}

function worstHosts(
  items: readonly HostItem[],
  editions: readonly Framework[],
  targets: readonly Target[],
  { screen, say }: Session,
): void {
  const byHost = itemsByHost(items);
  const hosts = targets
    .filter((target) => target.evidenceSha256 !== null)
    .map((target) => {
      const own = byHost.get(hostKey(target)) ?? [];
      return { target, counts: countOf(editions.flatMap((edition) => editionItems(edition, own))) };
    })
    .sort((a, b) => b.counts.fail - a.counts.fail || b.counts.unknown - a.counts.unknown)
    .slice(0, 10);
  screen.out('');
  screen.out(screen.bold(say('results.hosts')));
  const columns = [
    { head: say('head.instance') },
    { head: say('head.name') },
    { head: say('head.account') },
    { head: say('results.failing'), right: true },
    { head: say('results.unknown'), right: true },
  ];
  const rows = hosts.map(({ target, counts }) => [
    target.instanceId,
    target.name,
    target.accountId,
    String(counts.fail),
    String(counts.unknown),
  ]);
  for (const line of tableLines(columns, rows)) screen.out(line);
}

/** Items that nothing fails and nobody has to look at are left out of the table; the counts above hold them. */
function worstItems(edition: Framework, all: readonly EditionItem[], { screen, say }: Session): void {
  const items = [...Map.groupBy(all, (row) => row.code).values()]
    .flatMap((same) => (same[0] ? [{ item: same[0], counts: countOf(same) }] : []))
    .filter(({ counts }) => counts.fail + counts.unknown + counts.manual > 0)
    .sort((a, b) => b.counts.fail - a.counts.fail || b.counts.unknown - a.counts.unknown);
  const foreign = items.some(({ item }) => editionJudge(item) !== 'bongsu');
  screen.out('');
  if (items.length === 0) return screen.out(say('results.none-open', { edition: edition.id }));
  screen.out(
    screen.bold(
      `${say('results.items')}: ${say('items.edition', { edition: edition.id, title: say.text(edition.title) })}`,
    ),
  );
  const columns = [
    { head: say('head.code') },
    { head: say('head.importance') },
    { head: say('head.item') },
    { head: say('head.unit') },
    ...(foreign ? [{ head: say('head.judged-by') }] : []),
    { head: say('results.failing'), right: true },
    { head: say('results.unknown'), right: true },
    { head: say('status.manual'), right: true },
  ];
  const rows = items.map(({ item, counts }) => [
    item.code,
    say(`importance.${item.importance}`),
    say.text(item.title),
    item.items.map((one) => one.unit).join(' '),
    ...(foreign ? [say(`judged.${editionJudge(item)}`)] : []),
    String(counts.fail),
    String(counts.unknown),
    String(counts.manual),
  ]);
  for (const line of tableLines(columns, rows)) screen.out(line);
}
