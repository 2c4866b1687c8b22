// Cases of mysql.password-hash.
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

export const mysqlPasswordHashCases: readonly HostCase[] = [
  {
    name: 'stock MySQL 8',
    host: ubuntu22,
    ...mysqlRuns({
      rows: [account('root', 'localhost', 'auth_socket', 'empty'), account('app', '10.%'), ...engineAccounts],
    }),
    expect: 'pass',
  },
  {
    name: 'stock MariaDB: no password is kept',
    host: debian12,
    ...mysqlRuns({ hello: mariadb, rows: [socketRoot] }),
    expect: 'pass',
    because: 'no account has a password',
    trap: 'the plugin was read without its verifier',
  },
  {
    name: 'SHA-1',
    host: rocky8,
    ...mysqlRuns({ hello: mariadb, rows: [socketRoot, account('app', '10.%', 'mysql_native_password')] }),
    expect: 'fail',
    because: 'app@10.%',
  },
  {
    name: 'a hash of the last century',
    host: al2,
    ...mysqlRuns({
      hello: '5.5.68-MariaDB\tMariaDB\troot@localhost',
      rows: [account('app', '10.%', 'mysql_old_password')],
    }),
    expect: 'fail',
  },
  {
    name: 'no word on the plugin',
    host: al2,
    ...mysqlRuns({ hello: '5.5.68-MariaDB\tMariaDB\troot@localhost', rows: [account('app', '10.%', '')] }),
    expect: 'fail',
    because: 'mysql_native_password',
  },
  {
    name: 'Ed25519, or SHA-1 as well',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [account('app', '10.%', 'ed25519', 'set', ['N', 'N', 'default', 'N', '["mysql_native_password"]'])],
    }),
    expect: 'fail',
    trap: 'the second way to log in',
  },
  {
    name: 'Ed25519 and directories',
    host: rocky9,
    ...mysqlRuns({ hello: mariadb, rows: [account('app', '10.%', 'ed25519'), account('kim', '%', 'pam', 'set')] }),
    expect: 'pass',
  },
  {
    name: 'SHA-1 of a locked account',
    host: al2023,
    ...mysqlRuns({ rows: [account('old', '%', 'mysql_native_password', 'set', ['Y'])] }),
    expect: 'pass',
  },
  {
    name: 'a plugin that nobody knows',
    host: al2023,
    ...mysqlRuns({ rows: [account('x', '%', 'home_grown')] }),
    expect: 'manual',
    because: 'home_grown',
  },
  {
    name: 'the server wants a password: its default is shown',
    host: rocky9,
    ...mysqlRefuses({ files: { '/etc/my.cnf': '[mysqld]\ndefault-authentication-plugin=mysql_native_password\n' } }),
    expect: 'manual',
    because: 'default-authentication-plugin',
  },
  { name: 'an image cannot be asked', host: image(rocky9), ...mysqlImage('[mysqld]\n'), expect: 'manual' },
  { name: 'no server', host: ubuntu22, ...noServer, expect: 'notApplicable' },
  {
    name: 'everything that keeps no hash, or a good one',
    host: rocky9,
    ...mysqlRuns({
      rows: [
        account('root', 'localhost', 'mysql_native_password', 'unusable', [
          'N',
          'N',
          'default',
          'N',
          '["unix_socket", "ed25519"]',
        ]),
        account('nobody', 'localhost', 'auth_socket', 'empty'),
        ...['caching_sha2_password', 'sha256_password', 'ed25519', 'client_ed25519', 'parsec'].map((plugin) =>
          account(plugin, '10.%', plugin),
        ),
        ...[
          'unix_socket',
          'auth_socket',
          'mysql_no_login',
          'gssapi',
          'pam',
          'auth_pam',
          'auth_pam_compat',
          'authentication_pam',
          'authentication_ldap_simple',
          'authentication_ldap_sasl',
          'authentication_kerberos',
          'authentication_windows',
          'authentication_webauthn',
          'authentication_fido',
          'authentication_openid_connect',
        ].map((plugin) => account(plugin, '%', plugin)),
      ],
    }),
    expect: 'pass',
    because: 'root@localhost: unix_socket, ed25519',
    shows: ['parsec@10.%: parsec'],
    hides: ['nobody@'],
  },
  {
    name: 'the system, or SHA-1 as well',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        account('app', '10.%', 'ed25519', 'unusable', [
          'N',
          'N',
          'default',
          'N',
          '["unix_socket", "mysql_native_password"]',
        ]),
        account('kim', '%', 'ed25519'),
      ],
    }),
    expect: 'fail',
    because: 'app@10.%: unix_socket, mysql_native_password',
    hides: ['kim@'],
  },
  {
    name: 'Ed25519, or a plugin that nobody knows',
    host: debian12,
    ...mysqlRuns({
      hello: mariadb,
      rows: [
        account('app', '10.%', 'ed25519', 'set', ['N', 'N', 'default', 'N', '["home_grown"]']),
        account('kim', '%', 'ed25519'),
      ],
    }),
    expect: 'manual',
    because: 'app@10.%: ed25519, home_grown',
    hides: ['kim@'],
  },
  {
    name: 'the policy of MySQL 8.4 is shown',
    host: rocky9,
    ...mysqlRefuses({ files: { '/etc/my.cnf': '[mysqld]\nauthentication_policy=caching_sha2_password,,\n' } }),
    expect: 'manual',
    because: 'authentication-policy = caching_sha2_password',
  },
  {
    name: 'a default without a value is shown as it stands',
    host: rocky9,
    ...mysqlRefuses({ files: { '/etc/my.cnf': '[mysqld]\ndefault_authentication_plugin\n' } }),
    expect: 'manual',
    because: '"default-authentication-plugin = "',
  },
];
