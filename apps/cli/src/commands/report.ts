// bongsu report: a campaign in the form of the guide, as a workbook or as a page that prints to PDF.
import type { Writable } from 'node:stream';
import { coverageOf } from '@bongsu/flow';
import { CliError } from '../cli-error.ts';
import { writeBeside } from '../export/write-beside.ts';
import type { Voice } from '../language/say.ts';
import type { ReportView } from '../report/view.ts';
import { reportView } from '../report/view.ts';
import { contentOfCampaign } from '../packs/content.ts';
import { realClock, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { editionsNamed, scoredEditions } from './editions.ts';
import { judgedItems } from './judged.ts';
import { scoreRulesOf } from './results.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export interface ReportFlags {
  readonly format: string;
  readonly out: string;
  readonly campaign?: string;
  readonly organization?: string;
}

type Render = (stream: Writable, view: ReportView, say: Voice) => Promise<void>;

const renders: Readonly<Record<string, () => Promise<Render>>> = {
  xlsx: async () => (await import('../report/workbook.ts')).workbookWrite,
  html: async () => (await import('../report/page.ts')).pageWrite,
};

/** Writes beside the file and renames, so that a fault leaves what was there. */
export async function report(flags: ReportFlags, session: Session): Promise<void> {
  const { screen, say } = session;
  const render = renders[flags.format];
  if (!render)
    throw new CliError(
      'bad-input',
      `--format ${JSON.stringify(flags.format)}: one of ${Object.keys(renders).join(', ')}`,
    );
  const rules = await scoreRulesOf(session);
  const view = await withStore(await storePlace(session), session, async (store) => {
    const campaign = await campaignNamed(store, flags.campaign, session);
    const editions = editionsNamed(session.flags.edition, (await contentOfCampaign(campaign)).frameworks);
    const [targets, items, answers, snapshot, coverage] = [
      await store.targetList(campaign.campaignId),
      await judgedItems(store, campaign, session),
      await store.answerList(),
      await store.snapshotGet(campaign.snapshotId),
      await coverageOf(campaign, { campaigns: store, snapshots: store }),
    ];
    return reportView({
      organization: flags.organization ?? '',
      madeAt: realClock.now().toISOString(),
      instances: snapshot?.instances ?? [],
      scored: scoredEditions(session.flags.edition, editions),
      ...{ campaign, targets, items, answers, coverage, editions, rules },
    });
  });
  screen.say(say('report.working', { hosts: view.hosts.length }));
  const write = await render();
  await writeBeside(flags.out, (stream) => write(stream, view, say));
  const shown = {
    path: flags.out,
    hosts: view.hosts.length,
    editions: view.editions.map(({ edition }) => edition.id).join(', '),
  };
  if (screen.asJson) screen.json({ report: shown });
  else screen.say(say('report.done', shown));
}
