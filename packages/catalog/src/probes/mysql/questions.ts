// What a server of MySQL or MariaDB is asked where root may log in without a password: reading statements only, and never a hash.

/** What one statement answers; a row `end NAME` after it tells that it was answered. */
export type MysqlQuestion = 'accounts' | 'rights' | 'grants' | 'roles' | 'variables' | 'plugins';

/** Kinds of system tables: MySQL 8, 5.7, older of both; MariaDB from 10.4 and from 10.0. */
export const mysqlDialects = ['mysql8', 'mysql57', 'old', 'mariadb104', 'mariadb100'] as const;
export type MysqlDialect = (typeof mysqlDialects)[number];

/** Who is there, before the dialect is known. */
export const mysqlHello = 'SELECT @@version, @@version_comment, CURRENT_USER()';

// A hash of mysql_native_password has an asterisk and 40 hex digits; whatever else stands there lets nobody in.
const native = "'^[*][0-9A-Fa-f]{40}$'";
const priv = (name: string): string => `JSON_VALUE(Priv, '$.${name}')`;

const accounts: Readonly<Record<MysqlDialect, string>> = {
  mysql8: modern(),
  mysql57: modern(),
  old: older("'N'"),
  mariadb100: older('is_role'),
  mariadb104:
    `SELECT 'account', User, Host, IFNULL(${priv('plugin')}, ''), CASE WHEN IFNULL(${priv('authentication_string')}, '') = '' THEN 'empty' ` +
    `WHEN ${priv('plugin')} = 'mysql_native_password' AND ${priv('authentication_string')} NOT REGEXP ${native} THEN 'unusable' ELSE 'set' END, ` +
    `IF(IFNULL(${priv('account_locked')}, '0') = '1', 'Y', 'N'), IF(IFNULL(${priv('password_last_changed')}, '1') = '0', 'Y', 'N'), ` +
    `IFNULL(${priv('password_lifetime')}, 'default'), IF(IFNULL(${priv('is_role')}, '0') = '1', 'Y', 'N'), ` +
    "IFNULL(JSON_EXTRACT(Priv, '$.auth_or[*].plugin'), '') FROM mysql.global_priv LIMIT 5000",
};

function modern(): string {
  return (
    "SELECT 'account', User, Host, plugin, CASE WHEN IFNULL(authentication_string, '') = '' THEN 'empty' " +
    `WHEN plugin = 'mysql_native_password' AND authentication_string NOT REGEXP ${native} THEN 'unusable' ELSE 'set' END, ` +
    "account_locked, password_expired, IFNULL(password_lifetime, 'default'), 'N', '' FROM mysql.user LIMIT 5000"
  );
}

function older(role: string): string {
  return (
    "SELECT 'account', User, Host, CASE WHEN IFNULL(plugin, '') <> '' THEN plugin WHEN LENGTH(Password) = 16 THEN 'mysql_old_password' " +
    "ELSE 'mysql_native_password' END, CASE WHEN CONCAT(Password, IFNULL(authentication_string, '')) = '' THEN 'empty' " +
    `WHEN IFNULL(plugin, '') IN ('', 'mysql_native_password') AND Password NOT REGEXP ${native} AND LENGTH(Password) <> 16 ` +
    `AND IFNULL(authentication_string, '') NOT REGEXP ${native} THEN 'unusable' ELSE 'set' END, ` +
    `'N', 'N', 'default', ${role}, '' FROM mysql.user LIMIT 5000`
  );
}

const named = [
  'bind_address',
  'skip_networking',
  'port',
  'datadir',
  'local_infile',
  'require_secure_transport',
  'default_authentication_plugin',
  'authentication_policy',
  'default_password_lifetime',
  'strict_password_validation',
  'password_history',
  'general_log',
  'general_log_file',
  'log_output',
];
const families = ['validate_password', 'simple_password_check', 'cracklib_password_check', 'server_audit', 'audit_log'];
const wanted = (name: string): string =>
  `${name} IN (${named.map((one) => `'${one}'`).join(', ')}) OR ${families.map((one) => `${name} LIKE '${one}%'`).join(' OR ')}`;

const variablesNew = `SELECT 'variable', VARIABLE_NAME, VARIABLE_VALUE FROM performance_schema.global_variables WHERE ${wanted('VARIABLE_NAME')}`;
const variablesOld = `SELECT 'variable', LOWER(VARIABLE_NAME), VARIABLE_VALUE FROM information_schema.GLOBAL_VARIABLES WHERE ${wanted('VARIABLE_NAME')}`;

/** Rights over the whole server that make an administrator. The guide asks for SUPER, which MySQL 8 and MariaDB 10.5 split. */
export const adminRights = [
  'SUPER',
  'CREATE USER',
  'SHUTDOWN',
  'FILE',
  'SYSTEM_USER',
  'SYSTEM_VARIABLES_ADMIN',
  'CONNECTION_ADMIN',
  'CONNECTION ADMIN',
  'ROLE_ADMIN',
  'SET_USER_ID',
  'SET_ANY_DEFINER',
  'SET USER',
] as const;
/** Rights that, given for everything, hold the system tables too. */
export const tableRights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'ALTER', 'DROP'] as const;

