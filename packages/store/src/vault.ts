// The vault of one machine: files below the store's folder.
import { join } from 'node:path';
import type { Vault, VaultName } from '@bongsu/core';
import { filePut, fileReadOwn, fileRemove } from './file.ts';
import { StoreError } from './store-error.ts';

/** An archive is some megabytes; what is larger was not put here by us. */
const bytesMax = 256 * 1024 * 1024;

/** Files under `evidence/` and `refused/` of a folder. A file is there whole or not at all, its owner's alone, and for reading only. */
export function folderVault(directory: string): Vault {
  const place = (name: VaultName): string => {
    if (name.shelf === 'evidence') return join(directory, 'evidence', name.sha256.slice(0, 2), `${name.sha256}.tar.gz`);
    return join(directory, 'refused', name.campaignId, `${name.position}-${name.sha256}.bin`);
  };
  const get = async (name: VaultName): Promise<Uint8Array | null> => {
    const path = place(name);
    const found = await fileReadOwn(path, bytesMax);
    if (typeof found !== 'string') return found;
    throw new StoreError('unreadable', `${name.shelf} was altered: ${path} ${found}, not what was kept`);
  };
  return {
    place,
    put: async (name, bytes) => {
      const path = place(name);
      if ((await get(name)) !== null) return false;
      await filePut(join(directory, 'partial'), path, bytes, 0o400);
      return true;
    },
    get,
    remove: (name) => fileRemove(place(name)),
  };
}
