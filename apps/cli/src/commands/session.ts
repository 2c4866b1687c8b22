// What every command is given: where it runs, what it was asked, and how it speaks.
import type { Config } from '../config/schema.ts';
import { configLoad, environmentOverrides } from '../config/load.ts';
import type { Voice } from '../language/say.ts';
import type { Screen } from '../screen/screen.ts';

/** Flags that every command takes. */
export interface GlobalFlags {
  readonly config: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly store?: string;
  readonly accounts?: string;
  readonly regions?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly bucket?: string;
  readonly profile?: string;
}

export interface Session {
  readonly screen: Screen;
  readonly say: Voice;
  readonly flags: GlobalFlags;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The configuration for this call: file, environment, flags. */
export function configOf(session: Session): Promise<Config> {
  return configLoad(session.flags.config, environmentOverrides(session.environment), session.flags);
}

/** The store's folder for commands that only look: without a configuration file the flag, the environment or the default will do. */
export async function storeDirectory(session: Session): Promise<string> {
  const given = session.flags.store ?? session.environment['BONGSU_STORE'];
  return given ?? (await configOf(session)).store;
}
