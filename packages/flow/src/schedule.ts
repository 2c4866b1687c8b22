// schedule: starts what is due, and puts on record what was missed or left out.
import type { Clock, Instant, Schedule, ScheduleRun, ScheduleStore } from '@bongsu/core';
import { scheduleDue } from '@bongsu/engines';
import { type BusyPorts, hostsBusy } from './hosts-busy.ts';

export interface SchedulePorts {
  readonly schedules: ScheduleStore;
  readonly campaigns: BusyPorts;
  readonly clock: Clock;
  /** Plans and stores a campaign for a time of a schedule; gives its id. */
  start(schedule: Schedule, dueAt: Instant): Promise<string>;
}

/** A start that has no campaign after so long was cut short by the death of its process. */
const startSecondsMax = 900;

/** Looks once; gives what was written down. Any number of processes may look at once: each time is started by one of them. */
export async function scheduleTick(
  schedules: readonly Schedule[],
  ports: SchedulePorts,
): Promise<readonly ScheduleRun[]> {
  const known = await ports.schedules.scheduleRunList();
  const now = ports.clock.now();
  const told = await missStarts(known, now, ports);
  for (const schedule of schedules)
    for (const run of scheduleDue(schedule, known, now)) {
      if (!(await ports.schedules.scheduleRunPut(run))) continue;
      told.push(run.outcome === 'started' ? await startRun(schedule, run, known, ports) : run);
    }
  return told;
}

async function startRun(
  schedule: Schedule,
  run: ScheduleRun,
  known: readonly ScheduleRun[],
  ports: SchedulePorts,
): Promise<ScheduleRun> {
  const why = await heldBack(schedule, known, ports);
  if (why !== null) {
    const missed: ScheduleRun = { ...run, outcome: 'missed', why };
    await ports.schedules.scheduleRunSettle(missed);
    return missed;
  }
  const started = await ports.start(schedule, run.dueAt).then(
    (campaignId): ScheduleRun => ({ ...run, campaignId }),
    (fault: unknown): ScheduleRun => {
      // What a person must mend (credentials, permissions) does not stop the other schedules; it shows as missed.
      if (!(fault instanceof Error && 'code' in fault)) throw fault;
      return { ...run, outcome: 'missed', why: fault.message };
    },
  );
  await ports.schedules.scheduleRunSettle(started);
  return started;
}

/**
 * A schedule may be shorter than its campaign. A second one at the same hosts would find the first at work on them, and each of them would
 * fail for it (exit code 75); so this time is missed, and says why. Who only waits for hosts to return, or for a window, is in nobody's way.
 */
async function heldBack(
  schedule: Schedule,
  known: readonly ScheduleRun[],
  { campaigns, clock }: SchedulePorts,
): Promise<string | null> {
  if (schedule.delivery === 'association') return null;
  const [before] = known.flatMap(({ name, campaignId, dueAt }) =>
    name === schedule.name && campaignId !== null ? [{ campaignId, dueAt }] : [],
  );
  if (before === undefined) return null;
  const hosts = await hostsBusy(before.campaignId, clock.now(), campaigns);
  return hosts === 0 ? null : `${before.campaignId}, started for ${before.dueAt}, has ${hosts} hosts in hand`;
}

async function missStarts(
  known: readonly ScheduleRun[],
  now: Date,
  { schedules }: SchedulePorts,
): Promise<ScheduleRun[]> {
  const told: ScheduleRun[] = [];
  for (const run of known) {
    const age = (now.getTime() - Date.parse(run.dueAt)) / 1000;
    if (run.outcome !== 'started' || run.campaignId !== null || age < startSecondsMax) continue;
    const missed: ScheduleRun = { ...run, outcome: 'missed', why: 'the process that was to plan it died' };
    await schedules.scheduleRunSettle(missed);
    told.push(missed);
  }
  return told;
}
