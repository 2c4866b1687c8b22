// Signs by an asymmetric key of AWS KMS: its private half never leaves KMS, its public half is asked for once.
import { createHash } from 'node:crypto';
import type { GetPublicKeyCommandOutput, KMSClient } from '@aws-sdk/client-kms';
import type { AccountId, Gap, Region, SignatureAlgorithm, Signer, SigningFault, SigningKey } from '@bongsu/core';
import { callFailed, gapAt, gapOf, isGap, type Where } from './call.ts';

export const calls = ['kms:GetPublicKey', 'kms:Sign'] as const;

/** Where a key lies, by `arn:<partition>:kms:<region>:<account>:key/<id>`. */
export function kmsPlaceOf(keyArn: string): { readonly accountId: AccountId; readonly region: Region } {
  const [, , , region = '', accountId = ''] = keyArn.split(':');
  return { accountId, region };
}

/** What `doctor` says of the key: its spec, its usage and its public half, or what is wrong with it. */
export interface SignerCheck {
  readonly ok: boolean;
  readonly detail: string;
}

/** Of a key that no waiting mends, and no permission (KMS API reference, Sign and GetPublicKey, errors). */
const unfit = new Set([
  'DisabledException',
  'InvalidArnException',
  'InvalidKeyUsageException',
  'KMSInvalidStateException',
  'NotFoundException',
  'UnsupportedOperationException',
  'WrongKey',
]);

type SdkAlgorithm = 'ECDSA_SHA_256' | 'ED25519_SHA_512';
interface Held extends SigningKey {
  readonly sdk: SdkAlgorithm;
  readonly spec: string;
}

/** How KMS signs with each kind of key that we take (KMS developer guide, asymmetric key specs). */
const kinds: Readonly<Record<string, { readonly algorithm: SignatureAlgorithm; readonly sdk: SdkAlgorithm }>> = {
  ECC_NIST_P256: { algorithm: 'ECDSA-P256-SHA256', sdk: 'ECDSA_SHA_256' },
  ECC_NIST_EDWARDS25519: { algorithm: 'Ed25519-SHA256', sdk: 'ED25519_SHA_512' },
};

export interface KmsSigner extends Signer {
  /** Asks for the key and tries, without signing, whether it may sign. */
  check(): Promise<SignerCheck | Gap>;
}

export function openSigner(keyArn: string, client: () => Promise<KMSClient>): KmsSigner {
  const where = (call: (typeof calls)[number]): Where => ({ call, ...kmsPlaceOf(keyArn) });
  let known: Held | undefined;

  const held = async (): Promise<Held | Gap> => {
    if (known !== undefined) return known;
    const at = where('kms:GetPublicKey');
    const { GetPublicKeyCommand } = await import('@aws-sdk/client-kms');
    try {
      const read = keyOf(keyArn, await (await client()).send(new GetPublicKeyCommand({ KeyId: keyArn })));
      if (typeof read === 'string') return gapAt(at, 'WrongKey', read);
      known = read;
      return read;
    } catch (error) {
      return gapOf(error, at);
    }
  };

  const signed = async (message: Uint8Array, DryRun = false): Promise<Uint8Array | Gap> => {
    const key = await held();
    if (isGap(key)) return key;
    const at = where('kms:Sign');
    const { SignCommand } = await import('@aws-sdk/client-kms');
    const asked = { KeyId: keyArn, SigningAlgorithm: key.sdk, ...messageOf(key.sdk, message), DryRun };
    try {
      const { Signature, KeyId, SigningAlgorithm } = await (await client()).send(new SignCommand(asked));
      if (Signature !== undefined && KeyId === keyArn && SigningAlgorithm === key.sdk) return Signature;
      return gapAt(at, 'MalformedAnswer', 'the answer holds no signature of the key that was asked');
    } catch (error) {
      return gapOf(error, at);
    }
  };

  return {
    key: async () => {
      const key = await held();
      if (isGap(key)) return faultOfGap(key);
      const { algorithm, publicKey } = key;
      return { algorithm, publicKey, keyArn };
    },
    sign: async (message) => {
      const signature = await signed(message);
      return isGap(signature) ? faultOfGap(signature) : signature;
    },
    check: async () => {
      const key = await held();
      if (isGap(key)) return checked(key);
      const tried = await signed(new TextEncoder().encode('bongsu doctor'), true);
      // KMS decides as if it were to sign, and refuses with this where it would have (API reference, Sign, DryRun).
      if (isGap(tried) && tried.code !== 'DryRunOperationException') return checked(tried);
      const sha256 = createHash('sha256').update(key.publicKey).digest('hex');
      return { ok: true, detail: `${key.spec} SIGN_VERIFY, public key SHA-256 ${sha256}` };
    },
  };
}

/**
 * ECDSA takes a hash, so that a message of any length can be signed. Ed25519 takes the message itself, at most 4,096 bytes of it; what
 * KMS signs of a hash with such a key (ED25519_PH_SHA_512) is another algorithm (KMS API reference, Sign, MessageType).
 */
function messageOf(sdk: SdkAlgorithm, message: Uint8Array) {
  if (sdk === 'ED25519_SHA_512') return { Message: message, MessageType: 'RAW' } as const;
  return { Message: createHash('sha256').update(message).digest(), MessageType: 'DIGEST' } as const;
}

/** Why it is no key of ours, in words. */
function keyOf(keyArn: string, answer: GetPublicKeyCommandOutput): Held | string {
  const { PublicKey, KeySpec = 'unknown', KeyUsage, SigningAlgorithms = [], KeyId } = answer;
  const kind = Object.hasOwn(kinds, KeySpec) ? kinds[KeySpec] : undefined;
  if (kind === undefined || KeyUsage !== 'SIGN_VERIFY' || !SigningAlgorithms.includes(kind.sdk))
    return `the key is ${KeySpec} for ${KeyUsage ?? 'unknown'}: run records need ${Object.keys(kinds).join(' or ')} for SIGN_VERIFY`;
  if (PublicKey === undefined || KeyId !== keyArn) return 'the answer holds no public key of the key that was asked';
  return { ...kind, spec: KeySpec, publicKey: PublicKey, keyArn };
}

function checked(gap: Gap): SignerCheck | Gap {
  return unfit.has(gap.code) ? { ok: false, detail: callFailed(gap).message } : gap;
}

function faultOfGap(gap: Gap): SigningFault {
  return { fault: callFailed(gap).message };
}
