// The channels of a configuration, with their secrets from the environment; loaded only where there are some.
import type { Channel } from '@bongsu/core';
import { CliError } from './cli-error.ts';
import type { Config } from './config/schema.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws CliError `bad-config` where a variable that the configuration names is not set. */
export async function channelsOf({ notify }: Pick<Config, 'notify'>, environment: Environment): Promise<Channel[]> {
  if (notify.length === 0) return [];
  const { httpChannel, mailChannel } = await import('@bongsu/notify');
  const secret = (variable: string): string => {
    const held = environment[variable];
    if (held === undefined || held === '')
      throw new CliError('bad-config', `notify: the environment variable ${variable} is not set`);
    return held;
  };
  return notify.map((one): Channel => {
    switch (one.kind) {
      case 'slack':
        return httpChannel({ name: one.name, kind: 'slack', lang: one.lang, url: secret(one.urlFrom) });
      case 'webhook': {
        const url = one.url ?? secret(one.urlFrom ?? missing(one.name));
        const key = one.secretFrom === undefined ? {} : { secret: secret(one.secretFrom) };
        return httpChannel({ name: one.name, kind: 'webhook', lang: one.lang, url, ...key });
      }
      case 'mail': {
        const { name, lang, host, port, security, from, to, userFrom, passwordFrom } = one;
        const user = userFrom === undefined ? {} : { user: secret(userFrom) };
        const password = passwordFrom === undefined ? {} : { password: secret(passwordFrom) };
        return mailChannel({ name, lang, host, port, security, from, to, ...user, ...password });
      }
    }
  });
}

function missing(name: string): never {
  throw new CliError('bad-config', `notify: ${name}: give "url" or "urlFrom"`);
}
