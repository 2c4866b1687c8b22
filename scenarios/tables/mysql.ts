// Scenarios of the family mysql: servers that run, as their files, processes, sockets and answers tell of them.
import { running } from '../processes.ts';
import type { Changes, ScenarioTable } from '../scenario.ts';
import { adds, becomes, edits, on } from '../scenario.ts';

const maria = 'debian-12-mariadb';
const mysql = 'rocky-9-mysql';
const answers = '/opt/lab/database/answers';
/** The server wants a password of root. */
const refused: Changes = { [answers]: null };
const says = (...rows: readonly (readonly string[])[]): Changes => ({
  [answers]: adds(rows.map((row) => `${row.join('\t')}\n`).join('')),
});
const account = (user: string, host: string, plugin = 'caching_sha2_password', verifier = 'set', locked = 'N') =>
  ['account', user, host, plugin, verifier, locked, 'N', 'default', 'N', ''] as const;
const right = (who: string, name: string, grantable = 'NO') => ['right', who, name, grantable] as const;
const grant = (schema: string, table: string, name: string, grantable = 'NO') =>
  ['grant', "'app'@'10.%'", schema, table, name, grantable] as const;
const app = account('app', '10.%');
const dba = account('dba', '10.0.0.5');
const variable = (name: string, value: string) => ['variable', name, value] as const;
const server = (uid: number, words: readonly string[] = [], folder = '/var/lib/mysql') => ({
  program: '/usr/libexec/mysqld',
  uid,
  folder,
  words,
});
const dropIn = '/etc/mysql/mariadb.conf.d/90-site.cnf';
const image = { image: true } as const;

