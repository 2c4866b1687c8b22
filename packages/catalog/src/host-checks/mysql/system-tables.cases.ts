// Cases of mysql.system-tables.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import {
  account,
  engineAccounts,
  grant,
  mysqlImage,
  mysqlRefuses,
  mysqlRuns,
  noServer,
  right,
  socketRoot,
} from '../mysql-hosts.ts';

const root = [socketRoot, right("'root'@'localhost'", 'SUPER', 'YES'), right("'root'@'localhost'", 'SELECT', 'YES')];
const app = account('app', '10.%');

export const mysqlSystemTablesCases: readonly HostCase[] = [
  {
    name: 'stock MySQL 8',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [...root, ...engineAccounts, grant("'mysql.session'@'localhost'", 'mysql', 'user', 'SELECT')],
    }),
    expect: 'pass',
  },
  {
    name: 'an account of one database',
    host: debian12,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'shop', '*', 'SELECT', 'YES')] }),
    expect: 'pass',
  },
  {
    name: 'SELECT on everything',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, app, right("'app'@'10.%'", 'SELECT')] }),
    expect: 'fail',
    because: '"user_privileges","found":"app@10.%: SELECT ON *.*',
  },
  {
    name: 'the schema itself',
    host: rocky8,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'mysql', '*', 'SELECT')] }),
    expect: 'fail',
    because: 'mysql.*',
  },
  {
    name: 'a pattern that holds the schema',
    host: al2023,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'my%', '*', 'INSERT')] }),
    expect: 'fail',
    because: 'my%',
    trap: 'the schema of a grant is a pattern',
  },
  {
    name: 'a pattern of many signs',
    host: al2023,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", '%_'.repeat(90), '*', 'SELECT', 'YES')] }),
    expect: 'pass',
  },
  {
    name: 'one table',
    host: debian12,
    ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", 'mysql', 'user', 'SELECT')] }),
    expect: 'fail',
    because: 'mysql.user',
  },
  {
    name: 'through a role, which is a locked account',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [
        ...root,
        app,
        account('reader', '%', 'caching_sha2_password', 'empty', ['Y', 'Y']),
        ['role', 'reader', '%', 'app', '10.%'],
        grant("'reader'@'%'", 'mysql', '*', 'SELECT'),
      ],
    }),
    expect: 'fail',
    because: 'SELECT (reader@%) ON mysql.*',
    trap: 'rights of roles were left out',
  },
  {
    name: 'a role that nobody has',
    host: rocky8,
    ...mysqlRuns({ rows: [...root, app, grant("'reader'@''", 'mysql', '*', 'SELECT')] }),
    expect: 'pass',
  },
  {
    name: 'an administrator is the matter of another item',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, app, right("'app'@'10.%'", 'SUPER'), right("'app'@'10.%'", 'SELECT')] }),
    expect: 'pass',
  },
  {
    name: 'a backup that is approved',
    host: rocky9,
    ...mysqlRuns({ rows: [...root, account('backup', 'localhost'), right("'backup'@'localhost'", 'SELECT')] }),
    parameters: { allowed: ['backup@localhost'] },
    expect: 'pass',
  },
  {
    name: 'locked',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [...root, account('old', '%', 'caching_sha2_password', 'set', ['Y']), right("'old'@'%'", 'SELECT')],
    }),
    expect: 'pass',
  },
  {
    name: 'the grants were not answered',
    host: ubuntu22,
    ...mysqlRuns({ rows: root, answered: ['accounts', 'rights', 'roles'] }),
    expect: 'manual',
  },
  { name: 'the server wants a password', host: al2023, ...mysqlRefuses(), expect: 'manual' },
  { name: 'an image cannot be asked', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'rights that hold no table, and a schema to be seen only',
    host: debian12,
    ...mysqlRuns({
      rows: [
        ...root,
        app,
        right("'app'@'10.%'", 'USAGE', 'YES'),
        right("'app'@'10.%'", 'PROCESS'),
        grant("'app'@'10.%'", 'mysql', '*', 'USAGE'),
      ],
    }),
    expect: 'pass',
    because: '2 accounts, none but administrators',
  },
  {
    name: 'root keeps them where its administrator rights were taken',
    host: rocky8,
    ...mysqlRuns({ rows: [account('root', '10.0.0.1'), right("'root'@'10.0.0.1'", 'SELECT', 'YES')] }),
    expect: 'pass',
  },
  ...['mysq_', '_ysql', 'mysql', 'MySQL', 'm%', '%l', '%', '%%s%l', '_%_', 'mysql%', '____%', 'm_%l'].map(
    (schema): HostCase => ({
      name: `a schema as a pattern that holds it: ${schema}`,
      host: ubuntu22,
      ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", schema, '*', 'SELECT')] }),
      expect: 'fail',
      because: `"schema_privileges, table_privileges","found":"app@10.%: SELECT ON ${schema}.*`,
    }),
  ),
  ...['mysql_', 'my', '_mysql', '______', 'm\\\\_sql', '\\\\%', 'mysql\\\\%', 'm%x', 'xm%', 's%l', '%y', 'm.sql'].map(
    (schema): HostCase => ({
      name: `a schema as a pattern that does not hold it: ${schema}`,
      host: ubuntu22,
      ...mysqlRuns({ rows: [...root, app, grant("'app'@'10.%'", schema, '*', 'SELECT', 'YES')] }),
      expect: 'pass',
    }),
  ),
];
