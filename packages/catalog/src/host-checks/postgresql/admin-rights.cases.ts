// Cases of postgresql.admin-rights.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

const dba = { name: 'dba', super: true };

export const pgAdminRightsCases: readonly HostCase[] = [
  {
    name: 'the first superuser alone',
    host: rocky9,
    ...pgRuns({ roles: [postgresRole, { name: 'app' }] }),
    expect: 'pass',
  },
  {
    name: 'another superuser',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, dba] }),
    expect: 'manual',
    because: 'dba: SUPERUSER',
  },
  {
    name: 'approved',
    host: ubuntu22,
    ...pgRuns({ roles: [postgresRole, dba] }),
    parameters: { administrators: ['dba'] },
    expect: 'pass',
  },
  {
    name: 'not among those that are approved',
    host: debian12,
    ...pgRuns({ roles: [postgresRole, { name: 'app', createdb: true }] }),
    parameters: { administrators: ['dba'] },
    expect: 'fail',
    because: 'CREATEDB',
  },
  {
    name: 'a member of a group of superusers',
    host: al2023,
    ...pgRuns({ roles: [postgresRole, { name: 'ops', super: true, login: false }, { name: 'kim', groups: ['ops'] }] }),
    expect: 'manual',
    because: 'SUPERUSER (ops)',
    trap: 'attributes of a group are not inherited, but SET ROLE takes them',
  },
  {
    name: 'through a group of a group',
    host: al2023,
    ...pgRuns({
      roles: [
        postgresRole,
        { name: 'top', createrole: true, login: false },
        { name: 'ops', login: false, groups: ['top'] },
        { name: 'kim', groups: ['ops'] },
      ],
    }),
    expect: 'manual',
    because: 'CREATEROLE (top)',
  },
  {
    name: 'programs of the server',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'app', groups: ['pg_execute_server_program'] }] }),
    expect: 'manual',
    because: 'pg_execute_server_program',
  },
  {
    name: 'who watches is no administrator',
    host: rocky8,
    ...pgRuns({ roles: [postgresRole, { name: 'watch', groups: ['pg_monitor'] }] }),
    expect: 'pass',
  },
  {
    name: 'groups that name each other',
    host: rocky8,
    ...pgRuns({
      roles: [
        postgresRole,
        { name: 'a', login: false, groups: ['b'] },
        { name: 'b', login: false, groups: ['a'] },
        { name: 'kim', groups: ['a'] },
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'an account of the system that becomes the superuser is shown',
    host: debian12,
    ...pgRuns({ files: { '/var/lib/pgsql/data/pg_ident.conf': 'ops jenkins postgres\n' } }),
    expect: 'pass',
    because: 'jenkins becomes postgres',
  },
  { name: 'the server wants a password', host: rocky9, ...pgRefuses(), expect: 'manual', because: 'rolsuper' },
  { name: 'an image cannot be asked', host: image(rocky9), ...pgImage(), expect: 'manual' },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable', because: 'no process of PostgreSQL' },
  {
    name: 'maps to other roles are no matter, one to all is',
    host: debian12,
    ...pgRuns({ files: { '/var/lib/pgsql/data/pg_ident.conf': 'ops kim app\nops root all\n' } }),
    expect: 'pass',
    because: 'map ops: root becomes all',
    hides: ['kim'],
  },
  {
    name: 'files of the server, and what else makes an administrator',
    host: rocky8,
    ...pgRuns({
      roles: [
        postgresRole,
        { name: 'load', groups: ['pg_write_server_files'] },
        { name: 'dump', groups: ['pg_read_server_files'] },
        { name: 'copy', replication: true },
        { name: 'all', bypassrls: true },
        { name: 'ops', login: false, super: true },
      ],
    }),
    expect: 'manual',
    because: 'load, dump, copy, all (',
    shows: ['load: pg_write_server_files', 'dump: pg_read_server_files', 'copy: REPLICATION', 'all: BYPASSRLS'],
    hides: ['ops', 'pg_write_server_files ('],
  },
];
