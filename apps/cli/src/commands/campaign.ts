// bongsu campaign plan|run|resume|show|list: a campaign from its plan to its coverage.
import { createInterface } from 'node:readline/promises';
import type { Campaign } from '@bongsu/core';
import type { PlannedCampaign, PlanOrder } from '@bongsu/flow';
import { campaignRetry, collect, planCampaign, planStore, retryStates } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import type { Config } from '../config/schema.ts';
import { packsCompare } from '../packs/compare.ts';
import { contentWith } from '../packs/content.ts';
import type { LoadedPack } from '../packs/load-pack.ts';
import { tableLines } from '../screen/table.ts';
import { awsOf, campaignPorts, certificatesOf, realIds, withStore } from '../wire.ts';
import { campaignGive } from '../wire-worker.ts';
import { runShown, unsignedOf } from './campaign-end.ts';
import { coverageTell } from './coverage-view.ts';
import { planShow, type RunFlags, targetJson } from './plan-view.ts';
import { noticesOf, noticesShow } from './notices-view.ts';
import type { Session } from './session.ts';
import { configOf, judgingOf, storeOf, storePlace } from './session.ts';

/** Collects, plans, shows the plan, asks, runs. With `dryRun` it stops after the plan, which is kept. */
export async function campaignRun(flags: RunFlags, session: Session): Promise<number> {
  const config = await configOf(session);
  const content = contentWith(await packsOf(config, session));
  const aws = await awsOf(config);
  return withStore(await storeOf(config, session, aws), session, async (store) => {
    const ports = await campaignPorts(aws, store, session.screen, config);
    const snapshot = await collect({ ...ports, estate: aws.estate, ids: realIds });
    const settings = await judgingOf(session);
    const order = { ...content, ...orderOf(config), snapshot, exclusions: exclusionsOf(config), settings };
    const planned = await planCampaign(order, { ...ports, ids: realIds });
    await planStore(planned, store);
    planShow(planned, flags, session);
    // Nothing is known then, which is no success, whatever the sum of nothing says.
    const blind = snapshot.places.length === 0 ? 1 : 0;
    if (flags.dryRun) return blind;
    await agree(planned, flags, session);
    if (flags.byWorker) return campaignHandOver(planned.campaign, store, session);
    return (await runShown(planned.campaign.campaignId, { aws, store, config }, session)) || blind;
  });
}

/** Goes on with a campaign that was planned or interrupted: the latest one that has not ended, or the one named. */
export async function campaignResume(named: string | undefined, flags: RunFlags, session: Session): Promise<number> {
  const config = await configOf(session);
  const aws = await awsOf(config);
  return withStore(await storeOf(config, session, aws), session, async (store) => {
    const campaign =
      named === undefined ? await latestOpen(store, session) : await campaignNamed(store, named, session);
    packsCompare(campaign, await packsOf(config, session), 'pack.uses-planned', session);
    if (flags.byWorker) return campaignHandOver(campaign, store, session);
    return runShown(campaign.campaignId, { aws, store, config }, session);
  });
}

/** New attempts for the targets that ended in these states, then the campaign again to its end. */
export async function campaignRetryRun(
  flags: { readonly state: readonly string[] },
  named: string | undefined,
  session: Session,
): Promise<number> {
  const states = flags.state.flatMap((word) => word.split(','));
  const known = retryStates.filter((state) => states.includes(state));
  const stranger = states.find((state) => !known.some((one) => one === state));
  if (stranger !== undefined)
    throw new CliError('bad-input', `--state ${JSON.stringify(stranger)}: one of ${retryStates.join(', ')}`);
  const config = await configOf(session);
  const aws = await awsOf(config);
  return withStore(await storeOf(config, session, aws), session, async (store) => {
    const campaign = await campaignNamed(store, named, session);
    const ports = await campaignPorts(aws, store, session.screen, config);
    const count = await campaignRetry(campaign, known, ports);
    session.screen.say(session.say('campaign.retry', { campaign: campaign.campaignId, count }));
    return runShown(campaign.campaignId, { aws, store, config }, session);
  });
}

async function campaignHandOver(campaign: Campaign, store: Store, { screen, say }: Session): Promise<number> {
  await campaignGive(campaign, store);
  screen.say(say('worker.handed-over', { campaign: campaign.campaignId }));
  if (screen.asJson) screen.json({ campaign: campaign.campaignId, byWorker: true });
  return 0;
}

/** The packs of the configuration; without any, none of their readers is loaded. */
export async function packsOf(config: Config, session: Session): Promise<LoadedPack[]> {
  if (config.packs.length === 0) return [];
  const { packsNamed } = await import('../packs/load-pack.ts');
  return packsNamed(config.packs, session.flags.config);
}

