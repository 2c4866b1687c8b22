// Cases of mysql.unneeded-accounts.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import {
  account,
  engineAccounts,
  mariadb,
  mysqlImage,
  mysqlRefuses,
  mysqlRuns,
  noServer,
  socketRoot,
} from '../mysql-hosts.ts';

const app = account('shop', '10.0.0.5');

export const mysqlUnneededAccountsCases: readonly HostCase[] = [
  {
    name: 'root and the engine alone',
    host: ubuntu22,
    ...mysqlRuns({ rows: [account('root', 'localhost'), ...engineAccounts, account('debian-sys-maint', 'localhost')] }),
    expect: 'pass',
    trap: 'accounts of the engine counted as needless',
  },
  {
    name: 'an anonymous account',
    host: al2,
    ...mysqlRuns({ rows: [socketRoot, account('', 'localhost', '', 'empty')] }),
    expect: 'fail',
    because: '@localhost',
  },
  {
    name: 'a test account',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot, account('test', '%')] }),
    expect: 'fail',
    because: 'test@%',
  },
  {
    name: 'a test account that is locked',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot, account('test', '%', 'caching_sha2_password', 'set', ['Y'])] }),
    expect: 'pass',
  },
  {
    name: 'an account that only people know',
    host: debian12,
    ...mysqlRuns({ hello: mariadb, rows: [socketRoot, app] }),
    expect: 'manual',
    because: 'shop@10.0.0.5',
  },
  {
    name: 'the configuration says it is needed',
    host: debian12,
    ...mysqlRuns({ rows: [socketRoot, app] }),
    parameters: { needed: ['shop'] },
    expect: 'pass',
  },
  {
    name: 'the configuration names others',
    host: al2023,
    ...mysqlRuns({ rows: [socketRoot, app] }),
    parameters: { needed: ['blog'] },
    expect: 'fail',
    because: 'not approved',
  },
  {
    name: 'a role is no account',
    host: rocky8,
    ...mysqlRuns({ hello: mariadb, rows: [socketRoot, account('test', '', '', 'empty', ['N', 'N', 'default', 'Y'])] }),
    expect: 'pass',
  },
  {
    name: 'the server wants a password',
    host: al2023,
    ...mysqlRefuses(),
    expect: 'manual',
    because: 'SELECT user, host',
  },
  { name: 'an image cannot be asked', host: image(rocky8), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
];
