// bongsu export: a campaign's results as a file for a SIEM, a script or an auditor.
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Campaign, Target } from '@bongsu/core';
import type { Coverage } from '@bongsu/engines';
import { coverageOf } from '@bongsu/flow';
import type { Store } from '@bongsu/store';
import { CliError } from '../cli-error.ts';
import { jsonlEvents } from '../export/jsonl.ts';
import type { ExportRow } from '../export/rows.ts';
import { exportRows } from '../export/rows.ts';
import { sheetColumns } from '../export/sheet.ts';
import { writeBeside } from '../export/write-beside.ts';
import { withStore } from '../wire.ts';
import { campaignNamed } from './campaign.ts';
import { judgedItems } from './judged.ts';
import type { Session } from './session.ts';
import { storePlace } from './session.ts';

export interface ExportFlags {
  readonly format: string;
  readonly out: string;
  readonly campaign?: string;
}

interface Matter {
  readonly campaign: Campaign;
  readonly rows: readonly ExportRow[];
  readonly targets: readonly Target[];
  readonly coverage: Coverage;
}

type Writer = (stream: Writable, matter: Matter, session: Session) => Promise<void>;

const writers: Readonly<Record<string, Writer>> = {
  jsonl: (stream, { campaign, rows, targets, coverage }) =>
    pipeline(Readable.from(lines(jsonlEvents(campaign, rows, targets, coverage))), stream),
  csv: async (stream, { rows }, { say }) => {
    const { stringify } = await import('csv-stringify');
    const columns = sheetColumns(say);
    // The mark at the head makes spreadsheets read Korean as UTF-8.
    const text = stringify({
      bom: true,
      header: true,
      columns: columns.map((column) => column.head),
      record_delimiter: '\r\n',
    });
    await pipeline(Readable.from(rows.map((row) => columns.map((column) => column.cell(row)))), text, stream);
  },
  xlsx: async (stream, { rows, targets, coverage }, { say }) =>
    (await import('../export/xlsx.ts')).xlsxWrite(stream, rows, targets, coverage, say),
};

/** Writes beside the file and renames, so that a fault leaves what was there. */
export async function exportResults(flags: ExportFlags, session: Session): Promise<void> {
  const writer = writers[flags.format];
  if (!writer)
    throw new CliError(
      'bad-input',
      `--format ${JSON.stringify(flags.format)}: one of ${Object.keys(writers).join(', ')}`,
    );
  if (flags.out === '-' && flags.format === 'xlsx')
    throw new CliError('bad-input', '--out -: a workbook needs a file name');
  const matter = await withStore(await storePlace(session), session, (store) =>
    matterOf(store, flags.campaign, session),
  );
  if (flags.out === '-') return writer(process.stdout, matter, session);
  await writeBeside(flags.out, (stream) => writer(stream, matter, session));
  session.screen.say(session.say('export.done', { path: flags.out, count: matter.rows.length }));
}

async function matterOf(store: Store, named: string | undefined, session: Session): Promise<Matter> {
  const campaign = await campaignNamed(store, named, session);
  const targets = await store.targetList(campaign.campaignId);
  const rows = exportRows(targets, await judgedItems(store, campaign, session));
  return { campaign, rows, targets, coverage: await coverageOf(campaign, { campaigns: store, snapshots: store }) };
}

function* lines(events: Iterable<object>): Generator<string> {
  for (const event of events) yield `${JSON.stringify(event)}\n`;
}
