// Opens PGlite (PostgreSQL inside this process) under Kysely, whole even when its first start was cut short.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Kysely, PGliteDialect } from 'kysely';
import type { Engine } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/**
 * Takes the store's folder, which the caller has locked, or null for a database in memory; gives it with all
 * migrations run. Throws StoreError `newer-schema` or `unreadable`.
 *
 * Durability: a write is acknowledged when PostgreSQL has committed it and its bytes are with the operating system,
 * so it survives the death of this process at any moment. PGlite runs with `fsync=off`: when the machine loses
 * power, the last seconds of writes may be lost and the database may be damaged (`unreadable` at the next open).
 * Evidence files stand beside it and stay whole (file.ts); every verdict can be judged again from them.
 */
export async function databaseOpen(directory: string | null): Promise<Engine> {
  if (directory === null) return opened(null);
  const final = join(directory, 'database');
  if (!(await exists(final))) await databaseCreate(directory, final);
  // Without this file PGlite would take the folder for a new one and start an empty database in it.
  if (!(await exists(join(final, 'PG_VERSION')))) {
    throw new StoreError('unreadable', `${final} is there but holds no database`);
  }
  return opened(final);
}

const partialPrefix = 'database.partial-';

/**
 * Builds the database under another name: a process killed half-way leaves nothing that looks finished. A process of its own does it,
 * because `initdb` and its two engines take half a gigabyte, which this process would keep as its peak.
 */
async function databaseCreate(directory: string, final: string): Promise<void> {
  // A folder for each: the builder of a killed process may still be writing in its own.
  const partial = await mkdtemp(join(directory, partialPrefix));
  const builder = fileURLToPath(new URL('database-create.ts', import.meta.url));
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [builder, partial], (error, _said, complaint) => {
      const words = complaint.trim().split('\n').at(-1) ?? '';
      if (error === null) resolve();
      else reject(new StoreError('unreadable', `the database ${final} could not be made: ${words}`, error));
    });
  });
  await rename(partial, final);
  const left = (await readdir(directory)).filter((name) => name.startsWith(partialPrefix));
  for (const name of left) await rm(join(directory, name), { recursive: true, force: true, maxRetries: 10 });
}

/** Opens PGlite in a folder that holds a database or nothing, or in memory for null, with all migrations run. */
export async function opened(path: string | null): Promise<Engine> {
  const engine = await engineStart(path);
  try {
    await migrate(engine.db, migrations);
    return engine;
  } catch (error) {
    await engine.db.destroy();
    throw error;
  }
}

/**
 * The engine's program as it is first compiled, and never optimised: a single function of it takes 450 MiB to optimise (resident memory
 * after opening 258 MiB in place of 811; Node 24.21, PGlite 0.5.16), and what bench/store.ts asks of it takes the same processor time.
 */
const compileFlags = ['--no-wasm-dynamic-tiering', '--no-wasm-tier-up'];
/** All of it is resident from the start; the 128 MB that initdb writes are meant for a server of many, and the files are cached anyway. */
const sharedBuffers = '16MB';

async function engineStart(path: string | null): Promise<Engine> {
  for (const flag of compileFlags) setFlagsFromString(flag);
  // Loaded here and not at the top: 27 MB that most commands of a command line never need.
  const { PGlite } = await import('@electric-sql/pglite');
  const startParams = [...PGlite.defaultStartParams, '-c', `shared_buffers=${sharedBuffers}`];
  try {
    const pglite = await PGlite.create(path === null ? 'memory://' : `file://${path}`, { startParams });
    return {
      // Takes its turn behind every statement already asked for.
      drain: async () => void (await pglite.query('select 1')),
      db: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }),
      run: async (text, values) => {
        // Only without values does the engine take several statements (the simple protocol).
        if (values !== undefined && values.length > 0) return pglite.query<Record<string, unknown>>(text, [...values]);
        const results = await pglite.exec(text);
        return { rows: results.flatMap((result) => result.rows as Record<string, unknown>[]) };
      },
    };
  } catch (error) {
    throw new StoreError('unreadable', `the database ${path ?? 'in memory'} does not start`, error);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
