// The vault of one machine gives back what was kept under a name, and refuses what somebody put in its place.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderVault } from './vault.ts';

const directory = await mkdtemp(join(tmpdir(), 'bongsu-vault-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('an archive');
const name = { shelf: 'evidence', sha256: createHash('sha256').update(bytes).digest('hex') } as const;
const vault = folderVault(directory);
const path = vault.place(name);

it('keeps it once, and gives it back', async () => {
  expect(await vault.get(name)).toBeNull();
  expect(await vault.put(name, bytes)).toBe(true);
  expect(await vault.put(name, bytes)).toBe(false);
  expect(new Uint8Array((await vault.get(name)) ?? [])).toEqual(bytes);
});

it.each<[string, () => Promise<unknown>]>([
  // To the very bytes: whoever may turn the link decides what it says tomorrow.
  ['a symbolic link', () => symlink(`${path}.kept`, path)],
  ['a device without end', () => symlink('/dev/zero', path)],
  ['a link to nothing', () => symlink(`${path}.nowhere`, path)],
  ['a folder', () => mkdir(path)],
  [
    'a file of a gigabyte',
    async () => {
      await writeFile(path, '');
      await chmod(path, 0o600);
      await truncate(path, 1024 ** 3);
    },
  ],
])('refuses %s in its place, for reading and for writing', async (_, place) => {
  await rename(path, `${path}.kept`);
  try {
    await place();
    const refused = { code: 'unreadable', message: expect.stringContaining(path) as string };
    await expect(vault.get(name)).rejects.toMatchObject(refused);
    await expect(vault.put(name, bytes)).rejects.toMatchObject(refused);
  } finally {
    await rm(path, { recursive: true, force: true });
    await rename(`${path}.kept`, path);
  }
});
