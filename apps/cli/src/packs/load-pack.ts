// Loads packs: from a folder or tar as a flag or the configuration names it, held against its hash, or from a campaign.
import { dirname, resolve } from 'node:path';
import type { CampaignPack } from '@bongsu/core';
import type { PackDefinition } from '@bongsu/engines';
import { packHash } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import type { PackFiles } from './pack-files.ts';
import { packFilesAt, packFilesBase64, packFilesKept } from './pack-files.ts';
import { readPack } from './read-pack.ts';

export interface LoadedPack {
  readonly definition: PackDefinition;
  readonly kept: CampaignPack;
}

export const packsMax = 10;

/** The pack of a folder or a tar. */
export async function packAt(place: string): Promise<LoadedPack> {
  return loaded(place, await packFilesAt(place));
}

/** The pack as a campaign was planned with it. */
export function packKept(pack: CampaignPack): LoadedPack {
  return loaded(`${pack.name} ${pack.version}`, packFilesKept(pack));
}

function loaded(place: string, files: PackFiles): LoadedPack {
  const definition = readPack(place, files);
  const { name, version, edition, kind } = definition;
  return { definition, kept: { name, version, edition, kind, sha256: packHash(files), files: packFilesBase64(files) } };
}

/**
 * The packs that a configuration names, by paths from its own folder. A script runs as root on every host, so its pack is only taken
 * by the hash of what somebody has read. @throws CliError `bad-config` that tells the hash to write.
 */
export async function packsNamed(
  named: readonly { readonly path: string; readonly sha256?: string | undefined }[],
  configPath: string,
): Promise<LoadedPack[]> {
  const packs: LoadedPack[] = [];
  for (const [index, { path, sha256 }] of named.entries()) {
    const pack = await packAt(resolve(dirname(configPath), path));
    const field = `${configPath}: packs.${index}.sha256`;
    if (sha256 !== undefined && sha256 !== pack.kept.sha256)
      throw new CliError(
        'bad-config',
        `${field}: the pack ${path} has the SHA-256 ${pack.kept.sha256}, the configuration names ${sha256}: it was changed; read it, run "bongsu pack test ${path}", then write the new one`,
      );
    if (sha256 === undefined && pack.definition.kind === 'legacy')
      throw new CliError(
        'bad-config',
        `${field}: is missing. ${path} runs a script as root on every host, so it is only taken by its hash: read it, run "bongsu pack test ${path}", then write sha256: ${pack.kept.sha256}`,
      );
    packs.push(pack);
  }
  return packs;
}