async function agree({ campaign }: PlannedCampaign, flags: RunFlags, { say }: Session): Promise<void> {
  const count = campaign.plan.counts['planned'] ?? 0;
  if (flags.yes || count === 0) return;
  if (!process.stdin.isTTY) throw new CliError('refused', say('ask.not-terminal', { campaign: campaign.campaignId }));
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asked.question(say('ask.send', { count }));
  asked.close();
  if (!/^y(es)?$/i.test(answer.trim()))
    throw new CliError('refused', say('ask.refused', { campaign: campaign.campaignId }));
}

export async function campaignShow(named: string | undefined, session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storePlace(session), session, async (store) => {
    // What was planned last is what one asks for here, be it run or not.
    const newest = (await store.campaignList()).find(({ plan }) => !plan.part && plan.delivery !== 'by-hand');
    const campaign = await campaignNamed(store, named ?? newest?.campaignId, session);
    const targets = await store.targetList(campaign.campaignId);
    const refusals = await store.refusalList(campaign.campaignId);
    const notices = await noticesOf(campaign.campaignId, store);
    const newcomers = await store.newcomerList(campaign.campaignId);
    if (screen.asJson)
      return screen.json({
        ...{ campaign: campaignJson(campaign), targets: targets.map(targetJson), refusals, notices, newcomers },
        unsigned: await unsignedOf(campaign.campaignId, store),
      });
    planShow({ campaign, targets }, {}, session);
    await coverageTell(campaign, store, session);
    noticesShow(notices, screen.out, session);
    const nodes = newcomers.map((one) => one.instanceId).join(', ');
    if (newcomers.length > 0) screen.out(say('association.unknown', { count: newcomers.length, nodes }));
  });
}

export async function campaignList(session: Session): Promise<void> {
  const { screen, say } = session;
  await withStore(await storePlace(session), session, async (store) => {
    const campaigns = await store.campaignList();
    if (screen.asJson) return screen.json({ campaigns: campaigns.map(campaignJson) });
    const columns = [
      { head: say('head.campaign') },
      { head: say('head.phase') },
      { head: say('head.created') },
      { head: say('plan.targets'), right: true },
    ];
    const rows = campaigns.map((one) => [
      one.campaignId,
      say(`phase.${one.phase}`),
      one.createdAt,
      String(Object.values(one.plan.counts).reduce((sum, count) => sum + count, 0)),
    ]);
    for (const line of tableLines(columns, rows)) screen.out(line);
  });
}

/** The campaign named, or the latest; a clear error where there is none. */
export async function campaignNamed(store: Store, named: string | undefined, { say }: Session): Promise<Campaign> {
  const campaign = named === undefined ? await store.campaignLatest() : await store.campaignGet(named);
  if (campaign) return campaign;
  throw new CliError(
    'nothing-there',
    named === undefined ? say('campaign.none') : `no campaign ${JSON.stringify(named)}: see "bongsu campaign list"`,
  );
}

async function latestOpen(store: Store, session: Session): Promise<Campaign> {
  const open = (await store.campaignList()).filter((one) => one.phase !== 'ended');
  const latest = open.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
  return latest ?? campaignNamed(store, undefined, session);
}

export function orderOf({
  limits,
  campaign,
  windows,
}: Config): Omit<PlanOrder, 'snapshot' | 'exclusions' | 'checks' | 'system'> {
  const { rings, deadlineSeconds, waitSeconds, retry, delivery } = campaign;
  return {
    limits,
    delivery,
    certificates: certificatesOf(campaign.certificates),
    rings,
    deadlineSeconds,
    waitSeconds,
    windows: windows.map(({ tag, ...window }) => ({
      ...window,
      tag: tag.value === undefined ? { key: tag.key } : { key: tag.key, value: tag.value },
    })),
    ...(retry.states.length > 0 ? { retry: { states: retry.states, attemptsMax: retry.attempts } } : {}),
  };
}

export function exclusionsOf(config: Config): Parameters<typeof planCampaign>[0]['exclusions'] {
  return config.exclusions.map(({ by, why, instanceIds, tag }) => ({
    by,
    why,
    ...(instanceIds ? { instanceIds } : {}),
    ...(tag ? { tag: tag.value === undefined ? { key: tag.key } : { key: tag.key, value: tag.value } } : {}),
  }));
}

/** Without the script and the packs, whose hashes the plan names. */
function campaignJson(campaign: Campaign): object {
  return { ...campaign, script: undefined, packs: undefined };
}
