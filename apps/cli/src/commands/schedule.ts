// bongsu schedule|overdue: when campaigns run by themselves, what became of their times, and who was not assessed for too long.
import type { KeptAssociation, Schedule, ScheduleRun } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import { scheduleNext } from '@bongsu/engines';
import type { SchedulePorts } from '@bongsu/flow';
import { associationsTick, collect, planCampaign, planStore, scheduleTick } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import type { Config } from '../config/schema.ts';
import { errorIn } from '../language/said-in.ts';
import { forTerminal } from '../screen/harmless.ts';
import { tableLines } from '../screen/table.ts';
import { awsOf, awsSettings, campaignPorts, hasAssociations, realClock, realIds, withStore } from '../wire.ts';
import { contentWith } from '../packs/content.ts';
import { exclusionsOf, orderOf, packsOf } from './campaign.ts';
import { type Ran, runToEnd, stoppedCode } from './campaign-end.ts';
import type { Session } from './session.ts';
import { configOf, judgingOf, storeOf, storePlace } from './session.ts';

/** The schedules of a configuration in the words of the story. */
export function schedulesOf({ schedules }: Config): Schedule[] {
  return schedules.map(({ tag, delivery, ...rest }) => ({
    ...rest,
    ...(delivery === undefined ? {} : { delivery }),
    ...(tag === undefined
      ? {}
      : { tag: tag.value === undefined ? { key: tag.key } : { key: tag.key, value: tag.value } }),
  }));
}

/** How a schedule's campaign is planned: as by hand, for its own hosts alone. */
export async function schedulePorts(config: Config, store: Store, session: Session): Promise<SchedulePorts> {
  const aws = await awsOf(config);
  const ports = await campaignPorts(aws, store, session.screen, config);
  const content = contentWith(await packsOf(config, session));
  return {
    schedules: store,
    campaigns: store,
    clock: realClock,
    start: async (schedule, dueAt) => {
      const { name, tag } = schedule;
      const snapshot = await collect({ ...ports, estate: aws.estate });
      const others = tag ? [{ by: `schedule ${name}`, why: `without the tag ${tag.key}`, exceptTag: tag }] : [];
      const exclusions = [...exclusionsOf(config), ...others];
      const order = { ...content, ...orderOf(config), snapshot, exclusions, settings: await judgingOf(session) };
      const recurring = schedule.delivery === 'association' ? { recurring: { schedule, from: dueAt } } : {};
      const planned = await planCampaign({ ...order, ...recurring }, { ...ports, ids: realIds });
      await planStore(planned, store);
      return planned.campaign.campaignId;
    },
  };
}

/**
 * Looks after the associations of schedules, those of schedules that are no more among them; gives the campaigns of newcomers that are to
 * run. Makes no call where there are neither.
 */
export async function recurringLook(config: Config, store: Store, session: Session): Promise<readonly string[]> {
  if (!hasAssociations(config) && (await store.associationList()).length === 0) return [];
  const { openAws } = await import('@bongsu/aws');
  // What stands from before may be removed though no schedule asks for associations any more.
  const aws = await openAws({ ...awsSettings(config), associations: true }, realClock);
  const ports = await campaignPorts(aws, store, session.screen, config);
  const content = contentWith(await packsOf(config, session));
  const order = {
    ...content,
    ...orderOf(config),
    exclusions: exclusionsOf(config),
    settings: await judgingOf(session),
  };
  const told = await associationsTick(schedulesOf(config), order, { ...ports, schedules: store });
  for (const words of told.left) session.screen.say(forTerminal(session.say('association.left', { words })));
  for (const campaign of told.campaignIds) session.screen.say(session.say('association.newcomers', { campaign }));
  return told.campaignIds;
}

/** Looks once, as a cron job without a worker would: starts what is due and runs it to its end. */
export async function scheduleRunDue(session: Session): Promise<number> {
  const { screen } = session;
  const config = await configOf(session);
  return withStore(await storeOf(config, session), session, async (store) => {
    const told = await scheduleTick(schedulesOf(config), await schedulePorts(config, store, session));
    for (const { name, dueAt, outcome, why } of told)
      session.screen.say(
        session.say('schedule.told', {
          name,
          at: dueAt,
          outcome: session.say(`schedule.${outcome}`),
          why: errorIn(why, session.say),
        }),
      );
    const aws = await awsOf(config);
    await recurringLook(config, store, session);
    const ran: Ran[] = [];
    for (const campaignId of await scheduledOpen(store))
      ran.push(await runToEnd(campaignId, { aws, store, config }, session));
    if (screen.asJson) screen.json({ runs: told, campaigns: ran.map(({ json }) => json) });
    return ran.some(({ stopped }) => stopped) ? stoppedCode : 0;
  });
}

