// Keys as a signer meets them: what is signed can be verified by anybody, and what may not be used is refused in KMS's words.
import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
  SignCommand,
} from '@aws-sdk/client-kms';
import type { SignCommandInput } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLab } from '../../lab.ts';
import type { Lab } from '../../lab.ts';
import { assumed, bareRoot, central, member, seoul, smallWorld, virginia } from '../lab-fixture.ts';

let lab: Lab;
let kms: KMSClient;

beforeAll(async () => {
  const keys = [
    { name: 'records', region: seoul },
    { name: 'edwards', region: seoul, spec: 'ECC_NIST_EDWARDS25519' as const },
    { name: 'foreign', region: seoul, accountId: member },
  ];
  lab = await startLab({ world: { ...smallWorld, keys }, roots: [bareRoot] });
  kms = new KMSClient({ endpoint: lab.url, region: seoul, credentials: lab.centralCredentials, maxAttempts: 1 });
});
afterAll(() => lab.close());

const publicKey = async (KeyId: string) => {
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
};
const signed = async (name: string, input: Partial<SignCommandInput>): Promise<Uint8Array> => {
  const asked = { KeyId: lab.keyArn(name), Message: Buffer.from('봉수'), SigningAlgorithm: 'ECDSA_SHA_256' as const };
  const answer = await kms.send(new SignCommand({ ...asked, ...input }));
  expect(answer.KeyId).toBe(lab.keyArn(name));
  return answer.Signature ?? new Uint8Array();
};

describe('what is signed is verified without KMS', () => {
  const message = Buffer.from('a run record');
  const digest = createHash('sha256').update(message).digest();

  test('by ECDSA, of a message or of its hash', async () => {
    const key = await publicKey(lab.keyArn('records'));
    expect(key.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    // Numbers of every length come up.
    for (let turn = 0; turn < 40; turn += 1) {
      const signature = await signed('records', { Message: digest, MessageType: 'DIGEST' });
      expect(verify('sha256', message, key, signature)).toBe(true);
    }
    expect(verify('sha256', message, key, await signed('records', { Message: message }))).toBe(true);
    expect(verify('sha256', message, key, await signed('records', { Message: digest, MessageType: 'RAW' }))).toBe(
      false,
    );
  });

  test('by Ed25519, of a message alone', async () => {
    const key = await publicKey(lab.keyArn('edwards'));
    const ed = { Message: message, SigningAlgorithm: 'ED25519_SHA_512' } as const;
    expect(verify(null, message, key, await signed('edwards', { ...ed, MessageType: 'RAW' }))).toBe(true);
    await expect(signed('edwards', { ...ed, MessageType: 'DIGEST' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

test('what does not fit is refused as KMS does', async () => {
  const failing = (name: string, input: Partial<SignCommandInput>) =>
    signed(name, input).catch((error: unknown) => (error as Error).name);
  expect(await failing('records', { Message: Buffer.alloc(4097) })).toBe('ValidationException');
  expect(await failing('records', { Message: Buffer.alloc(20), MessageType: 'DIGEST' })).toBe('ValidationException');
  expect(await failing('records', { SigningAlgorithm: 'ED25519_SHA_512' })).toBe('InvalidKeyUsageException');
  expect(await failing('records', { DryRun: true })).toBe('DryRunOperationException');
  expect(await failing('records', { KeyId: `${lab.keyArn('records').slice(0, -1)}x` })).toBe('NotFoundException');
  expect(await failing('foreign', {})).toBe('AccessDeniedException');
  await expect(publicKey('alias/records')).rejects.toMatchObject({ name: 'NotImplementedInLab' });
});

test('a key is one of its Region, and of its account', async () => {
  const far = new KMSClient({ endpoint: lab.url, region: virginia, credentials: lab.centralCredentials });
  const asked = new GetPublicKeyCommand({ KeyId: lab.keyArn('records') });
  await expect(far.send(asked)).rejects.toMatchObject({ name: 'NotFoundException' });
  const other = new KMSClient({ endpoint: lab.url, region: seoul, credentials: await assumed(lab) });
  await expect(other.send(asked)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('keys are made, disabled, enabled and deleted', async () => {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }));
  const { KeyId = '', Arn = '' } = KeyMetadata ?? {};
  expect(Arn).toBe(`arn:aws:kms:${seoul}:${central}:key/${KeyId}`);
  const described = async () => (await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata;
  expect(await described()).toMatchObject({ Enabled: true, KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(publicKey(KeyId)).rejects.toMatchObject({ name: 'DisabledException', message: `${Arn} is disabled.` });
  await kms.send(new EnableKeyCommand({ KeyId }));
  expect((await publicKey(KeyId)).asymmetricKeyType).toBe('ec');
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId }));
  await expect(publicKey(KeyId)).rejects.toMatchObject({ name: 'KMSInvalidStateException' });
  expect(await described()).toMatchObject({ KeyState: 'PendingDeletion' });
});

test('what the policy does not grant is denied, and named', async () => {
  const [Sign, other] = [lab.keyArn('records'), lab.keyArn('edwards')];
  const Statement = [{ Effect: 'Allow', Action: ['kms:Sign', 'kms:GetPublicKey'], Resource: [Sign] }];
  lab.grant({ central: JSON.stringify({ Version: '2012-10-17', Statement }) });
  expect((await publicKey(Sign)).asymmetricKeyType).toBe('ec');
  await expect(publicKey(other)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('kms:GetPublicKey') as string,
  });
  lab.grant({});
});
