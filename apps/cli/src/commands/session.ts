// What every command is given: where it runs, what it was asked, and how it speaks.
import { access } from 'node:fs/promises';
import type { Aws } from '@bongsu/aws';
import type { JudgeSettings } from '@bongsu/core';
import { profiles, strictSettings } from '@bongsu/core';
import type { StorePlace } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import type { Config } from '../config/schema.ts';
import { configLoad, environmentOverrides } from '../config/load.ts';
import { storePlaceOf } from '../config/store-place.ts';
import type { Voice } from '../language/say.ts';
import type { Screen } from '../screen/screen.ts';
import { vaultOf } from '../wire.ts';

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
  readonly edition?: string;
  readonly checkProfile?: string;
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

/** The store for commands that only look: without a configuration file the flag or the environment will do. */
export async function storePlace(session: Session): Promise<StorePlace> {
  const given = session.flags.store ?? session.environment['BONGSU_STORE'];
  const config = given === undefined ? await configOf(session) : await configIfThere(session);
  return {
    ...storePlaceOf(given ?? config?.store ?? '.bongsu', config, session.environment),
    ...(await vaultOf(config)),
    ...retentionOf(config),
  };
}

/** The store of a configuration; through `aws` where one is open already, which counts its calls. */
export async function storeOf(config: Config, session: Session, aws?: Aws): Promise<StorePlace> {
  return {
    ...storePlaceOf(config.store, config, session.environment),
    ...(await vaultOf(config, aws)),
    ...retentionOf(config),
  };
}

function retentionOf(config: Config | null): Pick<StorePlace, 'retentionDays'> {
  const retentionDays = config?.evidence.retentionDays;
  return retentionDays === undefined ? {} : { retentionDays };
}

/** The configuration where there is one; null where none was named and the usual file is not there. */
export async function configIfThere(session: Session): Promise<Config | null> {
  const usual = session.flags.config === 'bongsu.yaml';
  const there = await access(session.flags.config).then(
    () => true,
    () => false,
  );
  return usual && !there ? null : configOf(session);
}

/** How verdicts are to be given: the flag, then the configuration, then the guide's letter. */
export async function judgingOf(session: Session): Promise<JudgeSettings> {
  const named = session.flags.checkProfile;
  const profile = profiles.find((one) => one === named);
  if (named !== undefined && profile === undefined)
    throw new CliError('bad-input', `--check-profile ${JSON.stringify(named)}: one of ${profiles.join(', ')}`);
  const judging = (await configIfThere(session))?.judging ?? strictSettings;
  return profile ? { ...judging, profile } : judging;
}