/** Those of before, too, whose process died, and those of nodes that appeared: oldest first. */
async function scheduledOpen(store: Store): Promise<string[]> {
  const ids = (await store.scheduleRunList()).flatMap(({ campaignId }) => campaignId ?? []);
  const open = (await store.campaignList()).filter(
    (one) =>
      one.phase !== 'ended' &&
      (ids.includes(one.campaignId) || (one.phase === 'running' && one.plan.association !== undefined)),
  );
  return open.map((one) => one.campaignId).toReversed();
}

/** Every schedule with its next time, and what became of those before. */
export async function scheduleList(session: Session): Promise<void> {
  const { screen, say } = session;
  const config = await configOf(session);
  await withStore(await storeOf(config, session), session, async (store) => {
    const runs = await store.scheduleRunList();
    const now = realClock.now();
    const associations = await store.associationList();
    const schedules = schedulesOf(config).map((one) => ({
      ...one,
      next: scheduleNext(one, now, lastOf(one, runs))?.toISOString() ?? null,
    }));
    if (screen.asJson) return screen.json({ schedules, runs, associations });
    const next = schedules.map((one) => [one.name, one.cron, one.timeZone, one.next ?? '·']);
    for (const line of tableLines(
      columns(['schedule.name', 'schedule.cron', 'schedule.zone', 'schedule.next'], say),
      next,
    ))
      screen.out(line);
    screen.out('');
    const past = runs.map((run) => [
      run.name,
      run.dueAt,
      say(`schedule.${run.outcome}`),
      run.campaignId ?? '·',
      errorIn(run.why, say),
    ]);
    const heads = ['schedule.name', 'schedule.due', 'schedule.outcome', 'head.campaign', 'head.detail'] as const;
    for (const line of tableLines(columns(heads, say), past.slice(0, 50))) screen.out(line);
    if (associations.length > 0) associationsShow(associations, session);
  });
}

function lastOf({ name }: Schedule, runs: readonly ScheduleRun[]): Date | undefined {
  const last = runs.find((run) => run.name === name);
  return last === undefined ? undefined : new Date(last.dueAt);
}

/** Where each stands, and what was found changed when. */
function associationsShow(associations: readonly KeptAssociation[], { screen, say }: Session): void {
  screen.out('');
  const heads = [
    ...(['schedule.name', 'head.account', 'head.region', 'head.state', 'association.seen', 'head.detail'] as const),
  ];
  const rows = associations.map((one) => [
    ...[one.schedule, one.accountId, one.region, say(`association.${one.phase}`), one.seenAt],
    one.told === '' ? '' : `${one.toldAt ?? ''} ${one.told}`,
  ]);
  for (const line of tableLines(columns(heads, say), rows)) screen.out(line);
}

function columns(heads: readonly Parameters<Session['say']>[0][], say: Session['say']) {
  return heads.map((head) => ({ head: say(head) }));
}

/** Instances of the register that were not assessed for so many days, or never; exit code 1 where there are some and it was asked for. */
export async function overdue(
  flags: { readonly days: string; readonly exitCode?: boolean },
  session: Session,
): Promise<number> {
  const { screen, say } = session;
  const days = Number(flags.days);
  if (!Number.isInteger(days) || days < 1)
    throw new CliError('bad-input', `--days ${JSON.stringify(flags.days)}: a number of days`);
  return withStore(await storePlace(session), session, async (store) => {
    const snapshot = await store.snapshotLatest();
    if (snapshot === null) throw new CliError('nothing-there', say('register.none'));
    const last = new Map((await store.assessedLast()).map((one) => [hostKey(one), one]));
    const limit = realClock.now().getTime() - days * 86_400_000;
    const late = snapshot.instances
      .filter((one) => one.state !== 'terminated' && one.state !== 'shutting-down')
      .map((one) => ({ ...one, last: last.get(hostKey(one)) ?? null }))
      .filter((one) => one.last === null || Date.parse(one.last.at) < limit)
      .sort((a, b) => ((a.last?.at ?? '') < (b.last?.at ?? '') ? -1 : 1));
    if (screen.asJson)
      screen.json({
        snapshot: snapshot.snapshotId,
        days,
        overdue: late.map(({ accountId, region, instanceId, name, state, last: seen }) => ({
          ...{
            accountId,
            region,
            instanceId,
            name,
            state,
            lastAssessedAt: seen?.at ?? null,
            campaign: seen?.campaignId ?? null,
          },
        })),
      });
    else {
      const rows = late.map((one) => [
        one.accountId,
        one.region,
        one.instanceId,
        one.name,
        one.state,
        one.last?.at ?? say('overdue.never'),
      ]);
      const heads = [
        'head.account',
        'head.region',
        'head.instance',
        'head.name',
        'head.state',
        'overdue.last',
      ] as const;
      for (const line of tableLines(columns(heads, say), rows)) screen.out(line);
      screen.out(say('overdue.sum', { count: late.length, total: snapshot.instances.length, days }));
    }
    return flags.exitCode && late.length > 0 ? 1 : 0;
  });
}
