// bongsu verify: checks a run record without trusting any store, and on request holds what the store has against it.
import { readFile, stat } from 'node:fs/promises';
import type { RecordItem, RemovedEvidence, Target } from '@bongsu/core';
import { hostKey } from '@bongsu/core';
import type { RecordFault, VerifiedRecord } from '@bongsu/engines';
import { evidenceLimits, evidenceUnpack, recordVerify, verdictsHash } from '@bongsu/engines';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { errorIn } from '../language/said-in.ts';
import { forTerminal } from '../screen/harmless.ts';
import { fingerprintRead, keyFileOf } from '../signing.ts';
import { withStore } from '../wire.ts';
import type { Session } from './session.ts';
import { configIfThere, storePlace } from './session.ts';

export interface VerifyFlags {
  /** PEM of the public key that must have signed it. */
  readonly key?: string;
  /** SHA-256 of that key's DER. */
  readonly fingerprint?: string;
  /** Also holds evidence and verdicts of the store against it. */
  readonly evidence?: boolean;
}

/** What the store has is not what was sealed; the line is the record's. */
type VerifyFault = RecordFault | { readonly kind: 'store'; readonly line: number; readonly what: string };

/** 0: whole, and signed by a key that is known; 1: altered, or not signed; 3: whole, but nobody said whose key it is. */
export async function verifyRecord(path: string, flags: VerifyFlags, session: Session): Promise<number> {
  const { screen, say } = session;
  const bytes = await bytesOf(path);
  const trusted = await trustedKey(flags, session);
  const verified = recordVerify(bytes, trusted);
  const held = 'head' in verified && flags.evidence ? await storeHeld(verified, session) : null;
  const fault = 'head' in verified ? held?.fault : verified;
  if (fault) {
    const where = 'line' in fault ? { line: fault.line } : {};
    if (screen.asJson) screen.json({ file: path, whole: false, fault: fault.kind, ...where, what: fault.what });
    else screen.out(forTerminal(say('verify.fault', { file: path, what: faultText(fault, session) })));
    return 1;
  }
  const known = trusted !== null;
  wholeShow(path, verified as VerifiedRecord, { known, removed: held?.removed ?? [] }, session);
  return known ? 0 : 3;
}

function wholeShow(
  path: string,
  { head, signedBy }: VerifiedRecord,
  { known, removed }: { readonly known: boolean; readonly removed: readonly Removed[] },
  { screen, say }: Session,
): void {
  const { fingerprint, keyArn, signedAt } = signedBy;
  if (screen.asJson) return screen.json({ file: path, whole: true, known, ...signedBy, head, removed });
  const out = (text: string): void => screen.out(forTerminal(text));
  out(say('verify.whole', { file: path, campaign: head.campaignId, targets: head.targets }));
  out(say('verify.by', { by: head.by, version: head.version, at: head.endedAt }));
  out(say(known ? 'verify.known' : 'verify.unknown-key', { key: fingerprint }));
  if (keyArn !== null) out(say('verify.kms', { arn: keyArn }));
  if (signedAt !== null) out(say('verify.late', { at: signedAt }));
  const [first] = removed;
  if (!first) return;
  const { instanceId: instance, removedAt: at, by, keptUntil: until } = first;
  out(say('verify.removed', { count: removed.length, instance, at, by, until }));
}

/** A record of 50,000 hosts is some 25 MB. */
const bytesMax = 1024 * 1024 * 1024;

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= bytesMax) return await readFile(path);
  } catch (fault) {
    throw new CliError('bad-input', `${path}: cannot be read`, fault);
  }
  throw new CliError('bad-input', `${path}: is larger than any run record`);
}

function faultText(fault: VerifyFault, { say }: Session): string {
  const line = 'line' in fault ? fault.line : 0;
  return say(`verify.${fault.kind}`, { what: errorIn(fault.what, say), line });
}

