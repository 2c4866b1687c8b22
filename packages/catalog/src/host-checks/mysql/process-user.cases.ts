// Cases of mysql.process-user.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { both, mysqlImage, mysqlRefuses, mysqlRuns, noServer } from '../mysql-hosts.ts';
import { wanted } from '../service-answers.ts';

/** A program that is told to run as root, without any data. */
const asRoot = {
  '/usr/sbin/mysqld': '',
  '/etc/my.cnf': '[mysqld]\nuser = root\n',
  '/etc/mysql/my.cnf': 'absent',
  '/usr/local/mysql/etc/my.cnf': 'absent',
  '/var/lib/mysql/mysqld-auto.cnf': 'absent',
} as const;

export const mysqlProcessUserCases: readonly HostCase[] = [
  { name: 'as mysql', host: ubuntu22, ...mysqlRuns(), expect: 'pass', because: 'effective uid 27 (mysql)' },
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
    because: 'was not read',
    shows: ['/etc/odd name.cnf","found":"not read"'],
  },
  {
    name: 'in a container',
    host: al2023,
    ...mysqlRuns({ place: 'elsewhere', uid: '0' }),
    expect: 'manual',
    because: 'runs in a container',
    shows: ['/proc/812/root'],
  },
  {
    name: 'installed, off and stopped',
    host: ubuntu22,
    files: { '/usr/sbin/mysqld': '' },
    ...noServer,
    expect: 'notApplicable',
    because: 'neither runs nor would',
  },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable', because: 'no process of MySQL/MariaDB' },
  {
    name: 'user after other options, by number',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nport = 3306\nuser = 0\n'),
    expect: 'fail',
    because: '/etc/my.cnf:3',
  },
  {
    name: 'user without a value',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nuser\n'),
    expect: 'pass',
    because: '"user = "',
  },
  {
    name: 'an image whose data lies there, by whatever it is started',
    host: image(al2),
    ...mysqlImage('[mysqld]\nuser = root\n', false),
    expect: 'fail',
  },
  ...['mysql.service', 'mysqld.service', 'mariadb.service'].map(
    (unit): HostCase => ({
      name: `an image that starts ${unit}, its data elsewhere`,
      host: image(rocky8),
      files: { ...asRoot, ...wanted(unit) },
      expect: 'fail',
      because: 'set to run as root',
    }),
  ),
  {
    name: 'an image that starts what is not there',
    host: image(rocky8),
    files: wanted('mysqld.service'),
    expect: 'manual',
    because: 'MySQL/MariaDB would start',
  },
  {
    name: 'an image with the program alone',
    host: image(rocky8),
    files: asRoot,
    expect: 'notApplicable',
    because: 'the root is not booted',
    shows: ['neither runs nor would'],
  },
  {
    name: 'enabled on a booted host, stopped now',
    host: ubuntu22,
    files: asRoot,
    commands: { ...noServer.commands, 'unit-files': { stdout: 'mysql.service enabled' } },
    expect: 'fail',
  },
  {
    name: 'started by hand, and no unit',
    host: al2023,
    ...mysqlRuns({ uid: '0', account: 'root' }),
    commands: { ...mysqlRuns().commands, ...noServer.commands },
    expect: 'fail',
  },
];
