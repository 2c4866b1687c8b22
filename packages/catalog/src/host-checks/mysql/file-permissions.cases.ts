// Cases of mysql.file-permissions.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { mysqlImage, mysqlRefuses, noServer } from '../mysql-hosts.ts';

const cnf = (mode: string, text = '[mysqld]\n', uid = 0) => ({ '/etc/my.cnf': { text, mode, uid } });

export const mysqlFilePermissionsCases: readonly HostCase[] = [
  { name: 'closed', host: rocky9, ...mysqlRefuses({ files: cnf('0600') }), expect: 'pass' },
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
];
