// Identity documents, verified by others than those who made them.
import { spawnSync } from 'node:child_process';
import { X509Certificate, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../lab.ts';
import type { Lab } from '../lab.ts';
import { bareRoot, hosts, member, seoul, smallWorld } from '../services/lab-fixture.ts';

let lab: Lab;
let folder: string;
beforeAll(async () => {
  lab = await startLab({ world: smallWorld, roots: [bareRoot] });
  folder = mkdtempSync(join(tmpdir(), 'bongsu-identity-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await lab.close();
});

const [one, other] = [hosts.online[0]?.instanceId ?? '', hosts.online[1]?.instanceId ?? ''];
const openssl = spawnSync('openssl', ['version']).status === 0;
if (!openssl) console.warn('SKIPPED: openssl is not on this machine, so signed messages are not verified by it');

test('a document names its instance, account and Region, in the words of the metadata service', () => {
  const { document } = lab.instanceIdentity(one);
  expect(document).toMatch(/^\{\n {2}"accountId" : "200000000002",\n {2}"architecture" : "x86_64",\n/);
  expect(JSON.parse(document)).toMatchObject({
    ...{ instanceId: one, accountId: member, region: seoul, availabilityZone: `${seoul}a`, version: '2017-09-30' },
  });
  expect(() => lab.instanceIdentity(hosts.hybrid.instanceId)).toThrow(RangeError);
  expect(() => lab.instanceIdentity('i-none')).toThrow(RangeError);
});

test('its signature holds by the certificate, for this document and no other', () => {
  const certificate = new X509Certificate(lab.identityCertificate);
  expect(certificate.subject).toBe('CN=Bongsu lab instance identity');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  const { document, signature } = lab.instanceIdentity(one);
  const holds = (text: string): boolean =>
    verify('sha256', Buffer.from(text), certificate.publicKey, Buffer.from(signature, 'base64'));
  expect([holds(document), holds(document.replace(one, other))]).toEqual([true, false]);
  expect(lab.instanceIdentity(other).signature).not.toBe(signature);
});

describe.skipIf(!openssl)('openssl', () => {
  test('verifies the signed message as the user guide shows, and refuses a changed one', () => {
    const { document, rsa2048 } = lab.instanceIdentity(one);
    const pem = (base64: string): string => `-----BEGIN PKCS7-----\n${base64}\n-----END PKCS7-----\n`;
    writeFileSync(join(folder, 'certificate'), lab.identityCertificate);
    const smime = (base64: string) => {
      writeFileSync(join(folder, 'rsa2048'), pem(base64));
      const words = ['-in', 'rsa2048', '-inform', 'PEM', '-certfile', 'certificate', '-noverify', '-binary'];
      return spawnSync('openssl', ['smime', '-verify', ...words], { cwd: folder, encoding: 'utf8' });
    };
    const verified = smime(rsa2048);
    expect([verified.status, verified.stdout]).toEqual([0, document]);
    const bytes = Buffer.from(rsa2048, 'base64');
    bytes.write(other, bytes.indexOf(one));
    expect(smime(bytes.toString('base64').replace(/(.{64})/g, '$1\n')).status).not.toBe(0);
    expect(document).not.toContain(other);
  });
});
