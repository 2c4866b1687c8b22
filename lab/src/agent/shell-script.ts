// aws:runShellScript and aws:runPowerShellScript: the commands become a script file of the instance, which is then really run.
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Step } from './document.ts';
import { propertyOf } from './document.ts';
import { downloadsFolder } from './download-content.ts';
import { launchOf, pathInside } from './isolation.ts';
import type { Ended } from './process.ts';
import { processRun } from './process.ts';
import type { PluginOutput, StepPlace } from './step-run.ts';
import { pluginCancelled, pluginFailed } from './step-run.ts';

/** Bounds and default of `timeoutSeconds` (agent source, pluginutil); outside of them the default counts. */
const timeoutSecondsMin = 5;
const timeoutSecondsMax = 172_800;
const timeoutSecondsDefault = 3_600;

/** Exit code that asks for a reboot and for running the step again after it. */
const exitReboot = 194;
/** Exit code that the agent takes for "stopped by force". */
const exitStopped = 137;

/**
 * Starts the step's program as the agent does. The calling sh honours a first line `#!`, is the interpreter where there is none, and turns
 * a signal into 128 + its number. Output goes through pipes (a child of node holds sockets, on which `> /dev/stderr` fails), and the
 * step ends only when nobody holds them any more.
 */
const stepShell = [
  'umask 022',
  'exec 3>&1 4>&2',
  'code=$({ { { "$0" "$@" 3>&- 4>&- 5>&-; echo "$?" >&5; } | cat >&3; } 2>&1 | cat >&4; } 5>&1)',
  'exit "${code:-137}"',
].join('\n');

/** Runs the commands of one set of properties with sh, or with pwsh where the step is a PowerShell one. */
export async function scriptRun(step: Step, properties: unknown, place: StepPlace): Promise<PluginOutput> {
  const commands = commandsOf(propertyOf(properties, 'runCommand'));
  if (commands === null)
    return pluginFailed(
      `Invalid format in plugin properties ${JSON.stringify(properties)};\nerror json: cannot unmarshal into []string`,
    );
  const powerShell = step.action === 'aws:runPowerShellScript';
  if (
    powerShell &&
    !['opt/lab/bin', 'usr/bin', 'usr/local/bin'].some((folder) => existsSync(join(place.dir, folder, 'pwsh')))
  )
    return pluginFailed('failed to run commands: exec: "pwsh": executable file not found in $PATH');

  const given = propertyOf(properties, 'workingDirectory');
  const cwd = workingFolder(typeof given === 'string' ? given : '', place);
  if (!statSync(join(place.dir, cwd), { throwIfNoEntry: false })?.isDirectory())
    return pluginFailed(`failed to run commands: chdir ${cwd}: no such file or directory`);

  const folder = join(place.orchestration, safeName(step.name), safeName(String(propertyOf(properties, 'id') ?? '')));
  const script = join(folder, powerShell ? '_script.ps1' : '_script.sh');
  await mkdir(join(place.dir, folder), { recursive: true });
  await writeFile(join(place.dir, script), `${commands.join('\n')}\n`);
  await chmod(join(place.dir, script), 0o700);

  const leave = await place.gate.enter(place.signal);
  if (leave === null) return pluginCancelled;
  try {
    const path = pathInside(place.isolation, place.dir, script);
    const program = powerShell ? ['pwsh', '-NoProfile', '-File', path] : [path];
    const args = ['sh', '-c', stepShell, ...program];
    const launch = launchOf(place.isolation, place.dir, { hostname: place.hostname, cwd, env: place.env, args });
    return outputOf(await processRun(launch, timeoutOf(propertyOf(properties, 'timeoutSeconds')), place.signal));
  } finally {
    leave();
  }
}

/** An absolute path as it is, a relative one below the downloads where it is there, else `/`. */
function workingFolder(given: string, place: StepPlace): string {
  if (isAbsolute(given)) return given;
  const downloaded = join(place.orchestration, downloadsFolder, given);
  return given !== '' && existsSync(join(place.dir, downloaded)) ? downloaded : '/';
}

function outputOf(ended: Ended): PluginOutput {
  if (ended.how === 'aborted') return pluginCancelled;
  if (ended.how === 'not-started') return pluginFailed(`failed to run commands: ${ended.fault}`);
  const { exitCode, stdout, stderr } = ended;
  if (ended.how === 'timed-out' || exitCode === exitStopped)
    return { status: 'TimedOut', exitCode: exitStopped, stdout, stderr };
  if (exitCode === exitReboot) return { status: 'Reboot', exitCode, stdout, stderr };
  if (exitCode === 0) return { status: 'Success', exitCode, stdout, stderr };
  const line = Buffer.from(`failed to run commands: exit status ${exitCode}`);
  return { status: 'Failed', exitCode, stdout, stderr: Buffer.concat([stderr, line]) };
}

/** A list of lines; null where the agent could not read it as one. A null line is an empty one, as in Go. */
function commandsOf(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const lines = value.map((line: unknown) => (line === null ? '' : line));
  return lines.every((line): line is string => typeof line === 'string') ? lines : null;
}

/** Seconds from text or number; nonsense and what is out of bounds gives the default. */
export function timeoutOf(value: unknown): number {
  const seconds = typeof value === 'number' ? Math.trunc(value) : typeof value === 'string' ? wholeSeconds(value) : 0;
  return seconds < timeoutSecondsMin || seconds > timeoutSecondsMax ? timeoutSecondsDefault : seconds;
}

function wholeSeconds(text: string): number {
  return /^[+-]?[0-9.]+(?:e[+-]?[0-9]+)?$/i.test(text) ? Math.trunc(Number(text)) || 0 : 0;
}

/** A step's name as the name of a folder. */
export function safeName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, '').replace(/^\.+/, '');
}
