// What each module asks of a new password, from where it takes it, and what is missing of it, rule by rule.
import { isUnread, recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { pam } from '../../../probes/pam.ts';
import { al2, al2023, debian12 } from '../../hosts.ts';
import { statedFiles } from '../../stated-files.ts';
import { judgeRules } from './part.ts';
import { qualityPart } from './quality.ts';
import { passwordStacks } from './stacks.ts';

const main = '/etc/security/pwquality.conf';
const dropIn = '/etc/security/pwquality.conf.d/site.conf';
const unix = 'password required pam_unix.so use_authtok\n';
const classes = 'dcredit = -1\nlcredit = -1\nocredit = -1\n';

function partOf(host: typeof al2, passwd: string, settings: Readonly<Record<string, string>> = {}) {
  const seen = pam.read(recordsOf(statedFiles({ '/etc/pam.d/passwd': passwd, ...settings })));
  if (isUnread(seen)) throw new Error(seen.unread.en);
  return qualityPart(seen, passwordStacks(seen.stacks), host, 8);
}

/** What is missing, with its rule, and what was found where. */
function told(...asked: Parameters<typeof partOf>): { missing: string[]; found: string[] } {
  const { missing, proofs } = partOf(...asked);
  return {
    missing: missing.map(({ rule, what }) => `${rule}: ${what.en}`),
    found: proofs.map(({ rules, source, found }) => `${rules.join('+')} | ${source} | ${found}`),
  };
}

const pwquality = (args = ''): string => `password requisite pam_pwquality.so${args}\n${unix}`;

describe('from where each value comes', () => {
  it('an argument, a setting, and what is built in', () => {
    expect(told(al2023, pwquality(' minlen=x minlen=9 enforce_for_root'), { [main]: classes })).toEqual({
      missing: [],
      found: [
        'length+classes+root | /etc/pam.d/passwd:1 | password requisite pam_pwquality.so minlen=x minlen=9 enforce_for_root',
        `length | length | minlen=9 (/etc/pam.d/passwd:1), dcredit=-1 (${main}:1), ucredit=0 (built in), lcredit=-1 (${main}:2), ocredit=-1 (${main}:3), enforcing=1 (built in)`,
        `classes | complexity | dcredit=-1 (${main}:1), ucredit=0 (built in), lcredit=-1 (${main}:2), ocredit=-1 (${main}:3), minclass=0 (built in)`,
        'root | /etc/pam.d/passwd:1 | enforce_for_root',
      ],
    });
  });
  it('a value that is no number is passed over, in arguments and in files', () => {
    const { missing } = told(al2023, pwquality(' minlen=eight'), { [main]: `${classes}minlen = 12\nminlen = many\n` });
    expect(missing).toEqual(['root: enforcement for root']);
    expect(told(al2023, pwquality(' minlen=eight'), { [main]: `${classes}minlen = 7\n` }).missing[0]).toBe(
      'length: length (as short as 7)',
    );
  });
  it('drop-ins and the main file, which the library of Amazon Linux 2 alone knows', () => {
    const files = { [dropIn]: classes, [main]: 'minlen = 12\nminclass = 0\n' };
    expect(told(al2023, pwquality(), files).missing).toEqual(['root: enforcement for root']);
    expect(told(al2, pwquality(), files).missing).toEqual([
      'classes: complexity (letters, digits, specials)',
      'root: enforcement for root',
    ]);
    expect(told(al2, pwquality(), { [main]: `minlen = 12\n${classes}` }).missing).toEqual([
      'root: enforcement for root',
    ]);
  });
  it.each([
    [al2023, []],
    [al2, ['root: enforcement for root']],
  ])('enforce_for_root in the file, which came with libpwquality 1.4.1', (host, missing) => {
    expect(
      told(host, pwquality(), { [main]: `minlen = 8\n${classes}ucredit = 0\nenforce_for_root\n` }).missing,
    ).toEqual(missing);
  });
  it('pam_cracklib has its own old values and reads no file', () => {
    const line = `password requisite pam_cracklib.so minclass=4 enforce_for_root\n${unix}`;
    expect(told(debian12, line, { [main]: 'minlen = 20\n' }).missing).toEqual(['length: length (as short as 5)']);
  });
});

describe('where no module refuses', () => {
  it('pam_unix has no say without minlen', () => {
    expect(told(al2023, unix)).toEqual({
      missing: [
        'length: length (no pam_pwquality)',
        'classes: complexity (no pam_pwquality)',
        'root: enforcement for root',
      ],
      found: ['length+classes+root | /etc/pam.d/passwd | no pam_pwquality or pam_cracklib line'],
    });
  });
  it.each([
    ['minlen=8', []],
    ['minlen=long', ['length: length (no pam_pwquality)']],
  ])('pam_unix with %s', (argument, length) => {
    expect(told(debian12, `password required pam_unix.so obscure ${argument}\n`)).toEqual({
      missing: [...length, 'classes: complexity (no pam_pwquality)', 'root: enforcement for root'],
      found: [
        'length+classes+root | /etc/pam.d/passwd | no pam_pwquality or pam_cracklib line',
        `length | /etc/pam.d/passwd:1 | password required pam_unix.so obscure ${argument}`,
      ],
    });
  });
  it('a module of another name is none of these', () => {
    const line = `password requisite pam_pwquality_site.so minlen=8\npassword requisite my_pam_pwquality.so\n${unix}`;
    expect(told(al2023, line).missing[0]).toBe('length: length (no pam_pwquality)');
  });
});

it('what is not enforced is missing under each rule by itself', () => {
  const part = partOf(al2023, pwquality(' enforce_for_root enforcing=0'), { [main]: `minlen = 8\n${classes}` });
  for (const rule of ['length', 'classes', 'root'] as const) {
    const { status, reason, evidence } = judgeRules([part], [rule]);
    expect([status, reason.en]).toEqual(['fail', 'not enforced: enforcement (enforcing = 0)']);
    expect(evidence).toHaveLength(2);
  }
  expect(judgeRules([part], ['history'])).toMatchObject({ status: 'pass', evidence: [] });
});

it('one class of letters is enough, and each of the others is asked', () => {
  const missing = (settings: string) => told(al2023, pwquality(' enforce_for_root'), { [main]: settings }).missing;
  expect(missing('ucredit = -1\ndcredit = -1\nocredit = -1\n')).toEqual([]);
  expect(missing('dcredit = -2\nucredit = 0\n')).toEqual(['classes: complexity (letters, specials)']);
});
