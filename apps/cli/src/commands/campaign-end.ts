// Runs a campaign to its end in this process, says how it went, and gives the exit code.
import type { Aws } from '@bongsu/aws';
import { stopSaid } from '@bongsu/engines';
import { campaignOf, runCampaign } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { clocksExamine } from '../clocks.ts';
import type { Config } from '../config/schema.ts';
import { contentOfCampaign } from '../packs/content.ts';
import { errorIn } from '../language/said-in.ts';
import type { Voice } from '../language/say.ts';
import { forTerminal } from '../screen/harmless.ts';
import { campaignPorts, realClock } from '../wire.ts';
import { coverageJson, coverageShow } from './coverage-view.ts';
import { noticesOf, noticesShow } from './notices-view.ts';
import type { Session } from './session.ts';
import { whileCounting } from './while-counting.ts';

/** Runs it and prints its coverage; gives the exit code. */
export async function runShown(campaignId: string, hands: Hands, session: Session): Promise<number> {
  const ran = await runToEnd(campaignId, hands, session);
  if (session.screen.asJson) session.screen.json(ran.json);
  return ran.stopped ? stoppedCode : 0;
}

/** A stop condition ended it before all targets were sent to. */
export const stoppedCode = 4;

export interface Hands {
  readonly aws: Aws;
  readonly store: Store;
  readonly config: Config;
}

export interface Ran {
  readonly stopped: boolean;
  /** What stands in a document for programs; people have been shown it. */
  readonly json: object;
}

export async function runToEnd(campaignId: string, { aws, store, config }: Hands, session: Session): Promise<Ran> {
  const { screen, say } = session;
  await clocksExamine(store, realClock, session);
  const content = await contentOfCampaign(await campaignOf(campaignId, { campaigns: store }));
  const ports = await campaignPorts(aws, store, screen, config);
  const running = runCampaign(campaignId, content, ports, { alone: !store.shared });
  const coverage = await whileCounting(campaignId, store, session, running);
  const targets = await store.targetList(campaignId);
  screen.say(say('campaign.ran', { campaign: campaignId }));
  const ended = await campaignOf(campaignId, { campaigns: store });
  const { stopped } = ended;
  if (stopped !== null) screen.say(say('campaign.stopped', { why: stopSaid(stopped, say.lang) }));
  const unsigned = await unsignedOf(campaignId, store);
  if (unsigned !== null) screen.say(unsignedSaid(campaignId, unsigned, say));
  // What a channel took needs no word.
  const untold = (await noticesOf(campaignId, store)).filter((one) => one.phase !== 'sent');
  noticesShow(untold, screen.say, session);
  if (!screen.asJson) coverageShow(campaignId, coverage, targets, screen, say);
  return { stopped: stopped !== null, json: coverageJson(ended, coverage, targets) };
}

/** That a record waits for its signature, and why, for a terminal. */
export function unsignedSaid(campaign: string, why: string, say: Voice): string {
  return forTerminal(say('record.unsigned', { campaign, why: errorIn(why, say) }));
}

/** Why the newest record of a campaign that waits for a signature has none; null where none waits. */
export async function unsignedOf(campaignId: string, store: Store): Promise<string | null> {
  return (await store.recordsUnsigned()).findLast((one) => one.campaignId === campaignId)?.why ?? null;
}
