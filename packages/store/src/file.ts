// Writes a file so that it is there whole or not at all, and only its owner may read it.
import { randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Takes the folder for unfinished files (on the same file system), the final path and the bytes. When it returns,
 * the file stands under its name: mode 0600 or the one given, new folders 0700. Its bytes are on the disk before it gets its name; the
 * name itself is with the operating system, so that losing power may lose the file but never leaves a part of it.
 */
export async function filePut(partialFolder: string, path: string, bytes: Uint8Array, mode = 0o600): Promise<void> {
  await folderMake(partialFolder);
  await folderMake(dirname(path));
  const partial = join(partialFolder, randomUUID());
  await fileWrite(partial, bytes);
  await chmod(partial, mode);
  await rename(partial, path);
}

/** Makes a folder and its missing parents, mode 0700. */
export async function folderMake(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Takes every right of others from what stands below a folder: PGlite writes 0666 whatever the umask. */
export async function folderClose(path: string): Promise<void> {
  if (!existsSync(path)) return;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o700 : 0o600);
}

/** Creates a file that must not exist yet, mode 0600, and flushes its bytes to the disk. */
export async function fileWrite(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Removes a file that may be there: null where it is gone, else why it is not. */
export async function fileRemove(path: string): Promise<string | null> {
  try {
    await rm(path, { force: true });
    return null;
  } catch (error) {
    return `${path}: ${(error as Error).message}`;
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

/**
 * Gives the bytes of a file that was written under this very name, or null where there is none. What stands in its place (a link, a pipe, a
 * device, a folder, a file beyond `bytesMax`) is refused in words: a link may be turned to other bytes at any time, and a device never ends.
 */
export async function fileReadOwn(path: string, bytesMax: number): Promise<Uint8Array | string | null> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    if (code === 'ELOOP' || code === 'EMLINK') return 'is a symbolic link';
    throw error;
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return 'is no file';
    return stats.size > bytesMax ? `has ${stats.size} bytes` : await file.readFile();
  } finally {
    await file.close();
  }
}
