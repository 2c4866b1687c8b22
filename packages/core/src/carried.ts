// A check that is carried by hand: the script as it was built, and what came back of it.
import type { TargetChange } from './campaign-store.ts';
import type { HostVerdict } from './finding.ts';
import type { Instant } from './language.ts';
import type { CampaignPack } from './pack.ts';

/** One built script. What is imported is judged against it, so it is kept to the byte and never changed. */
export interface CarriedBuild {
  /** `b-` and 26 letters and digits; stands in every result. */
  readonly buildId: string;
  readonly builtAt: Instant;
  readonly by: string;
  /** The host script inside, as in a campaign; its SHA-256 stands in every result. */
  readonly script: string;
  readonly scriptSha256: string;
  /** SHA-256 of the whole file, for whoever carries it. */
  readonly fileSha256: string;
  /** 64 hex digits by which its results are sealed. */
  readonly sealKey: string;
  readonly units: readonly string[];
  readonly packs: readonly CampaignPack[];
}

/** One run of a built script on a host that was taken in. */
export interface ImportedRun {
  /** The build's id and what the run drew by lot. */
  readonly runId: string;
  readonly buildId: string;
  readonly evidenceSha256: string;
  readonly campaignId: string;
  readonly importedAt: Instant;
}

export interface CarriedStore {
  buildPut(build: CarriedBuild): Promise<void>;
  buildGet(buildId: string): Promise<CarriedBuild | null>;
  /** What was taken in of this run, or of the same bytes. */
  importedBefore(runId: string, evidenceSha256: string): Promise<ImportedRun | null>;
  /**
   * Takes a run in for an ended target without evidence, with its verdicts, all or nothing; false where the run or its bytes were taken in before.
   * With `newRunId` the target keeps how it ended as a past attempt.
   */
  importAccept(
    run: ImportedRun,
    target: { readonly runId: string; readonly newRunId: string | null },
    end: TargetChange,
    verdicts: readonly HostVerdict[],
  ): Promise<boolean>;
}

/** Under this account and Region stand hosts that no account owns. */
export const carriedPlace = { accountId: 'air-gapped', region: 'none' } as const;

/** A name that a person may give a host: it becomes a file name, a subject of findings and a word in reports. */
export function carriedNameFault(name: string): boolean {
  return !/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(name) || /^(?:i|mi|h)-/.test(name);
}

/** The id that a script makes of a host's machine id. */
export const carriedHostId = /^h-[0-9a-f]{17}$/;

/** The run id of a result: the build's id, and 16 hex digits of the run's own. */
export const carriedRunId = /^(b-[a-z0-9]{26})-[0-9a-f]{16}$/;
