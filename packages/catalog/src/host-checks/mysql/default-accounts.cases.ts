// Cases of mysql.default-accounts.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import {
  account,
  both,
  engineAccounts,
  mariadb,
  mysqlImage,
  mysqlRefuses,
  mysqlRuns,
  noServer,
  socketRoot,
} from '../mysql-hosts.ts';

export const mysqlDefaultAccountsCases: readonly HostCase[] = [
  {
    name: 'stock MariaDB: root by the system alone',
    host: debian12,
    ...mysqlRuns({ rows: [socketRoot], hello: mariadb, program: '/usr/sbin/mariadbd' }),
    expect: 'pass',
    because: 'unix_socket',
    trap: 'a verifier that is no hash passes for an empty one',
  },
  {
    name: 'root with a password and locked engine accounts',
    host: ubuntu22,
    ...mysqlRuns({ rows: [account('root', 'localhost', 'auth_socket', 'empty'), ...engineAccounts] }),
    expect: 'pass',
  },
  {
    name: 'root without a password',
    host: rocky8,
    ...mysqlRuns({ rows: [account('root', 'localhost', 'mysql_native_password', 'empty')] }),
    expect: 'fail',
    because: 'root@localhost',
  },
  {
    name: 'an anonymous account of an old server',
    host: al2,
    ...mysqlRuns({
      hello: '5.5.68-MariaDB\tMariaDB Server\troot@localhost',
      rows: [account('root', 'localhost', 'mysql_native_password', 'set'), account('', 'localhost', '', 'empty')],
    }),
    expect: 'fail',
    because: '@localhost',
  },
  {
    name: 'without a password, but locked',
    host: rocky9,
    ...mysqlRuns({
      rows: [account('root', 'localhost'), account('old', '%', 'mysql_native_password', 'empty', ['Y'])],
    }),
    expect: 'pass',
  },
  {
    name: 'the temporary password has expired',
    host: al2023,
    ...mysqlRuns({ rows: [account('root', 'localhost', 'caching_sha2_password', 'empty', ['N', 'Y'])] }),
    expect: 'pass',
  },
  {
    name: 'grant tables are skipped',
    host: rocky9,
    ...mysqlRefuses({ words: ['/usr/sbin/mysqld', '--skip-grant-tables'] }),
    expect: 'fail',
    because: 'skip-grant-tables',
  },
  {
    name: 'grant tables are skipped by a file of an image',
    host: image(al2023),
    ...mysqlImage('[mysqld]\nskip_grant_tables\n'),
    expect: 'fail',
    because: '/etc/my.cnf:2',
  },
  {
    name: 'a line of the client says nothing of the server',
    host: image(rocky8),
    ...mysqlImage('[mysql]\nskip-grant-tables\n'),
    expect: 'manual',
  },
  {
    name: 'the server wants a password',
    host: rocky9,
    ...mysqlRefuses(),
    expect: 'manual',
    because: 'using password: NO',
  },
  {
    name: 'answers that end early',
    host: ubuntu22,
    ...mysqlRuns({ rows: [socketRoot], answered: [] }),
    expect: 'manual',
    trap: 'rows before a fault pass for all rows',
  },
  {
    name: 'the worse of two servers is named',
    host: debian12,
    ...both(
      mysqlRuns({ rows: [socketRoot], hello: mariadb }),
      mysqlRuns({ pid: '900', folder: '/srv/db', rows: [account('root', '%', 'mysql_native_password', 'empty')] }),
    ),
    expect: 'fail',
    because: 'mysqld /srv/db: accounts without a password: root@%',
  },
  {
    name: 'in a container',
    host: al2023,
    ...mysqlRuns({ place: 'elsewhere', rows: [] }),
    expect: 'manual',
    because: 'container',
  },
  {
    name: 'a name with tabs and quotes',
    host: ubuntu22,
    ...mysqlRuns({ rows: [socketRoot, account("x\\t'@'", '%', 'mysql_native_password', 'empty')] }),
    expect: 'fail',
    because: "'@'",
  },
  { name: 'no server', host: rocky9, ...noServer, expect: 'notApplicable' },
  {
    name: 'processes of others are hidden',
    host: rocky9,
    ...noServer,
    notes: [['processes-hidden']],
    expect: 'unknown',
  },
];