/** The key of the flags, else the one that the configuration pins or has beside its own; null where there is neither. */
async function trustedKey(flags: VerifyFlags, session: Session): Promise<string | null> {
  const named = flags.key === undefined ? null : await fingerprintRead(flags.key);
  if (flags.fingerprint !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(flags.fingerprint))
      throw new CliError('bad-input', `--fingerprint ${JSON.stringify(flags.fingerprint)}: 64 small hex digits`);
    if (named !== null && named !== flags.fingerprint)
      throw new CliError('bad-input', `--key and --fingerprint name two keys: ${named} and ${flags.fingerprint}`);
    return flags.fingerprint;
  }
  if (named !== null) return named;
  const config = await configIfThere(session);
  if (config === null) return null;
  if (config.signing.fingerprint !== undefined) return config.signing.fingerprint;
  if (config.signing.kmsKey !== undefined) return null;
  const own = `${keyFileOf(config)}.pub`;
  return stat(own).then(
    () => fingerprintRead(own),
    () => null,
  );
}

type SealedTarget = Extract<RecordItem, { kind: 'target' }>;

interface Removed extends RemovedEvidence {
  readonly instanceId: string;
}

interface Held {
  readonly fault: VerifyFault | null;
  /** Evidence that is not there because its time was over. */
  readonly removed: readonly Removed[];
}

/** Items between two words of how far it is. */
const progressEach = 100;

/** Evidence and verdicts as the store holds them now, against what was sealed. */
async function storeHeld(record: VerifiedRecord, session: Session): Promise<Held> {
  const { campaignId } = record.head;
  return withStore(await storePlace(session), session, async (store) => {
    const targets = new Map((await store.targetList(campaignId)).map((one) => [hostKey(one), one]));
    const removed: Removed[] = [];
    for (const [index, item] of record.items.entries()) {
      const left = record.items.length - index;
      if (index > 0 && index % progressEach === 0) session.screen.progress({ what: 'verify', done: index, left });
      if (item.kind !== 'target') continue;
      const gone = await store.evidenceRemoved(item.evidenceSha256 ?? '');
      if (gone) removed.push({ instanceId: item.instanceId, ...gone });
      const what = await targetFault(item, targets.get(hostKey(item)), gone !== null, store);
      if (what) return { fault: { kind: 'store', line: index + 2, what }, removed };
    }
    return { fault: null, removed };
  });
}

async function targetFault(
  item: SealedTarget,
  now: Target | undefined,
  gone: boolean,
  store: Store,
): Promise<string | null> {
  const { instanceId, evidenceSha256 } = item;
  if (now === undefined) return `${instanceId} is no target of the campaign in this store`;
  if (now.evidenceSha256 !== evidenceSha256) return `the store has other evidence of ${instanceId}`;
  if (evidenceSha256 === null) return null;
  const strange = gone ? null : await evidenceFault(item, evidenceSha256, store);
  if (strange) return strange;
  const verdicts = verdictsHash(await store.verdictOfHosts(now.campaignId, [now]));
  return verdicts === item.verdictsSha256 ? null : `verdicts of ${instanceId} are not those that were sealed`;
}

async function evidenceFault(item: SealedTarget, sha256: string, store: Store): Promise<string | null> {
  const named = `evidence of ${item.instanceId} (${sha256})`;
  const bytes = await store
    .evidenceGet(sha256)
    .catch((fault: unknown) => (fault instanceof Error ? fault.message : ''));
  if (typeof bytes === 'string') return `${named}: ${bytes}`;
  return bytes === null ? `${named} is not in the store` : manifestFault(item, bytes, named);
}

/** An archive says itself of which run it is; what was carried by hand has a run of its own. */
async function manifestFault(
  { instanceId, runId, state }: SealedTarget,
  bytes: Uint8Array,
  named: string,
): Promise<string | null> {
  if (state === 'imported') return null;
  const read = await evidenceUnpack(bytes, evidenceLimits);
  if (read.kind === 'refused') return `${named}: ${read.reason}`;
  const { manifest } = read.evidence;
  if (manifest.instanceId === instanceId && manifest.runId === runId) return null;
  return `${named} is that of ${manifest.instanceId}, run ${manifest.runId}`;
}
