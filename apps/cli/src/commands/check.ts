// bongsu check: this machine, or a mounted root, judged on the spot. No AWS, no store; the same script and judge as a campaign.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { frameworks, hostChecks, probesAlways, system } from '@bongsu/catalog';
import type { Host, HostEvidence, Verdict } from '@bongsu/core';
import { parseRecords, isUnread, recordsOf } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import { tableLines } from '../screen/table.ts';
import type { Item } from './items.ts';
import { byCode, codeIn, itemJson, itemOf, shownEdition } from './items.ts';
import type { Session } from './session.ts';

export interface CheckFlags {
  readonly here?: boolean;
  readonly root?: string;
  readonly exitCode?: boolean;
}

/** Gives the exit code: 0, or 1 with `--exit-code` where an item fails. */
export async function check(flags: CheckFlags, session: Session): Promise<number> {
  if ((flags.here === true) === (flags.root !== undefined))
    throw new CliError('bad-input', 'say what to check: either --here, or --root DIRECTORY');
  const { screen, say } = session;
  screen.say(say('check.working'));
  const root = flags.root === undefined ? null : await rootFolder(flags.root);
  const evidence = await gather(root, session.environment);
  const verdicts = judgeHost({ checks: hostChecks, system, evidence });
  const items = verdicts.map(itemOf).sort(byCode);
  const host = hostSeen(evidence);
  if (screen.asJson) screen.json(checkJson(root, host, evidence, items, session));
  else checkShow(root, host, evidence, items, session);
  return flags.exitCode && items.some((item) => item.status === 'fail') ? 1 : 0;
}

async function rootFolder(path: string): Promise<string> {
  const root = resolve(path);
  const seen = await stat(root).catch((fault: unknown) => {
    throw new CliError('bad-input', `--root ${root}: cannot be read; mount the image or name its folder`, fault);
  });
  if (!seen.isDirectory())
    throw new CliError('bad-input', `--root ${root}: is not a folder; mount the image and name the folder`);
  return root;
}

/** Runs the host script in a private folder and reads what it wrote exactly as a campaign reads an upload. */
async function gather(root: string | null, environment: Session['environment']): Promise<HostEvidence> {
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-check-'));
  try {
    const { script } = composeHostScript(probesFor(hostChecks, probesAlways));
    const [path, output] = [join(folder, 'script.sh'), join(folder, 'result.tar.gz')];
    await writeFile(path, script, { mode: 0o600 });
    const rootSettings = root === null || root === '/' ? {} : { BONGSU_ROOT: root };
    const live = root === null ? {} : { BONGSU_LIVE: '0' };
    await runScript(path, output, {
      PATH: environment['PATH'],
      HOME: environment['HOME'],
      TMPDIR: folder,
      ...rootSettings,
      ...live,
    });
    const read = await evidenceRead(createReadStream(output), {
      compressedBytesMax: 16 << 20,
      rawBytesMax: 64 << 20,
      entriesMax: 128,
    });
    if (read.kind === 'refused')
      throw new CliError('refused', `the host script's own result was refused: ${read.reason}`);
    return read.evidence;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runScript(path: string, output: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn('sh', [path, output], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2000);
  });
  // Ctrl-C reaches the script too; it removes its folder before it ends.
  const code = await new Promise<number>((done, fail) => {
    child.on('error', fail);
    child.on('close', (exit) => done(exit ?? 137));
  });
  if (code !== 0)
    throw new CliError('refused', `the host script ended with exit code ${code}: ${said.trim() || 'no word'}`);
}

function hostSeen(evidence: HostEvidence): Host | null {
  const raw = evidence.raw[system.name];
  if (raw === undefined) return null;
  const fact = system.read(recordsOf(parseRecords(raw)));
  return isUnread(fact) ? null : fact;
}

function checkJson(
  root: string | null,
  host: Host | null,
  evidence: HostEvidence,
  items: readonly Item[],
  session: Session,
): object {
  const { manifest } = evidence;
  return {
    subject: root ?? 'here',
    host,
    uid: manifest.uid,
    live: manifest.live,
    script: manifest.scriptSha256,
    editions: frameworks.map((framework) => framework.id),
    counts: countOf(items),
    items: items.map((item) => itemJson(item, session.say.lang)),
  };
}

/** Items by status; every status present, so that the counts sum. */
export function countOf(items: readonly { status: Verdict['status'] }[]): Record<Verdict['status'], number> {
  const counts = { pass: 0, fail: 0, notApplicable: 0, manual: 0, unknown: 0 };
  for (const item of items) counts[item.status] += 1;
  return counts;
}

function checkShow(
  root: string | null,
  host: Host | null,
  evidence: HostEvidence,
  items: readonly Item[],
  session: Session,
): void {
  const { screen, say } = session;
  const where = root ?? say('check.here');
  screen.out(screen.bold(say('check.title', { where, platform: host?.prettyName ?? '?', uid: evidence.manifest.uid })));
  if (!evidence.manifest.live) screen.out(say('check.image'));
  if (evidence.manifest.uid !== 0) screen.out(say('check.user'));
  itemsShow(items, session);
  screen.out(say('results.counts', countOf(items)));
}

/** A table of items with their reasons. */
export function itemsShow(items: readonly Item[], { screen, say }: Session): void {
  const columns = [
    { head: say('head.code') },
    { head: say('head.importance') },
    { head: say('head.result') },
    { head: say('head.unit') },
    { head: say('head.reason') },
  ];
  const rows = items.map((item) => [
    codeIn(item, shownEdition),
    say(`importance.${item.importance}`),
    say(`status.${item.status}`),
    item.unit,
    say.text(item.reason),
  ]);
  const paint = (cell: string, column: number, row: number): string => {
    const item = items[row];
    return column === 2 && item ? screen.status(item.status, cell) : cell;
  };
  for (const line of tableLines(columns, rows, paint)) screen.out(line);
}
