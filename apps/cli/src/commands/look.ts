// bongsu discover, coverage, results and host show: what the store knows, and the register before anything is checked.
import type { HostVerdict, Target } from '@bongsu/core';
import { scoreFormula, scoreOf, unreadablePlaces } from '@bongsu/engines';
import { collect, coverageOf } from '@bongsu/flow';
import { CliError } from '../cli-error.ts';
import { tableLines } from '../screen/table.ts';
import { awsOf, realClock, realIds, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { countOf, itemsShow } from './check.ts';
import { coverageJson, coverageShow, unreadableShow } from './coverage-view.ts';
import type { Item } from './items.ts';
import { byCode, codeIn, itemJson, itemOf, shownEdition } from './items.ts';
import type { Session } from './session.ts';
import { configOf, storeDirectory } from './session.ts';

/** Exit code 1 where not one account and Region could be read: then nothing is known. */
export async function discover(session: Session): Promise<number> {
  const { screen, say } = session;
  const config = await configOf(session);
  const { estate } = await awsOf(config);
  const snapshot = await withStore(config.store, session, (store) =>
    collect({ estate, snapshots: store, clock: realClock, ids: realIds, progress: screen.progress }),
  );
  const unreadable = unreadablePlaces(snapshot.gaps);
  if (screen.asJson) {
    const { gaps: _, ...seen } = snapshot;
    screen.json({ ...seen, total: snapshot.instances.length, unreadable });
    return snapshot.places.length > 0 ? 0 : 1;
  }
  const columns = ['account', 'region', 'instance', 'name', 'state', 'platform', 'agent'] as const;
  const rows = snapshot.instances.map((one) => [
    one.accountId,
    one.region,
    one.instanceId,
    one.name,
    one.state,
    one.node ? `${one.node.platformName} ${one.node.platformVersion}` : one.platformDetails,
    one.node ? `${one.node.pingStatus} ${one.node.agentVersion}` : one.nodeKnown ? '·' : '?',
  ]);
  for (const line of tableLines(
    columns.map((name) => ({ head: say(`head.${name}`) })),
    rows,
  ))
    screen.out(line);
  const accounts = new Set(snapshot.places.map((place) => place.accountId)).size;
  screen.out(say('inventory.sum', { total: rows.length, accounts, places: snapshot.places.length }));
  unreadableShow(unreadable, screen, say);
  return snapshot.places.length > 0 ? 0 : 1;
}

export async function coverage(named: string | undefined, session: Session): Promise<void> {
  await withStore(await storeDirectory(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const ledger = await coverageOf(campaign, { campaigns: store, snapshots: store });
    const targets = await store.targetList(campaign.campaignId);
    if (session.screen.asJson) session.screen.json(coverageJson(campaign.campaignId, ledger, targets));
    else coverageShow(campaign.campaignId, ledger, targets, session.screen, session.say);
  });
}

/** A verdict as an item of its host. */
export interface HostItem extends Item {
  readonly verdict: HostVerdict;
}

export async function results(named: string | undefined, session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storeDirectory(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const targets = await store.targetList(campaign.campaignId);
    const items = hostItems(await store.verdictList(campaign.campaignId));
    if (screen.asJson) {
      return screen.json({
        campaign: campaign.campaignId,
        counts: countOf(items),
        score: { ...scoreOf(items), formula: scoreFormula },
        items: items.map(({ verdict, ...item }) => ({
          accountId: verdict.accountId,
          region: verdict.region,
          instanceId: verdict.instanceId,
          ...itemJson({ ...item }, say.lang),
        })),
      });
    }
    screen.out(screen.bold(say('results.title', { campaign: campaign.campaignId })));
    screen.out(say('results.counts', countOf(items)));
    screen.out(scoreLine(items, session));
    worstHosts(items, targets, session);
    worstItems(items, session);
  });
}

function scoreLine(items: readonly Item[], { say }: Session): string {
  const { percent, ...score } = scoreOf(items);
  return say('results.score', { percent: percent === null ? '·' : `${percent.toFixed(1)} %`, ...score });
}

export function hostItems(verdicts: readonly HostVerdict[]): HostItem[] {
  return verdicts
    .map((verdict) => ({ ...itemOf(verdict), verdict }))
    .sort((a, b) =>
      a.verdict.instanceId < b.verdict.instanceId ? -1 : a.verdict.instanceId > b.verdict.instanceId ? 1 : byCode(a, b),
    );
}

function worstHosts(items: readonly HostItem[], targets: readonly Target[], { screen, say }: Session): void {
  const key = (one: { accountId: string; instanceId: string }): string => `${one.accountId}/${one.instanceId}`;
  const byHost = Map.groupBy(items, (item) => key(item.verdict));
  const hosts = targets
    .filter((target) => target.evidenceSha256 !== null)
    .map((target) => ({ target, counts: countOf(byHost.get(key(target)) ?? []) }))
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

function worstItems(items: readonly HostItem[], { screen, say }: Session): void {
  const rows = [...Map.groupBy(items, (item) => item.unit).values()]
    .map((all) => ({ item: all[0], counts: countOf(all) }))
    .sort((a, b) => b.counts.fail - a.counts.fail)
    .flatMap(({ item, counts }) =>
      item
        ? [
            [
              codeIn(item, shownEdition),
              say(`importance.${item.importance}`),
              say.text(item.title),
              item.unit,
              String(counts.fail),
              String(counts.unknown),
            ],
          ]
        : [],
    );
  screen.out('');
  screen.out(screen.bold(say('results.items')));
  const columns = [
    { head: say('head.code') },
    { head: say('head.importance') },
    { head: say('head.item') },
    { head: say('head.unit') },
    { head: say('results.failing'), right: true },
    { head: say('results.unknown'), right: true },
  ];
  for (const line of tableLines(columns, rows)) screen.out(line);
}

export async function hostShow(instanceId: string, named: string | undefined, session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storeDirectory(session), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const target = (await store.targetList(campaign.campaignId)).find((one) => one.instanceId === instanceId);
    if (!target)
      throw new CliError(
        'nothing-there',
        `${JSON.stringify(instanceId)} is not part of ${campaign.campaignId}: see "bongsu coverage"`,
      );
    const items = hostItems(
      (await store.verdictList(campaign.campaignId)).filter((one) => one.instanceId === instanceId),
    );
    if (screen.asJson) {
      const { campaignId: _, ...seen } = target;
      return screen.json({
        campaign: campaign.campaignId,
        target: seen,
        counts: countOf(items),
        items: items.map((item) => itemJson(item, say.lang)),
      });
    }
    screen.out(screen.bold(say('host.title', { instance: instanceId, name: target.name })));
    screen.out(`${target.accountId}  ${target.region}  ${say(`state.${target.state ?? 'pending'}`)}  ${target.detail}`);
    itemsShow(items, session);
    proofsShow(items, session);
    screen.out(say('results.counts', countOf(items)));
  });
}

/** The proof of everything that is not a pass. */
function proofsShow(items: readonly Item[], { screen, say }: Session): void {
  const open = items.filter((item) => item.status === 'fail' || item.status === 'manual');
  if (open.length === 0) return;
  const columns = [
    { head: say('head.code') },
    { head: say('head.evidence') },
    { head: '' },
    { head: say('host.expected') },
  ];
  const rows = open.flatMap((item) =>
    item.evidence
      .slice(0, 6)
      .map((proof) => [codeIn(item, shownEdition), proof.source, proof.found, proof.expected ?? '']),
  );
  screen.out('');
  for (const line of tableLines(columns, rows)) screen.out(line);
  screen.out('');
}
