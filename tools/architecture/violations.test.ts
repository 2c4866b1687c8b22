// Each rule is shown a small house that breaks it, and one that does not.
import { describe, expect, test } from 'vitest';
import { houseOf } from './house.ts';
import { sentence, violationsOf } from './violations.ts';

const head = '// Says in one sentence what this file is for.\n';
const core = {
  'packages/core/package.json': '{"name":"@bongsu/core"}',
  'packages/core/src/index.ts': `${head}export {};\n`,
};

/** The complaints about a house of these files; a head is put on each source. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const headed = Object.entries(files).map(([path, text]): [string, string] => [
    path,
    path.endsWith('.json') ? text : head + text,
  ]);
  return violationsOf(houseOf(new Map(headed))).map(sentence);
}

/** A house whose one file of interest is this one. */
function about(path: string, text: string): readonly string[] {
  return complaints({ [path]: text });
}

describe('walls', () => {
  test('a forbidden import is named with the reason of its ban, in every form', () => {
    const forms = [
      `import { S3Client } from '@aws-sdk/client-s3';`,
      `import type { S3Client } from '@aws-sdk/client-s3';`,
      `export type { S3Client } from '@aws-sdk/client-s3';`,
      `export * from '@aws-sdk/client-s3';`,
      `const client = await import('@aws-sdk/client-s3');`,
      `type Client = import('@aws-sdk/client-s3').S3Client;`,
      `import client = require('@aws-sdk/client-s3');`,
      `const client = require('@aws-sdk/client-s3');`,
    ];
    for (const form of forms)
      expect(about('packages/flow/src/collect.ts', form), form).toEqual([
        "packages/flow/src/collect.ts:2  [walls] @bongsu/flow must not import @aws-sdk/client-s3: the SDK's shapes end in @bongsu/aws; everything else thinks in the nouns of @bongsu/core",
      ]);
  });

  test('the same import is allowed where its room is', () => {
    expect(about('packages/aws/src/exchange.ts', `import { S3Client } from '@aws-sdk/client-s3';`)).toEqual([]);
  });

  test('engines may hash and may not read files, with or without the node: prefix', () => {
    expect(about('packages/engines/src/digest.ts', `import { createHash } from 'node:crypto';`)).toEqual([]);
    expect(about('packages/engines/src/digest.ts', `import { readFileSync } from 'fs';`)[0]).toContain(
      'must not import node:fs: engines are pure',
    );
  });

  test('a room may not be entered past its index, nor through the back', () => {
    const past = complaints({
      ...core,
      'packages/engines/src/judge.ts': `import type { Text } from '@bongsu/core/src/language.ts';`,
    });
    expect(past[0]).toContain('past the index of @bongsu/core');
    const back = complaints({
      ...core,
      'packages/engines/src/judge.ts': `import type { Text } from '../../core/src/index.ts';`,
    });
    expect(back[0]).toContain('rooms meet only through');
  });

  test('what cannot be followed is refused', () => {
    expect(about('packages/aws/src/call.ts', `const name = 'x'; await import(name);`)[0]).toContain('computed name');
    expect(about('packages/aws/src/call.ts', `import './absent.ts';`)[0]).toContain('not a file of the tree');
    expect(about('packages/extra/src/index.ts', `export {};`)[0]).toContain('no room');
  });

  test('the lab is loaded by tests and by the demo command, and by nothing else', () => {
    const load = `const lab = await import('@bongsu/lab');`;
    expect(about('apps/cli/src/commands/demo.ts', load)).toEqual([]);
    expect(about('packages/aws/src/call.test.ts', load)).toEqual([]);
    for (const path of ['apps/cli/src/commands/campaign.ts', 'packages/aws/src/call.ts', 'tools/setup-lab.ts'])
      expect(about(path, load)[0], path).toContain('the lab stands beside the house');
  });

  test('a source does not lean on what is there for tests', () => {
    const files = {
      'packages/aws/src/testing/canned.ts': `import 'vitest';`,
      'packages/aws/src/call.ts': `import './testing/canned.ts';`,
    };
    expect(complaints(files)).toEqual([
      'packages/aws/src/call.ts:2  [walls] leans on packages/aws/src/testing/canned.ts, which is there for tests',
    ]);
  });

  test('a test may use its floor and below, and no face', () => {
    expect(
      about('packages/flow/src/cycle.test.ts', `import '@bongsu/store'; import 'vitest'; import 'node:fs';`),
    ).toEqual([]);
    expect(about('packages/core/src/asset.test.ts', `import '@bongsu/store';`)[0]).toContain(
      'the ground knows nothing',
    );
    expect(about('lab/src/world/spec.test.ts', `import '@bongsu/aws';`)[0]).toContain(
      'would prove what the product believes',
    );
  });
});

