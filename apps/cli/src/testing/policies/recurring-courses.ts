// Courses of checks that State Manager runs: the association made, mended and removed, its document changed, and how it ran asked for.
import type { Schedule } from '@bongsu/core';
import { associationsTick, scheduleTick } from '@bongsu/flow';
import { recurringDocument } from '@bongsu/engines';
import { anew, campaign, central, type Course, fresh, limits, limitsOf, member, portsOf, region } from './stage.ts';
import { content, type Said, type Stage, wordsOf } from './stage.ts';

/** Another each time, so that no association stands that it could find; not soon, so that its first period begins at once. */
const nightly = ({ clock }: Stage): Schedule => ({
  ...{ name: `nightly-${fresh()}`, cron: `0 ${(clock.now().getUTCHours() + 12) % 24} * * *`, timeZone: 'UTC' },
  ...{ blackouts: [], delivery: 'association' },
});

/** Its first period: a campaign that begins at once. */
async function period(stage: Stage, schedule: Schedule, of = limits): Promise<Said> {
  const { ports, planned, ended } = campaign(stage, { limits: of });
  const start = (_: Schedule, from: string): Promise<string> => planned({ recurring: { schedule, from } });
  const [run] = (await scheduleTick([schedule], { ...ports, start })).filter((one) => one.outcome !== 'configured');
  if (run === undefined) throw new Error('nothing was due');
  return run.campaignId === null ? { missing: wordsOf(run.why), came: run.outcome } : ended(run.campaignId);
}

async function look(stage: Stage, schedules: readonly Schedule[]): Promise<Said> {
  const ports = portsOf(stage);
  const { left } = await associationsTick(schedules, { ...content, exclusions: [], limits }, ports);
  const kept = await stage.store.associationList();
  const said = [...left, ...kept.map((one) => one.told)];
  return {
    missing: said.flatMap(wordsOf),
    came: `${kept.length} kept, of which ${kept.filter((one) => /differs/.test(one.told)).length} mended`,
  };
}

let standing: Schedule;
/** Of the schedule, in both accounts, and of no other. */
async function stands(stage: Stage): Promise<readonly string[]> {
  for (const { schedule, accountId, region: of, associationId } of await stage.store.associationList()) {
    if (associationId !== null) stage.lab.associations.remove(associationId);
    await stage.store.associationRemove(schedule, { accountId, region: of });
  }
  standing = nightly(stage);
  await period(stage, standing);
  // What stands is looked at every hour.
  await stage.clock.sleep(3_700_000);
  return (await stage.store.associationList()).flatMap((one) => one.associationId ?? []);
}

export const recurringCourses = {
  recurring: {
    kind: 'work',
    before: anew,
    run: (stage) => period(stage, nightly(stage)),
  },
  'recurring document changed': {
    kind: 'work',
    before: async ({ aws }) => {
      const text = recurringDocument(aws.exchange.urlShape, limitsOf(30 + fresh()));
      await aws.associations.document(region, text, [central, member]);
    },
    run: (stage) => period(stage, nightly(stage), limitsOf(30 + fresh())),
  },
  'recurring mended': {
    kind: 'work',
    before: async (stage) => {
      const change = { parameters: { ResultBytes: ['9999'] } };
      for (const id of await stands(stage)) stage.lab.associations.change(id, change);
    },
    run: (stage) => look(stage, [standing]),
  },
  'recurring no more': {
    kind: 'work',
    before: async (stage) => {
      await stands(stage);
    },
    run: (stage) => look(stage, []),
  },
} as const satisfies Readonly<Record<string, Course>>;
