// Shows a coverage ledger: by account and Region, by state, with what was not assessed and why, and what could not be read.
import type { Campaign, CampaignStore, SnapshotStore, Target } from '@bongsu/core';
import { wholly } from '@bongsu/core';
import type { Coverage, LedgerState, Unreadable } from '@bongsu/engines';
import { ledgerStates } from '@bongsu/engines';
import { coverageOf } from '@bongsu/flow';
import { detailIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import type { Screen } from '../screen/screen.ts';
import { tableLines } from '../screen/table.ts';

/** Prints where every instance of a campaign stands, as a table or as JSON. */
export async function coverageTell(
  campaign: Campaign,
  store: CampaignStore & SnapshotStore,
  { screen, say }: { readonly screen: Screen; readonly say: Voice },
): Promise<void> {
  const ledger = await coverageOf(campaign, { campaigns: store, snapshots: store });
  const targets = await store.targetList(campaign.campaignId);
  if (screen.asJson) screen.json(coverageJson(campaign, ledger, targets));
  else coverageShow(campaign.campaignId, ledger, targets, screen, say);
}

/** Prints the ledger for people. */
export function coverageShow(
  campaignId: string,
  coverage: Coverage,
  targets: readonly Target[],
  screen: Screen,
  say: Voice,
): void {
  screen.out(screen.bold(say('coverage.title', { campaign: campaignId })));
  const used = ledgerStates.filter((state) => coverage.states[state] > 0);
  const columns = [
    { head: say('head.account') },
    { head: say('head.region') },
    ...used.map((state) => ({ head: say(`state.${state}`), right: true })),
    { head: say('head.total'), right: true },
  ];
  const cells = (states: Coverage['states']): string[] =>
    used.map((state) => (states[state] === 0 ? '·' : String(states[state])));
  const rows = coverage.rows.map((row) => [row.accountId, row.region, ...cells(row.states), String(row.total)]);
  rows.push([say('head.total'), '', ...cells(coverage.states), String(coverage.total)]);
  for (const line of tableLines(columns, rows, (cell, _, row) => (row === rows.length - 1 ? screen.bold(cell) : cell)))
    screen.out(line);
  const sum = used.reduce((total, state) => total + coverage.states[state], 0);
  screen.out(say('coverage.sum', { sum, total: coverage.total }));
  reasonsShow(targets, screen, say);
  unreadableShow(coverage.unreadable, screen, say);
}

function reasonsShow(targets: readonly Target[], screen: Screen, say: Voice): void {
  const missing = targets.filter((target) => !wholly(target));
  if (missing.length === 0) return;
  screen.out('');
  screen.out(screen.bold(say('coverage.reasons')));
  const columns = [
    { head: say('head.instance') },
    { head: say('head.name') },
    { head: say('head.state') },
    { head: say('head.detail') },
  ];
  const shown = missing
    .slice(0, 40)
    .map((one) => [one.instanceId, one.name, say(`state.${one.state ?? 'pending'}`), detailIn(one.detail, say)]);
  if (missing.length > 40) shown.push([`… ${missing.length - 40}`, '', '', '']);
  for (const line of tableLines(columns, shown)) screen.out(line);
}

/** Prints the places whose number of instances is not known. */
export function unreadableShow(unreadable: readonly Unreadable[], screen: Screen, say: Voice): void {
  if (unreadable.length === 0) return;
  screen.out('');
  screen.out(screen.bold(say('gaps.title', { count: unreadable.length })));
  const columns = [
    { head: say('head.account') },
    { head: say('head.region') },
    { head: say('head.call') },
    { head: say('head.fault') },
    { head: say('head.permission') },
  ];
  const rows = unreadable.flatMap((place) =>
    place.faults.map((gap) => [
      place.accountId ?? say('gaps.whole-organization'),
      place.region ?? say('gaps.whole-account'),
      gap.call,
      gap.code,
      gap.missingPermission ?? '',
    ]),
  );
  for (const line of tableLines(columns, rows)) screen.out(line);
}

/** The stable JSON of `coverage --json`: `stopped`, `total`, `states` by name, `unreadable`, `rows`, `targets`. */
export function coverageJson(
  { campaignId, stopped }: Pick<Campaign, 'campaignId' | 'stopped'>,
  coverage: Coverage,
  targets: readonly Target[],
): object {
  const named = (states: Coverage['states']): Partial<Record<LedgerState, number>> =>
    Object.fromEntries(
      ledgerStates.filter((state) => state !== 'pending' || states[state] > 0).map((state) => [state, states[state]]),
    );
  return {
    campaign: campaignId,
    stopped,
    total: coverage.total,
    states: named(coverage.states),
    unreadable: coverage.unreadable,
    rows: coverage.rows.map((row) => ({ ...row, states: named(row.states) })),
    targets: targets.map(({ accountId, region, instanceId, name, state, detail, commandId }) => ({
      accountId,
      region,
      instanceId,
      name,
      state: state ?? 'pending',
      detail,
      commandId,
    })),
  };
}
