// Writes a file so that it is there whole or not at all, and only its owner may read it.
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Takes the folder for unfinished files (on the same file system), the final path and the bytes. When it returns,
 * the file is on the disk under its name: mode 0600, new folders 0700.
 */
export async function filePut(partialFolder: string, path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(partialFolder, { recursive: true, mode: 0o700 });
  await folderMake(dirname(path));
  const partial = join(partialFolder, randomUUID());
  await fileWrite(partial, bytes);
  await rename(partial, path);
  await directorySync(dirname(path));
}

/** Makes a folder and its missing parents, mode 0700, and flushes their names. */
export async function folderMake(path: string): Promise<void> {
  const topmost = await mkdir(path, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  for (let made = path; made.length >= topmost.length; made = dirname(made)) await directorySync(dirname(made));
}

/** Creates a file that must not exist yet, mode 0600, and flushes it to the disk. */
export async function fileWrite(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the bytes of a file, or null where there is none. */
export async function fileRead(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Flushes the names in a folder, so that a rename survives a loss of power. */
export async function directorySync(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
