// The key that signs run records: a file beside the store, made at its first use and readable by its owner alone.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Signer } from '@bongsu/core';
import type { Signing } from '@bongsu/flow';
import { CliError } from './cli-error.ts';
import type { Config } from './config/schema.ts';
import { version } from './version.ts';

/** Where the private key of a configuration stands; the public one beside it has `.pub` for its end. */
export function keyFileOf(config: Pick<Config, 'store' | 'signing'>): string {
  return config.signing.keyFile ?? join(config.store, 'signing-key.pem');
}

/** Signs as the configuration says; who runs campaigns is told by AWS where it can be asked. */
export function signingOf(config: Pick<Config, 'store' | 'signing'>, principal: () => Promise<string>): Signing {
  const key = (): Promise<KeyObject> => keyOpen(keyFileOf(config));
  const signer: Signer = {
    algorithm: 'Ed25519',
    publicKey: async () => createPublicKey(await key()).export({ format: 'der', type: 'spki' }),
    sign: async (message) => sign(null, message, await key()),
  };
  const here = `${userInfo().username}@${hostname()}`;
  return { signer, version, by: async () => `${await principal()} (${here})` };
}

/** Opens the key, or makes one where there is none. Of two processes that make one, the first wins. */
async function keyOpen(path: string): Promise<KeyObject> {
  const held = await keyRead(path);
  if (held) return held;
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  try {
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

/** The public key in a PEM file, as a run record names it. @throws CliError `bad-input` */
export async function publicKeyRead(path: string): Promise<string> {
  try {
    return createPublicKey(await readFile(path, 'utf8'))
      .export({ format: 'der', type: 'spki' })
      .toString('base64');
  } catch (fault) {
    throw new CliError('bad-input', `--key ${path}: is no public key (SubjectPublicKeyInfo PEM)`, fault);
  }
}
