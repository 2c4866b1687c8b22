// The world's keys: real pairs, made when they are first needed, each in a state that people change.
import { generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { KeyKind, KeySpec, KeyState } from '../../world/key-spec.ts';
import { freshUuid } from '../../world/seeded.ts';
import type { Estate } from '../estate.ts';
import { ecdsaOverDigest } from './ecdsa.ts';

export type MessageKind = 'RAW' | 'DIGEST';

export interface PlacedKey {
  readonly keyId: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly spec: KeyKind;
  readonly description: string;
  readonly createdAt: number;
  state: KeyState;
  /** SubjectPublicKeyInfo in DER. */
  publicKey(): Buffer;
  sign(message: Uint8Array, kind: MessageKind): Buffer;
}

export interface KeyRing {
  /** By id or ARN, in an account and Region; by ARN also of other accounts. */
  find(named: string, accountId: string, region: string): PlacedKey | undefined;
  /** A key of the world by the lab's name for it; a RangeError where there is none. */
  named(name: string): PlacedKey;
  add(accountId: string, region: string, spec: KeyKind, description: string): PlacedKey;
}

/** The algorithm of each kind of key (KMS developer guide, asymmetric key specs). */
export const algorithms: Readonly<Record<KeyKind, string>> = {
  ECC_NIST_P256: 'ECDSA_SHA_256',
  ECC_NIST_EDWARDS25519: 'ED25519_SHA_512',
};

export function createKeyRing({ world, seeded, clock }: Estate): KeyRing {
  const keys: PlacedKey[] = [];
  const byName = new Map<string, PlacedKey>();
  const add: KeyRing['add'] = (accountId, region, spec, description) => {
    const keyId = freshUuid(seeded, 'key');
    const arn = `arn:aws:kms:${region}:${accountId}:key/${keyId}`;
    const placed: PlacedKey = {
      ...{ keyId, arn, accountId, region, spec, description, createdAt: clock.now(), state: 'Enabled' },
      ...pairOf(spec),
    };
    keys.push(placed);
    return placed;
  };
  const place = ({ name, region, accountId = world.centralAccountId, spec = 'ECC_NIST_P256' }: KeySpec): void => {
    byName.set(name, add(accountId, region, spec, name));
  };
  for (const spec of world.keys ?? []) place(spec);
  return {
    add,
    find: (named, accountId, region) =>
      keys.find(
        (one) => one.region === region && (one.arn === named || (one.keyId === named && one.accountId === accountId)),
      ),
    named: (name) => {
      const key = byName.get(name);
      if (!key) throw new RangeError(`no key ${name} in this world`);
      return key;
    },
  };
}

function pairOf(spec: KeyKind): Pick<PlacedKey, 'publicKey' | 'sign'> {
  let made: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;
  const pair = () => {
    made ??=
      spec === 'ECC_NIST_P256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
    return made;
  };
  return {
    publicKey: () => pair().publicKey.export({ format: 'der', type: 'spki' }),
    sign: (message, kind) => {
      const { privateKey } = pair();
      if (kind === 'DIGEST') return ecdsaOverDigest(message, privateKey);
      return sign(spec === 'ECC_NIST_P256' ? 'sha256' : null, message, privateKey);
    },
  };
}
