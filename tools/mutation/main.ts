// Mutates the code that judges and asks every case and unit test; red where a survivor has no written reason. `npm run mutation [-- path…]`
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from './rules.ts';
import { type Reasons, weigh } from './reasons.ts';
import { table } from './report.ts';
import { mutationRun } from './run.ts';
import { judgingSources, unitTestFiles } from './scope.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const started = performance.now();
const seconds = (): number => Math.round((performance.now() - started) / 1000);

const standing = judgingSources(root);
const asked = process.argv.slice(2).map((path) => path.replace(/\/$/, ''));
const sources = new Set(
  standing.filter(
    (source) => asked.length === 0 || asked.some((path) => source === path || source.startsWith(`${path}/`)),
  ),
);
if (sources.size === 0) {
  console.error(`no judging source stands under ${asked.join(', ')}`);
  process.exit(2);
}

let told = 0;
const results = await mutationRun({
  root,
  sources: standing,
  tries: (source) => sources.has(source),
  asking: ['tools/mutation/cases.ts', ...unitTestFiles(root)],
  progress(done, all, survived) {
    const step = process.stderr.isTTY ? 1 : 15;
    if (seconds() < told + step && done < all) return;
    told = seconds();
    const line = `${done} of ${all} mutants, ${survived} survived, ${told} s`;
    process.stderr.write(process.stderr.isTTY ? `\r${line} ` : `${line}\n`);
  },
});
if (process.stderr.isTTY) process.stderr.write('\n');

const survivors = results.filter(({ state }) => state === 'survived' || state === 'unmet');
const reasons = JSON.parse(readFileSync(new URL('./reasons.json', import.meta.url), 'utf8')) as Reasons;
const { unexplained, stale } = weigh(
  survivors.map(({ mutant }) => mutant),
  reasons,
  sources,
  new Set(standing),
);
const unmet = new Set(results.filter(({ state }) => state === 'unmet').map(({ mutant }) => mutant));
for (const mutant of unexplained)
  console.log(`${mutant.path}:${mutant.line}  ${mutant.key}${unmet.has(mutant) ? '  (nothing comes by it)' : ''}`);
for (const sentence of stale) console.log(`stale reason: ${sentence}`);
console.log(table(results, new Set(unexplained)));
for (const [rule, why] of Object.entries(rules)) {
  const under = results.filter(
    ({ mutant, state }) => mutant.rule === rule && (state === 'ignored' || state === 'excused'),
  );
  if (under.length > 0) console.log(`${under.length} under a rule: ${why}`);
}
console.log(`${unexplained.length} survivors without a reason, ${stale.length} stale reasons, ${seconds()} s`);
if (unexplained.length > 0 || stale.length > 0) process.exitCode = 1;
