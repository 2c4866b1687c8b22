// The shell that reads one Tomcat instance: configuration, applications, users, logs and version.

/** Applications and contexts of one instance that are looked at. */
export const applicationsMax = 60;

/** Files that were left behind, and samples: names that a web path has no need of. */
const leftBehind = [
  '*.bak',
  '*.old',
  '*.org',
  '*.orig',
  '*.save',
  '*.swp',
  '*~',
  '*.tmp',
  '*.sql',
  '*.tar',
  '*.tar.gz',
  '*.tgz',
];
/** Of the page that Tomcat ships as ROOT. */
const welcome = ['RELEASE-NOTES.txt', 'tomcat.svg', 'tomcat.png', 'tomcat.gif', 'tomcat-power.gif'];
const uploads = ['*upload*', '*attach*', 'file', 'files'];

/**
 * Function `tomcat_read BASE HOME CONFIG`. Notes: `server BASE PATH`, `users BASE PATH`, `app-base BASE PATH`, `app BASE PATH`,
 * `found BASE PATH` (a link, something that others may write, a left-over or a place for uploads; its file record follows),
 * `log-folder BASE PATH`, `log-modes BASE PATH MODE UID GID COUNT EXAMPLE`, `version HOME SOURCE VERSION`, `server-info PATH VALUE`, `open-path BASE VALUE`.
 */
