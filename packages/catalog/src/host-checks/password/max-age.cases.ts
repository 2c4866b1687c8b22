// Cases of password.max-age.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, rocky8, ubuntu24 } from '../hosts.ts';

const defs = '/etc/login.defs';
const shadow = '/etc/shadow';
const files = (setting: string, accounts = 'root:sha512:19700:1:90:7::') => ({
  [defs]: `${setting}\n`,
  [shadow]: `${accounts}\n`,
});

export const maxAgeCases: readonly HostCase[] = [
  {
    name: 'exactly the limit, whatever the other age is',
    host: rocky8,
    files: files('PASS_MAX_DAYS 90\nPASS_MIN_DAYS 0'),
    expect: 'pass',
  },
  { name: 'stock', host: al2023, files: files('PASS_MAX_DAYS 99999\nPASS_MIN_DAYS 0'), expect: 'fail' },
  {
    name: 'one day beyond',
    host: debian12,
    files: files('PASS_MAX_DAYS 91'),
    expect: 'fail',
    because: 'PASS_MAX_DAYS',
  },
  { name: 'not set', host: ubuntu24, files: files(''), expect: 'fail', because: 'not set' },
  {
    name: 'login.defs does not touch the accounts there are',
    host: ubuntu24,
    files: files('PASS_MAX_DAYS 90', 'root:sha512:19700:1:91:7::'),
    expect: 'fail',
    because: 'age of root',
    trap: 'U-47(1)',
  },
  {
    name: 'a locked account has no password to age, and is listed',
    host: al2023,
    files: files('PASS_MAX_DAYS 90', 'root:sha512:19700:1:90:7::\nec2-user:locked:19700:0:99999:7::'),
    expect: 'pass',
    because: 'ec2-user',
    trap: 'U-47(2) U-02(7)',
  },
  {
    name: 'an empty field is no limit',
    host: debian12,
    files: files('PASS_MAX_DAYS 90', 'root:sha512:19700:1::7::'),
    expect: 'fail',
    trap: 'U-47(3)',
  },
  {
    name: 'stricter by parameter',
    host: rocky8,
    files: files('PASS_MAX_DAYS 90'),
    parameters: { maxDays: 60 },
    expect: 'fail',
  },
  {
    name: 'shadow that cannot be read',
    host: rocky8,
    files: { ...files('PASS_MAX_DAYS 90'), [shadow]: 'unreadable' },
    expect: 'unknown',
  },
];
