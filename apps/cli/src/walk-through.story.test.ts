// Runs the commands of the walk-through over a lab under the policies that it shows, and holds the page to what they print.
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PolicySet } from '@bongsu/aws';
import { walkThroughWorld } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';
import { blocksOf } from './testing/pages.ts';
import { grantsOf } from './testing/policies/grants.ts';

let fleet: Fleet;
/** Of the page's own words: the commands of a block that is not shown with its output. */
const plainCommands = (page: string, program: string): string[] =>
  blocksOf(page, '')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith(`${program} `))
    .map((line) => line.replace(/ {2,}#.*$/, '').trim());

const pages = ['walk-through.md', 'walk-through.ko.md'] as const;

beforeAll(async () => {
  fleet = await fleetStart({ world: walkThroughWorld });
  // As the page has it written and changed.
  await rm(join(fleet.folder, 'bongsu.yaml'));
  const [init = ''] = plainCommands(pages[0], 'bongsu');
  const { code, stderr } = await fleet.run(...wordsOf(init));
  if (code !== 0) throw new Error(stderr);
  const [change = ''] = plainCommands(pages[0], 'sed');
  await promisify(execFile)('sh', ['-c', change], { cwd: fleet.folder });
  const organization = ['--organization', fleet.lab.organizationId];
  const policies = await fleet.json<PolicySet>('doctor', '--policies', ...organization);
  fleet.lab.grant(grantsOf(policies));
}, 300_000);
afterAll(() => fleet.close());

/** What a shell would hand over, without what it does with the output. */
const wordsOf = (command: string): string[] =>
  command
    .replace(/^bongsu /, '')
    .replace(/ > .*/, '')
    .split(' ');

/** A command and the lines that the page shows of it. */
interface Shown {
  readonly words: readonly string[];
  readonly lines: readonly string[];
}

function commandsOf(page: string): Shown[] {
  return blocksOf(page, 'console').flatMap((block) =>
    block
      .split(/^\$ bongsu /m)
      .slice(1)
      .map((part): Shown => {
        const [command = '', ...lines] = part.split('\n');
        return { words: command.split(' '), lines: lines.map(plain).filter((line) => line !== '') };
      }),
  );
}

/** Without what differs from run to run: ids, times, hashes, the size of the script, and how a table is spaced. */
const plain = (line: string): string =>
  line
    .replaceAll(/\bc\d{8}t\d{6}-[a-z0-9]{6}\b/g, 'CAMPAIGN')
    .replaceAll(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z\b/g, 'INSTANT')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(/\b\d+ ?(bytes|바이트)/g, 'N $1')
    .replaceAll(/─+/g, '─')
    .replaceAll(/ +/g, ' ')
    .trim();

/** The lines of the page in their order; `…` stands for any. */
function expectShown({ words, lines }: Shown, printed: string): void {
  const left = printed
    .split('\n')
    .map(plain)
    .filter((line) => line !== '');
  let any = false;
  for (const line of lines) {
    if (line === '…') any = true;
    else {
      const at = any ? left.indexOf(line) : 0;
      expect([words.join(' '), left[at]]).toEqual([words.join(' '), line]);
      left.splice(0, at + 1);
      any = false;
    }
  }
  if (!any) expect([words.join(' '), left]).toEqual([words.join(' '), []]);
}

it('prints what the page shows, and is refused nothing it needs', { timeout: 900_000 }, async () => {
  const commands = pages.flatMap(commandsOf);
  expect(commands.length).toBeGreaterThan(8);
  for (const shown of commands) {
    const { code, stdout, stderr } = await fleet.run(...shown.words);
    expect([shown.words, code, code === 0 ? '' : stderr]).toEqual([shown.words, 0, '']);
    expectShown(shown, stdout);
  }
  const { central: own, member } = fleet.lab.asked();
  // Doctor learns from this refusal that it may read.
  expect([own.refused, member.refused]).toEqual([['s3:ListBucket'], []]);
});

it.each(pages)('runs every other command of %s as it is written', { timeout: 600_000 }, async (page) => {
  const [init, ...commands] = plainCommands(page, 'bongsu').filter((one) => !one.startsWith('bongsu init --print'));
  expect([init, commands.length]).toEqual([plainCommands(pages[0], 'bongsu')[0], commands.length]);
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) {
    const { code, stderr } = await fleet.run(...wordsOf(command));
    expect([command, code, code === 0 ? '' : stderr]).toEqual([command, 0, '']);
  }
});

it('prints what the page takes out of the policies, and says where each goes', { timeout: 120_000 }, async () => {
  const { code, stdout, stderr } = await fleet.run('doctor', '--policies', '--organization', 'o-a1b2c3d4e5');
  expect(code).toBe(0);
  const printed = JSON.parse(stdout) as Record<string, unknown>;
  for (const page of pages)
    expect(
      plainCommands(page, 'jq')
        .flatMap((one) => /^jq \.(\w+) policies\.json$/.exec(one)?.[1] ?? [])
        .toSorted(),
    ).toEqual(Object.keys(printed).toSorted());
  expect(stderr).toContain(
    '.central: a managed policy, for arn:aws:iam::100000000001:user/bongsu in 100000000001 (1607/6144',
  );
});

it('exports the fields that the page shows', { timeout: 300_000 }, async () => {
  expect((await fleet.run('export', '--format', 'jsonl', '--out', 'events.jsonl')).code).toBe(0);
  const parsed = (text: string): Record<string, unknown>[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const events = parsed(await readFile(join(fleet.folder, 'events.jsonl'), 'utf8'));
  const examples = parsed(blocksOf('walk-through.md', 'jsonl').join(''));
  expect(examples.map((one) => one['event'])).toEqual(['host-check', 'host-coverage']);
  for (const example of examples) {
    const real = events.find((one) => one['event'] === example['event']);
    expect(Object.keys(real ?? {})).toEqual(Object.keys(example));
  }
  const warning = events.find((one) => one['unit'] === 'login.warning');
  expect(warning).toMatchObject({ status: 'fail', codes: expect.objectContaining({ 'kisa-unix-2026': ['U-62'] }) });
});
