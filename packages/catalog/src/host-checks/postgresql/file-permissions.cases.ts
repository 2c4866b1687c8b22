// Cases of postgresql.file-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { noCluster, pgImage, pgRefuses } from '../pg-hosts.ts';

const folder = '/var/lib/pgsql/data';
const own = (mode: string, uid = 26) => ({ mode, uid });
const debianConfig = '/etc/postgresql/15/main/postgresql.conf';
const debian = (mode: string) => ({
  folder: '/var/lib/postgresql/15/main',
  config: debianConfig,
  files: { [debianConfig]: { mode, uid: 26 } },
});

export const pgFilePermissionsCases: readonly HostCase[] = [
  { name: 'stock Red Hat', host: rocky9, ...pgRefuses(), expect: 'pass' },
  {
    name: 'stock Debian goes beyond the letter',
    host: debian12,
    ...pgRefuses(debian('0644')),
    expect: 'fail',
    because: debianConfig,
  },
  {
    name: 'stock Debian, by the profile',
    host: debian12,
    ...pgRefuses(debian('0644')),
    profile: 'distro-aware',
    expect: 'pass',
  },
  { name: 'not stock there', host: rocky9, ...pgRefuses(debian('0644')), profile: 'distro-aware', expect: 'fail' },
  {
    name: 'rules that others read',
    host: ubuntu22,
    ...pgRefuses({ files: { [`${folder}/pg_hba.conf`]: { ...own('0644'), text: 'local all all peer\n' } } }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'pg_hba.conf',
  },
  {
    name: 'rules of somebody else',
    host: al2,
    ...pgRefuses({ files: { [`${folder}/pg_hba.conf`]: { ...own('0600', 1000), text: 'local all all peer\n' } } }),
    expect: 'fail',
    because: '1000',
  },
  {
    name: 'a history that the group reads',
    host: rocky8,
    ...pgRefuses({ files: { '/var/lib/pgsql/.psql_history': own('0640') } }),
    expect: 'fail',
    because: '.psql_history',
  },
  {
    name: 'a log that others read',
    host: al2023,
    ...pgRefuses({ files: { [`${folder}/log/postgresql-Mon.log`]: own('0644') } }),
    expect: 'fail',
    because: 'postgresql-Mon.log',
  },
  {
    name: 'logs as the server writes them',
    host: al2023,
    ...pgRefuses({ files: { [`${folder}/log/postgresql-Mon.log`]: own('0600') } }),
    expect: 'pass',
  },
  {
    name: '577 is a smaller number',
    host: rocky8,
    ...pgRefuses({ files: { [`${folder}/pg_ident.conf`]: own('0577') } }),
    expect: 'fail',
    trap: 'decimal comparison',
  },
  {
    name: 'an included file counts',
    host: rocky9,
    ...pgRefuses({ conf: "include_dir = 'conf.d'\n", files: { [`${folder}/conf.d/app.conf`]: own('0666') } }),
    expect: 'fail',
    because: 'app.conf',
  },
  { name: 'an image', host: image(rocky9), ...pgImage(), expect: 'pass' },
  {
    name: 'settings that were kept from us',
    host: rocky9,
    ...pgRefuses({ conf: "hba_file = '/etc/pg/hba.conf'\n" }),
    expect: 'manual',
    because: '/etc/pg/hba.conf',
  },
  { name: 'no cluster', host: ubuntu22, ...noCluster, expect: 'notApplicable' },
];
