// What signs run records: a key of KMS where the configuration names one, else a file beside the store, made at its first use and its owner's alone.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
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
  if (held) {
    // A key that people keep in a folder of their own does without the public one beside it.
    if (!existsSync(`${path}.pub`)) await publicKeyWrite(path, held);
    return held;
  }
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeOnce(path, generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }), 0o600);
    const key = await keyRead(path);
    if (key === null) throw new Error('it is gone again');
    const fault = await publicKeyWrite(path, key);
    if (fault !== null) throw fault;
    return key;
  } catch (fault) {
    if (fault instanceof CliError) throw fault;
    throw new CliError(
      'bad-config',
      `${path}: the signing key cannot be written; signing.keyFile names another place`,
      fault,
    );
  }
}

/** Why the public half could not be put beside the key; null where it stands there. */
async function publicKeyWrite(path: string, key: KeyObject): Promise<Error | null> {
  try {
    await writeOnce(`${path}.pub`, createPublicKey(key).export({ format: 'pem', type: 'spki' }), 0o644);
    return null;
  } catch (fault) {
    if (fault instanceof Error) return fault;
    throw fault;
  }
}

/** Whole from the first moment that it stands under its name, whoever reads meanwhile and whatever kills this process; what stands there stays. */
async function writeOnce(path: string, text: string | Buffer, mode: number): Promise<void> {
  const partial = `${path}.${randomUUID()}`;
  await writeFile(partial, text, { flag: 'wx', mode });
  try {
    await link(partial, path);
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
  } finally {
    await rm(partial, { force: true });
  }
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
