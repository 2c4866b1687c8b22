// Cases of mysql.remote-access.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { account, mysqlImage, mysqlRefuses, mysqlRuns, noServer, socketRoot } from '../mysql-hosts.ts';

const everywhere = ['0.0.0.0:3306', '[::]:33060'];

/** The same where `ss` showed no socket of it. */
function blind(stated: ReturnType<typeof mysqlRuns>): ReturnType<typeof mysqlRuns> {
  return { ...stated, notes: (stated.notes ?? []).filter(([kind]) => kind !== 'listen') };
}

export const mysqlRemoteAccessCases: readonly HostCase[] = [
  {
    name: 'stock Debian: loopback',
    host: debian12,
    ...mysqlRefuses({ addresses: ['127.0.0.1:3306'] }),
    expect: 'pass',
    because: '127.0.0.1',
  },
  {
    name: 'no TCP at all',
    host: ubuntu22,
    ...mysqlRefuses({ addresses: [] }),
    expect: 'pass',
    because: 'no TCP socket',
  },
  {
    name: 'everywhere, for anybody',
    host: al2023,
    ...mysqlRuns({ addresses: everywhere, rows: [socketRoot, account('app', '%')] }),
    expect: 'fail',
    because: 'app@%',
  },
  {
    name: 'everywhere, for named addresses',
    host: rocky9,
    ...mysqlRuns({ addresses: everywhere, rows: [socketRoot, account('app', '10.0.0.5'), account('web', '10.1.%')] }),
    expect: 'pass',
  },
  {
    name: 'the X protocol listens on',
    host: rocky9,
    ...mysqlRuns({ addresses: ['127.0.0.1:3306', '*:33060'], rows: [account('app', '%')] }),
    expect: 'fail',
    because: '33060',
  },
  {
    name: 'an empty host is any host',
    host: al2,
    ...mysqlRuns({ addresses: everywhere, rows: [account('app', '')] }),
    expect: 'fail',
    trap: 'only % was looked for',
  },
  {
    name: 'wildcards of another shape',
    host: al2,
    ...mysqlRuns({ addresses: everywhere, rows: [account('app', '%.%.%.%'), account('web', '10.0.0.0/0.0.0.0')] }),
    expect: 'fail',
    because: 'app@%.%.%.%, web',
  },
  {
    name: 'any host, but locked',
    host: rocky8,
    ...mysqlRuns({ addresses: everywhere, rows: [account('app', '%', 'caching_sha2_password', 'set', ['Y'])] }),
    expect: 'pass',
  },
  {
    name: 'a file says loopback and the process does not',
    host: rocky8,
    ...mysqlRuns({
      addresses: ['10.0.0.9:3306'],
      rows: [account('app', '%')],
      files: { '/etc/my.cnf': '[mysqld]\nbind-address=127.0.0.1\n' },
    }),
    expect: 'fail',
    trap: 'the file was believed and not the process',
  },
  {
    name: 'everywhere, and the server wants a password',
    host: rocky9,
    ...mysqlRefuses({ addresses: everywhere }),
    expect: 'manual',
    because: '0.0.0.0:3306',
  },
  {
    name: 'an image that skips networking',
    host: image(al2023),
    ...mysqlImage('[mysqld]\nskip-networking\n'),
    expect: 'pass',
    because: '"found":"skip-networking"',
  },
  {
    name: 'an image: the last bind-address counts',
    host: image(rocky9),
    ...mysqlImage('[mysqld]\nbind-address=127.0.0.1\n[server]\nbind_address=0.0.0.0\n'),
    expect: 'manual',
    because: '/etc/my.cnf:4',
  },
  {
    name: 'an image: a group of a version that may not be its own',
    host: image(rocky9),
    ...mysqlImage('[mysqld-5.7]\nbind-address=127.0.0.1\nskip-networking\n'),
    expect: 'manual',
    hides: ['was not read'],
    trap: 'options of another version',
  },
  {
    name: 'an image: a group of a version of two digits that may not be its own',
    host: image(rocky9),
    ...mysqlImage('[mysqld-10.11]\nbind-address=127.0.0.1\n'),
    expect: 'manual',
    hides: ['was not read'],
  },
  {
    name: 'everywhere by its sockets: a file that was not read changes nothing',
    host: rocky9,
    ...mysqlRuns({
      addresses: everywhere,
      rows: [account('app', '%')],
      files: { '/etc/my.cnf': '[mysqld]\n!include /etc/odd name.cnf\n' },
    }),
    expect: 'fail',
    because: 'app@%',
  },
  {
    name: 'sockets that nobody may see: the group of its own version counts',
    host: rocky9,
    ...blind(
      mysqlRuns({ rows: [account('app', '%')], files: { '/etc/my.cnf': '[mysqld-8.0]\nbind-address=127.0.0.1\n' } }),
    ),
    expect: 'pass',
    because: '/etc/my.cnf:2',
  },
  {
    name: 'an image without a word listens everywhere',
    host: image(rocky9),
    ...mysqlImage('[mysqld]\n'),
    expect: 'manual',
    because: 'every address',
  },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'the accounts that are open to all are shown, and not the others',
    host: rocky8,
    ...mysqlRuns({ addresses: everywhere, rows: [account('kim', '10.0.0.5'), account('app', '%')] }),
    expect: 'fail',
    because: '"app@%"',
    hides: ['kim@'],
  },
  {
    name: 'the accounts are shown where all are named',
    host: rocky8,
    ...mysqlRuns({ addresses: everywhere, rows: [account('kim', '10.0.0.5')] }),
    expect: 'pass',
    because: 'kim@10.0.0.5',
  },
  {
    name: 'an image: loopback by both families',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nbind-address = 127.0.0.1, ::1\n'),
    expect: 'pass',
    because: 'bind-address = 127.0.0.1, ::1',
  },
  {
    name: 'an image: loopback and another',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nbind-address=127.0.0.1,10.0.0.5\n'),
    expect: 'manual',
  },
  {
    name: 'an image: an option without its value',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nbind-address\n'),
    expect: 'manual',
    because: '"bind-address = "',
  },
  {
    name: 'an image whose file names another that was not read',
    host: image(debian12),
    ...mysqlImage('[mysqld]\nbind-address=127.0.0.1\n!include /etc/odd name.cnf\n'),
    expect: 'manual',
    because: '/etc/odd name.cnf was not read',
    trap: 'what was read of the configuration passes for all of it',
  },
];
