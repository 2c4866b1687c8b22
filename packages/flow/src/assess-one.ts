// assess, one result: held against its target, judged where it is accepted, refused with a reason where it is not.
import type {
  AssociationStore,
  Campaign,
  CampaignStore,
  Clock,
  EvidenceStore,
  Exchange,
  Gap,
  Region,
  ResultObject,
  Target,
  VerdictStore,
} from '@bongsu/core';
import { gapWords } from '@bongsu/core';
import { evidenceLimits, evidenceRead, manifestMismatch } from '@bongsu/engines';
import { runOf } from './campaign-keys.ts';
import type { DealtResults } from './dealt-results.ts';
import type { DeliveryMode } from './delivery/mode.ts';
import { modeOf } from './delivery/mode-of.ts';
import { type Content, judgeStored, judgeTarget, settingsOf } from './judge-target.ts';

export interface AssessPorts {
  readonly exchange: Exchange;
  readonly campaigns: CampaignStore;
  readonly evidence: EvidenceStore;
  readonly verdicts: VerdictStore;
  readonly clock: Clock;
  readonly dealt: DealtResults;
  /** For what recurring checks find on nodes that nobody knows. */
  readonly kept: Pick<AssociationStore, 'newcomerPut'>;
  /** Certificates that vouch for identities of instances in a Region; none where absent. */
  readonly certificates?: (region: Region) => readonly string[];
}

/** Refusals of what a target's host has not proven to be its own. */
const unproven = /^(?:not proven|oversized|early|late)/;

export interface Arrival {
  readonly object: ResultObject;
  /** Its bytes, where somebody has opened it already. */
  readonly source?: AsyncIterable<Uint8Array>;
  readonly target: Target | undefined;
  /** The run id is one of an attempt that was given up. */
  readonly past: boolean;
}

/** `later`: nothing can be said of it yet. */
export async function assessOne(
  campaign: Campaign,
  content: Content,
  arrival: Arrival,
  ports: AssessPorts,
): Promise<Gap | 'later' | null> {
  const { object, target, past } = arrival;
  if (target?.phase === 'ended' && target.evidenceSha256 !== null)
    return refuse(campaign, arrival, { reason: 'second: evidence was accepted before', bytes: null }, ports);
  const early = past ? 'late: of an earlier attempt' : refusedUnread(campaign, object, target);
  if (early) return refuse(campaign, arrival, { reason: early, bytes: null }, ports);
  if (!target) return null;
  try {
    const source = arrival.source ?? onDemand(() => ports.exchange.resultRead(object.key));
    const { certificates = () => [] } = ports;
    const admitted = await modeOf(campaign).admit({ source, target, limits: campaign.plan.limits, certificates });
    if (admitted.kind === 'later') return 'later';
    if (admitted.kind === 'refused') return refuse(campaign, arrival, admitted, ports);
    const limits = { ...evidenceLimits, compressedBytesMax: admitted.bytesMax };
    const read = await evidenceRead(admitted.source, limits);
    if (read.kind === 'refused') return refuse(campaign, arrival, read, ports);
    const expected = { ...target, runId: runOf(object.key), scriptSha256: campaign.plan.scriptSha256 };
    const mismatch = manifestMismatch(read.evidence.manifest, expected);
    if (mismatch) return refuse(campaign, arrival, { reason: mismatch, bytes: read.bytes }, ports);
    const evidenceSha256 = await ports.evidence.evidencePut(read.bytes);
    const order = { ...content, settings: settingsOf(campaign) };
    const verdicts = judgeTarget(target, order, read.evidence);
    await ports.verdicts.verdictPut(verdicts);
    const unknown = verdicts.filter((verdict) => verdict.status === 'unknown');
    const stands = await ports.campaigns.targetMove(campaign.campaignId, target.runId, {
      phase: 'ended',
      state: unknown.length > 0 ? 'partly-assessed' : 'assessed',
      detail: unknown.length > 0 ? `unknown: ${unknown.map((one) => one.unit).join(', ')}` : '',
      endedAt: ports.clock.now().toISOString(),
      evidenceSha256,
    });
    if (!stands) await judgeStanding(target, order, ports);
    return null;
  } catch (fault) {
    const gap = readGap(target, fault);
    // It is tried again in each round; if it never comes to anything, the target's end says why.
    if (target.detail !== gapWords(gap))
      await ports.campaigns.targetMove(campaign.campaignId, target.runId, { detail: gapWords(gap) });
    return gap;
  }
}

