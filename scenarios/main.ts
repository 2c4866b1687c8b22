// Prints every scenario as one table: item, unit, host, change, expected status. Run: npm run scenarios
import { frameworks } from '@bongsu/catalog';
import { scenarios } from './index.ts';

const codesOf = (unit: string): string =>
  frameworks
    .flatMap((edition) =>
      edition.items.filter((item) => item.units.includes(unit)).map((item) => `${edition.id}:${item.code}`),
    )
    .join(' ');

const rows = Object.entries(scenarios).flatMap(([unit, all]) =>
  all.map(({ root, name, expect, profile, image }) => [
    unit,
    expect,
    [root, image ? 'image' : '', profile ?? ''].filter(Boolean).join(', '),
    name,
    codesOf(unit),
  ]),
);
const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
for (const row of rows)
  process.stdout.write(
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );
process.stdout.write(`${rows.length} scenarios of ${Object.keys(scenarios).length} units\n`);
