// The shell of the PostgreSQL probe: settings and access rules without secrets, modes, and the login of the cluster's owner over its socket.
import { processShell, shellWord } from '../database/process-shell.ts';
import { pgCluster, pgHello, pgObjects } from './questions.ts';

// As root we may read what the cluster's owner may not; a link or an include of the owner's must not make us send such a file away.
// So only files are read that the owner could read too. Lines leave only where they are settings that are judged, or rules.
const files = `
pg_may_read() {
  follow "$1"
  [ -n "$_real" ] && [ -e "$_real" ] || return 0
  _mode=$(stat -L -c '%a %u %g' "$_real" 2> /dev/null)
  _left=\${_mode#* }
  case \${_mode%% *} in *[4567]) return 0 ;; esac
  [ "\${_left%% *}" = "$_pg_uid" ] || [ "\${_left##* }" = "$_pg_gid" ] && return 0
  note withheld "$1"
  return 1
}
pg_masked() {
  awk '
    { sub(/\\r$/, ""); t = $0; sub(/^[ \\t]+/, "", t); k = tolower(t); sub(/[ \\t=\\047#].*$/, "", k) }
    k ~ /^(include|include_dir|include_if_exists|listen_addresses|port|data_directory|hba_file|ident_file|unix_socket_directories|unix_socket_permissions|ssl|password_encryption|shared_preload_libraries|session_preload_libraries|log_connections|log_disconnections|log_statement|log_destination|logging_collector|log_directory|log_file_mode|pgaudit\\..*|credcheck\\..*|passwordcheck\\..*)$/ {
      if (match(t, /^[^\\047#]*\\047([^\\047]|\\047\\047)*\\047/)) t = substr(t, 1, RLENGTH); else sub(/#.*$/, "", t)
      print t; next
    }
    k ~ /passw|passphrase|conninfo|secret/ { print k " = masked"; next }
    { print "" }'
}
# A comment that goes on with a backslash takes the next line along since version 14, and before did not: "unclear" is no rule.
hba_masked() {
  awk '
    function bare(s,  i, c, q) {
      for (i = 1; i <= length(s); i++) {
        c = substr(s, i, 1)
        if (c == "\\"") q = !q
        else if (c == "#" && !q) return substr(s, 1, i - 1)
      }
      return s
    }
    { sub(/\\r$/, ""); more = ($0 ~ /\\\\$/); t = bare($0) }
    hide { print ""; hide = more; next }
    more && t != $0 { print "unclear"; hide = 1; open = 0; next }
    match(tolower(t), /passw|secret/) { print substr(t, 1, RSTART + RLENGTH - 1) "=masked"; hide = more; open = 0; next }
    open || t ~ /^[ \\t]*"?(local|host|hostssl|hostnossl|hostgssenc|hostnogssenc|include|include_if_exists|include_dir)"?[ \\t]/ { print t; open = more; next }
    { print "" }'
}
# Lists of names and lines of a map: words of letters that names have, at most three a line.
names_only() { awk '{ sub(/\\r$/, ""); sub(/#.*$/, "") } NF > 0 && NF < 4 && !/[:$;=]/ { print; next } { print "" }'; }
pg_read() {
  case $_pg_seen in *" $1 "*) return 1 ;; esac
  _pg_seen="$_pg_seen $1 "
  pg_may_read "$1" || return 1
  file "$1" "$2"
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ]
}
pg_path() { case $2 in /*) printf '%s' "$2" ;; *) printf '%s' "\${1%/*}/$2" ;; esac; }
pg_conf() {
  pg_read "$1" pg_masked || return 0
  _pg_named="$_pg_named $(sed -n 's/^[[:space:]]*\\(hba_file\\|ident_file\\|log_directory\\)[[:space:]]*=\\{0,1\\}[[:space:]]*[^A-Za-z0-9_.\\/-]\\{0,1\\}\\(\\/[A-Za-z0-9_.\\/-]*\\)[^A-Za-z0-9_.\\/-]\\{0,1\\}[[:space:]]*\\(#.*\\)\\{0,1\\}$/\\1:\\2/p' "$_real" | head -n 20)"
  for _include in $(sed -n 's/^[[:space:]]*include\\(_dir\\)\\{0,1\\}\\(_if_exists\\)\\{0,1\\}[[:space:]]*=\\{0,1\\}[[:space:]]*[^A-Za-z0-9_.\\/-]\\{0,1\\}\\([A-Za-z0-9_.\\/-]*\\).*$/\\1:\\3/p' "$_real" | head -n 50); do
    _include_path=$(pg_path "$1" "\${_include#*:}")
    case $_include in
      _dir:*) expand "$_include_path/*.conf" pg_conf ;;
      *) pg_conf "$_include_path" ;;
    esac
  done
}
pg_rules() {
  pg_read "$1" hba_masked || return 0
  for _include in $(sed -n 's/^[[:space:]]*include\\(_dir\\)\\{0,1\\}\\(_if_exists\\)\\{0,1\\}[[:space:]]\\{1,\\}"\\{0,1\\}\\([A-Za-z0-9_.\\/-]*\\)"\\{0,1\\}[[:space:]]*\\(#.*\\)\\{0,1\\}$/\\1:\\3/p' "$_real" | head -n 50); do
    _include_path=$(pg_path "$1" "\${_include#*:}")
    case $_include in
      _dir:*) expand "$_include_path/*.conf" pg_rules ;;
      *) pg_rules "$_include_path" ;;
    esac
  done
  follow "$1"
  for _include in $(grep -v '^[[:space:]]*#' "$_real" | tr ' ,\\t' '\\n\\n\\n' | sed -n 's/^@\\([A-Za-z0-9_.\\/-]\\{1,\\}\\)$/\\1/p' | head -n 50); do
    pg_read "$(pg_path "$1" "$_include")" names_only
  done
}
pg_logs() { _pg_logs=$((_pg_logs + 1)); [ "$_pg_logs" -gt 100 ] || meta "$1"; }
# usage: pg_cluster ID DATA CONF [HBA UID GID]; without UID, who owns DATA is who may read. root is nobody's owner here.
pg_cluster() {
  case $_pg_clusters in *" $2 "*) return 0 ;; esac
  _pg_clusters="$_pg_clusters $2 "
  note cluster "$1" "$2" "$3"
  follow "$2"
  _pg_uid=\${5:-$(stat -L -c %u "$_real" 2> /dev/null)}
  _pg_gid=\${6:-$(stat -L -c %g "$_real" 2> /dev/null)}
  [ "$_pg_uid" = 0 ] && _pg_uid=none
  [ "$_pg_gid" = 0 ] && _pg_gid=none
  _pg_named=
  _pg_logs=0
  meta "$2"
  pg_read "$2/PG_VERSION" names_only
  pg_conf "$3"
  pg_conf "$2/postgresql.auto.conf"
  for _file in "hba_file:$2/pg_hba.conf" "ident_file:$2/pg_ident.conf" "log_directory:$2/log" "log_directory:$2/pg_log" $_pg_named \${4:+"hba_file:$4"}; do
    case $_file in
      hba_file:*) pg_rules "\${_file#*:}" ;;
      ident_file:*) pg_read "\${_file#*:}" names_only ;;
      *) meta "\${_file#*:}"; expand "\${_file#*:}/*" pg_logs ;;
    esac
  done
  expand "$2/*.key" meta
  _passwd=$(resolve /etc/passwd)
  if [ -r "$_passwd" ]; then
    _home=$(awk -F: -v uid="$_pg_uid" '$3 == uid { print $6; exit }' "$_passwd")
    case $_home in /?*) meta "$_home/.psql_history"; meta "$_home/.pgpass" ;; esac
  fi
}
`;

