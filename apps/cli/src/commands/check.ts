// bongsu check: this machine, or a mounted root, judged on the spot. No AWS, no store; the same script and judge as a campaign.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { probesAlways, system } from '@bongsu/catalog';
import type { Framework, Host, HostEvidence } from '@bongsu/core';
import { parseRecords, isUnread, packMark, recordsOf } from '@bongsu/core';
import { composeHostScript, evidenceRead, judgeHost, probesFor } from '@bongsu/engines';
import { CliError } from '../cli-error.ts';
import type { Content } from '../packs/content.ts';
import { builtIn, contentWith } from '../packs/content.ts';
import { editionItemJson, editionItems, editionsNamed } from './editions.ts';
import type { Item } from './items.ts';
import { byCode, countOf, itemJson, itemOf } from './items.ts';
import { itemsShow } from './items-view.ts';
import type { Session } from './session.ts';
import { judgingOf } from './session.ts';

export interface CheckFlags {
  readonly here?: boolean;
  readonly root?: string;
  readonly exitCode?: boolean;
  /** Folders or tars of packs whose items are judged too. */
  readonly pack?: readonly string[];
}

/** Gives the exit code: 0, or 1 with `--exit-code` where an item fails. */
export async function check(flags: CheckFlags, session: Session): Promise<number> {
  if ((flags.here === true) === (flags.root !== undefined))
    throw new CliError('bad-input', 'say what to check: either --here, or --root DIRECTORY');
  const { screen, say } = session;
  const content = await contentOfFlags(flags.pack ?? []);
  const editions = editionsNamed(session.flags.edition, content.frameworks);
  const settings = await judgingOf(session);
  screen.say(say('check.working'));
  const root = flags.root === undefined ? null : await rootFolder(flags.root);
  const evidence = await gather(root, content, session.environment);
  const verdicts = judgeHost({ ...content, evidence, settings });
  const items = verdicts.map((verdict) => itemOf(verdict, content)).sort(byCode);
  const host = hostSeen(evidence);
  const seen = { root, host, evidence, items, editions, content };
  if (screen.asJson) screen.json(checkJson(seen, session));
  else checkShow(seen, session);
  return flags.exitCode && items.some((item) => item.status === 'fail') ? 1 : 0;
}

/** Whoever names a pack with a script here has it run here, as who they are. */
async function contentOfFlags(places: readonly string[]): Promise<Content> {
  if (places.length === 0) return builtIn;
  const { packAt } = await import('../packs/load-pack.ts');
  return contentWith(await Promise.all(places.map(packAt)));
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
async function gather(
  root: string | null,
  { checks }: Content,
  environment: Session['environment'],
): Promise<HostEvidence> {
  const folder = await mkdtemp(join(tmpdir(), 'bongsu-check-'));
  try {
    const { script } = composeHostScript(probesFor(checks, probesAlways));
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

interface Seen {
  readonly root: string | null;
  readonly host: Host | null;
  readonly evidence: HostEvidence;
  readonly items: readonly Item[];
  readonly editions: readonly Framework[];
  readonly content: Content;
}

function checkJson({ root, host, evidence, items, editions, content }: Seen, { say }: Session): object {
  const { manifest } = evidence;
  return {
    subject: root ?? 'here',
    host,
    uid: manifest.uid,
    live: manifest.live,
    script: manifest.scriptSha256,
    packs: content.packs.map(packMark),
    counts: countOf(items),
    editions: editions.map((edition) => {
      const rows = editionItems(edition, items);
      const list = rows.map((row) => editionItemJson(row, say.lang));
      return { edition: edition.id, counts: countOf(rows), items: list };
    }),
    items: items.map((item) => itemJson(item, say.lang)),
  };
}

function checkShow({ root, host, evidence, items, editions }: Seen, session: Session): void {
  const { screen, say } = session;
  const where = root ?? say('check.here');
  screen.out(screen.bold(say('check.title', { where, platform: host?.prettyName ?? '?', uid: evidence.manifest.uid })));
  if (!evidence.manifest.live) screen.out(say('check.image'));
  if (evidence.manifest.uid !== 0) screen.out(say('check.user'));
  itemsShow(items, editions, session);
}
