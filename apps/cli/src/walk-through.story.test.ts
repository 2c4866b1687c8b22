// Runs the commands of the walk-through over a lab under the policies that it shows, and holds the page to what they print.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldSpec } from '@bongsu/lab';
import { instance, memberRoles, packingFails } from '@bongsu/lab';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fleet } from './testing/fleet.ts';
import { fleetStart } from './testing/fleet.ts';
import { blocksOf } from './testing/pages.ts';
import { grantsOf, type Policies } from './testing/policy-course.ts';

const [central, shop, region] = ['100000000001', '200000000002', 'ap-northeast-2'];
/** One that gives a result, and one that fails, of which only its command can tell. */
const hosts = (accountId: string) => ({
  [region]: [
    instance(accountId, 'web', 'debian-12-tidy'),
    instance(accountId, 'broken', 'debian-12-tidy', { tools: packingFails }),
  ],
});
const world: WorldSpec = {
  name: 'walk-through',
  centralAccountId: central,
  regions: [region],
  bucket: { name: `bongsu-exchange-${central}`, region },
  accounts: [
    { accountId: central, name: 'security', roles: {}, regions: hosts(central) },
    { accountId: shop, name: 'shop', roles: memberRoles(central), regions: hosts(shop) },
  ],
};

let fleet: Fleet;
beforeAll(async () => {
  fleet = await fleetStart({ world });
  const organization = ['--organization', fleet.lab.organizationId];
  const policies = await fleet.json<Policies>('doctor', '--policies', ...organization);
  fleet.lab.grant(grantsOf(policies));
}, 300_000);
afterAll(() => fleet.close());

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
    .replaceAll(/\b\d+ (bytes|바이트)/g, 'N $1')
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
  const commands = [...commandsOf('walk-through.md'), ...commandsOf('walk-through.ko.md')];
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
