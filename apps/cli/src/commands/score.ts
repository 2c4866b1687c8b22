// bongsu score: how good a fleet is by account, group or host, and over its campaigns; always with the formula.
import type { Campaign, Framework } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import type { Score, ScoreRules } from '@bongsu/engines';
import { scoreFormula, scoreOf } from '@bongsu/engines';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { tableLines } from '../screen/table.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { builtIn, contentOfCampaign } from '../packs/content.ts';
import { editionItems, editionsNamed, scoredEditions } from './editions.ts';
import { countOf } from './items.ts';
import { itemsByHost, judgedItems } from './judged.ts';
import { scoreRulesOf } from './results.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export interface ScoreFlags {
  readonly by: string;
  readonly tag?: string;
  readonly campaign?: string;
}

interface Row {
  readonly subject: string;
  readonly hosts: number;
  readonly score: Score;
  readonly counts: ReturnType<typeof countOf>;
}

/** A host's rows of the editions and the names it is grouped under. */
interface Scored {
  readonly key: string;
  readonly accountId: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly items: ReturnType<typeof editionItems>;
}

type Group = (host: Scored, tag: string) => string;

const groupings: Readonly<Record<string, Group>> = {
  account: (host) => host.accountId,
  host: (host) => `${host.key} ${host.name}`.trimEnd(),
  // A host without the tag is a group too: nobody answers for it.
  group: (host, tag) => host.tags[tag] ?? `(${tag} ·)`,
};

export async function score(flags: ScoreFlags, session: Session): Promise<void> {
  const { screen, say } = session;
  const rules = await scoreRulesOf(session);
  const group = groupings[flags.by];
  if (!group && flags.by !== 'time')
    throw new CliError(
      'bad-input',
      `--by ${JSON.stringify(flags.by)}: one of ${Object.keys(groupings).join(', ')}, time`,
    );
  if (flags.by === 'group' && flags.tag === undefined)
    throw new CliError('bad-input', '--by group: name the tag that groups the hosts, such as --tag Team');
  await withStore(await storePlace(session), session, async (store) => {
    const campaign = group ? await campaignNamed(store, flags.campaign, session) : null;
    // Over time the latest campaign says which editions there are.
    const latest = campaign ?? (await store.campaignLatest());
    const { frameworks } = latest ? await contentOfCampaign(latest) : builtIn;
    const editions = scoredEditions(session.flags.edition, editionsNamed(session.flags.edition, frameworks));
    const rows =
      group && campaign
        ? rowsOf(await scored(store, campaign, editions, session), rules, (host) => group(host, flags.tag ?? '')).sort(
            (a, b) => (a.score.percent ?? 101) - (b.score.percent ?? 101),
          )
        : await rowsOverTime(store, editions, rules, session);
    const formula = scoreFormula(rules);
    if (screen.asJson)
      return screen.json({ by: flags.by, editions: editions.map((one) => one.id), formula, scores: rows });
    show(rows, flags.by, session);
    screen.out(say('score.formula', { formula, editions: editions.map((one) => one.id).join(', ') }));
  });
}

async function scored(
  store: Store,
  campaign: Campaign,
  editions: readonly Framework[],
  session: Session,
): Promise<Scored[]> {
  const items = itemsByHost(await judgedItems(store, campaign, session));
  const snapshot = await store.snapshotGet(campaign.snapshotId);
  const tags = new Map(snapshot?.instances.map((one) => [hostKey(one), one.tags]));
  const targets = await store.targetList(campaign.campaignId);
  return targets.flatMap((target) => {
    const own = items.get(hostKey(target));
    if (!own) return [];
    const key = hostKey(target);
    const { accountId, name } = target;
    const rows = editions.flatMap((edition) => editionItems(edition, own));
    return [{ key, accountId, name, tags: tags.get(key) ?? {}, items: rows }];
  });
}

function rowsOf(hosts: readonly Scored[], rules: ScoreRules, subjectOf: (host: Scored) => string): Row[] {
  return [...Map.groupBy(hosts, subjectOf)].map(([subject, some]) => {
    const items = some.flatMap((host) => host.items);
    return { subject, hosts: some.length, score: scoreOf(items, rules), counts: countOf(items) };
  });
}

/** One row a campaign that has ended, the oldest first; an open one has not yet heard of all its hosts. */
async function rowsOverTime(
  store: Store,
  editions: readonly Framework[],
  rules: ScoreRules,
  session: Session,
): Promise<Row[]> {
  const campaigns = [...(await store.campaignList())]
    .filter((campaign) => campaign.phase === 'ended' && campaign.plan.part === undefined)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const rows: Row[] = [];
  for (const campaign of campaigns) {
    const subject = `${campaign.createdAt.slice(0, 16)} ${campaign.campaignId}`;
    const [row] = rowsOf(await scored(store, campaign, editions, session), rules, () => subject);
    rows.push(row ?? { subject, hosts: 0, score: scoreOf([], rules), counts: countOf([]) });
  }
  return rows;
}

function show(rows: readonly Row[], by: string, { screen, say }: Session): void {
  const statuses = ['pass', 'fail', 'unknown', 'manual', 'notApplicable'] as const;
  const columns = [
    { head: say(`score.by-${by as 'account'}`) },
    { head: say('score.score'), right: true },
    { head: say('head.count'), right: true },
    ...statuses.map((status) => ({ head: say(`status.${status}`), right: true })),
  ];
  const cells = rows.map(({ subject, hosts, score: { percent }, counts }) => [
    subject,
    percent === null ? '·' : percent.toFixed(1),
    String(hosts),
    ...statuses.map((status) => String(counts[status])),
  ]);
  for (const line of tableLines(columns, cells)) screen.out(line);
}
