// Cases of postgresql.system-tables.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const access = (grantee: string, relation: string, right = 'SELECT') => ({ kind: 'access', grantee, relation, right });
const reader = { name: 'report', groups: ['pg_read_all_data'] };

export const pgSystemTablesCases: readonly HostCase[] = [
  {
    name: 'stock',
    host: rocky9,
    ...pgRuns({ databases: ['postgres', 'shop'], objects: { postgres: [], shop: [] } }),
    expect: 'pass',
    because: 'pg_class of postgres, shop',
    shows: ['no further right'],
  },
  {
    name: 'a role reads pg_authid',
    host: ubuntu22,
    ...pgRuns({ objects: { postgres: [access('app', 'pg_authid')] } }),
    expect: 'fail',
    because: 'app: SELECT ON pg_catalog.pg_authid',
  },
  {
    name: 'everybody reads pg_shadow, in one database of two',
    host: debian12,
    ...pgRuns({ databases: ['postgres', 'shop'], objects: { postgres: [], shop: [access('PUBLIC', 'pg_shadow')] } }),
    expect: 'fail',
    because: 'pg_class of shop',
  },
  {
    name: 'approved',
    host: debian12,
    ...pgRuns({ objects: { postgres: [access('backup', 'pg_authid')] } }),
    parameters: { allowed: ['backup'] },
    expect: 'pass',
  },
  {
    name: 'a member of pg_read_all_data',
    host: al2023,
    ...pgRuns({ roles: [postgresRole, reader] }),
    expect: 'fail',
    because: 'pg_read_all_data',
    trap: 'a predefined role reads the catalog without a grant on it',
  },
  {
    name: 'a member of it who is approved',
    host: al2023,
    ...pgRuns({ roles: [postgresRole, reader] }),
    parameters: { allowed: ['report'] },
    expect: 'pass',
  },
  {
    name: 'a database that did not answer',
    host: rocky8,
    ...pgRuns({ databases: ['postgres', 'shop'] }),
    expect: 'manual',
    because: 'shop',
  },
  {
    name: 'a database with a name that is not asked for',
    host: rocky8,
    ...pgRuns({ databases: ['postgres', 'host=evil dbname=x'] }),
    expect: 'manual',
    because: 'host=evil',
  },
  { name: 'the server wants a password', host: rocky9, ...pgRefuses(), expect: 'manual' },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
  {
    name: 'a group that nobody logs in as, and superusers, read everything anyway',
    host: rocky8,
    ...pgRuns({
      roles: [
        { ...postgresRole, groups: ['pg_read_all_data'] },
        { name: 'readers', login: false, groups: ['pg_read_all_data'] },
        { name: 'dba', super: true, groups: ['pg_read_all_data'] },
        { name: 'app' },
      ],
    }),
    expect: 'pass',
  },
];
