// Composes the one script that runs on a host from the probes that the chosen checks need.
import { createHash } from 'node:crypto';
import type { HostCheck, Probe } from '@bongsu/core';
import { shellText } from './shell-text.ts';

/** A composed script; its hash is pinned in every send and checked on the host before it runs. */
export interface HostScript {
  readonly script: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly probes: readonly Probe<unknown>[];
}

/**
 * The probes that these checks need, each once, in name order; `always` come first whether needed or not.
 * @throws Error where two probes share a name: evidence would be ambiguous.
 */
export function probesFor(checks: readonly HostCheck[], always: readonly Probe<unknown>[]): Probe<unknown>[] {
  const byName = new Map<string, Probe<unknown>>();
  for (const probe of [...always, ...checks.flatMap((check) => Object.values(check.needs))]) {
    const seen = byName.get(probe.name);
    // Checks may read one probe each in its own way; what runs on the host is the same.
    if (seen && seen.script !== probe.script) throw new Error(`two probes are named ${probe.name}`);
    byName.set(probe.name, probe);
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * One POSIX sh script: preamble, a function per probe, runner. The same probes always give the same bytes.
 * @throws Error where a probe is of another platform.
 */
export function composeHostScript(probes: readonly Probe<unknown>[]): HostScript {
  const foreign = probes.find((probe) => (probe.platform ?? 'linux') !== 'linux');
  if (foreign) throw new Error(`probe ${foreign.name} is not for Linux`);
  const bodies = probes.map((probe) => `\n${functionName(probe)}() {\n${probe.script.trim()}\n}\n`);
  const calls = probes.map(
    (probe) => `  run_probe ${probe.name} ${probe.timeoutSeconds} ${probe.sizeBytesMax} ${probe.live ? 1 : 0}\n`,
  );
  const runAll = `\nrun_all() {\n  :\n${calls.join('')}}\n`;
  const script = [shellText('preamble.sh'), shellText('walk.sh'), ...bodies, runAll, shellText('runner.sh')].join('');
  const sha256 = createHash('sha256').update(script).digest('hex');
  return { script, sha256, sizeBytes: Buffer.byteLength(script), probes };
}

function functionName(probe: Probe<unknown>): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(probe.name))
    throw new Error(`probe name ${probe.name} is not kebab-case`);
  return `probe_${probe.name.replaceAll('-', '_')}`;
}
