// The manifest of an archive: parsed strictly, then held against the target it should be from.
import type { EvidenceManifest, ProbeOutcome, ProbeState } from '@bongsu/core';

const probeStates: readonly ProbeState[] = ['ok', 'timeout', 'truncated', 'skipped', 'failed'];

/** Parses the manifest's text; gives the fault as a string where it breaks a rule. */
export function parseManifest(text: string): EvidenceManifest | string {
  const single = new Map<string, string>();
  const probes: ProbeOutcome[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [key = '', ...values] = line.split('\t');
    if (key === 'probe') {
      const probe = probeOf(values);
      if (!probe) return 'manifest: a probe line is malformed';
      if (probes.some((seen) => seen.name === probe.name)) return `manifest: probe ${probe.name} stands twice`;
      probes.push(probe);
    } else if (values.length === 1 && !single.has(key)) single.set(key, values[0] ?? '');
    else return 'manifest: a line is malformed or stands twice';
  }
  if (single.get('bongsu-evidence') !== '1') return 'manifest: not format 1';
  const number = (key: string): number | null => {
    const digits = single.get(key) ?? '';
    return /^[0-9]{1,12}$/.test(digits) ? Number(digits) : null;
  };
  const [started, ended, uid, live] = [number('started'), number('ended'), number('uid'), number('live')];
  if (started === null || ended === null || uid === null || live === null) return 'manifest: a number is missing';
  const sha = single.get('script') ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha)) return 'manifest: the script hash is missing';
  return {
    format: 1,
    runId: single.get('run') ?? '',
    instanceId: single.get('instance') ?? '',
    commandId: single.get('command') ?? '',
    scriptSha256: sha,
    startedAtSeconds: started,
    endedAtSeconds: ended,
    uid,
    live: live === 1,
    probes,
  };
}

function probeOf(values: readonly string[]): ProbeOutcome | null {
  const [name = '', state = '', exit = '', seconds = '', bytes = ''] = values;
  const known = probeStates.find((one) => one === state);
  if (!known || values.length !== 5 || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) return null;
  if (![exit, seconds, bytes].every((digits) => /^[0-9]{1,9}$/.test(digits))) return null;
  return { name, state: known, exitCode: Number(exit), seconds: Number(seconds), bytes: Number(bytes) };
}

/** What an upload for one target must say of itself. */
export interface EvidenceExpected {
  readonly runId: string;
  readonly instanceId: string;
  readonly commandId: string | null;
  readonly scriptSha256: string;
}

/** Why this manifest is not that target's; null where it is. */
export function manifestMismatch(manifest: EvidenceManifest, expected: EvidenceExpected): string | null {
  if (manifest.runId !== expected.runId) return 'from another run';
  if (manifest.instanceId !== expected.instanceId) return 'from another instance';
  if (expected.commandId !== null && manifest.commandId !== expected.commandId) return 'from another command';
  if (manifest.scriptSha256 !== expected.scriptSha256) return 'made by another script';
  return null;
}