/** Asked for with its first byte: a body that nobody reads would keep its connection until it times out. */
async function* onDemand(read: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await read();
}

/** Another worker took another upload of the same host just now: the verdicts must be those of the evidence that stands. */
async function judgeStanding(
  target: Target,
  order: Parameters<typeof judgeStored>[1],
  ports: AssessPorts,
): Promise<void> {
  const [now] = await ports.campaigns.targetOfRuns(target.campaignId, [target.runId]);
  if (now === undefined) return;
  const verdicts = await judgeStored(now, order, ports);
  if (typeof verdicts !== 'string') await ports.verdicts.verdictPut(verdicts);
}

/** What can be refused from the listing alone, before a byte is read. */
function refusedUnread(campaign: Campaign, object: ResultObject, target: Target | undefined): string | null {
  if (!target) return 'foreign: no target has this key';
  if (target.phase === 'planned' || target.phase === 'waiting') return 'early: nothing was sent to the target yet';
  const bytesMax = modeOf(campaign).objectBytesMax(campaign.plan.limits);
  if (object.sizeBytes > bytesMax) return `oversized: ${object.sizeBytes} bytes, the slot has ${bytesMax}`;
  const started = target.sentAt ?? target.intendedAt;
  const deadline = started === null ? null : Date.parse(started) + campaign.plan.limits.urlSeconds * 1000;
  if (target.phase === 'ended') return 'late: the target had ended';
  // Which results are of the period was seen before.
  if (modeOf(campaign).recurring) return null;
  if (deadline !== null && Date.parse(object.writtenAt) > deadline) return 'late: after the life of its URL';
  return null;
}

async function refuse(
  campaign: Campaign,
  { object, target }: Pick<Arrival, 'object' | 'target'>,
  { reason, bytes }: { reason: string; bytes: Uint8Array | null },
  ports: AssessPorts,
): Promise<null> {
  const at = ports.clock.now().toISOString();
  const { key, sizeBytes, etag } = object;
  await ports.evidence.refusalPut(
    { campaignId: campaign.campaignId, key, runId: target?.runId ?? '', reason, sizeBytes, etag, at },
    bytes,
  );
  return endRefused(endsOf(modeOf(campaign), target, reason), reason, at, ports);
}

/** Whom a refusal ends: where others can write beside a target, only what its own host has proven to have sent; nobody who may try again. */
export function endsOf(mode: DeliveryMode, target: Target | undefined, reason: string): Target | undefined {
  return mode.recurring || (mode.shared && unproven.test(reason)) ? undefined : target;
}

/** Also after a crash between the two writes: the refusal is there, the target's end is not. */
export async function endRefused(
  target: Target | undefined,
  reason: string,
  at: string,
  ports: AssessPorts,
): Promise<null> {
  if (!target || target.phase === 'ended') return null;
  await ports.campaigns.targetMove(target.campaignId, target.runId, {
    phase: 'ended',
    state: 'result-refused',
    detail: reason,
    endedAt: at,
  });
  return null;
}

/** A result that could not be fetched stays waiting; the next round reads it again. */
export function readGap(target: Target, fault: unknown): Gap {
  const { accountId, region } = target;
  const code = fault instanceof Error ? fault.name : 'Error';
  if (!(fault instanceof Error)) throw fault;
  // The hand's errors carry the gap they stand for.
  if ('gap' in fault && fault.gap) return fault.gap as Gap;
  return {
    accountId,
    region,
    call: 's3:GetObject',
    code,
    message: fault.message.slice(0, 300),
    missingPermission: null,
  };
}
