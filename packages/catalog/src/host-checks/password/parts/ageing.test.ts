// Ages for accounts to come and for those that there are: who is named, and what stands where.
import { loginDefs, parseShadow } from '@bongsu/core';
import { expect, it } from 'vitest';
import { statedFiles } from '../../stated-files.ts';
import { ageingPart } from './ageing.ts';

function told(defs: string, accounts: readonly string[], limits = { maxDays: 90, minDays: 1 }) {
  const [file] = statedFiles({ '/etc/login.defs': defs });
  const { missing, proofs } = ageingPart(
    { settings: loginDefs(file), present: true },
    { present: true, entries: parseShadow(accounts) },
    limits,
  );
  return {
    missing: missing.map(({ rule, what }) => `${rule}: ${what.en}`),
    found: proofs.map(({ source, found }) => `${source} | ${found}`),
  };
}

const good = 'PASS_MAX_DAYS 90\nPASS_MIN_DAYS 1\n';
const found = ['/etc/login.defs:1 | PASS_MAX_DAYS 90', '/etc/login.defs:2 | PASS_MIN_DAYS 1'];

it('accounts with a password are quoted, the others named', () => {
  expect(told(good, ['root:sha512:19700:1:90:7::', 'bin:locked:19700:0:99999:7::', 'odd:invalid:19700:::::'])).toEqual({
    missing: [],
    found: [
      ...found,
      '/etc/shadow:1 | root (sha512): min 1, max 90',
      '/etc/shadow | left out, no password opens them: bin, odd',
    ],
  });
});

it('nobody is left out where everybody has a password', () => {
  const { found: proofs } = told(good, ['kim:none:19700:1:0:7::']);
  expect(proofs).toEqual([...found, '/etc/shadow:1 | kim (none): min 1, max 0']);
});

it('what is not set is no limit, and no least time', () => {
  expect(told('', ['kim:sha512:19700:::7::'])).toEqual({
    missing: [
      'max-age: maximum age (PASS_MAX_DAYS)',
      'min-age: minimum age (PASS_MIN_DAYS)',
      'max-age: maximum age of kim',
      'min-age: minimum age of kim',
    ],
    found: [
      '/etc/login.defs | PASS_MAX_DAYS not set',
      '/etc/login.defs | PASS_MIN_DAYS not set',
      '/etc/shadow:1 | kim (sha512): min none, max none',
    ],
  });
  expect(told('PASS_MAX_DAYS 0\n', ['kim:sha512:19700::0:7::'], { maxDays: 90, minDays: 0 }).missing).toEqual([]);
});
