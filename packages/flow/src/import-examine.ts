// The first half of an import: reads one carried archive as the hostile thing it may be, and says whose it is or why it is refused.
import type {
  CampaignStore,
  CarriedBuild,
  CarriedStore,
  Clock,
  HostEvidence,
  ImportedRun,
  Instance,
  Place,
  ScheduleStore,
  SnapshotStore,
} from '@bongsu/core';
import { carriedHostId, carriedNameFault, carriedPlace, carriedRunId, hostKey } from '@bongsu/core';
import { carriedRead, sealHolds } from '@bongsu/engines';

/** Whose result a person says it is: an instance of the register, or a host outside of it by a name. */
export type ImportAs =
  | ({ readonly kind: 'instance'; readonly instanceId: string } & Place)
  | { readonly kind: 'host'; readonly name: string };

export interface ImportFile {
  /** As it was named, for what is said of it. */
  readonly file: string;
  readonly source: AsyncIterable<Uint8Array>;
  /** null: the id that the script gave it. */
  readonly as: ImportAs | null;
}

export type ImportRefusal =
  | 'unreadable'
  | 'foreign'
  | 'other-script'
  | 'altered'
  | 'twice'
  | 'bad-name'
  | 'no-such-instance'
  | 'clock'
  | 'older'
  | 'same-host';

export interface Refused {
  readonly kind: 'refused';
  readonly file: string;
  readonly code: ImportRefusal;
  readonly detail: string;
  /** Of `twice`: when it was taken in before. */
  readonly before?: ImportedRun;
}

export interface Examined {
  readonly kind: 'examined';
  readonly file: string;
  readonly build: CarriedBuild;
  readonly runId: string;
  readonly evidence: HostEvidence;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly instance: Instance;
  /** When the host was read, by its own clock. */
  readonly readAt: string;
}

export interface ExaminePorts {
  readonly carried: CarriedStore;
  readonly campaigns: CampaignStore;
  readonly snapshots: SnapshotStore;
  readonly schedules: Pick<ScheduleStore, 'assessedLast'>;
  readonly clock: Clock;
}

/** Clocks of hosts without a network drift; one that is a day off tells nothing of when it was read. */
const clockSeconds = 86_400;

/** The order of the questions matters: what names the reason best is asked first, and nothing is believed before its seal holds. */
export async function importExamine(
  { file, source, as }: ImportFile,
  ports: ExaminePorts,
): Promise<Examined | Refused> {
  const refused = (code: ImportRefusal, detail = ''): Refused => ({ kind: 'refused', file, code, detail });
  const read = await carriedRead(source);
  if (read.kind === 'refused') return refused('unreadable', read.reason);
  const { evidence, bytes, sha256 } = read;
  const { manifest } = evidence;
  const buildId = carriedRunId.exec(manifest.runId)?.[1];
  const build = buildId === undefined ? null : await ports.carried.buildGet(buildId);
  if (build === null) return refused('foreign', buildId ?? '');
  if (!sealHolds(build.sealKey, bytes, read.seal)) return refused('altered');
  if (manifest.scriptSha256 !== build.scriptSha256) return refused('other-script', manifest.scriptSha256);
  const before = await ports.carried.importedBefore(manifest.runId, sha256);
  if (before) return { ...refused('twice', `${before.campaignId}, ${before.importedAt}`), before };
  const said = manifest.instanceId;
  if (!carriedHostId.test(said) && carriedNameFault(said)) return refused('bad-name', said.slice(0, 80));
  const now = ports.clock.now().getTime();
  const ended = manifest.endedAtSeconds * 1000;
  if (ended > now + clockSeconds * 1000 || ended < Date.parse(build.builtAt) - clockSeconds * 1000)
    return refused('clock', new Date(ended).toISOString());
  const instance = await instanceOf(as ?? { kind: 'host', name: said }, ports);
  if (instance === null) return refused('no-such-instance');
  const last = (await ports.schedules.assessedLast()).find((one) => hostKey(one) === hostKey(instance));
  if (last && Date.parse(last.at) > ended) return refused('older', `${last.campaignId}, ${last.at}`);
  const readAt = new Date(Math.min(ended, now)).toISOString();
  return { kind: 'examined', file, build, runId: manifest.runId, evidence, bytes, sha256, instance, readAt };
}

async function instanceOf(as: ImportAs, { snapshots }: ExaminePorts): Promise<Instance | null> {
  if (as.kind === 'instance')
    return (await snapshots.snapshotLatest())?.instances.find((one) => hostKey(one) === hostKey(as)) ?? null;
  return {
    ...carriedPlace,
    instanceId: as.name,
    state: 'unknown',
    name: as.name,
    tags: {},
    imageId: '',
    instanceType: '',
    launchedAt: null,
    privateIp: '',
    platformDetails: 'Linux/UNIX',
    node: null,
    nodeKnown: false,
  };
}