// Peer authentication knows the owner's own account alone, so the client runs as that account, with every right of root given up before it
// starts (setpriv opens no session and writes no log; runuser is for hosts without it). It could do nothing that the owner's processes may
// not do anyway, and what it does is one reading statement. No password can be sent: -w never asks, PGPASSFILE and HOME lead nowhere, the
// environment is empty. PGREQUIREPEER refuses a socket that another account holds.
const login = `
pg_ask() {
  _label=$1 _database=$2 _sql=$3
  set -- env -i PATH="$PATH" LC_ALL=C HOME=/nonexistent PGPASSFILE=/nonexistent PGSERVICEFILE=/nonexistent PGSYSCONFDIR=/nonexistent \\
    PGREQUIREPEER="$_server_account" PGCONNECT_TIMEOUT=5 PGAPPNAME=bongsu PGCLIENTENCODING=UTF8 \\
    PGOPTIONS='-c default_transaction_read_only=on -c statement_timeout=5000 -c search_path=pg_catalog' \\
    "$_client" -X -w -q -A -t -F "$TAB" -h "$_pg_host" -p "$_pg_port" -U "$_server_account" -d "$_database" -c "$_sql"
  if [ "$_drop" = setpriv ]; then
    cmd "$_label" timeout 20 setpriv --reuid="$_server_uid" --regid="$_server_gid" --clear-groups --no-new-privs "$@"
  else
    cmd "$_label" timeout 20 runuser -u "$_server_account" -- "$@"
  fi
}
pg_login() {
  _socket=$(awk -v holder="pid=$1," '$1 == "u_str" && index($0, holder) && $5 ~ /^\\/.*\\/\\.s\\.PGSQL\\.[0-9]+$/ { print $5; exit }' "$W/sockets")
  _pg_host=\${_socket%/*}
  _pg_port=\${_socket##*.}
  _server_gid=$(account_field "$_server_uid" 4)
  _drop=
  if setpriv --help 2>&1 | grep -q -e '--reuid'; then _drop=setpriv; elif command -v runuser > /dev/null 2>&1; then _drop=runuser; fi
  _client=\${_server_program%/*}/psql
  [ -x "$_client" ] || _client=$(command -v psql)
  if [ "$(id -u)" != 0 ]; then note login "$1" not-root; return 0; fi
  if [ "$_server_uid" = 0 ]; then note login "$1" owner-root; return 0; fi
  if [ -z "$_socket" ]; then note login "$1" no-socket; return 0; fi
  case $_server_account in '' | -* | *[!A-Za-z0-9_.-]*) note login "$1" no-account; return 0 ;; esac
  case $_server_gid in '' | *[!0-9]*) note login "$1" no-account; return 0 ;; esac
  if [ -z "$_client" ] || [ -z "$_drop" ]; then note login "$1" no-client; return 0; fi
  note login "$1" asked "$_socket"
  cd / || return 0
  pg_ask "hello $1" postgres ${shellWord(pgHello)} || return 0
  _said=$(head -n 1 "$W/out")
  _said=\${_said%%"$TAB"*}
  case $_said in '' | *[!0-9]*) return 0 ;; esac
  if [ "$_said" -ge 90500 ]; then _sql=${shellWord(pgCluster(true))}; else _sql=${shellWord(pgCluster(false))}; fi
  pg_ask "answers $1" postgres "$_sql" || return 0
  # A name of other letters could pass for a connection string: its database is left to a person.
  for _named in $(sed -n 's/^{"kind":"database","name":"\\([A-Za-z0-9_][A-Za-z0-9_.-]*\\)","connect":true}$/\\1/p' "$W/out" | head -n 20); do
    pg_ask "objects $1 $_named" "$_named" ${shellWord(pgObjects)}
  done
}
`;

