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
  {
    name: 'a plugin for something else, and all that the server says of audits',
    host: rocky8,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        socketRoot,
        on('SERVER_AUDIT'),
        ['plugin', 'simple_password_check', 'ACTIVE', 'PASSWORD VALIDATION'],
        value('server_audit_logging', 'OFF'),
        value('server_audit_events', ''),
        value('audit_log_policy', 'LOGINS'),
        value('audit_log_disable', 'OFF'),
        value('general_log', 'OFF'),
        value('log_output', 'FILE'),
      ],
    }),
    expect: 'fail',
    because: 'nothing is recorded',
    shows: [
      '"server_audit"',
      '"server_audit_logging","found":"\\"OFF\\""',
      '"server_audit_events","found":"\\"\\""',
      '"audit_log_policy","found":"\\"LOGINS',
      '"audit_log_disable"',
      '"general_log"',
      '"log_output","found":"\\"FILE',
    ],
    hides: ['simple_password_check'],
  },
  {
    name: 'audit_log without a policy of its own',
    host: rocky9,
    ...mysqlRuns({ rows: [socketRoot, on('audit_log')] }),
    expect: 'pass',
    hides: ['server_audit_logging', 'general_log'],
  },
  {
    name: 'audit_log, disabled as a whole',
    host: rocky9,
    ...mysqlRuns({
      rows: [socketRoot, on('audit_log'), value('audit_log_policy', 'ALL'), value('audit_log_disable', 'ON')],
    }),
    expect: 'fail',
  },
  ...['QUERY', 'QUERY_DML', 'QUERY_DML_NO_SELECT'].map(
    (kind): HostCase => ({
      name: `connections and ${kind}`,
      host: debian12,
      ...mysqlRuns({
        hello: mariadb,
        rows: [
          socketRoot,
          on('SERVER_AUDIT'),
          value('server_audit_logging', 'ON'),
          value('server_audit_events', `connect,${kind.toLowerCase()}`),
        ],
      }),
      expect: 'pass',
      because: 'access and change are recorded',
    }),
  ),
  ...['CONNECT,QUERY_DDL,QUERY_DCL', 'QUERY,TABLE'].map(
    (events): HostCase => ({
      name: `events that leave change or access out: ${events}`,
      host: debian12,
      ...mysqlRuns({
        hello: mariadb,
        rows: [
          socketRoot,
          on('SERVER_AUDIT'),
          value('server_audit_logging', 'ON'),
          value('server_audit_events', events),
        ],
      }),
      expect: 'manual',
      because: `only some events are recorded (${events})`,
      trap: 'any event that begins with QUERY was taken for change',
    }),
  ),
  {
    name: 'connections by the plugin, the rest by the general log',
    host: al2,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        socketRoot,
        on('SERVER_AUDIT'),
        value('server_audit_logging', 'ON'),
        value('server_audit_events', 'CONNECT'),
        value('general_log', 'ON'),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'connections by one plugin, the rest by another',
    host: al2,
    ...mysqlRuns({
      rows: [
        socketRoot,
        on('SERVER_AUDIT'),
        on('audit_log'),
        value('server_audit_logging', 'ON'),
        value('server_audit_events', 'CONNECT'),
      ],
    }),
    expect: 'pass',
  },
  {
    name: 'the server wants a password: all that its files say of audits is shown',
    host: al2,
    ...mysqlRefuses({
      files: {
        '/etc/my.cnf':
          '[mysqld]\nplugin-load-add=server_audit.so\nserver_audit_logging\nplugin_load=audit_log.so\naudit_log_policy=ALL\nport=3306\n',
      },
    }),
    expect: 'manual',
    because: 'could not be asked',
    shows: [
      'plugin-load-add = server_audit.so',
      'server-audit-logging = on',
      'plugin-load = audit_log.so',
      'audit-log-policy = ALL',
    ],
    hides: ['port'],
  },
  {
    name: 'what the server says, and not what its files say',
    host: al2,
    ...mysqlRuns({ rows: [socketRoot], files: { '/etc/my.cnf': '[mysqld]\ngeneral_log=1\n' } }),
    expect: 'fail',
    hides: ['/etc/my.cnf'],
  },
];
