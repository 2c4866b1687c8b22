// bongsu pack build: writes the one self-checking script that is carried by hand to hosts without a network, and keeps what was built.
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { packMark, type CarriedBuild } from '@bongsu/core';
import { composeCarried, composeHostScript, probesFor } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import { contentWith } from '../packs/content.ts';
import { packAt } from '../packs/load-pack.ts';
import { packsShow } from '../packs/packs-view.ts';
import { realClock, realIds, withStore } from '../wire.ts';
import { byWhom } from './answer.ts';
import { packsOf } from './campaign.ts';
import type { Session } from './session.ts';
import { configIfThere, storePlace } from './session.ts';

export interface BuildFlags {
  readonly out: string;
  /** Folders or tars; else those of the configuration. */
  readonly pack?: readonly string[];
  readonly by?: string;
}

/** The build is on record before the file is there: a result of it can always be judged. */
export async function packBuild(flags: BuildFlags, session: Session): Promise<void> {
  const { screen, say } = session;
  const by = byWhom(flags.by);
  const content = contentWith(await packsFor(flags, session));
  const host = composeHostScript(probesFor(content.checks, [content.system]));
  const buildId = `b-${realIds.random(26)}`;
  const builtAt = realClock.now().toISOString();
  const sealKey = randomBytes(32).toString('hex');
  const { text, sha256: fileSha256 } = composeCarried({ buildId, builtAt, sealKey, host });
  const { script, sha256: scriptSha256 } = host;
  const units = content.checks.map((check) => check.id);
  const build: CarriedBuild = {
    ...{ buildId, builtAt, by, script, scriptSha256, fileSha256, sealKey, units },
    packs: content.packs,
  };
  await withStore(await storePlace(session), session, (store) => store.buildPut(build));
  await fileNew(flags.out, text);
  const packs = content.packs.map(packMark);
  if (screen.asJson)
    return screen.json({
      build: buildId,
      builtAt,
      by,
      file: flags.out,
      fileSha256,
      script: scriptSha256,
      units,
      packs,
    });
  screen.out(screen.bold(say('carried.built', { file: flags.out, units: units.length, build: buildId })));
  screen.out(say('carried.sum', { sha: fileSha256 }));
  packsShow(packs, session);
  screen.out(say('carried.secret'));
  screen.out(say('carried.next', { file: flags.out }));
}

async function packsFor({ pack }: BuildFlags, session: Session): Promise<Awaited<ReturnType<typeof packsOf>>> {
  if (pack !== undefined) return Promise.all(pack.map(packAt));
  const config = await configIfThere(session);
  return config === null ? [] : packsOf(config, session);
}

/** Never over what is there. */
async function fileNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o700 });
  } catch (fault) {
    const why =
      fault instanceof Error && 'code' in fault && fault.code === 'EEXIST' ? 'is there already' : String(fault);
    throw new CliError('refused', `--out ${path}: ${why}; name another file`, fault);
  }
}
