// The signer against the lab's KMS: what it signs verifies without KMS, and what stands in its way comes back in words.
import { createPublicKey, verify } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@bongsu/core';
import type { Lab } from '@bongsu/lab';
import { fleetWorld, startLab } from '@bongsu/lab';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AwsSettings, openAws } from './index.ts';
import { cannedEndpoint, openCanned } from './testing/canned-endpoint.ts';
import type { KmsSigner } from './signer.ts';

const clock: Clock = { now: () => new Date(), sleep: (milliseconds) => delay(milliseconds) };
let lab: Lab;

beforeAll(async () => {
  const region = 'ap-northeast-2';
  const keys = [
    { name: 'p256', region },
    { name: 'far', region: 'us-east-1' },
    { name: 'edwards', region, spec: 'ECC_NIST_EDWARDS25519' as const },
  ];
  lab = await startLab({ world: { ...fleetWorld(1, 1, { simulated: true }), regions: [region, 'us-east-1'], keys } });
  const { accessKeyId, secretAccessKey } = lab.centralCredentials;
  const key = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, key, { AWS_ENDPOINT_URL: lab.url });
});
afterAll(() => lab.close());
afterEach(() => {
  lab.faults.clear();
  for (const name of ['p256', 'far', 'edwards']) lab.changeKey(name, 'Enabled');
});

async function signerOf(name: string, keyArn = lab.keyArn(name)): Promise<KmsSigner> {
  const { roleName, externalId, bucket } = lab;
  const settings: AwsSettings = {
    ...{ accounts: { kind: 'organization' }, roleName, externalId, regions: 'enabled', bucket, maxAttempts: 1 },
    ...{ centralRegion: bucket.region, signingKeyArn: keyArn },
  };
  const { signer } = await openAws(settings, clock);
  if (signer === null) throw new Error('the settings name a key');
  return signer;
}

const message = Buffer.alloc(10_000, 'a');
const calls = (operation: string): number => lab.calls({ operation }).length;

test.each([
  ['p256', 'ECDSA-P256-SHA256', 'sha256', message],
  ['far', 'ECDSA-P256-SHA256', 'sha256', message],
  ['edwards', 'Ed25519-SHA256', null, message.subarray(0, 4_096)],
] as const)('%s signs, and asks for its public key once', async (name, algorithm, digest, said) => {
  const signer = await signerOf(name);
  const before = calls('GetPublicKey');
  const key = await signer.key();
  if ('fault' in key) throw new Error(key.fault);
  expect(key).toMatchObject({ algorithm, keyArn: lab.keyArn(name) });
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' });
  for (let turn = 0; turn < 2; turn += 1) {
    const signature = await signer.sign(said);
    if ('fault' in signature) throw new Error(signature.fault);
    expect(verify(digest, said, publicKey, signature)).toBe(true);
  }
  expect(calls('GetPublicKey') - before).toBe(1);
});

test('a key that is disabled, waits for its deletion, or is not there says so, and signs again once it is enabled', async () => {
  const signer = await signerOf('p256');
  const arn = lab.keyArn('p256');
  lab.changeKey('p256', 'Disabled');
  expect(await signer.key()).toEqual({ fault: `kms:GetPublicKey: DisabledException: ${arn} is disabled.` });
  lab.changeKey('p256', 'Enabled');
  expect(await signer.key()).toHaveProperty('publicKey');
  lab.changeKey('p256', 'PendingDeletion');
  expect(await signer.sign(message)).toEqual({
    fault: `kms:Sign: KMSInvalidStateException: ${arn} is pending deletion.`,
  });
  lab.changeKey('p256', 'Enabled');
  expect(await signer.sign(message)).toBeInstanceOf(Uint8Array);
  const gone = await signerOf('', `${arn.slice(0, -4)}0000`);
  expect(await gone.key()).toMatchObject({ fault: expect.stringContaining('NotFoundException') as string });
});

test.each([
  ['a throttle', { error: 'ThrottlingException' }, 'ThrottlingException'],
  ['a denial', { error: 'AccessDeniedException' }, 'AccessDeniedException'],
  ['KMS in trouble', { error: 'KMSInternalException' }, 'KMSInternalException'],
  ['a cut connection', { drop: 'before' }, 'NetworkError'],
  ['an answer that is no answer', { truncate: 5 }, ''],
] as const)('%s is a fault and never a signature', async (_, then, code) => {
  const signer = await signerOf('p256');
  await signer.key();
  lab.faults.set([{ service: 'kms', operation: 'Sign', then }]);
  expect(await signer.sign(message)).toEqual({ fault: expect.stringContaining(`kms:Sign: ${code}`) as string });
});

test('doctor is told of the key and of the right to use it, without a signature', async () => {
  const signer = await signerOf('edwards');
  expect(await signer.check()).toEqual({
    ...{
      ok: true,
      detail: expect.stringMatching(/^ECC_NIST_EDWARDS25519 SIGN_VERIFY, public key SHA-256 [0-9a-f]{64}$/),
    },
  });
  const Statement = [{ Effect: 'Allow', Action: 'kms:GetPublicKey', Resource: '*' }];
  lab.grant({ central: JSON.stringify({ Version: '2012-10-17', Statement }) });
  expect(await signer.check()).toMatchObject({ call: 'kms:Sign', missingPermission: 'kms:Sign' });
  expect(await (await signerOf('p256')).check()).toMatchObject({ call: 'kms:Sign', missingPermission: 'kms:Sign' });
  lab.grant({});
  lab.changeKey('p256', 'Disabled');
  expect(await (await signerOf('p256')).check()).toMatchObject({
    ok: false,
    detail: expect.stringContaining('DisabledException') as string,
  });
});

test('a key of another kind or use is named, and signs nothing', async () => {
  const endpoint = await cannedEndpoint(process.env);
  const KeyId = 'arn:aws:kms:ap-northeast-2:999900001111:key/7a1c2b3d-0000-4000-8000-000000000001';
  const { signer } = await openCanned(endpoint, { signingKeyArn: KeyId });
  const answer = (change: object) =>
    endpoint.on('GetPublicKey', {
      body: JSON.stringify({
        ...{ KeyId, PublicKey: 'AAAA', KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
        ...{ SigningAlgorithms: ['ECDSA_SHA_256'], ...change },
      }),
    });
  for (const [change, said] of [
    [{ KeySpec: 'RSA_2048', SigningAlgorithms: ['RSASSA_PSS_SHA_256'] }, 'the key is RSA_2048 for SIGN_VERIFY'],
    [{ KeySpec: 'ECC_NIST_P384', SigningAlgorithms: ['ECDSA_SHA_384'] }, 'the key is ECC_NIST_P384'],
    [{ KeyUsage: 'KEY_AGREEMENT' }, 'for KEY_AGREEMENT'],
    [{ KeyId: KeyId.replace('0001', '0002') }, 'no public key of the key that was asked'],
    [{ PublicKey: undefined }, 'no public key'],
  ] as const) {
    answer(change);
    expect(await signer?.check()).toMatchObject({ ok: false, detail: expect.stringContaining(said) as string });
    expect(await signer?.sign(message)).toMatchObject({ fault: expect.stringContaining(said) as string });
  }
  expect(endpoint.asked.map((one) => one.operation)).not.toContain('Sign');
  // A signature that is said to be another key's is none.
  answer({});
  endpoint.on('Sign', {
    body: JSON.stringify({ KeyId: 'other', Signature: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256' }),
  });
  expect(await signer?.sign(message)).toMatchObject({ fault: expect.stringContaining('MalformedAnswer') as string });
  await endpoint.close();
});
