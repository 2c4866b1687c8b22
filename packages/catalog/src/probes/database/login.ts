// What came of a database probe's login to a server that runs: the first row of its answer, or why there are no answers.
import type { Records } from '@bongsu/core';

/** The fields of the first row; none where the server did not let the client in. */
export function helloFields(pid: string, records: Records): readonly string[] {
  const said = records.command(`hello ${pid}`);
  return said?.exitCode === 0 ? (said.stdout[0]?.split('\t') ?? []) : [];
}

/** Of a server that was not asked, by the word of the probe, why; else what the client said of its fault, and nothing where it said none. */
export function refusalOf(pid: string, records: Records, unasked: ReadonlyMap<string, string>): string {
  const state = records.notes('login').find(({ values }) => values[0] === pid)?.values[1];
  if (state === undefined) return 'not asked';
  const failed = [`hello ${pid}`, `answers ${pid}`]
    .flatMap((label) => records.command(label) ?? [])
    .find(({ exitCode, stderr }) => exitCode !== 0 || stderr.length > 0);
  if (failed === undefined || unasked.has(state)) return unasked.get(state) ?? '';
  const [first] = failed.stderr;
  const fault = failed.stderr.find((line) => line.startsWith('ERROR')) ?? first;
  return fault?.slice(0, 200) || `exit code ${failed.exitCode}`;
}
