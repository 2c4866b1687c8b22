// This checkout keeps its own rules, and its page shows it as it stands.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { architecturePage } from './drawing.ts';
import { filesOf, houseOf } from './house.ts';
import { sentence, violationsOf } from './violations.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const house = houseOf(filesOf(root));

test('every room of the tree is read', () => {
  for (const folder of [
    'packages/core',
    'packages/catalog',
    'packages/engines',
    'packages/aws',
    'packages/store',
    'packages/flow',
    'apps/cli',
    'lab',
    'tools',
  ])
    expect(
      house.sources.some(({ path }) => path.startsWith(`${folder}/`)),
      folder,
    ).toBe(true);
});

test('no rule of the house is broken', () => {
  expect(violationsOf(house).map(sentence)).toEqual([]);
});

test('ARCHITECTURE.md shows the house as it stands (npm run picture -- --write)', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  expect(page).toBe(architecturePage(page, house));
});
