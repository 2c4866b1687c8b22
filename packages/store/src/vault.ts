// The vault of one machine: files below the store's folder.
import { join } from 'node:path';
import type { Vault, VaultName } from '@bongsu/core';
import { filePut, fileRead, fileRemove } from './file.ts';

/** Files under `evidence/` and `refused/` of a folder. A file is there whole or not at all, its owner's alone, and for reading only. */
export function folderVault(directory: string): Vault {
  const place = (name: VaultName): string => {
    if (name.shelf === 'evidence') return join(directory, 'evidence', name.sha256.slice(0, 2), `${name.sha256}.tar.gz`);
    return join(directory, 'refused', name.campaignId, `${name.position}-${name.sha256}.bin`);
  };
  return {
    place,
    put: async (name, bytes) => {
      const path = place(name);
      if ((await fileRead(path)) !== null) return false;
      await filePut(join(directory, 'partial'), path, bytes, 0o400);
      return true;
    },
    get: (name) => fileRead(place(name)),
    remove: (name) => fileRemove(place(name)),
  };
}
