// Keeps a second process out of a store's folder: two PGlite processes in one folder destroy it.
import { randomUUID } from 'node:crypto';
import { link, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileRead, fileWrite, folderMake } from './file.ts';
import { type ProcessIdentity, processEnded, processSelf } from './process-identity.ts';
import { StoreError } from './store-error.ts';

export interface Lock {
  /** Lets the next process in. */
  release(): Promise<void>;
}

interface Claim extends ProcessIdentity {
  readonly released: boolean;
}

/**
 * Takes the store's folder; holds the lock until `release` or the death of this
 * process. Throws StoreError `locked`, naming process and file, while another holder lives or may live.
 *
 * Claims are numbered files in `lock/`; whoever holds the highest number holds the lock. A file comes into being by
 * link(2), which is exclusive like O_EXCL and also brings the content with it. The highest number never falls, so a
 * process that decided long ago that a claim was stale cannot slip in: it finds its number taken, or a higher one.
 */
export async function lockTake(directory: string): Promise<Lock> {
  const folder = join(directory, 'lock');
  await folderMake(folder);
  const claim: Claim = { ...processSelf(), released: false };
  for (;;) {
    const standing = await numberHighest(folder);
    await standingRefuse(directory, folder, standing);
    const mine = standing + 1;
    if (!(await claimWrite(folder, mine, claim))) continue;
    if ((await numberHighest(folder)) !== mine) {
      await rm(join(folder, String(mine)), { force: true });
      continue;
    }
    await olderRemove(folder, mine);
    return { release: () => claimRelease(folder, mine, claim) };
  }
}

/** Throws where the standing claim is, or may be, somebody's. */
async function standingRefuse(directory: string, folder: string, standing: number): Promise<void> {
  if (standing === 0) return;
  const file = join(folder, String(standing));
  const content = await fileRead(file);
  // Removed by a newer holder since it was listed: taking the next number then fails or is found out.
  if (content === null) return;
  const claim = claimParse(content);
  if (claim === null) {
    throw new StoreError('locked', `${directory} has a lock that cannot be read; delete ${file} if nothing uses it`);
  }
  if (claim.released || processEnded(claim)) return;
  throw new StoreError(
    'locked',
    `${directory} is in use by process ${claim.pid} on ${JSON.stringify(claim.hostname)} ` +
      `(lock file ${file}; delete it only if that process is gone)`,
  );
}

async function numberHighest(folder: string): Promise<number> {
  const names = await readdir(folder);
  return Math.max(0, ...names.filter((name) => /^[1-9][0-9]{0,14}$/.test(name)).map(Number));
}

/** False where the number is taken, or another process was quicker. */
async function claimWrite(folder: string, number: number, claim: Claim): Promise<boolean> {
  const draft = join(folder, `draft-${randomUUID()}`);
  await fileWrite(draft, JSON.stringify(claim));
  try {
    await link(draft, join(folder, String(number)));
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // ENOENT: a new holder cleared the draft away.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The number stays, marked as free: numbers never fall. */
async function claimRelease(folder: string, number: number, claim: Claim): Promise<void> {
  const draft = join(folder, `draft-${randomUUID()}`);
  await fileWrite(draft, JSON.stringify({ ...claim, released: true }));
  await rename(draft, join(folder, String(number)));
}

/** Clears what earlier holders left: their claims, and the drafts of processes that were killed while writing. */
async function olderRemove(folder: string, mine: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!(Number(name) >= mine)) await rm(join(folder, name), { force: true });
  }
}

function claimParse(content: Uint8Array): Claim | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return claimIs(value) ? value : null;
}

function claimIs(value: unknown): value is Claim {
  if (typeof value !== 'object' || value === null) return false;
  const claim = value as Record<string, unknown>;
  return (
    Number.isInteger(claim['pid']) &&
    typeof claim['hostname'] === 'string' &&
    (claim['start'] === null || typeof claim['start'] === 'string') &&
    typeof claim['released'] === 'boolean'
  );
}
