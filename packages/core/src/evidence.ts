// What one host sent: the manifest of its archive and the raw records of each probe.
import type { InstanceId } from './language.ts';

/** How a probe ended on the host. Only `ok` may feed a judgement without a gap. */
export type ProbeState = 'ok' | 'timeout' | 'truncated' | 'skipped' | 'failed';

export interface ProbeOutcome {
  readonly name: string;
  readonly state: ProbeState;
  readonly exitCode: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** The archive's `manifest` entry, as the host script wrote it. */
export interface EvidenceManifest {
  readonly format: 1;
  readonly runId: string;
  readonly instanceId: InstanceId;
  readonly commandId: string;
  readonly scriptSha256: string;
  readonly startedAtSeconds: number;
  readonly endedAtSeconds: number;
  /** Numeric user id the script ran as; only 0 may read everything. */
  readonly uid: number;
  /** True where the script ran on a booted system, false for a mounted root (`--root`). */
  readonly live: boolean;
  readonly probes: readonly ProbeOutcome[];
}

/** A manifest and the text of each probe, already verified and within limits. */
export interface HostEvidence {
  readonly manifest: EvidenceManifest;
  readonly raw: Readonly<Record<string, string>>;
}
