// Every scenario of the table: the real host script on a changed root must end in the status that stands there.
import { availableParallelism } from 'node:os';
import { isolationDetect, programFind } from '@bongsu/lab';
import { describe, expect, it } from 'vitest';
import { scenarios } from './index.ts';
import { scenarioRun } from './runner.ts';

const runs = process.getuid?.() === 0 && (await isolationDetect()) === 'bubblewrap';
if (!runs) process.stderr.write('SKIPPED: scenarios need root and bubblewrap\n');

const lists = programFind('setfacl') !== null;
if (runs && !lists) process.stderr.write('SKIPPED: scenarios with access-control lists need setfacl\n');

describe.runIf(runs)('scenarios', { timeout: 120_000 }, () => {
  const all = Object.entries(scenarios).flatMap(([unit, some]) => some.map((scenario) => ({ unit, scenario })));
  const rows = all.filter(({ scenario }) => lists || !scenario.prepare?.includes('setfacl'));
  // A few at a time: each is a process of its own.
  let busy = 0;
  const waiting: (() => void)[] = [];
  const limited = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= availableParallelism()) await new Promise<void>((go) => waiting.push(go));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };

  it.concurrent.each(
    rows.map((row) => ({ ...row, title: `${row.unit} on ${row.scenario.root}: ${row.scenario.name}` })),
  )('$title', async ({ unit, scenario }) => {
    const verdict = await limited(() => scenarioRun(unit, scenario));
    expect({ status: verdict.status, reason: verdict.reason.en }).toMatchObject({ status: scenario.expect });
    if (scenario.because !== undefined)
      expect(JSON.stringify([verdict.reason.en, verdict.evidence])).toContain(scenario.because);
  });
});
