// Cases of postgresql.default-accounts.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgBoth, pgImage, pgRefuses, pgRuns, postgresRole } from '../pg-hosts.ts';

export const pgDefaultAccountsCases: readonly HostCase[] = [
  { name: 'stock: peer alone, no password', host: rocky9, ...pgRuns(), expect: 'pass', because: 'nothing trusts it' },
  {
    name: 'a password was set',
    host: debian12,
    ...pgRuns({ roles: [{ ...postgresRole, verifier: 'scram' }] }),
    expect: 'pass',
    because: 'scram',
  },
  {
    name: 'trust on the socket',
    host: ubuntu22,
    ...pgRuns({ hba: 'local all all trust\n' }),
    expect: 'fail',
    because: 'local all all trust',
  },
  {
    name: 'trust for the superuser by name, from the network',
    host: al2,
    ...pgRefuses({ hba: `local all all peer\nhost all "postgres" 10.0.0.0/8 trust\n` }),
    expect: 'fail',
    because: 'pg_hba.conf:2',
  },
  {
    name: 'trust for another role',
    host: rocky8,
    ...pgRuns({ hba: 'local all app trust\nlocal all all peer\n' }),
    expect: 'pass',
  },
  {
    name: 'trust in a comment',
    host: rocky8,
    ...pgRuns({ hba: '# local all all trust\nlocal all all peer\n' }),
    expect: 'pass',
    trap: 'text was searched and not rules',
  },
  {
    name: 'trust through an included file',
    host: al2023,
    ...pgRuns({
      hba: 'include more.conf\nlocal all all peer\n',
      files: { '/var/lib/pgsql/data/more.conf': 'host all all all trust\n' },
    }),
    expect: 'fail',
    because: 'more.conf:1',
  },
  {
    name: 'trust for a list that holds the superuser',
    host: al2023,
    ...pgRuns({ hba: 'local all @admins trust\n', files: { '/var/lib/pgsql/data/admins': 'kim\npostgres\n' } }),
    expect: 'fail',
  },
  {
    name: 'a file of rules that was kept from us',
    host: rocky9,
    ...pgRuns({ hba: 'include /etc/shadow\nlocal all all peer\n', notes: [['withheld', '/etc/shadow']] }),
    expect: 'manual',
    because: '/etc/shadow',
  },
  {
    name: 'a line that the server refuses',
    host: rocky9,
    ...pgRuns({ hba: 'local all all\n' }),
    expect: 'manual',
    because: 'older rules',
  },
  {
    name: 'the server wants a password',
    host: ubuntu22,
    ...pgRefuses({ hba: 'local all all scram-sha-256\n' }),
    expect: 'manual',
    because: 'no password supplied',
  },
  {
    name: 'cannot be asked, and the system alone lets in',
    host: debian12,
    ...pgRefuses({ hba: 'local all all peer\nhost all app 10.0.0.0/8 scram-sha-256\n' }),
    expect: 'pass',
  },
  {
    name: 'an image that trusts',
    host: image(rocky9),
    ...pgImage({ hba: 'host all all 127.0.0.1/32 trust\n' }),
    expect: 'fail',
  },
  {
    name: 'the worse of two clusters is named',
    host: debian12,
    ...pgBoth(pgRuns(), pgRuns({ pid: '904', folder: '/srv/pg', hba: 'local all all trust\n' })),
    expect: 'fail',
    because: 'postgres /srv/pg: pg_hba.conf lets',
  },
  { name: 'in a container', host: al2023, ...pgRuns({ place: 'elsewhere' }), expect: 'manual', because: 'container' },
  { name: 'no cluster', host: rocky9, ...noCluster, expect: 'notApplicable' },
  {
    name: 'processes of others are hidden',
    host: rocky9,
    ...noCluster,
    notes: [['processes-hidden']],
    expect: 'unknown',
  },
];