describe('declared', () => {
  const manifest = (list: object): string => JSON.stringify({ name: '@bongsu/store', ...list });

  test('an import that is not declared, and a dependency that is not imported', () => {
    const files = {
      'packages/store/src/open.ts': `import 'kysely';`,
      'packages/store/package.json': manifest({ dependencies: { '@bongsu/core': '1' } }),
    };
    expect(complaints(files)).toEqual([
      'packages/store/src/open.ts:2  [declared] imports kysely, which packages/store/package.json does not declare: it would be borrowed from a neighbour',
      'packages/store/package.json  [declared] declares @bongsu/core, which no source of it imports: remove it, or make it a devDependency of its tests',
    ]);
    expect(
      complaints({ ...files, 'packages/store/package.json': manifest({ dependencies: { kysely: '1' } }) }),
    ).toEqual([]);
  });

  test("tests may lean on the root's devDependencies, sources may not", () => {
    const root = { 'package.json': '{"devDependencies":{"vitest":"1"}}', 'packages/store/package.json': manifest({}) };
    expect(complaints({ ...root, 'packages/store/src/open.test.ts': `import 'vitest';` })).toEqual([]);
    expect(complaints({ ...root, 'packages/store/src/open.ts': `import 'vitest';` }).join()).toContain(
      '[declared] imports vitest',
    );
  });
});

describe('circles', () => {
  test('a circle of types alone is a circle', () => {
    const found = complaints({
      'packages/core/src/asset.ts': `import type { Gap } from './gap.ts'; export interface Asset { gap: Gap }`,
      'packages/core/src/gap.ts': `import type { Asset } from './asset.ts'; export interface Gap { asset: Asset }`,
    });
    expect(found).toEqual([
      'packages/core/src/asset.ts  [circles] circle packages/core/src/asset.ts → packages/core/src/gap.ts → packages/core/src/asset.ts: files of a circle can be understood, tested and moved only together: move what both need below them',
    ]);
  });

  test('a file that imports its own index is in a circle with it', () => {
    const found = complaints({
      'packages/core/src/index.ts': `export * from './asset.ts';`,
      'packages/core/src/asset.ts': `import type { Text } from './index.ts';`,
    });
    expect(found.join()).toContain('[circles]');
  });

  test('packages in a circle are found although their files are in none', () => {
    const found = complaints({
      'packages/engines/src/index.ts': `export {};`,
      'packages/engines/src/judge.ts': `import '@bongsu/catalog';`,
      'packages/catalog/src/index.ts': `export {};`,
      'packages/catalog/src/check.ts': `import '@bongsu/engines';`,
    });
    expect(found.filter((line) => line.includes('[circles]')).join()).toContain('packages stand on floors');
  });

  test('a diamond is not a circle', () => {
    const found = complaints({
      'packages/core/src/index.ts': `export * from './left.ts'; export * from './right.ts';`,
      'packages/core/src/left.ts': `import './bottom.ts';`,
      'packages/core/src/right.ts': `import './bottom.ts';`,
      'packages/core/src/bottom.ts': `export {};`,
    });
    expect(found).toEqual([]);
  });
});

