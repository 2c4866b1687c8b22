// Reads the configuration: file, then environment, then flags; every fault names file, line, field and remedy.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { CliError } from '../cli-error.ts';
import type { Config } from './schema.ts';

/** Overrides by field path; from flags or from the environment. */
export interface Overrides {
  readonly accounts?: string | undefined;
  readonly regions?: string | undefined;
  readonly role?: string | undefined;
  readonly externalId?: string | undefined;
  readonly bucket?: string | undefined;
  readonly profile?: string | undefined;
  readonly store?: string | undefined;
}

/** The environment's names for the same. */
export function environmentOverrides(environment: Readonly<Record<string, string | undefined>>): Overrides {
  return {
    accounts: environment['BONGSU_ACCOUNTS'],
    regions: environment['BONGSU_REGIONS'],
    role: environment['BONGSU_ROLE'],
    externalId: environment['BONGSU_EXTERNAL_ID'],
    bucket: environment['BONGSU_BUCKET'],
    profile: environment['BONGSU_PROFILE'],
    store: environment['BONGSU_STORE'],
  };
}

/** @throws CliError `bad-config` where the file is missing or breaks a rule; nothing is changed. */
export async function configLoad(path: string, ...overrides: readonly Overrides[]): Promise<Config> {
  const lines = new LineCounter();
  const document = parseDocument(await textOf(path), { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new CliError('bad-config', `${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message}`);
  let raw: unknown;
  try {
    // A few aliases at most: an alias bomb is no configuration.
    raw = document.toJS({ maxAliasCount: 20 });
  } catch (fault) {
    throw new CliError('bad-config', `${path}: ${fault instanceof Error ? fault.message : 'not readable'}`, fault);
  }
  const merged = overrides.reduce(override, raw);
  if (merged === null || typeof merged !== 'object' || Array.isArray(merged))
    throw new CliError(
      'bad-config',
      `${path}: ${merged === null ? 'is empty' : 'holds no fields (name: value)'}: "bongsu init" writes a configuration`,
    );
  const [{ configSchema }, { faultWords }] = await Promise.all([import('./schema.ts'), import('./fault-words.ts')]);
  const parsed = configSchema.safeParse(merged, { error: faultWords });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    const at = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
    return `${path}:${lineOf(document, lines, at)}: ${field || 'file'}: ${issue.message}`;
  });
  throw new CliError(
    'bad-config',
    `${faults.join('\n')}\nsee the comments that "bongsu init" writes, or run "bongsu init --print"`,
  );
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    throw new CliError(
      'bad-config',
      `${resolve(path)}: cannot be read; "bongsu init" writes one, --config names another`,
      fault,
    );
  }
}

/** Line of the deepest part of the path that stands in the file. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function override(raw: unknown, given: Overrides): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  const old = raw as Record<string, unknown>;
  const into = (key: string, field: string, value: string | undefined): object =>
    value === undefined ? {} : { [key]: { ...(old[key] as object | undefined), [field]: value } };
  const role = {
    ...(old['role'] as object | undefined),
    ...defined('name', given.role),
    ...defined('externalId', given.externalId),
  };
  return {
    ...old,
    ...(given.accounts === undefined ? {} : { accounts: accountsOf(given.accounts) }),
    ...(given.regions === undefined
      ? {}
      : { regions: given.regions === 'enabled' ? 'enabled' : given.regions.split(',') }),
    ...(Object.keys(role).length > 0 ? { role } : {}),
    ...into('bucket', 'name', given.bucket),
    ...into('central', 'profile', given.profile),
    ...(given.store === undefined ? {} : { store: given.store }),
  };
}

function accountsOf(given: string): object {
  return given === 'organization' ? { organization: true } : { list: given.split(',') };
}

function defined(field: string, value: string | undefined): object {
  return value === undefined ? {} : { [field]: value };
}
