// The key that signs run records is made once and whole, however many ask for it and whatever was killed before.
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFingerprint } from '@bongsu/engines';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprintRead, signingOf } from './signing.ts';

let store = '';
beforeEach(() => {
  store = mkdtempSync(join(tmpdir(), 'bongsu-signing-'));
});
afterEach(() => rmSync(store, { recursive: true, force: true }));

const signerHere = () => {
  const { signer } = signingOf({ store, signing: {} }, async () => 'somebody', null);
  if (signer === null) throw new Error('there is no signer');
  return signer;
};
async function publicKeyHere(): Promise<string> {
  const key = await signerHere().key();
  return 'fault' in key ? key.fault : keyFingerprint(key.publicKey);
}

test('all who ask at once get one key, and find it whole', async () => {
  const keys = await Promise.all(Array.from({ length: 12 }, publicKeyHere));
  expect([...new Set(keys)]).toEqual([await fingerprintRead(join(store, 'signing-key.pem.pub'))]);
  expect(readdirSync(store).sort()).toEqual(['signing-key.pem', 'signing-key.pem.pub']);
  expect(statSync(join(store, 'signing-key.pem')).mode & 0o777).toBe(0o600);
});

test('a process that died before it wrote the public key leaves one that the next completes', async () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(store, 'signing-key.pem'), privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  const key = await publicKeyHere();
  expect(await fingerprintRead(join(store, 'signing-key.pem.pub'))).toBe(key);
});
