// Cases of mysql.grant-option.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import {
  account,
  grant,
  mariadb,
  mysqlImage,
  mysqlRefuses,
  mysqlRuns,
  noServer,
  right,
  socketRoot,
} from '../mysql-hosts.ts';

const root = [socketRoot, right("'root'@'localhost'", 'SUPER', 'YES')];
const app = account('app', '10.%');

export const mysqlGrantOptionCases: readonly HostCase[] = [
  {
    name: 'root alone',
    host: ubuntu22,
    ...mysqlRuns({ rows: [...root, app, right("'app'@'10.%'", 'SELECT')] }),
    expect: 'pass',
  },
  {
    name: 'over the whole server',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, app, right("'app'@'10.%'", 'SELECT', 'YES')] }),
    expect: 'fail',
    because: 'app@10.%',
  },
  {
    name: 'over one schema',
    host: rocky8,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'shop', '*', 'SELECT', 'YES')] }),
    expect: 'fail',
    because: 'shop.*',
    trap: 'only the rights over the whole server were looked at',
  },
  {
    name: 'over one table',
    host: al2023,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'shop', 'orders', 'SELECT', 'YES')] }),
    expect: 'fail',
    because: 'shop.orders',
  },
  {
    name: 'by a role',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        ...root,
        app,
        account('deploy', '', '', 'empty', ['N', 'N', 'default', 'Y']),
        grant("'deploy'@''", 'shop', '*', 'SELECT', 'YES'),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'approved',
    host: debian12,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'shop', '*', 'SELECT', 'YES')] }),
    parameters: { allowed: ['app'] },
    expect: 'pass',
  },
  {
    name: 'a right on the system tables that cannot be handed on',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'mysql', '*', 'SELECT', 'NO')] }),
    expect: 'pass',
  },
  { name: 'the server wants a password', host: rocky9, ...mysqlRefuses(), expect: 'manual' },
  { name: 'an image cannot be asked', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'by a role of MySQL 8, which is a locked account',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [
        ...root,
        app,
        account('deploy', '%', 'caching_sha2_password', 'empty', ['Y', 'Y']),
        ['role', 'deploy', '%', 'app', '10.%'],
        grant("'deploy'@'%'", 'shop', '*', 'SELECT', 'YES'),
      ],
    }),
    expect: 'pass',
    because: 'no ordinary account has IS_GRANTABLE = YES',
  },
  {
    name: 'root keeps it where its administrator rights were taken',
    host: rocky8,
    ...mysqlRuns({ rows: [account('root', '10.0.0.1'), right("'root'@'10.0.0.1'", 'SELECT', 'YES')] }),
    expect: 'pass',
  },
  {
    name: 'everything that may be handed on is shown once',
    host: rocky8,
    ...mysqlRuns({
      rows: [
        ...root,
        app,
        right("'app'@'10.%'", 'SELECT', 'YES'),
        grant("'app'@'10.%'", 'shop', '*', 'INSERT', 'YES'),
        grant("'kim'@'%'", 'shop', '*', 'INSERT', 'YES'),
      ],
    }),
    expect: 'fail',
    because: 'app@10.%, kim@%',
    shows: [
      '"user_privileges","found":"app@10.%: SELECT ON *.* WITH GRANT OPTION"',
      '"schema_privileges, table_privileges","found":"app@10.%: INSERT ON shop.*',
      'kim@%: INSERT ON shop.*',
    ],
  },
];