export const pgScript = `
${processShell}${files}${login}
_pg_seen=
_pg_clusters=
pg_running() {
  [ "$_server_place" = here ] || return 0
  _conf=$(tr '\\000' '\\n' < "/proc/$1/cmdline" | sed -n 's/^\\(-c\\)\\{0,1\\}\\(--\\)\\{0,1\\}config[_-]file=\\(\\/[A-Za-z0-9_.\\/-]*\\)$/\\3/p' | tail -n 1)
  _rules=$(tr '\\000' '\\n' < "/proc/$1/cmdline" | sed -n 's/^\\(-c\\)\\{0,1\\}\\(--\\)\\{0,1\\}hba[_-]file=\\(\\/[A-Za-z0-9_.\\/-]*\\)$/\\3/p' | tail -n 1)
  case $_server_cwd in /?*) pg_cluster "$1" "$_server_cwd" "\${_conf:-$_server_cwd/postgresql.conf}" "$_rules" "$_server_uid" "$(account_field "$_server_uid" 4)" ;; esac
  pg_login "$1"
}
pg_lying() {
  _data=$(resolve "$1")
  [ -f "$_data/PG_VERSION" ] && pg_cluster "$1" "$1" "$1/postgresql.conf"
}
pg_debian() {
  _conf_real=$(resolve "$1/postgresql.conf")
  [ -f "$_conf_real" ] && [ -r "$_conf_real" ] || return 0
  _data=$(sed -n 's/^[[:space:]]*data_directory[[:space:]]*=\\{0,1\\}[[:space:]]*[^A-Za-z0-9_.\\/-]\\{0,1\\}\\(\\/[A-Za-z0-9_.\\/-]*\\).*$/\\1/p' "$_conf_real" | tail -n 1)
  [ -n "$_data" ] && pg_cluster "$1" "$_data" "$1/postgresql.conf"
}
pg_version() { expand "$1/*" pg_debian; }
pg_series() { pg_lying "$1/data"; }
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  sockets_asked
  each_server pg_running 'postgres|postmaster'
fi
expand '/etc/postgresql/*' pg_version
pg_lying /var/lib/pgsql/data
expand '/var/lib/pgsql/*' pg_series
:
`;
