// Prints the package graph; with `--write` it brings the drawn parts of ARCHITECTURE.md up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architecturePage, picture } from './drawing.ts';
import { filesOf, houseOf } from './house.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const house = houseOf(filesOf(root));
if (process.argv.includes('--write')) {
  const path = join(root, 'ARCHITECTURE.md');
  writeFileSync(path, architecturePage(readFileSync(path, 'utf8'), house));
} else {
  console.log(picture(house));
}
