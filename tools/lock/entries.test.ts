// The lockfile names every platform's packages, or `npm ci` refuses it; a registry that lacks some leaves them out.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Entries, missingEntries } from './entries.ts';

test('the lockfile is complete (else: node tools/lock/main.ts)', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Entries;
  };
  expect(missingEntries(packages)).toEqual({});
});

test('an optional package without an entry is found and gets its platform', () => {
  const optionalDependencies = {
    '@x/cli-linux-x64-musl': '1.0.0',
    '@x/cli-darwin-arm64': '1.0.0',
    '@x/cli-linux-x64': '1.0.0',
  };
  const present = {
    'node_modules/x': { dev: true, optionalDependencies },
    'node_modules/@x/cli-linux-x64': { version: '1.0.0' },
  };
  expect(missingEntries(present)).toEqual({
    'node_modules/@x/cli-linux-x64-musl': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@x/cli-darwin-arm64': { version: '1.0.0', cpu: ['arm64'], dev: true, optional: true, os: ['darwin'] },
  });
});

test('a name that tells no platform is not guessed', () => {
  expect(() => missingEntries({ 'node_modules/x': { optionalDependencies: { 'x-native': '1' } } })).toThrow('x-native');
});
