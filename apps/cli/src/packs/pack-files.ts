// The files of a pack, from a folder, a tar, or what a campaign kept; small, plainly named, and all of them.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignPack } from '@bongsu/core';
import { PackArchiveFault, packArchive, packFileName, packLimits } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';

export type PackFiles = ReadonlyMap<string, Uint8Array>;

/** @throws CliError with what to change, where the place is no pack. */
export async function packFilesAt(place: string): Promise<PackFiles> {
  const refuse = (why: string, cause?: unknown): CliError =>
    new CliError('bad-input', `the pack ${place}: ${why}`, cause);
  const seen = await stat(place).catch((fault: unknown) => {
    throw refuse(
      'cannot be read; name a folder with pack.yaml, or a tar of one ("bongsu pack new DIR" writes a folder)',
      fault,
    );
  });
  if (seen.isDirectory()) return folderFiles(place, refuse);
  if (seen.size > packLimits.archiveBytesMax)
    throw refuse(`has ${seen.size} bytes; ${packLimits.archiveBytesMax} is the most for a tar`);
  try {
    return await packArchive(await readFile(place));
  } catch (fault) {
    if (fault instanceof PackArchiveFault) throw refuse(fault.message, fault);
    throw fault;
  }
}

/** Hidden files and folders are left out: what an editor or git keeps is no part of a pack. */
async function folderFiles(place: string, refuse: (why: string) => CliError): Promise<PackFiles> {
  const names = (await readdir(place, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'));
  const files = new Map<string, Uint8Array>();
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { size, isFile, isDirectory } = await stat(join(place, name)).then((seen) => ({
      size: seen.size,
      isFile: seen.isFile(),
      isDirectory: seen.isDirectory(),
    }));
    if (isDirectory) throw refuse(`holds the folder ${name}; a pack's files lie beside each other`);
    if (!isFile || !packFileName.test(name))
      throw refuse(`holds ${JSON.stringify(name)}: only files with plain names (letters, digits, . _ -)`);
    if (size > packLimits.fileBytesMax)
      throw refuse(`${name} has ${size} bytes; ${packLimits.fileBytesMax} is the most`);
    if (files.size >= packLimits.filesMax) throw refuse(`holds more than ${packLimits.filesMax} files`);
    files.set(name, await readFile(join(place, name)));
  }
  return files;
}

export function packFilesKept(pack: CampaignPack): PackFiles {
  return new Map(Object.entries(pack.files).map(([name, base64]) => [name, Buffer.from(base64, 'base64')]));
}

export function packFilesBase64(files: PackFiles): Record<string, string> {
  return Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}
