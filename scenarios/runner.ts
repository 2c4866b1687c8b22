// Runs the real host script on a root of the lab and judges what it sent, as a campaign would.
import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks, probesAlways, system } from '@bongsu/catalog';
import type { HostCheck, HostEvidence, Profile, Verdict } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import type { Isolation, RootSpec } from '@bongsu/lab';
import { launchOf, pathInside, processRun, rootBuild, rootSpecs } from '@bongsu/lab';
import type { Scenario } from './scenario.ts';
import { changesOf } from './scenario.ts';

/** The host script's own limits are shorter; this one ends a run that hangs. */
const secondsMax = 120;

export function rootNamed(name: string): RootSpec {
  const spec = rootSpecs.find((one) => one.name === name);
  if (!spec) throw new Error(`the lab has no root ${name}; it has ${rootSpecs.map((one) => one.name).join(', ')}`);
  return spec;
}

/** Builds the root with the change and judges one unit on it; only the probes that the unit needs are run. */
export async function scenarioRun(unit: string, scenario: Scenario): Promise<Verdict> {
  const check = hostChecks.find((one) => one.id === unit);
  if (!check) throw new Error(`there is no unit ${unit}`);
  const spec = rootNamed(scenario.root);
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-scenario-'));
  try {
    const tools = scenario.tools ?? {};
    const kept = Object.fromEntries(
      Object.entries(tools).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
    );
    const less = Object.fromEntries(Object.entries(spec.tools).filter(([name]) => tools[name] !== null));
    const dir = join(folder, 'root');
    await rootBuild({ ...spec, tools: less }, changesOf(spec, scenario.changes), kept, dir);
    if (scenario.prepare)
      execFileSync('sh', ['-euc', scenario.prepare], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
    const evidence = await gathered(dir, [check], scenario.image ? 'path-prefix' : 'bubblewrap');
    if (scenario.never !== undefined && JSON.stringify(evidence).includes(scenario.never))
      throw new Error(`the host sent ${scenario.never}`);
    const [verdict] = judgedBy([check], evidence, scenario.profile ?? 'strict');
    if (!verdict) throw new Error(`${unit} gave no verdict`);
    return verdict;
  } finally {
    unmountBelow(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a scenario mounted goes before its root does: deleting must not reach through a mount. */
function unmountBelow(folder: string): void {
  const points = readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${folder}/`));
  for (const point of points.reverse()) execFileSync('umount', [point]);
}

/** Golden verdicts are those of one day: support ends and lists of updates grow old. */
const day = new Date('2026-11-25T00:00:00Z');
const thatDay = `#!/bin/sh\nexec /usr/bin/date -u -d '${day.toISOString()}' "$@"\n`;

/** Every verdict of a root as the lab boots it, by each of the profiles; the host is asked once. */
export async function rootVerdicts(spec: RootSpec, wanted: readonly Profile[]): Promise<Map<Profile, Verdict[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-golden-'));
  try {
    const dir = join(folder, 'root');
    await rootBuild(spec, {}, { date: thatDay }, dir);
    for (const [path, file] of Object.entries(spec.files))
      if (typeof file !== 'string' && file.fresh) await utimes(join(dir, path), day, day);
    const evidence = await gathered(dir, hostChecks, 'bubblewrap');
    return new Map(wanted.map((profile) => [profile, judgedBy(hostChecks, evidence, profile)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function judgedBy(checks: readonly HostCheck[], evidence: HostEvidence, profile: Profile): Verdict[] {
  return judgeHost({ checks, system, evidence, settings: { profile, parameters: {} } });
}

/** Runs the script in a root that stands on disk, and reads what it sent. */
export async function gathered(dir: string, checks: readonly HostCheck[], isolation: Isolation): Promise<HostEvidence> {
  // Outside of what the file checks look at: a folder of the lab's own.
  const [place, output] = ['/opt/lab/script.sh', '/opt/lab/result.tar.gz'];
  await mkdir(join(dir, 'opt/lab'), { recursive: true });
  const { script } = composeHostScript(probesFor(checks, probesAlways));
  await writeFile(join(dir, place), script, { mode: 0o600 });
  const inside = (path: string): string => pathInside(isolation, dir, path);
  const command = { hostname: 'scenario', cwd: '/', env: {}, args: ['sh', inside(place), inside(output)] };
  const ended = await processRun(launchOf(isolation, dir, command), secondsMax, new AbortController().signal);
  if (ended.exitCode !== 0)
    throw new Error(`the host script ended with ${ended.exitCode}: ${ended.stderr.toString().slice(0, 500)}`);
  const read = await evidenceRead(createReadStream(join(dir, output)));
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.evidence;
}