const rights = `SELECT 'right', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.USER_PRIVILEGES WHERE IS_GRANTABLE = 'YES' OR PRIVILEGE_TYPE IN (${[...adminRights, ...tableRights].map((one) => `'${one}'`).join(', ')}) LIMIT 20000`;
// information_schema of MariaDB leaves the rights of roles out.
const roleRights = Object.entries({
  Super: 'SUPER',
  Create_user: 'CREATE USER',
  Shutdown: 'SHUTDOWN',
  File: 'FILE',
  Select: 'SELECT',
  Insert: 'INSERT',
  Update: 'UPDATE',
  Delete: 'DELETE',
  Alter: 'ALTER',
  Drop: 'DROP',
}).map(
  ([column, name]) =>
    `SELECT 'right', CONCAT('''', User, '''@'''''), '${name}', IF(Grant_priv = 'Y', 'YES', 'NO') FROM mysql.user WHERE is_role = 'Y' AND ${column}_priv = 'Y'`,
);
const grants = [
  "SELECT 'grant', GRANTEE, TABLE_SCHEMA, '*', PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.SCHEMA_PRIVILEGES WHERE IS_GRANTABLE = 'YES' OR 'mysql' LIKE TABLE_SCHEMA LIMIT 20000",
  ...['TABLE', 'COLUMN'].map(
    (kind) =>
      `SELECT 'grant', GRANTEE, TABLE_SCHEMA, TABLE_NAME, PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.${kind}_PRIVILEGES WHERE IS_GRANTABLE = 'YES' OR TABLE_SCHEMA = 'mysql' LIMIT 20000`,
  ),
];
const plugins =
  "SELECT 'plugin', PLUGIN_NAME, PLUGIN_STATUS, PLUGIN_TYPE FROM information_schema.PLUGINS WHERE PLUGIN_TYPE IN ('AUDIT', 'PASSWORD VALIDATION', 'VALIDATE PASSWORD')";
const rolesOf: Readonly<Record<MysqlDialect, readonly string[]>> = {
  mysql8: ["SELECT 'role', FROM_USER, FROM_HOST, TO_USER, TO_HOST FROM mysql.role_edges LIMIT 20000"],
  mysql57: [],
  old: [],
  mariadb104: ["SELECT 'role', Role, '', User, Host FROM mysql.roles_mapping LIMIT 20000"],
  mariadb100: ["SELECT 'role', Role, '', User, Host FROM mysql.roles_mapping LIMIT 20000"],
};

/** All statements for one dialect: a reading transaction, limited in time where the server can limit it. */
export function mysqlStatements(dialect: MysqlDialect): string {
  const maria = dialect.startsWith('mariadb');
  const modernMysql = dialect === 'mysql8' || dialect === 'mysql57';
  const asked: readonly (readonly [MysqlQuestion, readonly string[]])[] = [
    ['accounts', [accounts[dialect]]],
    ['rights', [rights, ...(maria ? roleRights : [])]],
    ['grants', grants],
    ['roles', rolesOf[dialect]],
    ['variables', [modernMysql ? variablesNew : variablesOld]],
    ['plugins', [plugins, ...(dialect === 'mysql8' ? ["SELECT 'component', component_urn FROM mysql.component"] : [])]],
  ];
  return [
    ...(modernMysql ? ['SET SESSION max_execution_time = 5000'] : maria ? ['SET SESSION max_statement_time = 5'] : []),
    'START TRANSACTION READ ONLY',
    ...asked.flatMap(([name, statements]) => [...statements, `SELECT 'end', '${name}'`]),
    'COMMIT',
  ].join('; ');
}

/** What a person runs with a login of their own where the probe had none. */
export const mysqlByHand = {
  accounts: 'SELECT user, host, plugin, account_locked FROM mysql.user',
  policy: "SHOW VARIABLES LIKE '%password%'; SELECT user, host, password_lifetime FROM mysql.user",
  admins:
    "SELECT grantee, privilege_type FROM information_schema.user_privileges WHERE privilege_type IN ('SUPER', 'CREATE USER', 'SYSTEM_USER')",
  systemTables:
    "SELECT grantee, privilege_type FROM information_schema.schema_privileges WHERE 'mysql' LIKE table_schema; SELECT grantee, table_name, privilege_type FROM information_schema.table_privileges WHERE table_schema = 'mysql'",
  grantOption:
    "SELECT grantee, privilege_type FROM information_schema.user_privileges WHERE is_grantable = 'YES'; SELECT grantee, table_schema FROM information_schema.schema_privileges WHERE is_grantable = 'YES'",
  audit: "SHOW PLUGINS; SHOW VARIABLES LIKE '%audit%'; SHOW VARIABLES LIKE 'general_log%'",
} as const;
