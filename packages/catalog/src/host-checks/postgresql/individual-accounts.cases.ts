// Cases of postgresql.individual-accounts.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const two = [postgresRole, { name: 'kim' }, { name: 'shop' }];

export const pgIndividualAccountsCases: readonly HostCase[] = [
  {
    name: 'who uses them is for people to say',
    host: debian12,
    ...pgRuns({ roles: two }),
    expect: 'manual',
    because: 'kim',
  },
  {
    name: 'the first superuser alone is for people to say',
    host: rocky9,
    ...pgRuns(),
    expect: 'manual',
    because: 'the only account',
  },
  {
    name: 'one user each, by the configuration',
    host: debian12,
    ...pgRuns({ roles: two }),
    parameters: { individual: ['kim', 'shop'] },
    expect: 'pass',
  },
  {
    name: 'one that is not listed',
    host: al2023,
    ...pgRuns({ roles: two }),
    parameters: { individual: ['kim'] },
    expect: 'fail',
    because: 'shop',
  },
  { name: 'the server wants a password', host: ubuntu22, ...pgRefuses(), expect: 'manual' },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
];
