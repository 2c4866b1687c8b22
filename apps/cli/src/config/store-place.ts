// Where the store is: its folder, and the PostgreSQL server where the environment or the configuration names one.
import type { StorePlace } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import type { Config } from './schema.ts';

/** Without a configuration only the environment can name a server. The address may hold a password: it is never shown as it is. */
export function storePlaceOf(
  directory: string,
  config: Pick<Config, 'database'> | null,
  environment: Readonly<Record<string, string | undefined>>,
): StorePlace {
  const databaseUrl = databaseOf(config?.database, environment);
  return { directory, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
}

function databaseOf(
  database: Config['database'],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (database === 'none') return undefined;
  if (database !== undefined && 'environment' in database) {
    const named = environment[database.environment];
    if (named) return named;
    throw new CliError(
      'bad-config',
      `database.environment: the environment has no ${database.environment}: set it to ` +
        'postgresql://user:password@host:5432/database, or take "database" out of the configuration',
    );
  }
  // Set and empty is how a shell says that there is none.
  return environment['DATABASE_URL'] || database?.url;
}
