// Empty stores at little cost: each a copy of one that was made once, in a folder or on a PostgreSQL server.
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseServerStart } from '@bongsu/lab';
import { type StorePlace, storeOpen } from '@bongsu/store';

export type StoreEngine = 'PGlite' | 'PostgreSQL';

export interface FreshStores {
  /** A new empty store whose files lie in this folder. */
  make(folder: string): Promise<StorePlace>;
  drop(place: StorePlace): Promise<void>;
  /** Ends the server at once and starts it again; a folder has none. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export async function freshStores(engine: StoreEngine, base: string): Promise<FreshStores> {
  return engine === 'PGlite' ? folders(base) : databases(base);
}

async function folders(base: string): Promise<FreshStores> {
  const first = join(base, 'first');
  await (await storeOpen({ directory: first })).close();
  return {
    make: async (folder) => {
      const directory = join(folder, 'store');
      await cp(first, directory, { recursive: true });
      return { directory };
    },
    drop: ({ directory }) => rm(directory, { recursive: true, force: true }),
    crash: async () => {},
    close: async () => {},
  };
}

async function databases(base: string): Promise<FreshStores> {
  const server = await databaseServerStart();
  const first = server.database();
  await (await storeOpen({ directory: join(base, 'first'), databaseUrl: first })).close();
  const named = (name: string): string => Object.assign(new URL(first), { pathname: `/${name}` }).href;
  const nameOf = (url: string): string => new URL(url).pathname.slice(1);
  let count = 0;
  return {
    make: async (folder) => {
      count += 1;
      const databaseUrl = named(`fresh${count}`);
      server.run(
        named('postgres'),
        `create database ${nameOf(databaseUrl)} template ${nameOf(first)} strategy file_copy`,
      );
      return { directory: join(folder, 'store'), databaseUrl };
    },
    drop: async ({ directory, databaseUrl = '' }) => {
      server.run(named('postgres'), `drop database ${nameOf(databaseUrl)} with (force)`);
      await rm(directory, { recursive: true, force: true });
    },
    crash: () => server.crash(),
    close: () => server.stop(),
  };
}
