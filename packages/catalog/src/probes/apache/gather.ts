// Gathers the configuration of one Apache httpd server by following its includes, and asks the program itself where that is safe.

/** Shell function `apache_gather ID CONF ROOT PROGRAM PID EUID`. Needs `apache_kept`, `apache_variables` and `apache_trusted`. */
export const gatherShell = `\
# Fills in variables as far as they are known, in $_out; fails where one is not.
apache_expand() {
  _out=$1 _spins=0
  while [ "$_spins" -lt 20 ]; do
    case $_out in *'\${'*'}'*) ;; *) return 0 ;; esac
    _before=\${_out%%'\${'*} _after=\${_out#*'\${'}
    _name=\${_after%%'}'*} _after=\${_after#*'}'}
    case $_name in '' | *[!A-Za-z0-9_]*) return 1 ;; esac
    _value=$(sed -n "s/^$_name=//p" "$W/apache-vars" | tail -n 1)
    [ -n "$_value" ] || return 1
    _out=$_before$_value$_after
    _spins=$((_spins + 1))
  done
  return 1
}
apache_push() { printf '%s\\n' "$1" >> "$W/apache-queue"; }
apache_push_below() { printf '%s/%s\\n' "$1" "$2" >> "$W/apache-queue"; }
# A pattern with wildcards in any part, one part at a time.
apache_widen() {
  _left=\${1#/} _head=''
  while :; do
    _first=\${_left%%/*}
    case $_left in */*) _left=\${_left#*/} ;; *) _left= ;; esac
    case $_first in *[*?[]*) break ;; esac
    _head=$_head/$_first
    [ -n "$_left" ] || return 0
  done
  if [ -n "$_left" ]; then expand "$_head/$_first" apache_push_below "$_left"; else expand "$_head/$_first" apache_push; fi
}
apache_take() {
  if grep -qxF -e "$1" "$W/apache-taken"; then return 0; fi
  printf '%s\\n' "$1" >> "$W/apache-taken"
  _taken=$((_taken + 1))
  if [ "$_taken" -gt 600 ]; then
    [ "$_taken" -eq 601 ] && note apache.cut "$1"
    return 0
  fi
  case $1 in *[*?[]*)
    apache_widen "$1"
    return 0
    ;;
  esac
  follow "$1"
  if [ -d "$_real" ]; then
    meta "$1" || :
    expand "$1/*" apache_push
    return 0
  fi
  : > "$W/text"
  file "$1" apache_kept
  cat "$W/text" >> "$W/apache-text"
  awk '
    function word(text) {
      sub(/^[ \\t]+/, "", text)
      if (text ~ /^"/) { text = substr(text, 2); sub(/".*/, "", text) } else if (text ~ /^\\047/) { text = substr(text, 2); sub(/\\047.*/, "", text) } else sub(/[ \\t].*/, "", text)
      return text
    }
    {
      key = tolower($1); rest = $0; sub(/^[ \\t]*[^ \\t]+[ \\t]*/, "", rest)
      if (key == "include" || key == "includeoptional") print "include\\t" word(rest)
      else if (key == "serverroot") print "root\\t" word(rest)
      else if (key == "define" && $3 != "" && $3 != "hidden") { value = rest; sub(/^[^ \\t]+[ \\t]+/, "", value); print "var\\t" $2 "=" word(value) }
    }' "$W/text" > "$W/apache-found"
  while IFS="$TAB" read -r _kind _text; do
    case $_kind in
      root) apache_expand "$_text" && _base=\${_out%/} ;;
      var) printf '%s\\n' "$_text" >> "$W/apache-vars" ;;
      include)
        if apache_expand "$_text"; then
          case $_out in /*) ;; *) _out=$_base/$_out ;; esac
          apache_push "$(printf '%s' "$_out" | sed -e 's,/\\./,/,g' -e 's,//*,/,g' -e 's,\\(.\\)/$,\\1,')"
        fi
        ;;
    esac
  done < "$W/apache-found"
}
apache_gather() {
  _base=$3 _taken=0
  : > "$W/apache-taken"
  : > "$W/apache-vars"
  : > "$W/apache-text"
  printf '%s\\n' "$2" > "$W/apache-queue"
  meta "$3" || :
  meta "\${2%/*}" || :
  # The environment in which it runs; where it does not, what its start script sets.
  for _path in "\${2%/*}/envvars" "$3/bin/envvars" "$3/envvars"; do
    follow "$_path"
    [ -f "$_real" ] || continue
    : > "$W/text"
    file "$_path" apache_variables
    grep = "$W/text" >> "$W/apache-vars"
    break
  done
  if [ "$5" != 0 ]; then tr '\\000' '\\n' < "/proc/$5/environ" 2> /dev/null | apache_variables | grep = >> "$W/apache-vars"; fi
  cp "$W/apache-vars" "$W/apache-env"
  while IFS= read -r _next <&4; do apache_take "$_next"; done 4< "$W/apache-queue"
  # Of the environment only what the configuration names.
  grep -o '[$]{[A-Za-z_][A-Za-z0-9_]*}' "$W/apache-text" | sort -u | tr -d '\${}' > "$W/apache-names"
  while IFS= read -r _name; do
    _value=$(sed -n "s/^$_name=//p" "$W/apache-env" | tail -n 1)
    [ -n "$_value" ] && note apache.variable "$1" "$_name" "$_value"
  done < "$W/apache-names"
  apache_ask "$@"
}
# Loads the modules that the configuration names: only where root alone wrote all of it.
apache_ask() {
  [ "$LIVE" = 1 ] && [ -z "$R" ] && [ -n "$4" ] || return 0
  if ! apache_trusted "$4"; then
    note apache.unasked "$1" "$4"
    return 0
  fi
  cmd "apache.version.$1" timeout 10 "$4" -v
  while IFS= read -r _path <&4; do
    case $_path in *[*?[]*) continue ;; esac
    follow "$_path"
    [ -f "$_real" ] || continue
    if ! apache_trusted "$_path"; then
      note apache.unasked "$1" "$_path"
      return 0
    fi
  done 4< "$W/apache-taken"
  cmd "apache.dump.$1" apache_dump "$@"
  return 0
}
apache_dump() {
  _asked=$1 _main=$2 _dir=$3 _program=$4
  set --
  while IFS= read -r _line; do set -- "$@" "$_line"; done < "$W/apache-vars"
  set -- "$@" "$_program" -d "$_dir" -f "$_main"
  while IFS="$TAB" read -r _kind _text; do [ "$_kind" = "$_asked" ] && set -- "$@" -D "$_text"; done < "$W/apache-flags"
  # What it says of a fault may quote a line; the values of defines may be anything.
  timeout 30 env -i PATH="$PATH" LC_ALL=C "$@" -t -D DUMP_RUN_CFG -D DUMP_INCLUDES -D DUMP_MODULES -D DUMP_VHOSTS > "$W/apache-dump" 2> "$W/apache-fault"
  _code=$?
  sed 's/^\\(Define: [^=]*\\)=.*/\\1/' "$W/apache-dump"
  sed -n 's/^.*\\(Syntax error on line [0-9]* of [^:]*\\):.*/\\1/p' "$W/apache-fault" >&2
  return "$_code"
}
`;
