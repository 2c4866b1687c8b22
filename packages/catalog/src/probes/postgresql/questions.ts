// What a server of PostgreSQL is asked as the owner of its cluster: one reading statement a database, whose rows are JSON, and never a hash.

/** Who is there, before the columns are known. */
export const pgHello =
  "SELECT current_setting('server_version_num'), current_setting('is_superuser'), current_setting('server_version')";

const settings = [
  'listen_addresses',
  'port',
  'data_directory',
  'config_file',
  'hba_file',
  'ident_file',
  'password_encryption',
  'shared_preload_libraries',
  'log_connections',
  'log_disconnections',
  'log_statement',
  'log_destination',
  'logging_collector',
  'log_directory',
  'log_file_mode',
  'ssl',
];

/** Relations of the catalog that stock PostgreSQL shows to superusers only, or that hold what they may show. */
const closed = [
  'pg_authid',
  'pg_shadow',
  'pg_statistic',
  'pg_largeobject',
  'pg_user_mapping',
  'pg_hba_file_rules',
  'pg_file_settings',
  'pg_ident_file_mappings',
];
const list = (words: readonly string[]): string => words.map((one) => `'${one}'`).join(', ');
const notSuper = (oid: string): string => `NOT EXISTS (SELECT 1 FROM pg_authid s WHERE s.oid = ${oid} AND s.rolsuper)`;

/** Roles, settings and databases. Before 9.5 nobody could bypass row security. */
export function pgCluster(bypass: boolean): string {
  return [
    "SELECT row_to_json(a) FROM (SELECT 'role'::text AS kind, r.rolname::text AS name, r.rolsuper AS super, r.rolcreaterole AS createrole, " +
      `r.rolcreatedb AS createdb, r.rolcanlogin AS login, r.rolreplication AS replication, ${bypass ? 'r.rolbypassrls' : 'false'} AS bypassrls, ` +
      "COALESCE(r.rolvaliduntil::text, '') AS until, CASE WHEN r.rolpassword IS NULL THEN 'none' WHEN r.rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram' " +
      "WHEN r.rolpassword LIKE 'md5%' THEN 'md5' ELSE 'other' END AS verifier, ARRAY(SELECT g.rolname::text FROM pg_auth_members m " +
      'JOIN pg_authid g ON g.oid = m.roleid WHERE m.member = r.oid) AS groups FROM pg_authid r WHERE r.rolcanlogin OR r.oid >= 16384 LIMIT 5000) a',
    `SELECT row_to_json(b) FROM (SELECT 'setting'::text AS kind, name, setting, COALESCE(sourcefile || ':' || sourceline, source) AS place FROM pg_settings ` +
      `WHERE name IN (${list(settings)}) OR name LIKE 'pgaudit.%' OR name LIKE 'credcheck.%' OR name LIKE 'passwordcheck.%') b`,
    "SELECT row_to_json(c) FROM (SELECT 'database'::text AS kind, datname::text AS name, datallowconn AS connect FROM pg_database) c",
  ].join(' UNION ALL ');
}

/** Of one database: who but superusers owns relations, and who but superusers may touch the catalog beyond what is stock. */
export const pgObjects = [
  "SELECT row_to_json(o) FROM (SELECT 'owner'::text AS kind, pg_get_userbyid(c.relowner)::text AS owner, n.nspname::text AS schema, count(*) AS objects, " +
    "min(c.relname::text) AS example FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') " +
    `AND c.relpersistence <> 't' AND ${notSuper('c.relowner')} GROUP BY 2, 3 ORDER BY 4 DESC LIMIT 200) o`,
  "SELECT row_to_json(p) FROM (SELECT 'access'::text AS kind, CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee)::text END AS grantee, " +
    'x.relname::text AS relation, x.privilege_type AS "right" FROM (SELECT relname, relowner, (aclexplode(relacl)).grantee AS grantee, ' +
    '(aclexplode(relacl)).privilege_type AS privilege_type FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace ' +
    "WHERE nspname = 'pg_catalog') UNION ALL SELECT c.relname, c.relowner, (aclexplode(t.attacl)).grantee, (aclexplode(t.attacl)).privilege_type " +
    `FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid WHERE c.relname IN ('pg_authid', 'pg_shadow')) x ` +
    `WHERE x.grantee <> x.relowner AND (x.grantee = 0 OR (x.grantee >= 16384 AND ${notSuper('x.grantee')})) AND NOT (x.grantee = 0 AND ` +
    `(x.relname = 'pg_settings' OR (x.privilege_type = 'SELECT' AND x.relname NOT IN (${list(closed)})))) ORDER BY 2, 3 LIMIT 500) p`,
].join(' UNION ALL ');

/** What a person runs with a login of their own where the probe had none. */
export const pgByHand = {
  roles: 'SELECT rolname, rolcanlogin, rolsuper, rolvaliduntil FROM pg_roles',
  verifiers: 'SELECT usename, substr(passwd, 1, 5) FROM pg_shadow',
  admins: 'SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles',
  systemTables:
    "SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'pg_catalog' AND grantee <> 'PUBLIC'",
  owners:
    'SELECT DISTINCT relowner::regrole FROM pg_class WHERE relowner NOT IN (SELECT usesysid FROM pg_user WHERE usesuper)',
  settings:
    "SELECT name, setting FROM pg_settings WHERE name LIKE 'log%' OR name IN ('shared_preload_libraries', 'password_encryption', 'listen_addresses')",
} as const;
