// Cases of mysql.process-user.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { both, mysqlImage, mysqlRefuses, mysqlRuns, noServer } from '../mysql-hosts.ts';

export const mysqlProcessUserCases: readonly HostCase[] = [
  { name: 'as mysql', host: ubuntu22, ...mysqlRuns(), expect: 'pass', because: 'mysql' },
  {
    name: 'as root',
    host: al2,
    ...mysqlRefuses({ uid: '0', account: 'root', words: ['mysqld', '--user=root'] }),
    expect: 'fail',
    because: 'uid 0',
  },
  {
    name: 'another account with the number 0',
    host: rocky8,
    ...mysqlRuns({ uid: '0', account: 'toor' }),
    expect: 'fail',
  },
  {
    name: 'one of two as root',
    host: debian12,
    ...both(mysqlRuns(), mysqlRuns({ pid: '9', uid: '0', account: 'root', folder: '/srv/db' })),
    expect: 'fail',
    because: '/srv/db',
  },
  {
    name: 'told to run as mysql and runs as root',
    host: rocky9,
    ...mysqlRuns({ uid: '0', account: 'root', files: { '/etc/my.cnf': '[mysqld]\nuser=mysql\n' } }),
    expect: 'fail',
    trap: 'the file was believed and not the process',
  },
  {
    name: 'an image told to run as root',
    host: image(al2023),
    ...mysqlImage('[mysqld]\nuser = root\nuser = mysql\n'),
    expect: 'fail',
    because: '/etc/my.cnf:2',
    trap: 'the first user counts, not the last',
  },
  { name: 'an image without a word on it', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'pass' },
  {
    name: 'an image whose file names another that was not read',
    host: image(rocky9),
    ...mysqlImage('!include /etc/odd name.cnf\n'),
    expect: 'manual',
    because: 'odd name',
  },
  { name: 'in a container', host: al2023, ...mysqlRuns({ place: 'elsewhere', uid: '0' }), expect: 'manual' },
  {
    name: 'installed, off and stopped',
    host: ubuntu22,
    files: { '/usr/sbin/mysqld': '' },
    ...noServer,
    expect: 'notApplicable',
    because: 'neither runs nor would',
  },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
];
