// Cases of mysql.audit.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { mariadb, mysqlImage, mysqlRefuses, mysqlRuns, noServer, socketRoot } from '../mysql-hosts.ts';

const on = (plugin: string) => ['plugin', plugin, 'ACTIVE', 'AUDIT'];
const value = (name: string, text: string) => ['variable', name, text];

export const mysqlAuditCases: readonly HostCase[] = [
  {
    name: 'server_audit logs',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [socketRoot, on('SERVER_AUDIT'), value('server_audit_logging', 'ON'), value('server_audit_events', '')],
    }),
    expect: 'pass',
  },
  {
    name: 'server_audit is loaded and does not log',
    host: rocky8,
    ...mysqlRuns({ hello: mariadb, rows: [socketRoot, on('SERVER_AUDIT'), value('server_audit_logging', 'OFF')] }),
    expect: 'fail',
    trap: 'a plugin that is loaded was taken for one that logs',
  },
  {
    name: 'connections only',
    host: rocky8,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        socketRoot,
        on('SERVER_AUDIT'),
        value('server_audit_logging', 'ON'),
        value('server_audit_events', 'CONNECT'),
      ],
    }),
    expect: 'manual',
    because: 'CONNECT',
  },
  {
    name: 'audit_log',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot, on('audit_log'), value('audit_log_policy', 'ALL')] }),
    expect: 'pass',
  },
  {
    name: 'audit_log with the policy NONE',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot, on('audit_log'), value('audit_log_policy', 'NONE')] }),
    expect: 'fail',
  },
  {
    name: 'the general log',
    host: ubuntu22,
    ...mysqlRuns({ rows: [socketRoot, value('general_log', 'ON'), value('log_output', 'FILE')] }),
    expect: 'pass',
  },
  {
    name: 'the general log to nowhere',
    host: ubuntu22,
    ...mysqlRuns({ rows: [socketRoot, value('general_log', 'ON'), value('log_output', 'NONE')] }),
    expect: 'fail',
  },
  {
    name: 'stock: nothing',
    host: al2023,
    ...mysqlRuns({ rows: [socketRoot, value('general_log', 'OFF')] }),
    expect: 'fail',
    because: 'no audit plugin',
  },
  {
    name: 'the server wants a password: its files are shown',
    host: al2,
    ...mysqlRefuses({ files: { '/etc/my.cnf': '[mysqld]\ngeneral_log=1\n' } }),
    expect: 'manual',
    because: 'general-log = 1',
  },
  { name: 'an image cannot be asked', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
];