describe('names', () => {
  test('cellar words are refused for files, folders and types', () => {
    for (const path of [
      'packages/aws/src/utils.ts',
      'packages/aws/src/string-helpers.ts',
      'packages/aws/src/shared/call.ts',
      'packages/aws/src/types.ts',
      'packages/aws/src/services/call.ts',
    ])
      expect(about(path, '')[0], path).toContain('a cellar word: name the thing for the one idea it holds');
    for (const type of [
      'class CampaignManager {}',
      'interface Data { a: 1 }',
      'type StringUtils = 1;',
      'interface Service { a: 1 }',
    ])
      expect(about('packages/aws/src/call.ts', type)[0], type).toContain('a cellar word');
  });

  test('what only looks like one is not', () => {
    expect(about('packages/aws/src/managed-node.ts', 'interface ManagedNode { a: 1 } type Database = 1;')).toEqual([]);
    expect(about('lab/src/services/ssm/rate.ts', '')).toEqual([]);
  });

  test('names on disk are kebab-case', () => {
    expect(about('packages/aws/src/ManagedNode.ts', '')[0]).toContain('ManagedNode.ts is not kebab-case');
  });
});

describe('places', () => {
  const first = (path: string, text: string): string => about(path, text)[0] ?? 'nothing';

  test('clock, chance, environment and timers only in their rooms', () => {
    const rooms: readonly (readonly [string, string, string])[] = [
      ['const now = Date.now();', 'reads the clock', 'apps/cli/src/wire.ts'],
      ['const now = new Date();', 'reads the clock', 'lab/src/endpoint/clock.ts'],
      ['const now = Date();', 'reads the clock', 'tools/measure.ts'],
      [`const now = Date['now']();`, 'reads the clock', 'apps/cli/src/wire/clock.ts'],
      ['const home = process.env.HOME;', 'reads process.env', 'apps/cli/src/wire.ts'],
      ['const { env } = process;', 'reads process.env', 'lab/src/main.ts'],
      [`import { env } from 'node:process';`, 'reads process.env', 'apps/cli/src/main.ts'],
    ];
    for (const [text, what, room] of rooms) {
      expect(first('packages/store/src/open.ts', text), text).toContain(what);
      expect(first(room, text), text).toBe('nothing');
    }
    expect(first('tools/measure.ts', 'const id = Math.random();')).toContain('rolls Math.random');
    expect(first('packages/flow/src/probe.ts', 'setTimeout(run, 5);')).toContain('sets a timer');
    expect(first('packages/store/src/open.ts', 'const then = new Date(5);')).toBe('nothing');
  });

  test('SQL is the work of the store', () => {
    const text = 'const rows = await run(`select * from findings where id = $1`);';
    expect(first('packages/flow/src/settle.ts', text)).toContain('writes SQL');
    expect(first('packages/store/src/finding.ts', text)).toBe('nothing');
    expect(
      first(
        'packages/catalog/src/remedy.ts',
        `const remedy = 'Update the package, delete from the list, select one.';`,
      ),
    ).toBe('nothing');
  });

  test('a swallowed error is refused, an answered one is not', () => {
    for (const text of [
      'try { run(); } catch {}',
      'try { run(); } catch { /* fine */ }',
      'run().catch(() => {});',
      'run().catch(() => undefined);',
    ])
      expect(first('packages/flow/src/settle.ts', text), text).toContain('silence is never health');
    expect(first('packages/flow/src/settle.ts', 'try { run(); } catch (error) { throw wrap(error); }')).toBe('nothing');
    expect(first('packages/flow/src/settle.ts', 'run().catch((error) => gap(error));')).toBe('nothing');
  });

  test('modules are not replaced in tests, nor referenced behind the walls', () => {
    expect(first('packages/flow/src/settle.test.ts', `vi.mock('./x.ts');`)).toContain(
      'a test of a patched module proves the patch',
    );
    expect(first('packages/flow/src/settle.ts', `/// <reference path="../../aws/src/index.ts" />`)).toContain(
      '/// reference',
    );
  });
});