export const mysqlScenarios: ScenarioTable = {
  'mysql.default-accounts': [
    on(maria, 'as packaged: the system lets root in', {}, 'pass', { because: 'unix_socket' }),
    on(mysql, 'as packaged: root without a password', {}, 'fail', { because: 'root@localhost' }),
    on(mysql, 'an anonymous account', says(account('', 'localhost', '', 'empty')), 'fail', { because: '@localhost' }),
    on(maria, 'one that is locked', says(account('old', '%', 'mysql_native_password', 'empty', 'Y')), 'pass'),
    on(
      mysql,
      'nobody is asked for a password',
      { ...refused, ...running(server(27, ['--skip-grant-tables'])) },
      'fail',
      { because: 'skip-grant-tables' },
    ),
    on(mysql, 'the server wants a password', refused, 'manual', { because: 'using password: NO' }),
    on(maria, 'in an image, by a drop-in', { [dropIn]: '[mariadb-10.11]\nskip_grant_tables\n' }, 'fail', {
      ...image,
      because: `${dropIn}:2`,
    }),
    on('debian-12-stock', 'no server', {}, 'notApplicable'),
  ],
  'mysql.unneeded-accounts': [
    on(maria, 'as packaged', {}, 'pass'),
    on(mysql, 'a test account', says(account('test', '%')), 'fail', { because: 'test@%' }),
    on(mysql, 'one that only people know', says(app), 'manual', { because: 'app@10.%' }),
  ],
  'mysql.individual-accounts': [
    on(maria, 'who uses them is for people', {}, 'manual'),
    on(mysql, 'who uses them is for people', says(app, dba), 'manual', { because: 'dba@10.0.0.5' }),
    on(mysql, "an anonymous account is everybody's", says(account('', '%', '', 'empty')), 'fail'),
  ],
  'mysql.password-policy': [
    on(mysql, 'as packaged', {}, 'fail', { because: 'complexity' }),
    on(
      mysql,
      'the component, and 90 days',
      {
        [answers]: edits(
          'default_password_lifetime\t0',
          'default_password_lifetime\t90\ncomponent\tfile://component_validate_password\nvariable\tvalidate_password.policy\tMEDIUM\nvariable\tvalidate_password.length\t8\nvariable\tvalidate_password.number_count\t1\nvariable\tvalidate_password.mixed_case_count\t1\nvariable\tvalidate_password.special_char_count\t1',
        ),
      },
      'pass',
    ),
    on(
      mysql,
      'a policy that asks for length alone',
      says(
        ['component', 'file://component_validate_password'],
        variable('validate_password.policy', 'LOW'),
        variable('validate_password.length', '8'),
      ),
      'fail',
      { because: 'LOW' },
    ),
    on(
      maria,
      'a plugin that is switched off',
      says(['plugin', 'simple_password_check', 'DISABLED', 'PASSWORD VALIDATION']),
      'fail',
    ),
  ],
  'mysql.admin-rights': [
    on(maria, 'root and the engine', {}, 'pass'),
    on(mysql, 'somebody else', says(dba, right("'dba'@'10.0.0.5'", 'SUPER')), 'manual', { because: 'dba@10.0.0.5' }),
    on(
      mysql,
      'by a role of a role',
      says(
        dba,
        ['role', 'ops', '%', 'dba', '10.0.0.5'],
        ['role', 'power', '%', 'ops', '%'],
        right("'power'@'%'", 'CREATE USER'),
      ),
      'manual',
      { because: 'power@%' },
    ),
    on(
      mysql,
      'one that is locked',
      says(account('old', '%', 'caching_sha2_password', 'set', 'Y'), right("'old'@'%'", 'SUPER')),
      'pass',
    ),
  ],
  'mysql.grant-option': [
    on(mysql, 'root alone', {}, 'pass'),
    on(mysql, 'over one schema', says(app, grant('shop', '*', 'SELECT', 'YES')), 'fail', { because: 'shop.*' }),
    on(mysql, 'the same right, and not to be handed on', says(app, grant('shop', '*', 'SELECT')), 'pass'),
  ],
  'mysql.system-tables': [
    on(maria, 'administrators alone', {}, 'pass'),
    on(mysql, 'everything may be read', says(app, right("'app'@'10.%'", 'SELECT')), 'fail', { because: '*.*' }),
    on(mysql, 'a pattern that holds the schema', says(app, grant('m_sql', '*', 'SELECT')), 'fail', {
      because: 'm_sql',
    }),
    on(mysql, 'another schema', says(app, grant('shop', '*', 'SELECT')), 'pass'),
  ],
  'mysql.process-user': [
    on(maria, 'its own account', {}, 'pass', { because: 'uid 110' }),
    on(mysql, 'root', running(server(0, ['--user=root'])), 'fail', { because: 'uid 0' }),
    on(
      mysql,
      'the file says mysql, and root runs it',
      { '/etc/my.cnf.d/user.cnf': '[mysqld]\nuser=mysql\n', ...running(server(0)) },
      'fail',
    ),
    on(
      mysql,
      'the worse of two',
      running(server(27), { ...server(0, [], '/srv'), program: '/usr/sbin/mysqld' }),
      'fail',
      { because: '/srv' },
    ),
    on(
      mysql,
      'an image: the first word on it counts',
      { '/etc/my.cnf.d/user.cnf': '[mysqld]\nuser = root\n' },
      'fail',
      image,
    ),
  ],
  'mysql.password-hash': [
    on(mysql, 'SHA-256', says(app), 'pass'),
    on(mysql, 'SHA-1', says(account('old', '10.%', 'mysql_native_password')), 'fail', { because: 'old@10.%' }),
    on(maria, 'Ed25519', says(account('app', '10.%', 'ed25519')), 'pass'),
    on(
      mysql,
      'the server wants a password: its default is shown',
      { ...refused, '/etc/my.cnf.d/old.cnf': '[mysqld]\nDefault_Authentication_Plugin = mysql_native_password\n' },
      'manual',
    ),
  ],
  'mysql.remote-access': [
    on(maria, 'loopback', says(account('app', '%')), 'pass', { because: '127.0.0.1:3306' }),
    on(mysql, 'everywhere, for named addresses', says(app), 'pass'),
    on(mysql, 'everywhere, for anybody', says(account('app', '%')), 'fail', { because: 'app@%' }),
    on(
      mysql,
      'the file says loopback, and the process listens',
      { ...says(account('app', '%')), '/etc/my.cnf.d/z.cnf': '[mysqld]\nbind-address=127.0.0.1\n' },
      'fail',
    ),
    on(maria, 'an image: a later drop-in opens it', { [dropIn]: '[mysqld]\nbind_address = 0.0.0.0\n' }, 'manual', {
      ...image,
      because: `${dropIn}:2`,
    }),
    on(
      maria,
      'an image: the line is of another program',
      { [dropIn]: '[mysqldump]\nbind-address = 0.0.0.0\n' },
      'pass',
      image,
    ),
  ],
  'mysql.file-permissions': [
    on(mysql, 'as packaged, by the letter', {}, 'fail', { because: '/etc/my.cnf' }),
    on(mysql, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
    on(mysql, 'with a password in it', { '/etc/my.cnf.d/client.cnf': '[client]\npassword = lab secret\n' }, 'fail', {
      profile: 'distro-aware',
      because: 'client.cnf',
      never: 'lab secret',
    }),
    on(mysql, 'a key that others may read', { '/var/lib/mysql/server-key.pem': becomes({ mode: '0644' }) }, 'fail', {
      profile: 'distro-aware',
      because: 'server-key.pem',
    }),
    on(maria, 'a drop-in that others may write', { [dropIn]: { text: '[mysqld]\n', mode: '0666' } }, 'fail', {
      profile: 'distro-aware',
      because: dropIn,
    }),
  ],
  'mysql.audit': [
    on(mysql, 'as packaged', {}, 'fail'),
    on(
      maria,
      'the plugin logs',
      says(
        ['plugin', 'SERVER_AUDIT', 'ACTIVE', 'AUDIT'],
        variable('server_audit_logging', 'ON'),
        variable('server_audit_events', ''),
      ),
      'pass',
    ),
    on(
      maria,
      'the plugin is loaded and does not log',
      says(['plugin', 'SERVER_AUDIT', 'ACTIVE', 'AUDIT'], variable('server_audit_logging', 'OFF')),
      'fail',
    ),
    on(
      mysql,
      'the server wants a password: its files are shown',
      { ...refused, '/etc/my.cnf.d/log.cnf': '[mysqld]\ngeneral_log = 1\n' },
      'manual',
      { because: 'general-log = 1' },
    ),
  ],
};
