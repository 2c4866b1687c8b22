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
  {
    name: 'stock Ubuntu, by the profile',
    host: ubuntu22,
    ...pgRefuses(debian('0644')),
    profile: 'distro-aware',
    expect: 'pass',
    because: debianConfig,
    shows: ['/var/lib/postgresql/15/main'],
  },
  {
    name: 'a data folder that others enter',
    host: rocky8,
    ...pgRefuses({
      files: { [folder]: { type: 'dir', mode: '0755', uid: 26 }, [`${folder}/pg_ident.conf`]: own('0644') },
    }),
    expect: 'fail',
    because: `limit: ${folder} (+1)`,
    hides: ['PG_VERSION', 'postgresql.auto.conf'],
  },
  {
    name: 'a data folder that cannot be seen',
    host: rocky8,
    ...pgRefuses({ files: { [folder]: 'absent' } }),
    expect: 'manual',
    because: 'the data folder could not be seen',
    shows: [`"postgres ${folder}","found":"not seen"`],
  },
  {
    name: 'an image beside the data of somebody else: the owner of its own folder counts',
    host: image(rocky8),
    ...pgImage(),
    files: {
      '/srv/other': { type: 'dir', mode: '0700', uid: 70 },
      ...pgImage().files,
      [`${folder}/pg_ident.conf`]: own('0600', 70),
    },
    expect: 'fail',
    because: 'pg_ident.conf',
    shows: ['uid 0 or 26'],
  },
  {
    name: 'passwords of the owner that the group reads',
    host: rocky8,
    ...pgRefuses({ files: { '/var/lib/pgsql/.pgpass': own('0640') } }),
    expect: 'fail',
    because: '.pgpass',
  },
  {
    name: 'what is no history for its name',
    host: rocky8,
    ...pgRefuses({
      files: { '/var/lib/pgsql/.psql_history.old': own('0644'), '/var/lib/pgsql/old.pgpass': own('0644') },
    }),
    expect: 'pass',
  },
  {
    name: 'maps of another file, beside the rules',
    host: debian12,
    ...pgRefuses({ conf: "ident_file = 'maps.txt'\n", files: { [`${folder}/maps.txt`]: own('0644') } }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'maps.txt',
    trap: 'the name is relative to the data folder',
  },
  {
    name: 'keys that others read, and certificates that they may',
    host: ubuntu22,
    ...pgRefuses({ files: { [`${folder}/server.key`]: own('0644'), [`${folder}/server.crt`]: own('0644') } }),
    expect: 'fail',
    because: 'server.key',
    hides: ['(+', 'server.crt'],
  },
  {
    name: 'keys as the server wants them, and a folder of logs of its own',
    host: ubuntu22,
    ...pgRefuses({
      files: {
        [`${folder}/server.key`]: own('0640'),
        [`${folder}/server.crt`]: own('0644'),
        [`${folder}/log/old`]: { type: 'dir', mode: '0700', uid: 26 },
        '/etc/ssl/private/web.key': own('0644', 0),
      },
    }),
    expect: 'pass',
    hides: ['server.crt', 'web.key', 'log/old'],
  },
  {
    name: 'logs elsewhere that others read',
    host: debian12,
    ...pgRefuses({
      conf: "log_directory = '/var/log/postgresql'\n",
      files: { '/var/log/postgresql/15.log': own('0644'), '/var/log/postgresql-old/15.log': own('0644') },
    }),
    expect: 'fail',
    because: '/var/log/postgresql/15.log',
    hides: ['(+'],
  },
  {
    name: 'a folder of logs by another name',
    host: debian12,
    ...pgRefuses({ conf: "log_directory = 'pg_log'\n", files: { [`${folder}/pg_log/15.log`]: own('0644') } }),
    expect: 'fail',
    because: 'pg_log/15.log',
  },
  {
    name: 'an included file elsewhere that others may change',
    host: debian12,
    ...pgRefuses({
      conf: "include '/srv/conf/site.settings'\n",
      files: { '/srv/conf/site.settings': { text: 'work_mem = 4MB\n', mode: '0666', uid: 26 } },
    }),
    expect: 'fail',
    because: '/srv/conf/site.settings',
    trap: 'settings were looked for in the folder of the cluster alone',
  },
  {
    name: 'settings of a cluster that is not this one',
    host: debian12,
    ...pgRefuses({ files: { '/srv/other/postgresql.conf': own('0666', 70) } }),
    expect: 'pass',
    hides: ['/srv/other'],
  },
  {
    name: 'nobody says where the settings are: they lie with the data',
    host: debian12,
    ...pgRefuses({ files: { '/srv/other/postgresql.conf': own('0666', 70) } }),
    notes: (pgRefuses().notes ?? []).filter(([key]) => key !== 'cluster'),
    expect: 'pass',
    because: `${folder}/postgresql.conf`,
    hides: ['/srv/other'],
  },
];