export const readShell = `
# The elements of masked XML whose attributes are paths: element, attribute and value, a line each.
tomcat_paths() {
  awk 'BEGIN { RS = "<" }
    function given(name, value) {
      if (!match($0, "[ \\n\\t]" name "=(\\"[^\\"]*\\"|\\047[^\\047]*\\047)")) return
      value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
      if (value != "masked" && value !~ /[\\n\\t]/) print element "\\t" name "\\t" value
    }
    { element = $1; sub(/[^A-Za-z].*/, "", element) }
    element == "Host" { if (!match($0, /[ \\n\\t]appBase=/)) print "Host\\tappBase\\twebapps"; given("appBase") }
    element == "Context" { given("docBase") }
    element == "Valve" { given("directory") }
    element == "Resource" || element == "Realm" { given("pathname") }'
}

# Sets $_place to a path of the configuration. usage: tomcat_place_of VALUE FOLDER
tomcat_place_of() {
  _place=$1
  case $_place in
    '$''{catalina.base}'*) _place=$_at\${_place#*\\}} ;;
    '$''{catalina.home}'*) _place=$_programs\${_place#*\\}} ;;
  esac
  case $_place in
    *'$''{'*) note open-path "$_at" "$1"; _place=; return 1 ;;
    file:/*) _place=/\${_place#file:} ;;
  esac
  case $_place in /*) ;; *) _place=$2/$_place ;; esac
  _place=\${_place%/}
  [ -n "$_place" ] || _place=/
}

tomcat_conf_file() {
  # A folder that others may not enter hides the files in it; what has text of its own is asked for below.
  guard "$1"
}

# usage: tomcat_context FILE
tomcat_context() {
  _contexts=$((_contexts + 1))
  [ "$_contexts" -le ${applicationsMax} ] || { note more contexts; return 0; }
  file "$1" tomcat_mask
  note context "$_at" "$1"
  follow "$1"
  if [ -f "$_real" ] && [ -r "$_real" ]; then tomcat_mask < "$_real" | tomcat_paths >> "$W/tomcat-paths"; fi
}

tomcat_host_folder() {
  [ -d "$R$1" ] || { follow "$1"; [ -d "$_real" ] || return 0; }
  case $1 in "$_at"/conf/*/*) ;; *) expand "$1/*" tomcat_host_folder; return 0 ;; esac
  expand "$1/*.xml" tomcat_context
  for _default in context.xml.default web.xml.default; do
    follow "$1/$_default"
    if [ -e "$_real" ]; then file "$1/$_default" tomcat_mask; note host-default "$_at" "$1/$_default"; fi
  done
}

# usage: tomcat_app PATH
tomcat_app() {
  follow "$1"
  [ -d "$_real" ] || return 0
  case "$NEWLINE$_apps_seen" in *"$NEWLINE$_real$NEWLINE"*) return 0 ;; esac
  _apps_seen="$_apps_seen$_real$NEWLINE"
  _apps=$((_apps + 1))
  [ "$_apps" -le ${applicationsMax} ] || { note more applications; return 0; }
  note app "$_at" "$1"
  _app_real=$_real
  file "$1/WEB-INF/web.xml" tomcat_mask
  for _more in WEB-INF/tomcat-web.xml META-INF/context.xml; do
    follow "$1/$_more"
    if [ -e "$_real" ]; then file "$1/$_more" tomcat_mask; fi
  done
  meta "$1/WEB-INF"
  # No walk of the file system: one folder of one mount, four levels deep, two hundred names.
  if [ "$_app_real" = "\${R:-/}" ]; then note more-found "$1"; return 0; fi
  find "$_app_real" -xdev -maxdepth 4 \\( -type l -o ! -type l -perm -0002 ${[...leftBehind, ...welcome].map((name) => `-o -type f -name '${name}'`).join(' ')} ${uploads
    .map((name) => `-o -type d -iname '${name}'`)
    .join(' ')} \\) -print 2> "$W/find-errors" | head -n 201 > "$W/tomcat-found"
  [ -s "$W/find-errors" ] && note hidden "$1"
  _found_count=0
  while IFS= read -r _name; do
    _found_count=$((_found_count + 1))
    [ "$_found_count" -le 200 ] || { note more-found "$1"; break; }
    _name=$1\${_name#"$_app_real"}
    note found "$_at" "$_name"
    [ -L "$R$_name" ] && note link "$_name"
    meta "$_name"
  done < "$W/tomcat-found"
}

# usage: tomcat_app_base PATH
tomcat_app_base() {
  case "$NEWLINE$_bases_seen" in *"$NEWLINE$1$NEWLINE"*) return 0 ;; esac
  _bases_seen="$_bases_seen$1$NEWLINE"
  note app-base "$_at" "$1"
  guard "$1"
  expand "\${1%/}/*" meta
  expand "\${1%/}/*" tomcat_app
}

# The modes of the files of a folder of logs: each kind once, with how many there are and one of them. usage: tomcat_logs PATH
tomcat_logs() {
  case "$NEWLINE$_logs_seen" in *"$NEWLINE$1$NEWLINE"*) return 0 ;; esac
  _logs_seen="$_logs_seen$1$NEWLINE"
  note log-folder "$_at" "$1"
  guard "$1"
  follow "$1"
  [ -d "$_real" ] || return 0
  _log_real=$_real
  find "$_log_real" -maxdepth 2 -type f -exec stat -c '%a %u %g %n' {} + 2> "$W/find-errors" |
    awk '/^[0-7]+ [0-9]+ [0-9]+ \\// { key = $1 "\\t" $2 "\\t" $3; if (!(key in count)) { name = $0; sub(/^[^ ]* [^ ]* [^ ]* /, "", name); one[key] = name } count[key]++ }
      END { for (key in count) print key "\\t" count[key] "\\t" one[key] }' | sort | head -n 50 > "$W/tomcat-logs"
  [ -s "$W/find-errors" ] && note logs-hidden "$1"
  while IFS="$TAB" read -r _mode _uid _gid _number _name; do
    note log-modes "$_at" "$1" "$_mode" "$_uid" "$_gid" "$_number" "$1\${_name#"$_log_real"}"
  done < "$W/tomcat-logs"
}

# usage: tomcat_version HOME
tomcat_version() {
  case "$NEWLINE$_versions_seen" in *"$NEWLINE$1$NEWLINE"*) return 0 ;; esac
  _versions_seen="$_versions_seen$1$NEWLINE"
  follow "$1/lib/catalina.jar"
  if [ -f "$_real" ]; then
    _jar=\${_real##*/}
    if command -v unzip > /dev/null 2>&1; then
      _version=$(timeout 10 unzip -p "$_real" org/apache/catalina/util/ServerInfo.properties 2> /dev/null | sed -n 's/^server\\.number=\\([0-9.]*\\).*/\\1/p' | head -n 1)
      [ -n "$_version" ] && note version "$1" "$1/lib/catalina.jar" "$_version"
    fi
    _version=$(printf '%s' "$_jar" | sed -n 's/.*-\\([0-9][0-9]*\\.[0-9][0-9.]*\\)\\.jar$/\\1/p')
    [ -n "$_version" ] && note version "$1" "$1/lib/catalina.jar (link to $_jar)" "$_version"
  fi
  follow "$1/RELEASE-NOTES"
  if [ -f "$_real" ] && [ -r "$_real" ]; then
    _version=$(sed -n 's/.*Apache Tomcat Version \\([0-9][0-9.]*\\).*/\\1/p' "$_real" | head -n 1)
    [ -n "$_version" ] && note version "$1" "$1/RELEASE-NOTES" "$_version"
  fi
}

tomcat_read() {
  _at=$1 _programs=$2 _contexts=0 _apps=0 _apps_seen='' _bases_seen='' _logs_seen=''
  : > "$W/tomcat-paths"
  guard "$_at"
  _server=\${3:-$_at/conf/server.xml}
  note server "$_at" "$_server"
  file "$_server" tomcat_mask
  follow "$_server"
  if [ -f "$_real" ] && [ -r "$_real" ]; then tomcat_mask < "$_real" | tomcat_paths > "$W/tomcat-paths"; fi
  file "$_at/conf/web.xml" tomcat_mask
  file "$_at/conf/context.xml" tomcat_mask
  guard "$_at/conf"
  expand "$_at/conf/*" tomcat_conf_file
  expand "$_at/conf/*" tomcat_host_folder
  if [ -n "$_programs" ]; then tomcat_version "$_programs"; fi
  for _info in "$_at" "$_programs"; do
    [ -n "$_info" ] || continue
    follow "$_info/lib/org/apache/catalina/util/ServerInfo.properties"
    if [ -f "$_real" ]; then note server-info "$_at" "$_info/lib/org/apache/catalina/util/ServerInfo.properties" "$(sed -n 's/^[[:space:]]*server\\.info[[:space:]]*=[[:space:]]*//p' "$_real" | head -n 1 | cut -c 1-100)"; fi
  done
  # Where no server.xml names another, Tomcat's samples do; a file that lies there unused may hold passwords too.
  printf 'Resource\\tpathname\\tconf/tomcat-users.xml\\n' >> "$W/tomcat-paths"
  sort -u "$W/tomcat-paths" | head -n 200 > "$W/tomcat-sorted"
  while IFS="$TAB" read -r _element _attribute _wanted; do
    [ -n "$_wanted" ] || continue
    case $_element in
      Host) tomcat_place_of "$_wanted" "$_at" && tomcat_app_base "$_place" ;;
      Valve) tomcat_place_of "$_wanted" "$_at" && tomcat_logs "$_place" ;;
      Resource | Realm)
        tomcat_place_of "$_wanted" "$_at" || continue
        note users "$_at" "$_place"
        file "$_place" tomcat_mask
        guard "$_place"
        ;;
    esac
  done < "$W/tomcat-sorted"
  # A relative docBase begins at the appBase of its Host (context.html).
  while IFS="$TAB" read -r _element _attribute _wanted; do
    [ "$_element" = Context ] && [ -n "$_wanted" ] || continue
    while IFS= read -r _folder; do
      [ -n "$_folder" ] || continue
      tomcat_place_of "$_wanted" "$_folder" || continue
      note doc-base "$_at" "$_wanted" "$_place"
      meta "$_place"
      tomcat_app "$_place"
    done <<END
$_bases_seen
END
  done < "$W/tomcat-sorted"
  tomcat_logs "$_at/logs"
  follow "$_at/conf/logging.properties"
  if [ -f "$_real" ] && [ -r "$_real" ]; then
    for _wanted in $(sed -n 's/^[^#]*\\.directory[[:space:]]*=[[:space:]]*\\([A-Za-z0-9_.${'$'}{}\\/-]*\\).*/\\1/p' "$_real" | sort -u | head -n 20); do
      tomcat_place_of "$_wanted" "$_at" && tomcat_logs "$_place"
    done
  fi
}
`;
