// MariaDB and MySQL as the packages of Debian 12 and Rocky Linux 9 leave them, running, with what they answer to root.
import { lines } from './accounts.ts';
import { debian12Stock } from './debian-12.ts';
import { answering } from './processes.ts';
import { programs } from './programs.ts';
import { rocky9Stock } from './rocky-9.ts';
import { served } from './served.ts';

const row = (...fields: readonly string[]): string => fields.join('\t');
const unit = (program: string): string => lines(['[Service]', `ExecStart=${program}`]);
const dataOf = (uid: number) => ({ dir: true, mode: '0755', uid, gid: uid }) as const;

/** root and mysql are let in by the system's own login alone. */
export const debian12Mariadb = served(debian12Stock, {
  name: 'debian-12-mariadb',
  accounts: ['mysql:110:110:/nonexistent:/bin/false'],
  units: { 'mariadb.service': unit('/usr/sbin/mariadbd $MYSQLD_OPTS') },
  listeners: ['tcp 127.0.0.1:3306 mariadbd', 'unix /run/mysqld/mysqld.sock mariadbd'],
  tools: { mariadb: programs('mysql')['mysql'] ?? '' },
  files: {
    ...answering(
      { program: '/usr/sbin/mariadbd', uid: 110, folder: '/var/lib/mysql' },
      row('10.11.14-MariaDB-0+deb12u2', 'Debian 12', 'root@localhost'),
      [
        row('account', 'mariadb.sys', 'localhost', 'mysql_native_password', 'empty', 'Y', 'Y', 'default', 'N', ''),
        row(
          'account',
          'root',
          'localhost',
          'mysql_native_password',
          'unusable',
          'N',
          'N',
          'default',
          'N',
          '["unix_socket"]',
        ),
        row(
          'account',
          'mysql',
          'localhost',
          'mysql_native_password',
          'unusable',
          'N',
          'N',
          'default',
          'N',
          '["unix_socket"]',
        ),
        ...['root', 'mysql'].flatMap((name) =>
          ['SELECT', 'SUPER', 'CREATE USER', 'FILE', 'SHUTDOWN'].map((right) =>
            row('right', `'${name}'@'localhost'`, right, 'YES'),
          ),
        ),
        row('variable', 'general_log', 'OFF'),
        row('variable', 'bind_address', '127.0.0.1'),
        row('variable', 'strict_password_validation', 'ON'),
        row('variable', 'default_password_lifetime', '0'),
      ],
    ),
    '/etc/mysql/my.cnf': { link: 'mariadb.cnf' },
    '/etc/mysql/mariadb.cnf': lines([
      '[client-server]',
      'socket = /run/mysqld/mysqld.sock',
      '!includedir /etc/mysql/conf.d/',
      '!includedir /etc/mysql/mariadb.conf.d/',
    ]),
    '/etc/mysql/conf.d/mysql.cnf': '[mysql]\n',
    '/etc/mysql/mariadb.conf.d/50-server.cnf': lines([
      '[server]',
      '[mysqld]',
      'pid-file                = /run/mysqld/mysqld.pid',
      'basedir                 = /usr',
      '#port                   = 3306',
      'bind-address            = 127.0.0.1',
      'expire_logs_days        = 10',
      '[embedded]',
      '[mariadb]',
      '[mariadb-10.11]',
    ]),
    '/etc/mysql/debian.cnf': { text: '[client]\nuser = root\n', mode: '0600' },
    '/var/lib/mysql': dataOf(110),
    '/var/lib/mysql/mysql': { dir: true, mode: '0700', uid: 110, gid: 110 },
  },
});

/** Initialised without a password for root, as the package does (mysql-prepare-db-dir, --initialize-insecure). */
export const rocky9Mysql = served(rocky9Stock, {
  name: 'rocky-9-mysql',
  accounts: ['mysql:27:27:/var/lib/mysql:/sbin/nologin'],
  units: { 'mysqld.service': unit('/usr/libexec/mysqld --basedir=/usr') },
  listeners: ['tcp *:3306 mysqld', 'tcp *:33060 mysqld', 'unix /var/lib/mysql/mysql.sock mysqld'],
  tools: { mysql: programs('mysql')['mysql'] ?? '' },
  files: {
    ...answering(
      { program: '/usr/libexec/mysqld', uid: 27, folder: '/var/lib/mysql', words: ['--basedir=/usr'] },
      row('8.0.41', 'Source distribution', 'root@localhost'),
      [
        ...['infoschema', 'session', 'sys'].map((name) =>
          row('account', `mysql.${name}`, 'localhost', 'caching_sha2_password', 'set', 'Y', 'N', 'default', 'N', ''),
        ),
        row('account', 'root', 'localhost', 'caching_sha2_password', 'empty', 'N', 'N', 'default', 'N', ''),
        ...['SELECT', 'SUPER', 'CREATE USER', 'FILE', 'SHUTDOWN', 'SYSTEM_USER'].map((right) =>
          row('right', "'root'@'localhost'", right, 'YES'),
        ),
        row('variable', 'general_log', 'OFF'),
        row('variable', 'bind_address', '*'),
        row('variable', 'default_authentication_plugin', 'caching_sha2_password'),
        row('variable', 'default_password_lifetime', '0'),
      ],
    ),
    '/etc/my.cnf': lines(['[client-server]', '!includedir /etc/my.cnf.d']),
    '/etc/my.cnf.d/client.cnf': '[client]\n[client-mariadb]\n',
    '/etc/my.cnf.d/mysql-server.cnf': lines([
      '[mysqld]',
      'datadir=/var/lib/mysql',
      'socket=/var/lib/mysql/mysql.sock',
      'log-error=/var/log/mysql/mysqld.log',
      'pid-file=/run/mysqld/mysqld.pid',
    ]),
    '/var/lib/mysql': dataOf(27),
    '/var/lib/mysql/mysql': { dir: true, mode: '0750', uid: 27, gid: 27 },
    '/var/lib/mysql/server-key.pem': { text: '', mode: '0600', uid: 27, gid: 27 },
    '/var/lib/mysql/public_key.pem': { text: '', mode: '0644', uid: 27, gid: 27 },
  },
});
