// The shell that follows the includes of nginx: each file once, and where its content, logs and keys lie.

export const nginxGatherShell = `\
# Calls FUNCTION for each path below $R that a pattern matches; unlike \`expand\`, folders may hold wildcards too.
# usage: spread FOLDER REST FUNCTION; REST is relative to FOLDER
spread() {
  case $2 in
    *[\\*\\?\\[]*) ;;
    *)
      "$3" "$1/$2"
      return 0
      ;;
  esac
  case $2 in
    */*)
      case \${2%%/*} in
        *[\\*\\?\\[]*) expand "$1/\${2%%/*}" spread_into "\${2#*/}/$3" ;;
        *) spread "$1/\${2%%/*}" "\${2#*/}" "$3" ;;
      esac
      ;;
    *) expand "$1/$2" "$3" ;;
  esac
}
spread_into() { spread "$1" "\${2%/*}" "\${2##*/}"; }
nginx_files_max=800
# The configuration of one instance and all that it includes, each file once. usage: nginx_gather CONF PREFIX
nginx_gather() {
  nginx_conf_folder=\${1%/*}
  printf '%s\\n' "$1" > "$W/nginx-queue"
  nginx_at=0
  while nginx_at=$((nginx_at + 1)) && _next=$(sed -n "\${nginx_at}p" "$W/nginx-queue") && [ -n "$_next" ]; do
    nginx_one "$_next" "$2"
  done
}
nginx_one() {
  : > "$W/nginx-found"
  if grep -q -x -F -e "$1" "$W/nginx-seen"; then
    # Another instance read it; what it names counts here too.
    follow "$1"
    [ -f "$_real" ] && [ -r "$_real" ] && nginx_text < "$_real" > /dev/null
  else
    printf '%s\\n' "$1" >> "$W/nginx-seen"
    nginx_count=$((nginx_count + 1))
    if [ "$nginx_count" -gt "$nginx_files_max" ]; then
      printf '#file\\t%s\\tunreadable\\n' "$(safe "$1")"
      return 0
    fi
    file "$1" nginx_text
  fi
  while IFS="$TAB" read -r _kind _value; do
    case $_value in '' | *'$'*) continue ;; esac
    case $_kind in
      include) _value=$(nginx_below "$nginx_conf_folder" "$_value") ;;
      ssl_certificate_key | auth_basic_user_file) _value=$(nginx_below "$nginx_conf_folder" "$_value") ;;
      *) _value=$(nginx_below "$2" "$_value") ;;
    esac
    case $_kind in
      include) spread "" "\${_value#/}" nginx_queue ;;
      root | alias)
        [ "$_value" = / ] || _value=\${_value%/}
        printf '%s\\n' "$_value" >> "$W/nginx-roots"
        ;;
      access_log | error_log) nginx_log "$_value" ;;
      *) printf '%s\\n' "$_value" >> "$W/nginx-guarded" ;;
    esac
  done < "$W/nginx-found"
}
nginx_queue() { grep -q -x -F -e "$1" "$W/nginx-queue" || printf '%s\\n' "$1" >> "$W/nginx-queue"; }
nginx_log() {
  case \${1##*/} in off | stderr | syslog:* | memory:* | null) return 0 ;; esac
  case $1 in *'$'* | /dev/*) ;; *) printf '%s\\n' "$1" >> "$W/nginx-logs" ;; esac
}
`;
