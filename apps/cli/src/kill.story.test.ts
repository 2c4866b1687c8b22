// A campaign killed at 25 random moments: resumed, it sends nothing twice and loses nothing.
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoverageShown, Fleet } from './testing/fleet.ts';
import { fleetStart, sumOf } from './testing/fleet.ts';

const kills = 25;
const seed = 20261122;
let fleet: Fleet;
let callsWhole = 0;

beforeAll(async () => {
  fleet = await fleetStart({ world: 'tidy' });
  const before = fleet.lab.calls().length;
  await fleet.json('campaign', 'run', '--yes');
  callsWhole = fleet.lab.calls().length - before;
}, 120_000);
afterAll(() => fleet.close());

/** Moments drawn from a seed, as a count of calls after which the process dies: spread over the whole run, its end included. */
function moments(): number[] {
  let state = seed;
  return Array.from({ length: kills }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 1 + (state % callsWhole);
  });
}

function sendsSince(start: number): number {
  return fleet.lab
    .calls()
    .slice(start)
    .filter((call) => call.operation === 'SendCommand').length;
}

it('survives every one of them', { timeout: 900_000 }, async () => {
  for (const moment of moments()) {
    await fleet.forget();
    const start = fleet.lab.calls().length;
    const { child, ended } = fleet.start('--json', 'campaign', 'run', '--yes');
    const dying = (async () => {
      while (child.exitCode === null && fleet.lab.calls().length - start < moment) await delay(1);
      child.kill('SIGKILL');
    })();
    await Promise.all([ended, dying]);
    // Killed before its plan was stored there is nothing to resume, and nothing was sent.
    const listed = await fleet.json<{ campaigns: readonly object[] }>('campaign', 'list');
    if (listed.campaigns.length === 0) {
      expect(sendsSince(start), `moment ${moment}`).toBe(0);
      continue;
    }
    const coverage = await fleet.json<CoverageShown>('campaign', 'resume');
    expect(sumOf(coverage.states), `moment ${moment}`).toBe(4);
    expect((coverage.states['assessed'] ?? 0) + (coverage.states['partly-assessed'] ?? 0), `moment ${moment}`).toBe(4);
    expect(sendsSince(start), `commands sent, killed at call ${moment}`).toBe(4);
  }
});
