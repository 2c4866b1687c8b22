// The shell that finds every Tomcat instance of a host: running JVMs, units that start one, and a bounded set of well-known places.

/** More instances than this are somebody's mischief, and the probe says that it did not look at all. */
export const instancesMax = 20;

/** Where packages and administrators put Tomcat; globs in the last part only. */
const places = [
  '/usr/share/tomcat*',
  '/var/lib/tomcat*',
  '/var/lib/tomcats/*',
  '/opt/*[Tt]omcat*',
  '/opt/tomcat/*',
  '/usr/local/*[Tt]omcat*',
  '/usr/local/tomcat/*',
  '/srv/*[Tt]omcat*',
  '/home/tomcat/*',
];

/**
 * Functions `tomcat_find`, which notes what it finds and calls `tomcat_read BASE HOME CONFIG` once for each instance.
 * Notes: `jvm PID UID PPID PROGRAM BASE`, `processes-asked`, `jvm-elsewhere PID BASE`, `unit NAME FILE USER BASE STATE`, `at-boot PATH`, `installed HOME`.
 */
export const findShell = `
# usage: tomcat_candidate BASE HOME CONFIG HOW; sets $_base to the real path below $R.
tomcat_candidate() {
  _base=
  case $1 in /*) ;; *) return 0 ;; esac
  case $1$2$3 in *"$NEWLINE"*) note odd-path "$1"; return 0 ;; esac
  follow "$1"
  [ -n "$_real" ] && [ -d "$_real" ] || {
    [ "$4" = place ] || note gone "$1" "$4"
    return 0
  }
  _base=\${_real#"$R"}
  [ -e "$_real/conf" ] && [ ! -x "$_real/conf" ] && note hidden "$_base/conf"
  follow "$_base/conf/server.xml"
  if [ ! -e "$_real" ] && [ -z "$3" ]; then
    if [ "$4" = place ]; then
      follow "$_base/lib/catalina.jar"
      [ -e "$_real" ] && note installed "$_base"
      return 0
    fi
    # A unit may name the place of the programs alone.
    [ "$4" = jvm ] || return 0
  fi
  case "$NEWLINE$_instances" in *"$NEWLINE$_base$NEWLINE"*) return 0 ;; esac
  _instances="$_instances$_base$NEWLINE"
  _count=$((_count + 1))
  [ "$_count" -le ${instancesMax} ] || { note more instances; return 0; }
  _home=
  follow "\${2:-$_base}/lib/catalina.jar"
  if [ -e "$_real" ]; then _home=\${2:-$_base}; fi
  # Debian and Ubuntu: /var/lib/tomcat10 and /usr/share/tomcat10; the RHEL family: /var/lib/tomcats/NAME and /usr/share/tomcat.
  [ -n "$_home" ] || case $_base in
    /var/lib/tomcats/*) _home=/usr/share/tomcat ;;
    /var/lib/tomcat*) _home=/usr/share/\${_base##*/} ;;
  esac
  note instance "$_base" "$_home" "$3"
  _todo="$_todo$_base$TAB$_home$TAB$3$NEWLINE"
}

tomcat_jvms() {
  # Where others' processes are hidden (hidepid), silence would look like health.
  if [ ! -r /proc/1/cmdline ]; then note processes-hidden; return 0; fi
  note processes-asked
  _here=$(readlink /proc/self/ns/pid)
  for _path in $(grep -lF catalina. /proc/[0-9]*/cmdline 2> /dev/null | head -n 500); do
    _pid=\${_path#/proc/} _pid=\${_pid%%/*}
    _exe=$(readlink "/proc/$_pid/exe" 2> /dev/null)
    # An option counts only as an argument of its own, so that a shell, an editor or a search for these words is no Tomcat. The last one holds.
    _said=$(tr '\\000\\n\\t' '\\n  ' < "/proc/$_pid/cmdline" 2> /dev/null | awk -v exe="\${_exe##*/}" '
      NR == 1 { program = $0; sub(/^.*\\//, "", program) }
      index($0, "-Dcatalina.base=") == 1 { base = substr($0, 17) }
      index($0, "-Dcatalina.home=") == 1 { home = substr($0, 17) }
      boot && before == "-config" { config = $0 }
      boot && /^(stop|configtest)$/ { other = 1 }
      $0 == "org.apache.catalina.startup.Bootstrap" { boot = 1 }
      { before = $0 }
      END { if (boot && !other && (program ~ /^(java|jsvc)/ || exe ~ /^(java|jsvc)/)) print "found\\t" exe "\\t" home "\\t" base "\\t" config "\\tend" }')
    [ -n "$_said" ] || continue
    _rest=\${_said#*"$TAB"}
    _program=\${_rest%%"$TAB"*} _rest=\${_rest#*"$TAB"}
    _home_given=\${_rest%%"$TAB"*} _rest=\${_rest#*"$TAB"}
    _base_given=\${_rest%%"$TAB"*} _rest=\${_rest#*"$TAB"}
    _config=\${_rest%%"$TAB"*}
    _cwd=$(readlink "/proc/$_pid/cwd" 2> /dev/null)
    # Without either, Tomcat takes the folder it was started in (Bootstrap).
    _home_given=\${_home_given:-$_cwd}
    case $_home_given in /*) ;; *) _home_given=$_cwd/$_home_given ;; esac
    _base_given=\${_base_given:-$_home_given}
    case $_base_given in /*) ;; *) _base_given=$_cwd/$_base_given ;; esac
    case $_config in '' | /*) ;; *) _config=$_base_given/$_config ;; esac
    # In a container of its own: those paths are not of this root.
    _there=$(readlink "/proc/$_pid/ns/pid" 2> /dev/null)
    if [ -n "$_there" ] && [ "$_there" != "$_here" ]; then note jvm-elsewhere "$_pid" "$_base_given"; continue; fi
    _owner=$(awk '$1 == "Uid:" { uid = $3 } $1 == "PPid:" { above = $2 } END { print uid " " above }' "/proc/$_pid/status" 2> /dev/null)
    case $_owner in [0-9]*\\ [0-9]*) ;; *) continue ;; esac
    tomcat_candidate "$_base_given" "$_home_given" "$_config" jvm
    note jvm "$_pid" "\${_owner% *}" "\${_owner#* }" "$_program" "\${_base:-$_base_given}"
  done
}

# What a unit, its drop-ins and its environment files say. usage: tomcat_unit FILE
tomcat_unit() {
  _name=\${1##*/}
  case "$_units" in *" $_name "*) return 0 ;; esac
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] || return 0
  grep -qi -e catalina -e tomcat "$_real" || return 0
  _units="$_units $_name "
  case $_name in
    *@.service)
      # A template starts nothing; its instances do.
      for _folder in multi-user default; do expand "/etc/systemd/system/$_folder.target.wants/\${_name%.service}*.service" tomcat_unit_says "$1"; done
      ;;
    *) tomcat_unit_says "$_name" "$1" ;;
  esac
}

# usage: tomcat_unit_says NAME FILE
tomcat_unit_says() {
  _unit=\${1##*/}
  follow "$2"
  cat "$_real" > "$W/unit"
  _instance=
  case $_unit in *@?*.service) _instance=\${_unit#*@} _instance=\${_instance%.service} ;; esac
  case $_instance in *[!A-Za-z0-9_.-]*) _instance= ;; esac
  for _folder in /usr/lib/systemd/system /etc/systemd/system; do expand "$_folder/\${2##*/}.d/*.conf" tomcat_append; done
  for _given in $(sed -n 's/^[[:space:]]*EnvironmentFile=-\\{0,1\\}\\(\\/[A-Za-z0-9_.@%\\/-]*\\).*/\\1/p' "$W/unit" | sed "s/%[iI]/$_instance/g" | head -n 10); do tomcat_append "$_given"; done
  _said=$(awk -v instance="$_instance" '
    /^[ \\t]*[#;]/ { next }
    {
      line = $0
      gsub(/%[iI]/, instance, line)
      while (match(line, /CATALINA_(BASE|HOME)=["\\047]?[^"\\047 \\t]*/)) {
        found = substr(line, RSTART, RLENGTH); line = substr(line, RSTART + RLENGTH)
        value = found; sub(/^[A-Z_]*=["\\047]?/, "", value)
        if (value ~ /^\\//) { if (found ~ /^CATALINA_BASE/) base = value; else home = value }
      }
    }
    /^[ \\t]*User=/ { user = $0; sub(/^[ \\t]*User=[ \\t]*/, "", user); sub(/[ \\t]+$/, "", user) }
    /^[ \\t]*ExecStart=/ && match($0, /\\/[^ \\t"]*\\/bin\\/(startup|catalina|daemon)\\.sh/) {
      run = substr($0, RSTART, RLENGTH); sub(/\\/bin\\/[a-z]*\\.sh$/, "", run)
    }
    END {
      if (home == "") home = run
      # The units of the RHEL family keep instances here (their tomcat@.service).
      if (base == "" && instance != "") base = "/var/lib/tomcats/" instance
      print "found\\t" (base == "" ? home : base) "\\t" home "\\t" user "\\tend"
    }' "$W/unit")
  _rest=\${_said#*"$TAB"}
  _base_given=\${_rest%%"$TAB"*} _rest=\${_rest#*"$TAB"}
  _home_given=\${_rest%%"$TAB"*} _rest=\${_rest#*"$TAB"}
  _user=\${_rest%%"$TAB"*}
  # Another service may only wait for one.
  if [ -z "$_base_given" ]; then case $_unit in *[Tt]omcat* | *[Cc]atalina*) ;; *) return 0 ;; esac; fi
  tomcat_state "$_unit"
  tomcat_candidate "$_base_given" "$_home_given" '' unit
  note unit "$_unit" "$2" "$_user" "\${_base:-$_base_given}" "$_state"
}

tomcat_append() {
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] && head -c 65536 "$_real" >> "$W/unit"
  return 0
}

# Sets $_state: active, enabled, off or masked. Links tell where no systemd answers.
tomcat_state() {
  _state=off
  if [ "$LIVE" = 1 ] && [ -z "$R" ] && command -v systemctl > /dev/null 2>&1; then
    case $(systemctl is-active "$1" 2> /dev/null) in active | activating | reloading) _state=active; return 0 ;; esac
    case $(systemctl is-enabled "$1" 2> /dev/null) in enabled | enabled-runtime | generated) _state=enabled; return 0 ;; esac
  fi
  follow /etc/systemd/system
  [ -L "$_real/$1" ] && [ "$(readlink "$_real/$1")" = /dev/null ] && { _state=masked; return 0; }
  for _link in "$_real"/*.wants/"$1" "$_real"/*.requires/"$1"; do
    if [ -e "$_link" ] || [ -L "$_link" ]; then _state=enabled; fi
  done
}

tomcat_place() { tomcat_candidate "$1" '' '' place; }
tomcat_boot() { note at-boot "$1"; }

tomcat_find() {
  _instances='' _units=' ' _count=0 _todo='' _versions_seen=''
  if [ "$LIVE" = 1 ] && [ -z "$R" ]; then tomcat_jvms; fi
  expand '/etc/systemd/system/*.service' tomcat_unit
  for _unit_folder in /run/systemd/system /usr/lib/systemd/system /lib/systemd/system; do expand "$_unit_folder/*[Tt]omcat*.service" tomcat_unit; done
  for _pattern in /etc/rc3.d /etc/rc5.d /etc/rc.d/rc3.d; do expand "$_pattern/S*[Tt]omcat*" tomcat_boot; done
  for _pattern in /etc/rc.local /etc/rc.d/rc.local; do
    follow "$_pattern"
    [ -f "$_real" ] && [ -x "$_real" ] && grep -v '^[[:space:]]*#' "$_real" 2> /dev/null | grep -qi -e tomcat -e catalina && note at-boot "$_pattern"
  done
  while IFS= read -r _pattern; do expand "$_pattern" tomcat_place; done <<END
${places.join('\n')}
END
  while IFS= read -r _line; do
    [ -n "$_line" ] || continue
    _rest=\${_line#*"$TAB"}
    tomcat_read "\${_line%%"$TAB"*}" "\${_rest%%"$TAB"*}" "\${_rest#*"$TAB"}"
  done <<END
$_todo
END
}
`;
