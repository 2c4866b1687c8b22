// Judges this checkout by all rules of the house and prints what is wrong, or its measures; run by `npm run check`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf, houseOf } from './house.ts';
import { sizes } from './rules/budgets.ts';
import { sentence, violationsOf } from './violations.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const house = houseOf(filesOf(root));
const violations = violationsOf(house);
for (const violation of violations) console.log(sentence(violation));

const imports = house.sources.reduce((sum, source) => sum + source.imports.length, 0);
const { files, medianLines, ninetiethLines, longestLines } = sizes(house);
console.log(`${house.sources.length} files, ${imports} imports, ${violations.length} violations`);
console.log(`${files} counted files: median ${medianLines} lines, 90 % ≤ ${ninetiethLines}, longest ${longestLines}`);
// An empty tree breaks no rule; it must not look like a clean one.
if (violations.length > 0 || imports === 0) process.exitCode = 1;
