// Runs the stages of a check one after another, each with its seconds, on the Node that came with the packages.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const programs = join(root, 'node_modules', '.bin');

/** The stages that read sources and run nothing of them. */
export const sourceStages = [
  { name: 'types', run: () => program('tsc', ['-b']) },
  { name: 'lint', run: () => program('oxlint', ['--format=stylish']) },
  { name: 'format', run: () => program('biome', ['format', '.']) },
  { name: 'walls', run: () => program('node', ['tools/architecture/main.ts']) },
];

/** The stage that runs these vitest projects; red where not one test passed. */
export function testStage(name, projects) {
  return { name, endsInSummary: true, run: () => tests(projects) };
}

/** Runs one stage and says how it ended; returns whether it was green. */
export function ran(stage) {
  process.stdout.write(`\n── ${stage.name}\n`);
  const started = Date.now();
  const green = stage.run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (!green) process.stdout.write(`── ${stage.name}: FAILED after ${seconds} s\n`);
  // The tests' own summary says the seconds too, and stays the last thing on the screen.
  else if (!stage.endsInSummary) process.stdout.write(`── ${stage.name}: ok, ${seconds} s\n`);
  return green;
}

/** Runs a program of the checkout; its own programs come first on PATH, whatever shell or Node started this. */
function program(name, words) {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ''}` };
  const { status, error } = spawnSync(name, words, { cwd: root, env, stdio: 'inherit' });
  if (error !== undefined) process.stdout.write(`${name} could not be started: ${error.message}\n`);
  return status === 0;
}

function tests(projects) {
  const chosen = projects.flatMap((project) => ['--project', project]);
  // First, so that the default reporter's summary stays last.
  return program('vitest', ['run', ...chosen, '--reporter=./tools/some-passed.mjs', '--reporter=default']);
}
