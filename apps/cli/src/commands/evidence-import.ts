// bongsu evidence import: takes results that were carried by hand into the store, and says of each what became of it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { carriedNameFault } from '@bongsu/core';
import type { ImportAs, Imported, ImportPorts, Refused } from '@bongsu/flow';
import { importEvidence } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { contentWith } from '../packs/content.ts';
import { tableLines } from '../screen/table.ts';
import { signingOf } from '../signing.ts';
import { kmsSignerOf, realClock, realIds, withStore } from '../wire.ts';
import type { Session } from './session.ts';
import { configIfThere, judgingOf, storePlace } from './session.ts';

export interface ImportFlags {
  readonly as?: string;
  readonly host?: string;
}

/** Gives 0 where every file was taken in, 1 where one was refused. */
export async function evidenceImport(files: readonly string[], flags: ImportFlags, session: Session): Promise<number> {
  const { screen } = session;
  const as = asOf(files, flags);
  for (const file of files) await mustBeFile(file);
  const settings = await judgingOf(session);
  const place = await storePlace(session);
  const outcomes = await withStore(place, session, async (store) => {
    const ports = await portsOf(store, place.directory, session);
    const order = files.map((file) => ({ file, source: createReadStream(file), as }));
    return importEvidence({ files: order, settings, contentOf }, ports);
  });
  if (screen.asJson) screen.json({ files: outcomes.map(outcomeJson) });
  else outcomesShow(outcomes, session);
  return outcomes.every((one) => one.kind === 'imported') ? 0 : 1;
}

async function contentOf(packs: Parameters<Parameters<typeof importEvidence>[0]['contentOf']>[0]) {
  if (packs.length === 0) return contentWith([]);
  const { packKept } = await import('../packs/load-pack.ts');
  return contentWith(packs.map(packKept));
}

function asOf(files: readonly string[], { as, host }: ImportFlags): ImportAs | null {
  if (as === undefined && host === undefined) return null;
  if (as !== undefined && host !== undefined)
    throw new CliError('bad-input', '--as names an instance of the register, --host a host outside of it: give one');
  if (files.length !== 1)
    throw new CliError('bad-input', '--as and --host say whose one result is: import these files one by one');
  if (host !== undefined) {
    if (carriedNameFault(host))
      throw new CliError(
        'bad-input',
        `--host ${JSON.stringify(host)}: a letter or digit, then letters, digits, . _ -, 63 at most, and not beginning with i-, mi- or h-`,
      );
    return { kind: 'host', name: host };
  }
  const [, accountId, region, instanceId] =
    /^(\d{12})\/([a-z]{2}(?:-[a-z]+)+-\d)\/(m?i-[0-9a-f]{8,17})$/.exec(as ?? '') ?? [];
  if (accountId === undefined || region === undefined || instanceId === undefined)
    throw new CliError(
      'bad-input',
      `--as ${JSON.stringify(as)}: account/Region/instance, such as 100000000001/ap-northeast-2/i-0123456789abcdef0`,
    );
  return { kind: 'instance', accountId, region, instanceId };
}

async function mustBeFile(file: string): Promise<void> {
  const seen = await stat(file).catch((fault: unknown) => {
    throw new CliError('bad-input', `${file}: cannot be read`, fault);
  });
  if (!seen.isFile()) throw new CliError('bad-input', `${file}: is no file`);
}

async function portsOf(store: Store, directory: string, session: Session): Promise<ImportPorts> {
  const own = await configIfThere(session);
  const config = own ?? { store: directory, signing: {} };
  return {
    carried: store,
    campaigns: store,
    snapshots: store,
    schedules: store,
    evidence: store,
    verdicts: store,
    findings: store,
    answers: store,
    records: store,
    kept: store,
    signing: signingOf(config, async () => 'imported by hand', await kmsSignerOf(own)),
    ids: realIds,
    clock: realClock,
    progress: session.screen.progress,
  };
}

function outcomeJson(one: Imported | Refused): object {
  if (one.kind === 'refused') return { file: one.file, imported: false, code: one.code, detail: one.detail };
  const { accountId, region, instanceId, state, detail, evidenceSha256 } = one.target;
  const target = { accountId, region, instanceId, state, detail, evidenceSha256 };
  return { file: one.file, imported: true, campaign: one.campaignId, target };
}

function outcomesShow(outcomes: readonly (Imported | Refused)[], { screen, say }: Session): void {
  const columns = [
    { head: say('import.file') },
    { head: say('head.state') },
    { head: say('head.instance') },
    { head: say('head.detail') },
  ];
  const rows = outcomes.map((one) => {
    if (one.kind === 'refused')
      return [one.file, say('import.refused'), '', say(`import.${one.code}`, { detail: one.detail })];
    const { instanceId, detail } = one.target;
    const unknown = detail === '' ? 0 : detail.split(',').length;
    return [one.file, say('import.accepted'), instanceId, unknown > 0 ? say('import.unknown', { count: unknown }) : ''];
  });
  for (const line of tableLines(columns, rows)) screen.out(line);
  const imported = outcomes.filter((one) => one.kind === 'imported');
  const refused = outcomes.length - imported.length;
  screen.out(say('import.sum', { total: outcomes.length, imported: imported.length, refused }));
  for (const campaign of new Set(imported.map((one) => one.campaignId))) screen.out(say('import.next', { campaign }));
}
