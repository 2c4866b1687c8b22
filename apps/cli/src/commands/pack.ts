// bongsu pack new and pack test: begin a pack of your own, and prove what its items say before any host is asked.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packMark } from '@bongsu/core';
import { CliError } from '../cli-error.ts';
import { contentWith } from '../packs/content.ts';
import { packAt } from '../packs/load-pack.ts';
import { packReference } from '../packs/reference.ts';
import { packTemplate } from '../packs/template.ts';
import type { ItemTested } from '../packs/test-pack.ts';
import { packTested } from '../packs/test-pack.ts';
import { tableLines } from '../screen/table.ts';
import type { Session } from './session.ts';

/** Never over what is there. */
export async function packNew(folder: string, flags: { readonly script?: boolean }, session: Session): Promise<void> {
  const { screen, say } = session;
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0)
      throw new CliError('bad-input', `${folder}: is not empty and was left as it is; name a new folder`);
    for (const [name, text] of Object.entries(packTemplate(flags.script === true)))
      await writeFile(join(folder, name), text, { flag: 'wx', mode: 0o644 });
  } catch (fault) {
    if (fault instanceof Error && 'syscall' in fault)
      throw new CliError('refused', `${folder}: cannot be written (${fault.message}); name another folder`, fault);
    throw fault;
  }
  screen.say(say('pack.made', { folder }));
}

/** What packs may ask and say, as Markdown: the tables of docs/packs.md. */
export function packShowReference({ screen }: Session): void {
  for (const line of packReference().split('\n')) screen.out(line);
}

/** Exit code 0 where every case says what it expects and every item has both outcomes, 1 where not; a pack that cannot be read is bad input. */
export async function packTest(place: string, session: Session): Promise<number> {
  const { screen, say } = session;
  const pack = await packAt(place);
  // Also what only shows beside the catalogue: ids and editions that are taken.
  contentWith([pack]);
  const items = packTested(pack);
  const good = items.every((item) => item.good);
  if (screen.asJson) {
    screen.json({ pack: packMark(pack.kept), good, items: items.map((item) => itemTestedJson(item, session)) });
    return good ? 0 : 1;
  }
  const { name, version, edition, kind, sha256 } = pack.kept;
  screen.out(
    screen.bold(say('pack.title', { name, version, edition, kind: say(`plan.${kind}`), count: items.length })),
  );
  casesShow(items, session);
  for (const item of items) for (const fault of item.faults) screen.out(`${item.code}: ${say.text(fault)}`);
  const cases = items.flatMap((item) => item.cases);
  screen.out(
    say(good ? 'pack.good' : 'pack.bad', { cases: cases.length, failed: cases.filter((one) => !one.good).length }),
  );
  screen.out(say('pack.hash', { sha256 }));
  return good ? 0 : 1;
}

function casesShow(items: readonly ItemTested[], { screen, say }: Session): void {
  const lines = items.flatMap((item) => item.cases.map((one) => ({ item, one })));
  if (lines.length === 0) return;
  const heads = ['head.code', 'pack.case', 'pack.expected', 'pack.said', 'head.reason'] as const;
  const rows = lines.map(({ item, one }) => [
    item.code,
    one.name,
    say(`status.${one.expect}`),
    `${one.good ? '' : '✗ '}${say(`status.${one.status}`)}`,
    say.text(one.reason),
  ]);
  const paint = (cell: string, column: number, row: number): string => {
    const line = lines[row];
    return column === 3 && line ? screen.status(line.one.good ? 'pass' : 'fail', cell) : cell;
  };
  for (const line of tableLines(
    heads.map((head) => ({ head: say(head) })),
    rows,
    paint,
  ))
    screen.out(line);
}

function itemTestedJson(item: ItemTested, { say }: Session): object {
  return {
    code: item.code,
    unit: item.unit,
    good: item.good,
    faults: item.faults.map((fault) => fault[say.lang]),
    cases: item.cases.map((one) => ({ ...one, reason: one.reason[say.lang] })),
  };
}
