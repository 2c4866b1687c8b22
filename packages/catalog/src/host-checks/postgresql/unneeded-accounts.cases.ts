// Cases of postgresql.unneeded-accounts.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const shop = { name: 'shop' };

export const pgUnneededAccountsCases: readonly HostCase[] = [
  { name: 'the first superuser alone', host: rocky9, ...pgRuns(), expect: 'pass' },
  {
    name: 'a test account',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, { name: 'test' }] }),
    expect: 'fail',
    because: 'test, LOGIN',
  },
  {
    name: 'a test role that cannot log in',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, { name: 'test', login: false }] }),
    expect: 'pass',
  },
  {
    name: 'an account that only people know',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, shop] }),
    expect: 'manual',
    because: 'shop',
  },
  {
    name: 'the configuration says it is needed',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, shop] }),
    parameters: { needed: ['shop'] },
    expect: 'pass',
  },
  {
    name: 'the configuration names others',
    host: al2023,
    ...pgRuns({ roles: [postgresRole, shop] }),
    parameters: { needed: ['blog'] },
    expect: 'fail',
  },
  {
    name: 'a name with line ends and quotes',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'x"\n|end' }] }),
    expect: 'manual',
    because: 'x',
  },
  {
    name: 'an answer that is cut',
    host: rocky8,
    ...pgRuns(),
    commands: { ...pgRuns().commands, 'answers 903': { stdout: '{"kind":"role","name":"postg' } },
    expect: 'manual',
    trap: 'what was read of a broken answer passes for all of it',
  },
  { name: 'the server wants a password', host: rocky9, ...pgRefuses(), expect: 'manual', because: 'pg_roles' },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'how each logs in is shown, and until when',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'kim', until: '2026-12-31 00:00:00+09' }, shop] }),
    expect: 'manual',
    because: 'kim: password scram, until 2026-12-31',
    shows: ['"shop: password scram"'],
  },
];
