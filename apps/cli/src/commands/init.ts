// bongsu init: writes one commented configuration from the flags, and never over one that is there.
import { writeFile } from 'node:fs/promises';
import { CliError } from '../cli-error.ts';
import type { TemplateAnswers } from '../config/template.ts';
import { configTemplate } from '../config/template.ts';
import { environmentOverrides } from '../config/load.ts';
import { realIds } from '../wire.ts';
import type { Session } from './session.ts';

export async function init(flags: { readonly print?: boolean }, session: Session): Promise<void> {
  const { screen, say } = session;
  const template = configTemplate(answersOf(session));
  if (flags.print) return screen.out(template.trimEnd());
  const path = session.flags.config;
  try {
    await writeFile(path, template, { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    const exists = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST';
    throw new CliError('bad-input', exists ? say('init.exists', { path }) : `${path}: cannot be written`, fault);
  }
  screen.say(say('init.done', { path }));
}

/** Flags and environment where they say, else a start that a person edits. The external id is made up unguessable. */
function answersOf({ flags, environment }: Session): TemplateAnswers {
  const given = {
    ...environmentOverrides(environment),
    ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
  };
  const list = (text: string | undefined, word: string): string[] | null =>
    text === undefined || text === word ? null : text.split(',').map((one) => one.trim());
  return {
    accounts: list(given.accounts, 'organization') ?? 'organization',
    roleName: given.role ?? 'BongsuMember',
    externalId: given.externalId ?? `bongsu-${realIds.random(24)}`,
    regions: list(given.regions, 'enabled') ?? 'enabled',
    centralRegion: environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'ap-northeast-2',
    profile: given.profile ?? null,
    rings: 'careful',
    bucketName: given.bucket ?? 'bongsu-exchange-CHANGE-ME'.toLowerCase(),
  };
}
