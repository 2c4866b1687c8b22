// Cases of mysql.admin-rights.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { account, mariadb, mysqlImage, mysqlRefuses, mysqlRuns, noServer, right, socketRoot } from '../mysql-hosts.ts';

const root = [account('root', 'localhost'), right("'root'@'localhost'", 'SUPER', 'YES')];
const dba = account('dba', '10.0.0.5');

export const mysqlAdminRightsCases: readonly HostCase[] = [
  {
    name: 'root alone',
    host: ubuntu22,
    ...mysqlRuns({ rows: [...root, account('app', '%'), right("'app'@'%'", 'SELECT')] }),
    expect: 'pass',
  },
  {
    name: 'accounts of the engine have theirs',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        socketRoot,
        account('mysql', 'localhost', 'mysql_native_password', 'unusable'),
        right("'mysql'@'localhost'", 'SUPER', 'YES'),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'another administrator',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, dba, right("'dba'@'10.0.0.5'", 'SUPER')] }),
    expect: 'manual',
    because: 'dba@10.0.0.5',
  },
  {
    name: 'approved',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, dba, right("'dba'@'10.0.0.5'", 'SUPER')] }),
    parameters: { administrators: ['dba@10.0.0.5'] },
    expect: 'pass',
  },
  {
    name: 'not among those that are approved',
    host: al2023,
    ...mysqlRuns({ rows: [...root, dba, right("'dba'@'10.0.0.5'", 'CREATE USER')] }),
    parameters: { administrators: ['ops'] },
    expect: 'fail',
    because: 'CREATE USER',
  },
  {
    name: 'a right that MySQL 8 split from SUPER',
    host: al2023,
    ...mysqlRuns({ rows: [...root, dba, right("'dba'@'10.0.0.5'", 'SYSTEM_VARIABLES_ADMIN')] }),
    expect: 'manual',
    trap: 'SUPER alone was asked for',
  },
  {
    name: 'through a role of a role',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [
        ...root,
        dba,
        ['role', 'ops', '%', 'dba', '10.0.0.5'],
        ['role', 'power', '%', 'ops', '%'],
        right("'power'@'%'", 'SUPER'),
      ],
    }),
    expect: 'manual',
    because: 'SUPER (power@%)',
  },
  {
    name: 'roles that name each other',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [
        ...root,
        dba,
        ['role', 'a', '%', 'dba', '10.0.0.5'],
        ['role', 'b', '%', 'a', '%'],
        ['role', 'a', '%', 'b', '%'],
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'locked',
    host: rocky8,
    ...mysqlRuns({
      rows: [...root, account('old', '%', 'caching_sha2_password', 'set', ['Y']), right("'old'@'%'", 'SUPER')],
    }),
    expect: 'pass',
  },
  {
    name: 'a name that holds the mark of a host',
    host: debian12,
    ...mysqlRuns({ rows: [...root, account("root'@'x", '%'), right("'root'@'x'@'%'", 'SUPER')] }),
    expect: 'manual',
    because: "root'@'x@%",
  },
  {
    name: 'the rights were not answered',
    host: rocky9,
    ...mysqlRuns({ rows: root, answered: ['accounts'] }),
    expect: 'manual',
  },
  { name: 'the server wants a password', host: rocky9, ...mysqlRefuses(), expect: 'manual', because: 'SUPER' },
  { name: 'an image cannot be asked', host: image(rocky8), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
];
