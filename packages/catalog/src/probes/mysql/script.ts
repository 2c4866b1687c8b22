// The shell of the MySQL probe: option files without secrets, modes, and the login of root over the local socket.
import { processShell, shellWord } from '../database/process-shell.ts';
import { mysqlHello, mysqlStatements } from './questions.ts';

/** Option files that the builds of the distributions open, in this order. */
export const optionFiles = ['/etc/my.cnf', '/etc/mysql/my.cnf', '/usr/local/mysql/etc/my.cnf'] as const;
/** Programs whose presence means that a server is installed. */
export const mysqlPrograms = [
  '/usr/sbin/mysqld',
  '/usr/sbin/mariadbd',
  '/usr/libexec/mysqld',
  '/usr/libexec/mariadbd',
  '/usr/local/mysql/bin/mysqld',
  '/usr/local/mysql/bin/mariadbd',
] as const;
export const stockDataFolder = '/var/lib/mysql';

// Passwords stay: of lines that hold one only the name of the option leaves, and lines that are not judged leave as empty ones.
const files = `
mysql_masked() {
  awk '
    { sub(/\\r$/, ""); t = $0; sub(/^[ \\t]+/, "", t) }
    t ~ /^\\[[A-Za-z0-9_. -]*\\]/ { sub(/\\].*$/, "]", t); print t; next }
    t ~ /^!include/ { print t; next }
    t == "" || t ~ /^[#;\\[!]/ { print ""; next }
    {
      k = tolower(t); sub(/[ \\t]*[=#].*$/, "", k); sub(/[ \\t].*$/, "", k); gsub(/_/, "-", k); sub(/^loose-/, "", k)
      j = k; sub(/^(skip|disable|enable)-/, "", j)
      if (j ~ /^(bind-address|port|socket|datadir|basedir|user|networking|grant-tables|name-resolve|default-authentication-plugin|authentication-policy|old-passwords|secure-auth|validate-password.*|simple-password-check.*|cracklib-password-check.*|default-password-lifetime|password-history|password-reuse-interval|strict-password-validation|plugin-load|plugin-load-add|early-plugin-load|server-audit.*|audit-log.*|general-log|general-log-file|log-output|local-infile|require-secure-transport)$/) { if (t !~ /["\\047]/) sub(/[ \\t]#.*$/, "", t); print t }
      else if (j ~ /passw|passphrase|secret|-auth$|token/) print j "=masked"
      else print ""
    }'
}
# Follows includes as far as they lead. A name with other letters than these is not followed, and its absence is noticed.
mysql_file() {
  case $_mysql_seen in *" $1 "*) return 0 ;; esac
  _mysql_seen="$_mysql_seen $1 "
  file "$1" mysql_masked
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] || return 0
  _mysql_data="$_mysql_data $(sed -n 's/^[[:space:]]*datadir[[:space:]]*=[[:space:]]*\\(\\/[A-Za-z0-9_.\\/-]*[A-Za-z0-9_-]\\)[\\/[:space:]]*$/\\1/p' "$_real" | head -n 20)"
  for _include in $(sed -n 's/^[[:space:]]*!include\\(d\\{0,1\\}\\)\\(ir\\)\\{0,1\\}[[:space:]]\\{1,\\}\\(\\/[A-Za-z0-9_.\\/-]*\\)[[:space:]]*$/\\1:\\3/p' "$_real" | head -n 100); do
    case $_include in
      d:*)
        _include=\${_include#d:}
        _include=\${_include%"\${_include##*[!/]}"}
        meta "$_include"
        expand "$_include/*.cnf" mysql_file
        ;;
      *) mysql_file "\${_include#:}" ;;
    esac
  done
}
# What SET PERSIST wrote: the values of the names that are judged, one a line.
mysql_persisted() {
  grep -oE '"[a-z_.]+"[[:space:]]*:[[:space:]]*\\{[[:space:]]*"Value"[[:space:]]*:[[:space:]]*"[^"\\\\]{0,200}"' |
    sed 's/^"\\([a-z_.]*\\)".*"Value"[[:space:]]*:[[:space:]]*"\\(.*\\)"$/\\1=\\2/' |
    awk 'BEGIN { print "[mysqld]" } /^(bind_address|port|default_authentication_plugin|authentication_policy|default_password_lifetime|password_history|password_reuse_interval|validate_password|audit_log|general_log|log_output|local_infile|require_secure_transport)/ { print }'
}
mysql_folder() {
  case $_mysql_folders in *" $1 "*) return 0 ;; esac
  _mysql_folders="$_mysql_folders $1 "
  meta "$1"
  meta "$1/mysql"
  expand "$1/*.pem" meta
  file "$1/mysqld-auto.cnf" mysql_persisted
}
`;

