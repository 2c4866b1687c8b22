// What signs run records: a key of KMS where the configuration names one, else a file beside the store, made at its first use and its owner's alone.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Signer } from '@bongsu/core';
import { keyFingerprint } from '@bongsu/engines';
import type { Signing } from '@bongsu/flow';
import { CliError } from './cli-error.ts';
import type { Config } from './config/schema.ts';
import { version } from './version.ts';

export type SigningConfig = Pick<Config, 'store' | 'signing'>;

/** Where the private key of a configuration stands; the public one beside it has `.pub` for its end. */
export function keyFileOf(config: SigningConfig): string {
  return config.signing.keyFile ?? join(config.store, 'signing-key.pem');
}

/** Signs as the configuration says, by `kms` where there is one; who runs campaigns is told by AWS where it can be asked. */
export function signingOf(config: SigningConfig, principal: () => Promise<string>, kms: Signer | null): Signing {
  const signer = pinned(kms ?? fileSigner(keyFileOf(config)), config.signing.fingerprint);
  const here = `${userInfo().username}@${hostname()}`;
  return { signer, version, by: async () => `${await principal()} (${here})` };
}

/** The public key that signs, in PEM, and its fingerprint. @throws CliError `refused` */
export async function publicKeyOf({
  signer,
}: Signing): Promise<{ readonly pem: string; readonly fingerprint: string }> {
  const key = await signer?.key();
  if (key === undefined || 'fault' in key)
    throw new CliError('refused', `the public key cannot be had: ${key?.fault ?? 'no signing key is configured'}`);
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { pem, fingerprint: keyFingerprint(key.publicKey) };
}

/** No other key than the one that is pinned signs in its name. */
function pinned(signer: Signer, fingerprint: string | undefined): Signer {
  if (fingerprint === undefined) return signer;
  return {
    ...signer,
    key: async () => {
      const key = await signer.key();
      if ('fault' in key) return key;
      const found = keyFingerprint(key.publicKey);
      return found === fingerprint
        ? key
        : { fault: `the key is SHA-256 ${found}, signing.fingerprint says ${fingerprint}` };
    },
  };
}

function fileSigner(path: string): Signer {
  // A key that cannot be read or made is told in the record, and does not keep a campaign from its end.
  const withKey = async <T>(use: (key: KeyObject) => T): Promise<T | { readonly fault: string }> => {
    try {
      return use(await keyOpen(path));
    } catch (fault) {
      if (fault instanceof CliError) return { fault: fault.message };
      throw fault;
    }
  };
  return {
    key: () =>
      withKey((key) => ({
        algorithm: 'Ed25519',
        publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }),
        keyArn: null,
      })),
    sign: (message) => withKey((key) => sign(null, message, key)),
  };
}

/** Opens the key, or makes one where there is none. Of two processes that make one, the first wins. */
async function keyOpen(path: string): Promise<KeyObject> {
  const held = await keyRead(path);
  if (held) return held;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, pem, { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    const raced = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST';
    const other = raced ? await keyRead(path) : null;
    if (other) return other;
    throw new CliError(
      'bad-config',
      `${path}: the signing key cannot be written; signing.keyFile names another place`,
      fault,
    );
  }
  await writeFile(`${path}.pub`, publicKey.export({ format: 'pem', type: 'spki' }), { mode: 0o644 });
  return privateKey;
}

async function keyRead(path: string): Promise<KeyObject | null> {
  let pem: string;
  try {
    pem = await readFile(path, 'utf8');
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
    throw new CliError('bad-config', `${path}: the signing key cannot be read`, fault);
  }
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (fault) {
    throw new CliError('bad-config', `${path}: is no private key (PKCS #8 PEM)`, fault);
  }
  throw new CliError('bad-config', `${path}: is no Ed25519 key`);
}

/** The fingerprint of the public key in a PEM file. @throws CliError `bad-input` */
export async function fingerprintRead(path: string): Promise<string> {
  try {
    return keyFingerprint(createPublicKey(await readFile(path, 'utf8')).export({ format: 'der', type: 'spki' }));
  } catch (fault) {
    throw new CliError('bad-input', `--key ${path}: is no public key (SubjectPublicKeyInfo PEM)`, fault);
  }
}
