// import: takes results that were carried by hand into the store, each with a coverage state of its own, and judges them like any other.
import type {
  AnswerStore,
  Campaign,
  CampaignPack,
  EvidenceStore,
  FindingStore,
  Ids,
  ImportedRun,
  JudgeSettings,
  Progress,
  Target,
  VerdictStore,
} from '@bongsu/core';
import { neverSent, packMark, hostKey, placeKey } from '@bongsu/core';
import { type Content, judgeTarget, settingsOf } from './judge-target.ts';
import { stamp } from './collect.ts';
import type { Examined, ExaminePorts, ImportFile, Refused } from './import-examine.ts';
import { importExamine } from './import-examine.ts';
import { defaultLimits } from './plan.ts';
import { recordRun, type RecordPorts } from './record.ts';
import { runIdOf } from './run-id.ts';
import { settle } from './settle.ts';
import { targetPages } from './target-pages.ts';

export interface ImportPorts extends ExaminePorts, Omit<RecordPorts, 'evidence' | 'verdicts'> {
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
  readonly findings: FindingStore;
  readonly answers: Pick<AnswerStore, 'answerList'>;
  readonly ids: Ids;
  readonly progress: Progress;
}

export interface ImportOrder {
  readonly files: readonly ImportFile[];
  /** How campaigns of their own are judged; a target of a fleet's campaign is judged as the others of it. */
  readonly settings: JudgeSettings;
  /** The catalogue and these packs. */
  contentOf(packs: readonly CampaignPack[]): Promise<Content>;
}

export interface Imported {
  readonly kind: 'imported';
  readonly file: string;
  readonly campaignId: string;
  readonly target: Target;
}

/** What became of each file, in their order. Safe to repeat: what was interrupted is taken in by the next import of the same files. */
export async function importEvidence(order: ImportOrder, ports: ImportPorts): Promise<(Imported | Refused)[]> {
  const outcomes: (Imported | Refused | Examined)[] = [];
  for (const [index, file] of order.files.entries()) {
    if (index > 0) ports.progress({ what: 'import', done: index, left: order.files.length - index });
    const one = await importExamine(file, ports);
    const same = one.kind === 'examined' ? outcomes.find((other) => sameHost(other, one)) : undefined;
    outcomes.push(same ? { kind: 'refused', file: file.file, code: 'same-host', detail: same.file } : one);
  }
  const done = new Map<Examined, Imported | Refused>();
  const left: Examined[] = [];
  for (const one of outcomes) {
    if (one.kind !== 'examined') continue;
    const place = await fleetTarget(one, ports);
    if (place === null) left.push(one);
    else
      for (const [key, end] of await takeIn(place.campaign, [{ one, target: place.target }], order, ports))
        done.set(key, end);
  }
  for (const some of Map.groupBy(left, (one) => one.build.buildId).values()) {
    const { campaign, targets } = await importCampaign(some, order, ports);
    for (const [key, end] of await takeIn(campaign, targets, order, ports)) done.set(key, end);
  }
  for (const one of outcomes) if (one.kind === 'refused' && one.before) await recordComplete(one.before, ports);
  return outcomes.flatMap((one) => (one.kind === 'examined' ? (done.get(one) ?? []) : [one]));
}

function sameHost(other: Imported | Refused | Examined, one: Examined): boolean {
  return (
    other.kind === 'examined' && (hostKey(other.instance) === hostKey(one.instance) || other.sha256 === one.sha256)
  );
}

/**
 * The target of the fleet's newest campaign that this result is for: one that the campaign ended without evidence. Packs must be the
 * same, or it would be judged by items that the others of its campaign are not.
 */
async function fleetTarget(
  one: Examined,
  { campaigns }: ImportPorts,
): Promise<{ campaign: Campaign; target: Target } | null> {
  const campaign = await campaigns.campaignLatest();
  if (!campaign || campaign.phase !== 'ended' || campaign.plan.delivery === 'by-hand' || campaign.plan.part)
    return null;
  const packs = (some: readonly { readonly sha256: string }[]): string =>
    some
      .map(({ sha256 }) => sha256)
      .sort()
      .join();
  if (packs(campaign.plan.packs ?? []) !== packs(one.build.packs)) return null;
  const target = (await campaigns.targetList(campaign.campaignId)).find(
    (own) => hostKey(own) === hostKey(one.instance),
  );
  return target?.phase === 'ended' && target.evidenceSha256 === null ? { campaign, target } : null;
}

interface Arrived {
  readonly one: Examined;
  readonly target: Target;
}

