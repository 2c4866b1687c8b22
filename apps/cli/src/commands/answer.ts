// bongsu answer: what people say where no host can tell; kept with who, when and until when, and never changed.
import { userInfo } from 'node:os';
import type { Answer, AnswerScope } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { tableLines } from '../screen/table.ts';
import { builtIn, contentOfCampaign } from '../packs/content.ts';
import { realClock, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { editionCodes } from './items.ts';
import type { HostItem } from './judged.ts';
import { judgedItems } from './judged.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export interface AnswerFlags {
  readonly verdict?: string;
  readonly why?: string;
  readonly instance?: string;
  readonly account?: string;
  readonly all?: boolean;
  readonly by?: string;
  readonly until?: string;
  readonly campaign?: string;
}

/** An answer counts for a year, as the analysis is yearly (정보통신기반 보호법 제9조). */
const validDays = 365;
const wordsMax = 2000;

/** Records an answer; without a unit it shows what waits for one, and what was answered. */
export async function answer(unit: string | undefined, flags: AnswerFlags, session: Session): Promise<void> {
  const place = await storePlace(session);
  await withStore(place, session, async (store) =>
    unit === undefined ? open(store, flags, session) : record(store, unit, flags, session),
  );
}

async function record(store: Store, unit: string, flags: AnswerFlags, { screen, say }: Session): Promise<void> {
  const latest = await store.campaignLatest();
  const { checks } = latest ? await contentOfCampaign(latest) : builtIn;
  if (!checks.some((check) => check.id === unit))
    throw new CliError(
      'bad-input',
      `there is no unit ${JSON.stringify(unit)}; "bongsu answer" shows what waits for an answer`,
    );
  const verdict = (['pass', 'fail', 'notApplicable'] as const).find((one) => one === flags.verdict);
  if (!verdict)
    throw new CliError(
      'bad-input',
      `--verdict ${JSON.stringify(flags.verdict ?? '')}: one of pass, fail, notApplicable`,
    );
  const words = flags.why?.trim() ?? '';
  if (words === '' || words.length > wordsMax)
    throw new CliError('bad-input', `--why: say why in 1 to ${wordsMax} characters; an auditor will read it`);
  const now = realClock.now();
  const given: Answer = {
    unit,
    scope: await scopeOf(store, flags),
    verdict,
    words,
    by: byWhom(flags.by),
    at: now.toISOString(),
    expiresAt: untilWhen(flags.until, now).toISOString(),
  };
  await store.answerPut(given);
  if (screen.asJson) screen.json({ answer: given });
  else screen.out(say('answer.done', { unit, scope: given.scope, by: given.by, until: given.expiresAt.slice(0, 10) }));
}

async function scopeOf(store: Store, flags: AnswerFlags): Promise<AnswerScope> {
  const chosen = [flags.all === true ? '*' : null, flags.account ?? null, flags.instance ?? null].filter(
    (one) => one !== null,
  );
  if (chosen.length !== 1)
    throw new CliError('bad-input', 'say of whom it speaks: one of --instance ID, --account ID, --all');
  if (flags.instance === undefined) {
    if (flags.account !== undefined && !/^\d{12}$/.test(flags.account))
      throw new CliError('bad-input', `--account ${JSON.stringify(flags.account)}: an account id has 12 digits`);
    return chosen[0] ?? '*';
  }
  const instances = (await store.snapshotLatest())?.instances ?? [];
  const found = instances.filter((one) => one.instanceId === flags.instance);
  const [host] = found;
  if (!host || found.length > 1)
    throw new CliError(
      'nothing-there',
      `--instance ${JSON.stringify(flags.instance)}: ${host ? 'is in more than one account' : 'is not in the register'}; see "bongsu coverage"`,
    );
  return hostKey(host);
}

/** Who says so; else the user of this machine. */
export function byWhom(named: string | undefined): string {
  const by = (named ?? userInfo().username).trim();
  if (by === '' || by.length > 200) throw new CliError('bad-input', '--by: name the person in 1 to 200 characters');
  return by;
}

function untilWhen(named: string | undefined, now: Date): Date {
  if (named === undefined) return new Date(now.getTime() + validDays * 86_400_000);
  const until = /^\d{4}-\d{2}-\d{2}$/.test(named) ? new Date(`${named}T23:59:59.999Z`) : new Date(Number.NaN);
  // A date that no calendar has is moved by Date to one that it has.
  if (Number.isNaN(until.getTime()) || until.toISOString().slice(0, 10) !== named)
    throw new CliError('bad-input', `--until ${JSON.stringify(named)}: a date such as 2027-06-30`);
  if (until <= now) throw new CliError('bad-input', `--until ${named}: has passed`);
  return until;
}

async function open(store: Store, flags: AnswerFlags, session: Session): Promise<void> {
  const { screen, say } = session;
  const answers = await store.answerList();
  const waiting = [...Map.groupBy(await waitingItems(store, flags, session), (item) => item.unit).values()];
  const questions = waiting.flatMap((hosts) => {
    const [item] = hosts;
    return item ? [{ item, hosts: hosts.length, expired: hosts.filter((one) => one.expired !== null).length }] : [];
  });
  if (screen.asJson)
    return screen.json({
      questions: questions.map(({ item, ...rest }) => ({
        unit: item.unit,
        codes: item.codes,
        question: (item.question ?? item.expects)[say.lang],
        ...rest,
      })),
      answers,
    });
  screen.out(screen.bold(say('answer.open', { count: questions.length })));
  const heads = ['head.unit', 'head.editions', 'answer.question'] as const;
  const columns = [
    ...heads.map((head) => ({ head: say(head) })),
    { head: say('head.count'), right: true },
    { head: say('answer.expired'), right: true },
  ];
  const rows = questions.map(({ item, hosts, expired }) => [
    item.unit,
    editionCodes(item),
    say.text(item.question ?? item.expects),
    String(hosts),
    String(expired),
  ]);
  if (rows.length > 0) for (const line of tableLines(columns, rows)) screen.out(line);
  if (rows.length > 0) screen.out(say('answer.how'));
  answersShow(answers, session);
}

/** What waits in the latest campaign, or the one named; nothing where there was none yet. */
async function waitingItems(store: Store, flags: AnswerFlags, session: Session): Promise<HostItem[]> {
  if (flags.campaign === undefined && (await store.campaignLatest()) === null) return [];
  const campaign = await campaignNamed(store, flags.campaign, session);
  return (await judgedItems(store, campaign, session)).filter((item) => item.status === 'manual');
}

function answersShow(answers: readonly Answer[], { screen, say }: Session): void {
  if (answers.length === 0) return;
  screen.out('');
  screen.out(screen.bold(say('answer.given', { count: answers.length })));
  const heads = [
    'head.unit',
    'answer.scope',
    'head.result',
    'answer.by',
    'answer.at',
    'answer.until',
    'answer.words',
  ] as const;
  const rows = answers.map((one) => [
    one.unit,
    one.scope,
    say(`status.${one.verdict}`),
    one.by,
    one.at.slice(0, 10),
    one.expiresAt.slice(0, 10),
    one.words,
  ]);
  for (const line of tableLines(
    heads.map((head) => ({ head: say(head) })),
    rows,
  ))
    screen.out(line);
}
