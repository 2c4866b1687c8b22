// bongsu record: writes the signed record of a campaign to a file, signing first what could not be signed before; and its public key.
import { writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { recordsSign, type Signing } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { writeBeside } from '../export/write-beside.ts';
import { publicKeyOf, signingOf } from '../signing.ts';
import { kmsSignerOf, realClock, withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { unsignedSaid } from './campaign-end.ts';
import type { Session } from './session.ts';
import { configIfThere, configOf, storePlace } from './session.ts';

export interface RecordFlags {
  readonly out?: string;
  /** Where to write the public key that signs, in PEM. */
  readonly publicKey?: string;
}

/** 0: written, and signed; 1: written, and still not signed. */
export async function recordWrite(named: string | undefined, flags: RecordFlags, session: Session): Promise<number> {
  if (flags.publicKey !== undefined) await publicKeyWrite(flags.publicKey, session);
  else if (flags.out === undefined)
    throw new CliError('bad-input', 'say what to write: --out FILE for the record, --public-key FILE for the key');
  const { out } = flags;
  return out === undefined ? 0 : recordOut(named, out, session);
}

async function recordOut(named: string | undefined, out: string, session: Session): Promise<number> {
  const { screen, say } = session;
  return withStore(await storePlace(session), session, async (store) => {
    const { campaignId } = await campaignNamed(store, named, session);
    const why = await signNow(campaignId, store, session);
    const lines = await store.recordGet(campaignId);
    if (lines === null) throw new CliError('nothing-there', say('record.none', { campaign: campaignId }));
    if (out === '-') process.stdout.write(lines);
    else await writeBeside(out, (stream) => pipeline([lines], stream));
    if (out !== '-') screen.say(say('record.written', { file: out }));
    if (why === null) return 0;
    screen.say(unsignedSaid(campaignId, why, say));
    return 1;
  });
}

/** Why the record of a campaign is not signed; null where it is, if need be by now. */
async function signNow(campaignId: string, store: Store, session: Session): Promise<string | null> {
  const waiting = (await store.recordsUnsigned()).filter((one) => one.campaignId === campaignId);
  if (waiting.length === 0) return null;
  const signing = await ownSigning(session);
  if (signing === null) return waiting[0]?.why ?? '';
  const { left } = await recordsSign({ records: store, signing, clock: realClock }, campaignId);
  return left[0]?.why ?? null;
}

/** As the configuration signs; null where there is none, which is then nobody's key. */
async function ownSigning(session: Session): Promise<Signing | null> {
  const config = await configIfThere(session);
  if (config === null) return null;
  return signingOf(config, async () => '', await kmsSignerOf(config));
}

async function publicKeyWrite(path: string, session: Session): Promise<void> {
  const { screen, say } = session;
  await configOf(session);
  const signing = await ownSigning(session);
  if (signing === null) throw new CliError('bad-config', 'there is no configuration that names a key');
  const { pem, fingerprint } = await publicKeyOf(signing);
  if (path === '-') process.stdout.write(pem);
  else await writeFile(path, pem, { mode: 0o644 });
  screen.say(say('record.public-key', { file: path, fingerprint }));
}
