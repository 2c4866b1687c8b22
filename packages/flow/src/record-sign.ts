// Signs the records that could not be signed when their campaigns ended, as soon as the signer can.
import type { Clock, Signer, UnsignedRecord } from '@bongsu/core';
import { recordSignLater } from '@bongsu/engines';
import type { RecordPorts } from './record.ts';

export interface RecordSignPorts extends Pick<RecordPorts, 'records' | 'signing'> {
  readonly clock: Clock;
}

/** What came of a try. */
export interface RecordsSigned {
  readonly signed: readonly UnsignedRecord[];
  /** Each with what stands in the way now. */
  readonly left: readonly UnsignedRecord[];
}

/** Takes all that wait, or those of one campaign. Safe at any moment, in any number of processes: a record is signed once. */
export async function recordsSign(ports: RecordSignPorts, campaignId?: string): Promise<RecordsSigned> {
  const all = await ports.records.recordsUnsigned();
  const waiting = campaignId === undefined ? all : all.filter((one) => one.campaignId === campaignId);
  if (waiting.length === 0) return { signed: [], left: [] };
  const { signer } = ports.signing;
  // Records may be large: none is read for a signer that cannot sign.
  const fault = await keyFault(signer);
  if (signer === null || fault !== null)
    return { signed: [], left: waiting.map((one) => ({ ...one, why: fault ?? one.why })) };
  const signed: UnsignedRecord[] = [];
  const left: UnsignedRecord[] = [];
  for (const one of waiting) {
    const why = await signOne(one, signer, ports);
    if (why === null) signed.push(one);
    else left.push({ ...one, why });
  }
  return { signed, left };
}

/** Why it is still unsigned; null where it is signed, by us or by another who was first. */
async function signOne(
  { campaignId, endedAt }: UnsignedRecord,
  signer: Signer,
  { records, clock }: RecordSignPorts,
): Promise<string | null> {
  const text = await records.recordUnsigned(campaignId, endedAt);
  if (text === null) return null;
  const done = await recordSignLater(text, signer, clock.now().toISOString());
  if ('unsigned' in done) return done.unsigned;
  await records.recordSigned(campaignId, endedAt, done.text);
  return null;
}

async function keyFault(signer: Signer | null): Promise<string | null> {
  if (signer === null) return null;
  const key = await signer.key();
  return 'fault' in key ? key.fault : null;
}