/** Until a result is taken in its host counts as not attempted: a process that dies leaves a ledger that is true. */
async function importCampaign(
  some: readonly Examined[],
  { settings }: ImportOrder,
  ports: ImportPorts,
): Promise<{ campaign: Campaign; targets: Arrived[] }> {
  const at = ports.clock.now().toISOString();
  const name = `${stamp(at)}-${ports.ids.random(6)}`;
  const [campaignId, snapshotId] = [`m${name}`, `m${name}`];
  const instances = some.map((one) => one.instance);
  const places = [
    ...new Map(
      instances.map(({ accountId, region }) => [placeKey({ accountId, region }), { accountId, region }]),
    ).values(),
  ];
  const accounts = [...new Set(places.map((place) => place.accountId))];
  await ports.snapshots.snapshotPut({
    snapshotId,
    takenAt: at,
    accounts: accounts.map((accountId) => ({ accountId, name: '', status: 'ACTIVE' })),
    places,
    instances,
    gaps: [],
    imported: true,
  });
  const build = some[0]?.build;
  if (!build) throw new Error('an import has a build');
  const { script, scriptSha256, units, packs } = build;
  const campaign: Campaign = {
    campaignId,
    snapshotId,
    createdAt: at,
    endedAt: at,
    phase: 'ended',
    plan: {
      delivery: 'by-hand',
      limits: defaultLimits,
      scriptSha256,
      scriptBytes: new TextEncoder().encode(script).byteLength,
      units,
      ...(packs.length > 0 ? { packs: packs.map(packMark) } : {}),
      places,
      counts: { imported: some.length },
      calls: {},
      credentialSeconds: null,
      gaps: [],
      settings,
    },
    script,
    stopped: null,
    ...(packs.length > 0 ? { packs } : {}),
  };
  const targets = some.map((one): Arrived => {
    const { accountId, region, instanceId, name: called } = one.instance;
    const ended = {
      phase: 'ended',
      state: 'not-attempted',
      detail: 'the import was interrupted',
      endedAt: at,
    } as const;
    const target = {
      ...neverSent,
      campaignId,
      accountId,
      region,
      instanceId,
      name: called,
      runId: runIdOf(ports.ids),
      ...ended,
    };
    return { one, target };
  });
  await ports.campaigns.campaignPut(
    campaign,
    targets.map(({ target }) => target),
  );
  return { campaign, targets };
}

/** A process that died after it took a run in may not have come to the record of it. */
async function recordComplete({ campaignId, evidenceSha256 }: ImportedRun, ports: ImportPorts): Promise<void> {
  const record = await ports.records.recordGet(campaignId);
  if (record?.includes(evidenceSha256)) return;
  const campaign = await ports.campaigns.campaignGet(campaignId);
  if (!campaign) return;
  await settle(campaign, targetPages(campaignId, ports.campaigns), ports);
  await recordRun(campaign, ports.clock.now().toISOString(), ports);
}

/**
 * The target, its run and its verdicts together: what died before that is simply done again, and what died after it has its findings and
 * its record to come, which the next import sees to.
 */
async function takeIn(
  campaign: Campaign,
  arrived: readonly Arrived[],
  order: ImportOrder,
  ports: ImportPorts,
): Promise<Map<Examined, Imported | Refused>> {
  const content = { ...(await order.contentOf(campaign.packs ?? [])), settings: settingsOf(campaign) };
  const ends = new Map<Examined, Imported | Refused>();
  for (const { one, target } of arrived) {
    const evidenceSha256 = await ports.evidence.evidencePut(one.bytes);
    const verdicts = judgeTarget(target, content, one.evidence);
    const unknown = verdicts.filter((verdict) => verdict.status === 'unknown').map((verdict) => verdict.unit);
    const end = {
      phase: 'ended',
      state: 'imported',
      detail: unknown.length > 0 ? `unknown: ${unknown.join(', ')}` : '',
      endedAt: one.readAt,
      evidenceSha256,
    } as const;
    const run = {
      runId: one.runId,
      buildId: one.build.buildId,
      evidenceSha256,
      campaignId: campaign.campaignId,
      importedAt: ports.clock.now().toISOString(),
    };
    // A target of a fleet keeps, as a past attempt, how it ended before.
    const newRunId = campaign.plan.delivery === 'by-hand' ? null : runIdOf(ports.ids);
    const taken = await ports.carried.importAccept(run, { runId: target.runId, newRunId }, end, verdicts);
    if (taken) await settle(campaign, [[{ ...target, ...end }]], ports);
    ends.set(
      one,
      taken
        ? {
            kind: 'imported',
            file: one.file,
            campaignId: campaign.campaignId,
            target: { ...target, ...end, runId: newRunId ?? target.runId },
          }
        : { kind: 'refused', file: one.file, code: 'twice', detail: 'by another process just now' },
    );
  }
  await recordRun(campaign, ports.clock.now().toISOString(), ports);
  return ends;
}
