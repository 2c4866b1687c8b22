// Cases of postgresql.object-owners.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns } from '../pg-hosts.ts';

const owns = (owner: string, schema = 'public') => ({ kind: 'owner', owner, schema, objects: 3, example: 'orders' });

export const pgObjectOwnersCases: readonly HostCase[] = [
  {
    name: 'superusers alone',
    host: rocky9,
    ...pgRuns({ databases: ['postgres', 'shop'], objects: { postgres: [], shop: [] } }),
    expect: 'pass',
    because: 'pg_class of postgres, shop',
    shows: ['no other owner'],
  },
  {
    name: 'a role of an application',
    host: ubuntu22,
    ...pgRuns({ objects: { postgres: [owns('app')] } }),
    expect: 'fail',
    because: 'app: 3 in public, such as orders',
  },
  {
    name: 'in one database of two',
    host: debian12,
    ...pgRuns({ databases: ['postgres', 'shop'], objects: { postgres: [], shop: [owns('app')] } }),
    expect: 'fail',
    because: 'pg_class of shop',
    trap: 'one database was asked for all',
  },
  {
    name: 'approved',
    host: debian12,
    ...pgRuns({ objects: { postgres: [owns('app')] } }),
    parameters: { owners: ['app'] },
    expect: 'pass',
  },
  {
    name: 'one that is not approved',
    host: al2023,
    ...pgRuns({ objects: { postgres: [owns('app'), owns('kim')] } }),
    parameters: { owners: ['app'] },
    expect: 'fail',
    because: 'kim',
  },
  {
    name: 'a database that did not answer',
    host: rocky8,
    ...pgRuns({ databases: ['postgres', 'shop'] }),
    expect: 'manual',
    because: 'shop',
  },
  {
    name: 'an answer that is no row',
    host: rocky8,
    ...pgRuns({ objects: { postgres: [] } }),
    commands: { ...pgRuns().commands, 'objects 903 postgres': { stdout: '[1]' } },
    expect: 'manual',
  },
  { name: 'the server wants a password', host: rocky9, ...pgRefuses(), expect: 'manual' },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'names that do not end',
    host: rocky8,
    ...pgRuns({ objects: { postgres: [owns('app', 's'.repeat(300))] } }),
    expect: 'fail',
    hides: ['s'.repeat(200)],
  },
];
