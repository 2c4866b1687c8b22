// bongsu record|verify: writes the signed record of a campaign to a file, and checks one without trusting any store.
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { HostPlace, RecordItem } from '@bongsu/core';
import type { RecordFault, VerifiedRecord } from '@bongsu/engines';
import { recordVerify, verdictsHash } from '@bongsu/engines';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { writeBeside } from '../export/write-beside.ts';
import { forTerminal } from '../screen/harmless.ts';
import { keyFileOf, publicKeyRead } from '../signing.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import type { Session } from './session.ts';
import { configIfThere, storePlace } from './session.ts';

export async function recordWrite(
  named: string | undefined,
  flags: { readonly out: string },
  session: Session,
): Promise<void> {
  const { screen, say } = session;
  await withStore(await storePlace(session), session, async (store) => {
    const { campaignId } = await campaignNamed(store, named, session);
    const lines = await store.recordGet(campaignId);
    if (lines === null) throw new CliError('nothing-there', say('record.none', { campaign: campaignId }));
    if (flags.out === '-') return void process.stdout.write(lines);
    await writeBeside(flags.out, (stream) => pipeline([lines], stream));
    screen.say(say('record.written', { file: flags.out }));
  });
}

export interface VerifyFlags {
  /** PEM of the public key that must have signed it. */
  readonly key?: string;
  /** Also holds evidence and verdicts of the store against it. */
  readonly evidence?: boolean;
}

/** 0: whole, and signed by a key that is known; 1: altered, or not signed; 3: whole, but nobody said whose key it is. */
export async function verifyRecord(path: string, flags: VerifyFlags, session: Session): Promise<number> {
  const { screen, say } = session;
  const text = await readFile(path, 'utf8').catch((fault: unknown) => {
    throw new CliError('bad-input', `${path}: cannot be read`, fault);
  });
  const trusted = await trustedKey(flags, session);
  const verified = recordVerify(text, trusted);
  const fault = 'head' in verified ? await storeFault(verified, flags, session) : verified;
  if (fault) {
    const where = 'line' in fault ? { line: fault.line } : {};
    if (screen.asJson) screen.json({ file: path, whole: false, fault: fault.kind, ...where, what: fault.what });
    else screen.out(forTerminal(say('verify.fault', { file: path, what: faultText(fault, session) })));
    return 1;
  }
  const { head, publicKey } = verified as VerifiedRecord;
  const known = trusted !== null;
  if (screen.asJson) screen.json({ file: path, whole: true, known, publicKey, head });
  else {
    screen.out(forTerminal(say('verify.whole', { file: path, campaign: head.campaignId, targets: head.targets })));
    screen.out(forTerminal(say('verify.by', { by: head.by, version: head.version, at: head.endedAt })));
    screen.out(say(known ? 'verify.known' : 'verify.unknown-key', { key: publicKey }));
  }
  return known ? 0 : 3;
}

function faultText(fault: RecordFault, { say }: Session): string {
  const line = 'line' in fault ? fault.line : 0;
  return say(`verify.${fault.kind}`, { what: fault.what, line });
}

/** The key of the flag, else the one beside this configuration's own; null where there is neither. */
async function trustedKey(flags: VerifyFlags, session: Session): Promise<string | null> {
  if (flags.key !== undefined) return publicKeyRead(flags.key);
  const config = await configIfThere(session);
  if (config === null) return null;
  const own = `${keyFileOf(config)}.pub`;
  return readFile(own).then(
    () => publicKeyRead(own),
    () => null,
  );
}

/** Evidence and verdicts as the store holds them now, against what was sealed. */
async function storeFault(record: VerifiedRecord, flags: VerifyFlags, session: Session): Promise<RecordFault | null> {
  if (!flags.evidence) return null;
  return withStore(await storePlace(session), session, async (store) => {
    for (const [index, item] of record.items.entries()) {
      const what = item.kind === 'target' ? await targetFault(record.head.campaignId, item, store) : null;
      if (what) return { kind: 'line-altered', line: index + 2, what };
    }
    return null;
  });
}

async function targetFault(
  campaignId: string,
  item: Extract<RecordItem, { kind: 'target' }>,
  store: Store,
): Promise<string | null> {
  const { instanceId, evidenceSha256 } = item;
  if (evidenceSha256 === null) return null;
  const bytes = await store
    .evidenceGet(evidenceSha256)
    .catch((fault: unknown) => (fault instanceof Error ? fault.message : ''));
  if (typeof bytes === 'string') return `evidence of ${instanceId}: ${bytes}`;
  if (bytes === null) return `evidence of ${instanceId} (${evidenceSha256}) is not in the store`;
  const place: HostPlace = item;
  const now = verdictsHash(await store.verdictOfHosts(campaignId, [place]));
  return now === item.verdictsSha256 ? null : `verdicts of ${instanceId} are not those that were sealed`;
}
