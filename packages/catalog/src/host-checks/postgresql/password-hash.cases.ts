// Cases of postgresql.password-hash.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const scram = { password_encryption: 'scram-sha-256' };

export const pgPasswordHashCases: readonly HostCase[] = [
  {
    name: 'all as SCRAM',
    host: rocky9,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }], settings: scram }),
    expect: 'pass',
  },
  {
    name: 'one still as MD5',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }, { name: 'old', verifier: 'md5' }], settings: scram }),
    expect: 'fail',
    because: 'old',
    trap: 'the setting tells of new passwords only',
  },
  {
    name: 'new ones as MD5',
    host: debian12,
    ...pgRuns({ settings: { password_encryption: 'md5' } }),
    expect: 'fail',
    because: 'md5',
  },
  {
    name: '`on` is MD5',
    host: al2,
    ...pgRuns({ hello: '90224\ton\t9.2.24', settings: { password_encryption: 'on' } }),
    expect: 'fail',
  },
  {
    name: 'MD5 by the file, whatever may be asked',
    host: al2023,
    ...pgRefuses({ conf: "password_encryption = 'md5' # clients\n" }),
    expect: 'fail',
    because: 'postgresql.conf:1',
  },
  {
    name: 'ALTER SYSTEM outweighs the file',
    host: al2023,
    ...pgRefuses({ conf: 'password_encryption = md5\n', auto: "password_encryption = 'scram-sha-256'\n" }),
    expect: 'manual',
    because: 'postgresql.auto.conf:1',
  },
  {
    name: 'version 13 without a word',
    host: rocky8,
    ...pgRefuses({ series: '13' }),
    expect: 'fail',
    because: 'default of 13',
    trap: 'the default changed with version 14',
  },
  {
    name: 'version 16 without a word: old passwords are for a person',
    host: rocky9,
    ...pgRefuses(),
    expect: 'manual',
    because: 'default of 16',
  },
  { name: 'an image with MD5', host: image(rocky8), ...pgImage({ series: '10' }), expect: 'fail' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'version 14 without a word: the default is SCRAM',
    host: debian12,
    ...pgRefuses({ series: '14' }),
    expect: 'manual',
    because: 'password_encryption = scram-sha-256',
    shows: ['could not be asked'],
  },
  {
    name: 'neither a setting nor a version',
    host: debian12,
    ...pgRefuses({ series: '' }),
    expect: 'manual',
    because: 'default of an unknown version',
  },
  {
    name: 'a password kept as nobody knows what',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }, { name: 'odd', verifier: 'other' }], settings: scram }),
    expect: 'fail',
    because: 'odd: other',
    hides: ['app:', 'postgres:'],
  },
  {
    name: 'who has a password is shown',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }], settings: scram }),
    expect: 'pass',
    because: 'app: scram',
    hides: ['postgres: none'],
  },
];