describe('heads', () => {
  const bare = (text: string): readonly string[] =>
    violationsOf(houseOf(new Map([['packages/core/src/gap.ts', text]]))).map(sentence);

  test('the first line says what the file is for', () => {
    expect(bare('export {};\n')[0]).toContain('what the file is for');
    expect(bare('// Filled below.\nexport {};\n')[0]).toContain('what the file is for');
    expect(bare('// What could not be read.\nexport {};\n')).toEqual([]);
    expect(bare('#!/usr/bin/env node\n// Starts the command line.\nexport {};\n')).toEqual([]);
  });
});

describe('registers', () => {
  const unit = `export const rootLogin = hostCheck({ id: 'ssh.root-login' });`;
  const path = 'packages/catalog/src/host-checks/ssh/root-login';
  const whole = {
    'packages/catalog/src/index.ts': `export * from './host-checks/index.ts';`,
    'packages/catalog/src/host-checks/index.ts': `import { rootLogin } from './ssh/root-login.ts'; export const hostChecks = [rootLogin];`,
    [`${path}.ts`]: unit,
    [`${path}.cases.ts`]: 'export {};',
  };

  test('a unit with its index line, its cases and its name is welcome', () => {
    expect(complaints(whole)).toEqual([]);
  });

  test('each thing missing is said', () => {
    expect(complaints({ [`${path}.ts`]: unit.replace('root-login', 'root') })).toEqual([
      `${path}.ts  [registers] makes no host check whose id is 'ssh.root-login', as its path says; what units share stands in another folder`,
      `${path}.ts  [registers] this host check is in no index: import it in an index.ts above it and list it there`,
      `${path}.ts  [registers] has no ${path}.cases.ts beside it`,
    ]);
  });

  test('an index that imports and does not list, or leads nowhere, does not count', () => {
    const unlisted = {
      ...whole,
      'packages/catalog/src/host-checks/index.ts': `export { rootLogin } from './ssh/root-login.ts';`,
    };
    expect(complaints(unlisted).join()).toContain('is in no index');
    expect(complaints({ ...whole, 'packages/catalog/src/index.ts': 'export {};' }).join()).toContain('is in no index');
  });

  test('a probe that a listed check needs is registered by that', () => {
    const probe = { 'packages/catalog/src/probes/sshd.ts': `export const sshd = probe({ name: 'sshd' });` };
    expect(complaints({ ...whole, ...probe }).join()).toContain('no listed check needs it');
    const needing = `import { sshd } from '../../probes/sshd.ts'; ${unit}`;
    expect(complaints({ ...whole, ...probe, [`${path}.ts`]: needing })).toEqual([]);
  });

  test('probes and frameworks are held alike', () => {
    expect(
      about('packages/catalog/src/probes/accounts.ts', `export const p = probe({ name: 'account' });`).join(),
    ).toContain("no probe whose name is 'accounts'");
    expect(
      about('packages/catalog/src/frameworks/kisa-unix-2026.ts', `export const f = { id: 'kisa-unix-2026' };`),
    ).toHaveLength(1);
  });
});

describe('budgets', () => {
  const long = (lines: number): string => '//\n'.repeat(lines - 1);

  test('each file, the median and the ninetieth of a hundred', () => {
    expect(about('packages/aws/src/call.ts', long(401)).join()).toContain('401 lines; no file may have more than 400');
    expect(about('packages/aws/src/call.ts', long(81)).join()).toContain('the median file has 81 lines');
    expect(about('packages/aws/src/call.ts', long(80))).toEqual([]);
  });

  test('lists are not counted', () => {
    for (const path of [
      'packages/aws/src/call.test.ts',
      'packages/catalog/src/host-checks/ssh/x.cases.ts',
      'lab/src/world/roots/ubuntu.ts',
    ])
      expect(about(path, long(900)).join(), path).not.toContain('[budgets]');
  });
});

test('a file that cannot be parsed is not passed over', () => {
  expect(() => complaints({ 'packages/aws/src/call.ts': 'const = 1' })).toThrow('packages/aws/src/call.ts');
});
