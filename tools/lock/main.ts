// Completes package-lock.json after an install from a registry that lacks packages of other platforms.
import { readFileSync, writeFileSync } from 'node:fs';
import { type Entries, missingEntries } from './entries.ts';

const path = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Entries };
const missing = missingEntries(lock.packages);
const packages = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`package-lock.json: ${Object.keys(missing).length} packages of other platforms added`);
