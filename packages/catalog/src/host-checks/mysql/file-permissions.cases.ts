// Cases of mysql.file-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { both, mysqlImage, mysqlRefuses, noServer } from '../mysql-hosts.ts';

const cnf = (mode: string, text = '[mysqld]\n', uid = 0) => ({ '/etc/my.cnf': { text, mode, uid } });

export const mysqlFilePermissionsCases: readonly HostCase[] = [
  {
    name: 'closed',
    host: rocky9,
    ...mysqlRefuses({ files: cnf('0600') }),
    expect: 'pass',
    because: '/etc/my.cnf',
    shows: ['"/var/lib/mysql"'],
  },
  {
    name: 'stock goes beyond the letter',
    host: rocky9,
    ...mysqlRefuses({ files: cnf('0644') }),
    expect: 'fail',
    because: '0644',
  },
  {
    name: 'stock, by the profile',
    host: rocky9,
    ...mysqlRefuses({ files: cnf('0644') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'stock, by the profile, but with a password in it',
    host: ubuntu22,
    ...mysqlRefuses({ files: cnf('0644', '[mysqld]\n[client]\npassword=masked\n') }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'holds a password',
  },
  {
    name: 'others may change it',
    host: debian12,
    ...mysqlRefuses({ files: cnf('0666') }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: '577 is a smaller number',
    host: al2,
    ...mysqlRefuses({ files: cnf('0577') }),
    expect: 'fail',
    trap: 'decimal comparison',
  },
  {
    name: 'of an owner who is neither root nor the server',
    host: al2023,
    ...mysqlRefuses({ files: cnf('0600', '[mysqld]\n', 1000) }),
    expect: 'fail',
    because: '1000',
  },
  {
    name: 'a data folder that others may write',
    host: rocky8,
    ...mysqlRefuses({ files: { ...cnf('0600'), '/var/lib/mysql': { type: 'dir', mode: '0777', uid: 27 } } }),
    expect: 'fail',
    because: '/var/lib/mysql',
  },
  {
    name: 'a key that others read',
    host: rocky9,
    ...mysqlRefuses({
      files: {
        ...cnf('0600'),
        '/var/lib/mysql/server-key.pem': { mode: '0644', uid: 27 },
        '/var/lib/mysql/public_key.pem': { mode: '0644', uid: 27 },
      },
    }),
    expect: 'fail',
    because: 'server-key.pem',
  },
  {
    name: 'public keys are public',
    host: rocky9,
    ...mysqlRefuses({
      files: {
        ...cnf('0600'),
        '/var/lib/mysql/public_key.pem': { mode: '0644', uid: 27 },
        '/var/lib/mysql/ca.pem': { mode: '0644', uid: 27 },
      },
    }),
    expect: 'pass',
  },
  {
    name: 'an image, by the profile',
    host: image(al2023),
    ...mysqlImage('[mysqld]\n'),
    profile: 'distro-aware',
    expect: 'pass',
  },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  ...[debian12, ubuntu22].map(
    (host): HostCase => ({
      name: 'stock of Debian, by the profile',
      host,
      ...mysqlRefuses({ files: { '/etc/mysql/my.cnf': { text: '[mysqld]\n', mode: '0644' } } }),
      profile: 'distro-aware',
      expect: 'pass',
    }),
  ),
  {
    name: 'a password in one file says nothing of another',
    host: debian12,
    ...mysqlRefuses({
      files: {
        '/etc/my.cnf': { text: '!includedir /etc/mysql/conf.d\n', mode: '0644' },
        '/etc/mysql/conf.d': { type: 'dir', mode: '0755' },
        '/etc/mysql/conf.d/client.cnf': {
          text: '[client]\n\n\n\n\n\n\n\n\n\npassword=masked\nport=3306\n',
          mode: '0600',
        },
      },
    }),
    profile: 'distro-aware',
    expect: 'pass',
    because: '0600 0:0, holds a password',
    shows: ['no bit outside 0600', 'no bit outside 0644'],
    hides: ['0644 0:0, holds a password'],
  },
  {
    name: 'a site that lets the group read, but not a password',
    host: debian12,
    ...mysqlRefuses({ files: cnf('0640', '[client]\npassword=masked\n') }),
    parameters: { optionFile: 0o640 },
    expect: 'fail',
    because: 'no bit outside 0600',
  },
  {
    name: 'the schema mysql within the data folder',
    host: al2,
    ...mysqlRefuses({
      files: { ...cnf('0600'), '/var/lib/mysql/mysql': { type: 'dir', mode: '0777', uid: 27 } },
    }),
    expect: 'fail',
    because: 'limit: /var/lib/mysql/mysql',
    hides: ['/etc/my.cnf'],
  },
  {
    name: 'several are counted',
    host: al2,
    ...mysqlRefuses({
      files: { ...cnf('0666'), '/var/lib/mysql': { type: 'dir', mode: '0777', uid: 27 } },
    }),
    expect: 'fail',
    because: '(+1)',
  },
  {
    name: 'of another server only what both read counts, and folders are no option files',
    host: rocky9,
    ...both(
      mysqlRefuses({ files: cnf('0600') }),
      mysqlRefuses({
        pid: '900',
        folder: '/srv/db',
        files: {
          '/srv/db/mysqld-auto.cnf': { mode: '0660', uid: 27 },
          '/srv/db/server-key.pem': { mode: '0600', uid: 27 },
          '/srv/db/ca.pem': { mode: '0644', uid: 27 },
          '/etc/my.cnf.d/old.cnf': { type: 'dir', mode: '0755' },
        },
      }),
    ),
    expect: 'pass',
    hides: ['mysqld-auto.cnf', 'ca.pem', 'old.cnf'],
  },
  {
    name: 'an image: the files belong to the owner of its data',
    host: image(rocky8),
    ...mysqlImage('[mysqld]\n'),
    files: { ...mysqlImage('[mysqld]\n').files, ...cnf('0600', '[mysqld]\n', 27) },
    expect: 'pass',
  },
  {
    name: 'an image: the files belong to somebody else',
    host: image(rocky8),
    ...mysqlImage('[mysqld]\n'),
    files: { ...mysqlImage('[mysqld]\n').files, ...cnf('0600', '[mysqld]\n', 1000) },
    expect: 'fail',
    because: '0600 1000',
  },
  {
    name: 'what is no password makes no file a secret',
    host: ubuntu22,
    ...mysqlRefuses({ files: cnf('0644', '[client]\nport=3306\n') }),
    profile: 'distro-aware',
    expect: 'pass',
    hides: ['holds a password'],
  },
];