// No password can be sent: no option or login file is read (--no-defaults, MYSQL_TEST_LOGIN_FILE), the environment is empty, the password
// is given as none, and there is no terminal to ask on. A server that is not what it seems gets no file of ours (--local-infile=0).
const login = `
mysql_ask() {
  _label=$1 _socket=$2 _sql=$3
  cmd "$_label" timeout 25 env -i PATH="$PATH" LC_ALL=C HOME=/nonexistent MYSQL_TEST_LOGIN_FILE=/nonexistent MYSQL_HISTFILE=/dev/null \\
    "$_client" --no-defaults --skip-password --user=root --protocol=socket --socket="$_socket" --connect-timeout=5 --local-infile=0 \\
    --batch --skip-column-names --skip-auto-rehash --force --execute="$_sql"
}
mysql_login() {
  _socket=$(awk -v holder="pid=$1," '$1 == "u_str" && index($0, holder) && $5 ~ /^\\// && $5 !~ /mysqlx/ { print $5; exit }' "$W/sockets")
  if [ "$(id -u)" != 0 ]; then note login "$1" not-root; return 0; fi
  if [ -z "$_socket" ]; then note login "$1" no-socket; return 0; fi
  _client=
  for _name in mariadb mysql; do command -v "$_name" > /dev/null 2>&1 && _client=$_name && break; done
  if [ -z "$_client" ]; then note login "$1" no-client; return 0; fi
  note login "$1" asked "$_socket"
  mysql_ask "hello $1" "$_socket" ${shellWord(mysqlHello)} || return 0
  _said=$(head -n 1 "$W/out")
  _number=\${_said%%[!0-9.]*}
  _major=\${_number%%.*}
  _minor=\${_number#*.}
  _minor=\${_minor%%.*}
  case \${_major:-x}\${_minor:-x} in *[!0-9]*) return 0 ;; esac
  case $_said in
    *[Mm]aria[Dd][Bb]*)
      if [ "$_major" -gt 10 ] || { [ "$_major" = 10 ] && [ "$_minor" -ge 4 ]; }; then _sql=${shellWord(mysqlStatements('mariadb104'))}
      elif [ "$_major" = 10 ]; then _sql=${shellWord(mysqlStatements('mariadb100'))}
      else _sql=${shellWord(mysqlStatements('old'))}
      fi
      ;;
    *)
      if [ "$_major" -ge 8 ]; then _sql=${shellWord(mysqlStatements('mysql8'))}
      elif [ "$_major" = 5 ] && [ "$_minor" -ge 7 ]; then _sql=${shellWord(mysqlStatements('mysql57'))}
      else _sql=${shellWord(mysqlStatements('old'))}
      fi
      ;;
  esac
  mysql_ask "answers $1" "$_socket" "$_sql"
}
`;

export const mysqlScript = `
${processShell}${files}${login}
_mysql_seen=
_mysql_folders=
_mysql_data=
mysql_running() {
  _number=$1
  for _named in $(tr '\\000' '\\n' < "/proc/$_number/cmdline" | sed -n 's/^--defaults-\\(extra-\\)\\{0,1\\}file=\\(\\/[A-Za-z0-9_.\\/-]*\\)$/\\2/p'); do
    [ "$_server_place" = here ] && mysql_file "$_named"
  done
  [ "$_server_place" = here ] || return 0
  case $_server_cwd in /?*) mysql_folder "$_server_cwd" ;; esac
  mysql_login "$_number"
}
for _path in ${optionFiles.join(' ')}; do mysql_file "$_path"; done
file /etc/mysql/debian.cnf mysql_masked
for _path in ${mysqlPrograms.join(' ')}; do meta "$_path"; done
for _data in ${stockDataFolder} $_mysql_data; do mysql_folder "$_data"; done
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  sockets_asked
  each_server mysql_running 'mysqld|mariadbd'
fi
:
`;
