// The shell that finds every nginx of a host: what runs, what would start at boot, and what only lies there.

export const nginxDiscoverShell = `\
nginx_names='nginx|openresty|tengine|angie|freenginx'
# Reads what starts nginx, one a line (a process title, ExecStart= or a line of rc.local); prints program, -c, -p and -g, tab-separated, "-"
# for what is not given. In a title the quotes of -g are gone, so it goes on until another option.
nginx_arguments() {
  awk -v names="^($nginx_names)$" '{
    gsub(/\\t/, " "); sub(/^(nginx|angie): master process /, "")
    program = conf = prefix = globals = ""; into = ""
    n = split($0, word, " ")
    for (i = 1; i <= n; i++) {
      one = word[i]; gsub(/["\\047]/, "", one)
      if (program == "") {
        sub(/^(ExecStart=)?[-@:+!]*/, "", one); base = one; sub(/.*\\//, "", base)
        if (base ~ names) program = one
        continue
      }
      if (into == "-g" && one !~ /^-[cpeqt]/) { globals = globals (globals == "" ? "" : " ") one; continue }
      if (into == "-c") { conf = one; into = ""; continue }
      if (into == "-p") { prefix = one; into = ""; continue }
      if (into == "-e") { into = ""; continue }
      into = ""
      if (one ~ /^-[cpge]$/) into = one
      else if (one ~ /^-c./) conf = substr(one, 3)
      else if (one ~ /^-p./) prefix = substr(one, 3)
      else if (one ~ /^-g./) { globals = substr(one, 3); into = "-g" }
      else if (one ~ /^[;&|>]/ || one ~ /^-[tTsvVh?]/) { if (one ~ /^-[tTsvVh?]/) program = ""; break }
    }
    if (program != "") printf "%s\\t%s\\t%s\\t%s\\n", program, conf == "" ? "-" : conf, prefix == "" ? "-" : prefix, globals == "" ? "-" : globals
  }'
}
# What a program was built with, in $_version, $_prefix, $_conf, $_user, $_error and $_access. It is read and never run: a process can be
# called nginx and be anybody's, and what it would do is not known. usage: nginx_build FILE PROGRAM; FILE is what is read of PROGRAM.
nginx_build() {
  case $2 in
    /usr/sbin/* | /usr/bin/*) _built_prefix=/usr/share/nginx _built_conf=/etc/nginx/nginx.conf _built_logs=/var/log/nginx ;;
    */sbin/*) _built_prefix=\${2%/sbin/*} _built_conf=conf/nginx.conf _built_logs=logs ;;
    *) _built_prefix=/usr/local/nginx _built_conf=conf/nginx.conf _built_logs=logs ;;
  esac
  _version=$(grep -a -o -E '(nginx|Tengine|Angie|freenginx) version: [ -~]{1,80}' "$1" 2> /dev/null | sed -n '1s/.*version: //p')
  grep -a -o 'configure arguments:[ -~]*' "$1" 2> /dev/null | head -n 1 | tr -d "'\\"" | tr ' ' '\\n' > "$W/nginx-build"
  # A program that says how it was built, but not with this option, has nginx's own value (auto/options); one that says nothing, its place's.
  if [ -s "$W/nginx-build" ]; then _built_prefix=/usr/local/nginx _built_conf=conf/nginx.conf _built_logs=logs; fi
  _prefix=$(nginx_built prefix "$_built_prefix")
  _prefix=\${_prefix%/}
  _conf=$(nginx_built conf-path "$_built_conf")
  _user=$(nginx_built user nobody)
  _error=$(nginx_built error-log-path "$_built_logs/error.log")
  _access=$(nginx_built http-log-path "$_built_logs/access.log")
}
nginx_built() {
  _built=$(sed -n "s/^--$1=//p" "$W/nginx-build" | head -n 1)
  printf '%s' "\${_built:-$2}"
}
# One instance: what it was started with to where its files are. Tells of each configuration and prefix once.
# usage: nginx_instance STATE FOLDER FILE SOURCE FOUND UID PID PROGRAM CONF PREFIX GLOBALS; FILE is the program to read.
nginx_instance() {
  nginx_build "$3" "$8"
  [ "\${10}" = - ] || _prefix=$(nginx_below "$2" "\${10}")
  _prefix=\${_prefix%/}
  [ "$9" = - ] || _conf=$9
  _conf=$(nginx_below "$_prefix" "$_conf")
  _globals=\${11}
  if [ "$_globals" = - ]; then _globals=; else _globals=$(printf '%s\\n' "$_globals" | nginx_text); fi
  case $1 in
    running) ;;
    *)
      if grep -q -x -F -e "$_conf" "$W/nginx-instances"; then return 0; fi
      follow "$8"
      if [ ! -f "$_real" ]; then
        # A unit of a program that is gone starts nothing, unless only the program was left out of an image.
        follow "$_conf"
        if [ ! -f "$_real" ]; then
          note nginx-off "$4" "$5 (not there)"
          return 0
        fi
      fi
      ;;
  esac
  printf '%s\\n' "$_conf" >> "$W/nginx-instances"
  printf '%s\\n' "$_prefix/html" >> "$W/nginx-roots"
  printf '%s\\n' "$8" >> "$W/nginx-programs"
  note nginx-instance "$1" "$_conf" "$_prefix" "$8" "$_globals" "$4" "$5" "$6" "$7"
  [ "$_error" = stderr ] || _error=$(nginx_below "$_prefix" "$_error")
  _access=$(nginx_below "$_prefix" "$_access")
  note nginx-build "$8" "$7" "$_version" "$_user" "$_error" "$_access"
  nginx_log "$_error"
  nginx_log "$_access"
  nginx_gather "$_conf" "$_prefix"
  [ "$1" != running ] || nginx_unloaded "$7"
}
# Files that were written after the newest worker began: what they say is not in force yet. A worker begins with each load. Start times are
# ticks since boot (proc(5)); two seconds are left for rounding. usage: nginx_unloaded PID
nginx_unloaded() {
  _loaded=0
  for _worker in "$1" $(sed -n "s/^$1 //p" "$W/nginx-children"); do
    _ticks=$(sed 's/.*) //' "/proc/$_worker/stat" 2> /dev/null | cut -d ' ' -f 20)
    [ "\${_ticks:-0}" -gt "$_loaded" ] 2> /dev/null && _loaded=$_ticks
  done
  _boot=$(sed -n 's/^btime //p' /proc/stat 2> /dev/null)
  _hertz=$(getconf CLK_TCK 2> /dev/null || echo 100)
  [ "$_loaded" -gt 0 ] && [ -n "$_boot" ] || return 0
  while IFS= read -r _written; do
    _time=$(stat -L -c %Y "$_written" 2> /dev/null) || continue
    [ "$_time" -le "$((_boot + _loaded / _hertz + 2))" ] || note nginx-unloaded "$1" "$_written"
  done < "$W/nginx-queue"
}
# A path under a folder where it is relative, without doubled slashes and dots. usage: nginx_below FOLDER PATH
nginx_below() {
  case $2 in /*) _whole=$2 ;; *) _whole=$1/$2 ;; esac
  printf '%s' "$_whole" | sed 's#/\\(\\./\\)*\\(/\\(\\./\\)*\\)*#/#g; s#/\\.$##'
}
nginx_parent() { sed 's/.*) . //; s/ .*//' "/proc/$1/stat" 2> /dev/null; }
# Running ones: masters by their title, or single processes (master_process off) by their program. Workers tell under whom they answer.
nginx_processes() {
  nginx_self=$(stat -L -c '%d:%i' / 2> /dev/null)
  grep -a -l -E "^((nginx|angie): |([^[:space:][:cntrl:]]*/)?($nginx_names)([[:space:][:cntrl:]]|\\$))" /proc/[0-9]*/cmdline 2> /dev/null > "$W/nginx-processes"
  # Every process with its parent first: a master may come before its workers.
  sed 's#^/proc/##; s#/cmdline$##' "$W/nginx-processes" | while IFS= read -r _pid; do
    printf '%s %s\\n' "$(nginx_parent "$_pid")" "$_pid"
  done > "$W/nginx-children"
  while IFS= read -r _cmdline; do
    _proc=\${_cmdline%/cmdline} _pid=\${_cmdline#/proc/} _pid=\${_pid%/cmdline}
    _title=$(tr '\\000\\n' '  ' < "$_cmdline" 2> /dev/null | sed 's/ *$//')
    _uid=$(stat -c %u "$_proc" 2> /dev/null) || continue
    _parent=$(nginx_parent "$_pid")
    case $_title in
      nginx:\\ master\\ process\\ * | angie:\\ master\\ process\\ *) ;;
      nginx:* | angie:*)
        note nginx-worker "$_parent" "$_uid" "$_pid" "$(printf '%s' "$_title" | sed 's/^\\([a-z: ]*[a-z]\\).*/\\1/' | cut -c 1-60)"
        continue
        ;;
    esac
    _started=$(printf '%s\\n' "$_title" | nginx_arguments)
    [ -n "$_started" ] || continue
    _program=$(printf '%s' "$_started" | cut -f 1)
    _exe=$(readlink "$_proc/exe" 2> /dev/null)
    case $_title in
      nginx:* | angie:*) ;;
      # Without nginx's own title, the program has to be one: its name alone is anybody's.
      *) if [ -r "$_proc/exe" ] && ! grep -q -a -E '(nginx|Tengine|Angie|freenginx) version: ' "$_proc/exe"; then continue; fi ;;
    esac
    _place=$(stat -L -c '%d:%i' "$_proc/root/" 2> /dev/null)
    if [ -n "$_place" ] && [ "$_place" != "$nginx_self" ]; then
      note nginx-elsewhere "$_pid" "$_uid" "$_program"
      continue
    fi
    case $_exe in
      *' (deleted)')
        _exe=\${_exe% (deleted)}
        note nginx-replaced "$_pid" "$_exe"
        ;;
    esac
    _folder=$(readlink "$_proc/cwd" 2> /dev/null)
    case $_exe in /*) _program=$_exe ;; /dev/null) ;; esac
    _file=$_proc/exe
    [ -r "$_file" ] || _file=$_program
    printf '%s\\n' "$_program" >> "$W/nginx-programs"
    # Not the title itself: -g may hold a secret (env).
    _c=$(printf '%s' "$_started" | cut -f 2) _p=$(printf '%s' "$_started" | cut -f 3)
    nginx_instance running "\${_folder:-/}" "$_file" "process $_pid" "master process $_program -p $_p -c $_c" "$_uid" "$_pid" "$_program" \\
      "$_c" "$_p" "$(printf '%s' "$_started" | cut -f 4)"
  done < "$W/nginx-processes"
}
nginx_unit_folders='/etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system'
# Ones that would start: units that a .wants folder names, links of SysV, and rc.local.
nginx_starters() {
  : > "$W/nginx-wants"
  for _above in $nginx_unit_folders; do
    spread "" "\${_above#/}/*.wants/*.service" nginx_wanted
    spread "" "\${_above#/}/*.requires/*.service" nginx_wanted
  done
  sort -u "$W/nginx-wants" > "$W/nginx-wanted"
  while IFS= read -r _unit; do nginx_unit "$_unit"; done < "$W/nginx-wanted"
  spread "" 'etc/rc[235].d/S[0-9][0-9]*' nginx_sysv
  spread "" 'etc/rc.d/rc[235].d/S[0-9][0-9]*' nginx_sysv
  for _path in /etc/rc.local /etc/rc.d/rc.local; do
    follow "$_path"
    [ -f "$_real" ] && [ -x "$_real" ] || continue
    sed '/^[[:space:]]*#/d' "$_real" | nginx_arguments > "$W/nginx-starts"
    nginx_starts "$_path" / 'starts it at boot'
  done
}
nginx_wanted() { printf '%s\\n' "\${1##*/}" >> "$W/nginx-wants"; }
# usage: nginx_unit NAME; the first folder that has the unit decides, and a link to /dev/null masks it.
nginx_unit() {
  _instance=
  _base=$1
  case $1 in *@*.service) _instance=\${1#*@} _instance=\${_instance%.service} ;; esac
  for _above in $nginx_unit_folders; do
    for _name in "$1" "\${1%%@*}@.service"; do
      [ -L "$R$_above/$_name" ] && [ "$(readlink "$R$_above/$_name")" = /dev/null ] && return 0
      follow "$_above/$_name"
      [ -n "$_real" ] && [ -f "$_real" ] && break 2
      case $1 in *@*) ;; *) break ;; esac
    done
    _real=
  done
  if [ -z "$_real" ]; then
    # The link is there and its unit is not: what a package starts by that name.
    printf '%s\\n' "$1" | grep -q -E "^($nginx_names)\\\\.service\\$" || return 0
    printf '%s\\t-\\t-\\t-\\n' "\${1%.service}" > "$W/nginx-starts"
    nginx_starts "$1" / enabled
    return 0
  fi
  _path=$_above/$_name
  # Most units have nothing to do with it: one look spares them the rest.
  _words=$_real
  for _above in $nginx_unit_folders; do [ -d "$R$_above/$_base.d" ] && _words= && break; done
  if [ -n "$_words" ] && ! grep -q -E "$nginx_names" "$_real" 2> /dev/null; then return 0; fi
  { cat "$_real"; for _above in $nginx_unit_folders; do expand "$_above/$_base.d/*.conf" nginx_dropin; done; } 2> /dev/null |
    awk '{ sub(/\\r$/, "") } going { text = text " " $0 } !going { text = $0 } { going = sub(/\\\\$/, "", text) } !going { print text }' > "$W/nginx-unit"
  # An empty ExecStart= takes back those before it.
  awk '/^ExecStart=[ \\t]*$/ { n = 0; next } /^ExecStart=/ { line[++n] = $0 } END { for (i = 1; i <= n; i++) print line[i] }' "$W/nginx-unit" |
    sed "s#%[iI]#$(printf '%s' "$_instance" | sed 's/[^A-Za-z0-9_.:-]/_/g')#g" | nginx_arguments > "$W/nginx-starts"
  _folder=$(sed -n 's/^WorkingDirectory=-\\{0,1\\}\\(\\/.*\\)/\\1/p' "$W/nginx-unit" | tail -n 1)
  nginx_starts "$_path" "\${_folder:-/}" "enabled, $1"
}
nginx_dropin() {
  follow "$1"
  [ -n "$_real" ] && [ -f "$_real" ] && cat "$_real"
}
# Where a unit of the name is there, systemd takes no link of SysV for it.
nginx_sysv() {
  _name=\${1##*/S}
  _name=\${_name#??}
  case $_name in nginx* | openresty* | tengine* | angie* | freenginx*) ;; *) return 0 ;; esac
  for _above in $nginx_unit_folders; do [ -e "$R$_above/$_name.service" ] || [ -L "$R$_above/$_name.service" ] || continue; return 0; done
  for _path in $nginx_candidates; do
    follow "$_path"
    [ -n "$_real" ] && [ -f "$_real" ] || continue
    printf '%s\\t-\\t-\\t-\\n' "$_path" > "$W/nginx-starts"
    nginx_starts "$1" / 'starts it at boot'
    return 0
  done
}
# usage: nginx_starts SOURCE FOLDER FOUND; "$W/nginx-starts" holds the arguments.
nginx_starts() {
  while IFS="$TAB" read -r _program _c _p _g; do
    case $_program in
      /*) ;;
      *) for _path in $nginx_candidates; do case $_path in */"$_program") _program=$_path; break ;; esac; done ;;
    esac
    follow "$_program"
    nginx_instance enabled "$2" "\${_real:-/dev/null}" "$1" "$3: $_program" '' '' "$_program" "$_c" "$_p" "$_g"
  done < "$W/nginx-starts"
}
# Programs that lie there and neither run nor would start.
nginx_lying() {
  follow "$1"
  [ -n "$_real" ] && [ -f "$_real" ] || return 0
  grep -q -x -F -e "$1" "$W/nginx-programs" || note nginx-off "$1" installed
}
`;
