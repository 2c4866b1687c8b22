// Finds the Apache httpd servers of a host: what runs, with which arguments, and the configurations that lie where packages and builds put them.

/** Shell functions `apache_processes` and `apache_lying`; both write "id, configuration, root, program, pid, euid" into "$W/apache-list". */
export const discoverShell = `\
_apache_ids=0
# usage: apache_add CONF ROOT PROGRAM PID EUID; a configuration that is known by its process is not added again.
apache_add() {
  follow "$1"
  _main=$_real
  if [ "$4" = 0 ] && grep -qxF -e "$_main" "$W/apache-mains"; then return 0; fi
  printf '%s\\n' "$_main" >> "$W/apache-mains"
  _apache_ids=$((_apache_ids + 1))
  [ "$_apache_ids" -le 40 ] || { note apache.cut servers; return 0; }
  printf '%s\\t%s\\t%s\\t%s\\t%s\\t%s\\n' "$_apache_ids" "$1" "$2" "\${3:--}" "$4" "\${5:--}" >> "$W/apache-list"
  note apache.instance "$_apache_ids" "$1" "$2" "$3" "$4" "$5"
}
apache_processes() {
  _here=$(readlink /proc/self/ns/pid)
  : > "$W/apache-ps"
  for _proc in /proc/[0-9]*; do
    { read -r _comm < "$_proc/comm"; } 2> /dev/null || continue
    case $_comm in httpd* | apache | apache2*) ;; *) continue ;; esac
    if ! _exe=$(readlink "$_proc/exe" 2> /dev/null); then
      # What has ended has none; one that hides it may serve.
      grep -q '^State:[[:space:]]*[^ZX[:space:]]' "$_proc/status" 2> /dev/null && note apache.hidden "\${_proc#/proc/}" "$_comm"
      continue
    fi
    _exe=\${_exe% (deleted)}
    case \${_exe##*/} in httpd | httpd.* | httpd-* | httpd2* | apache | apache2 | apache2-*) ;; *) continue ;; esac
    # What runs in a container or a changed root has its files elsewhere.
    _space=$(readlink "$_proc/ns/pid")
    _top=$(readlink "$_proc/root")
    if [ "$_space" != "$_here" ] || [ "$_top" != / ]; then
      note apache.elsewhere "\${_proc#/proc/}" "$_exe"
      continue
    fi
    awk -v pid="\${_proc#/proc/}" -v exe="$_exe" '/^State:/ { s = $2 } /^PPid:/ { p = $2 } /^Uid:/ { u = $3 } END { if (s != "Z" && u != "") printf "%s\\t%s\\t%s\\t%s\\n", pid, p, u, exe }' "$_proc/status" 2> /dev/null >> "$W/apache-ps"
  done
  # Whose parent is no httpd leads the others.
  awk -F "$TAB" '{ pid[$1] = 1; line[NR] = $0; parent[NR] = $2 } END { for (i = 1; i <= NR; i++) if (!(parent[i] in pid)) print line[i] }' "$W/apache-ps" > "$W/apache-masters"
  while IFS="$TAB" read -r _pid _ppid _euid _exe <&3; do apache_master "$_pid" "$_euid" "$_exe"; done 3< "$W/apache-masters"
}
# Arguments as httpd takes them: -f FILE -d ROOT -D NAME -C before -c after.
apache_master() {
  _conf='' _dir='' _want=''
  : > "$W/apache-said"
  tr '\\000' '\\n' < "/proc/$1/cmdline" > "$W/apache-args" 2> /dev/null
  while IFS= read -r _arg; do
    case $_want in
      f) _conf=$_arg ;;
      d) _dir=$_arg ;;
      D) printf 'flag\\t%s\\n' "$_arg" >> "$W/apache-said" ;;
      C) printf 'before\\t%s\\n' "$_arg" >> "$W/apache-said" ;;
      c) printf 'after\\t%s\\n' "$_arg" >> "$W/apache-said" ;;
    esac
    if [ -n "$_want" ]; then
      _want=
      continue
    fi
    case $_arg in
      -[fdDCceEk]) _want=\${_arg#-} ;;
      -f*) _conf=\${_arg#-f} ;;
      -d*) _dir=\${_arg#-d} ;;
      -D*) printf 'flag\\t%s\\n' "\${_arg#-D}" >> "$W/apache-said" ;;
    esac
  done < "$W/apache-args"
  apache_built "$3"
  case $_dir in '') _dir=$_root ;; /*) ;; *) _dir=$(readlink "/proc/$1/cwd")/$_dir ;; esac
  _dir=\${_dir%/}
  [ -n "$_conf" ] || _conf=$_file
  case $_conf in /*) ;; *) _conf=$_dir/$_conf ;; esac
  apache_add "$_conf" "$_dir" "$3" "$1" "$2"
  while IFS="$TAB" read -r _kind _text; do
    case $_kind in
      flag)
        note apache.flag "$_apache_ids" "\${_text%%=*}"
        printf '%s\\t%s\\n' "$_apache_ids" "\${_text%%=*}" >> "$W/apache-flags"
        ;;
      *) note "apache.$_kind" "$_apache_ids" "$(printf '%s\\n' "$_text" | apache_kept)" ;;
    esac
  done < "$W/apache-said"
  awk -F "$TAB" -v master="$1" '$2 == master { n[$3]++ } END { for (uid in n) printf "%s\\t%s\\n", uid, n[uid] }' "$W/apache-ps" > "$W/apache-workers"
  while IFS="$TAB" read -r _uid _count; do note apache.workers "$_apache_ids" "$_uid" "$_count"; done < "$W/apache-workers"
}
# What a program was built with: $_root and $_file. Where it may not be asked, what packages and builds from source use.
apache_built() {
  _root='' _file=''
  if apache_trusted "$1"; then
    timeout 10 "$1" -V < /dev/null > "$W/apache-v" 2> /dev/null
    _root=$(sed -n 's/^ *-D HTTPD_ROOT="\\(.*\\)"$/\\1/p' "$W/apache-v")
    _file=$(sed -n 's/^ *-D SERVER_CONFIG_FILE="\\(.*\\)"$/\\1/p' "$W/apache-v")
  fi
  [ -n "$_root" ] && [ -n "$_file" ] && return 0
  case $1 in
    /usr/sbin/apache2) _root=/etc/apache2 _file=apache2.conf ;;
    /usr/sbin/httpd*) _root=/etc/httpd _file=conf/httpd.conf ;;
    */root/usr/sbin/httpd*) _root=\${1%/usr/sbin/*}/etc/httpd _file=conf/httpd.conf ;;
    */bin/*) _root=\${1%/bin/*} _file=conf/httpd.conf ;;
    *) _root=\${1%/*} _file=conf/httpd.conf ;;
  esac
}
# True where only root can have written a program or a file, and so lose nothing by being asked about it as root.
apache_trusted() {
  follow "$1" || return 1
  _step=$_real
  [ -f "$_step" ] || return 1
  while [ -n "$_step" ]; do
    _owner=$(stat -c '%u %a' "$_step" 2> /dev/null) || return 1
    case $_owner in "0 "*) ;; *) return 1 ;; esac
    # A sticky folder keeps everybody from replacing what is root's in it.
    case $_owner in *[2367]? | *[2367]) [ -k "$_step" ] || return 1 ;; esac
    _step=\${_step%/*}
  done
}
# Main files where the distributions and builds from source put them; modules lie beside nothing that is called so.
apache_lying() {
  for _pattern in /etc/httpd/conf/httpd.conf /etc/apache2/apache2.conf /etc/apache2/httpd.conf /etc/apache2/conf/httpd.conf; do expand "$_pattern" apache_lies; done
  for _folder in /etc /usr/local /opt /srv /app /data; do
    follow "$_folder"
    [ -d "$_real" ] || continue
    case $_folder in
      /etc) expand "/etc/apache2-*" apache_lies_below apache2.conf ;;
      *) expand "$_folder/*" apache_lies_below conf/httpd.conf ;;
    esac
  done
  expand '/opt/*' apache_deeper
  expand '/opt/rh/*' apache_lies_below root/etc/httpd/conf/httpd.conf
  for _path in /usr/local/etc/httpd/httpd.conf /usr/local/etc/apache24/httpd.conf /usr/local/etc/apache2/httpd.conf; do apache_lies "$_path"; done
}
apache_deeper() { expand "$1/*" apache_lies_below conf/httpd.conf; }
apache_lies_below() { apache_lies "$1/$2"; }
apache_lies() {
  follow "$1"
  [ -f "$_real" ] || return 0
  case $1 in
    */conf/httpd.conf) _root=\${1%/conf/httpd.conf} ;;
    *) _root=\${1%/*} ;;
  esac
  case $_root in
    /etc/apache2*) _names='/usr/sbin/apache2 /usr/sbin/httpd' ;;
    */etc/httpd) _names=\${_root%/etc/httpd}/usr/sbin/httpd ;;
    *) _names="$_root/bin/httpd /usr/local/sbin/httpd" ;;
  esac
  _program=
  for _name in $_names; do
    follow "$_name"
    [ -f "$_real" ] || continue
    _program=$_name
    break
  done
  apache_add "$1" "$_root" "$_program" 0 ''
}
# Units and scripts that start an httpd: which program and which configuration they name.
apache_starts() {
  for _folder in /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system /usr/local/lib/systemd/system; do expand "$_folder/*.service" apache_unit; done
  expand '/etc/systemd/system/multi-user.target.wants/*.service' apache_wanted
  expand '/etc/rc3.d/S*' apache_wanted
  for _path in /etc/rc.local /etc/rc.d/rc.local; do
    follow "$_path"
    [ -f "$_real" ] && [ -x "$_real" ] || continue
    awk '/^[ \\t]*#/ { next } /(^|[\\/ \\t])(httpd|apachectl|apache2|apache2ctl)([ \\t]|$)/ { print NR "\\t" substr($0, 1, 300) }' "$_real" > "$W/apache-rc"
    while IFS="$TAB" read -r _number _text; do note apache.start "$_path:$_number" "$(printf '%s' "$_text" | tr -cd 'A-Za-z0-9_./ -')"; done < "$W/apache-rc"
  done
}
# Only what may be an httpd: which of them are, the services of the host tell.
apache_wanted() {
  case \${1##*/} in *httpd* | *apache*) note apache.wanted "$(printf '%s' "\${1##*/}" | sed 's/^S[0-9][0-9]\\(.*\\)$/\\1.service/')" ;; *.service) grep -qxF -e "\${1##*/}" "$W/apache-units" && note apache.wanted "\${1##*/}" ;; esac
  return 0
}
apache_unit() {
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] || return 0
  _text=$(sed -n 's/^ExecStart=[-@:+!]*//p' "$_real" | grep -E '^[^ ]*/(httpd|apachectl|apache2|apache2ctl)( |$)' | head -n 1 | tr -cd 'A-Za-z0-9_./% -')
  [ -n "$_text" ] || return 0
  printf '%s\\n' "\${1##*/}" >> "$W/apache-units"
  note apache.unit "\${1##*/}" "$1" "$_text"
}
`;
