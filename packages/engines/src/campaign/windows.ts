// Maintenance windows: which are open at a moment, and when the next one opens.
import type { CampaignPlan, MaintenanceWindow } from '@bongsu/core';
import { Cron } from 'croner';

export interface WindowsState {
  /** Names of windows in which a command may begin now. */
  readonly open: readonly string[];
  /** When the next of those that are shut opens, in milliseconds since 1970; null where none ever does. */
  readonly nextAt: number | null;
}

/**
 * A window takes a command only while delivery and execution still fit into it: a command that would run on after its end belongs to
 * the next opening. A window too short for any is never open, and the plan refuses it.
 */
export function windowsOpen(plan: Pick<CampaignPlan, 'windows' | 'limits'>, now: Date): WindowsState {
  const open: string[] = [];
  let nextAt: number | null = null;
  for (const window of plan.windows ?? []) {
    const cron = cronOf(window);
    const [opened] = cron.previousRuns(1, new Date(now.getTime() + 1000));
    if (opened && now.getTime() < lastStart(window, opened, plan.limits)) open.push(window.name);
    const next = cron.nextRun(now)?.getTime() ?? null;
    if (next !== null) nextAt = Math.min(nextAt ?? Infinity, next);
  }
  return { open, nextAt };
}

/** The latest moment for a command to be sent in the opening that began then. */
function lastStart({ minutes }: MaintenanceWindow, opened: Date, limits: CampaignPlan['limits']): number {
  return opened.getTime() + minutes * 60_000 - (limits.deliverySeconds + limits.executionSeconds) * 1000;
}

/** When the last opening that begins before `until` will have ended, for the end of a campaign; null where none begins. */
export function windowsEnd(windows: readonly MaintenanceWindow[], from: Date, until: Date): Date | null {
  let end: Date | null = null;
  for (const window of windows) {
    const [last] = cronOf(window).previousRuns(1, until);
    if (!last || last.getTime() + window.minutes * 60_000 < from.getTime()) continue;
    const closes = new Date(last.getTime() + window.minutes * 60_000);
    if (end === null || closes > end) end = closes;
  }
  return end;
}

/** What is wrong with a cron expression or its time zone; null where both can be used. */
export function cronFault(cron: string, timeZone: string): { field: 'cron' | 'timeZone'; message: string } | null {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    return { field: 'timeZone', message: `${JSON.stringify(timeZone)} is no IANA time zone, such as Asia/Seoul` };
  }
  // croner takes seconds, years and dates too: an expression of another program's form would mean something else here.
  if (!/^\s*(?:@[a-z]+|(?:\S+\s+){4}\S+)\s*$/i.test(cron))
    return { field: 'cron', message: `${JSON.stringify(cron)} has not ${fiveFields}` };
  try {
    // An expression that never comes (30 February) is a mistake too.
    const next = new Cron(cron, { timezone: timeZone, paused: true }).nextRun(new Date(0));
    return next ? null : { field: 'cron', message: `${JSON.stringify(cron)} never comes` };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : 'not readable';
    return { field: 'cron', message: `${why}; ${fiveFields}` };
  }
}

const fiveFields = 'five fields: minute hour day month weekday, such as "0 2 * * 1-5"';

function cronOf({ cron, timeZone }: MaintenanceWindow): Cron {
  return new Cron(cron, { timezone: timeZone, paused: true });
}
