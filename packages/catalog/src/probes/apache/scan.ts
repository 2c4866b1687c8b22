// Looks at what an Apache httpd server serves and writes: folders of documents, their .htaccess files and leftovers, keys and logs.

/** Shell function `apache_scan CONF ROOT`, after `apache_gather`: it reads "$W/apache-text". Each folder is walked once, bounded in depth, count and time. */
export const scanShell = `\
# For all servers together: names below what they serve, logs, and the seconds for both.
_hits_left=6000 _logs_left=2000 _scan_end=$(($(date +%s) + 80))
apache_named() {
  awk '
    function words(text,  n, c, w, q) {
      n = 0
      while (text != "") {
        sub(/^[ \\t]+/, "", text)
        if (text == "") break
        c = substr(text, 1, 1)
        if (c == "\\"" || c == "\\047") { text = substr(text, 2); q = index(text, c); if (!q) q = length(text) + 1; w = substr(text, 1, q - 1); text = substr(text, q + 1) }
        else { match(text, /^[^ \\t]+/); w = substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1) }
        arg[++n] = w
      }
      return n
    }
    # A path with a back-reference or an escape holds one folder for many; the part before it is walked.
    function fixed(path) { if (match(path, /[$%]([0-9]|[a-z-]|[{][^A-Z])/)) { path = substr(path, 1, RSTART - 1); sub(/[^\\/]*$/, "", path) } return path }
    {
      key = tolower($1); rest = $0; sub(/^[ \\t]*[^ \\t]+/, "", rest)
      n = words(rest)
      if (key == "documentroot") print "served\\t" arg[1]
      else if (key ~ /^virtual(documentroot|scriptalias)/) print "served\\t" fixed(arg[1])
      else if (key ~ /^(script)?alias(match)?$/) print "served\\t" fixed(arg[n])
      else if (key ~ /^(errorlog|customlog|transferlog|globallog)$/) {
        if (arg[1] ~ /^[|]/) { m = split(arg[1], pipe, /[ \\t|]+/); if (arg[1] ~ /rotatelogs|cronolog/) for (i = 2; i <= m; i++) if (pipe[i] ~ /^\\/.*log/ && pipe[i] !~ /(rotatelogs|cronolog)$/) { print "log\\t" fixed(pipe[i]); break } }
        else if (arg[1] !~ /^(syslog|journald)/) print "log\\t" arg[1]
      }
      else if (key ~ /^(sslcertificatekeyfile|authuserfile)$/) print "guarded\\t" arg[1]
      if (key == "errorlog") said = 1
    }
    END { if (!said) print "log\\tlogs/error_log" }' "$W/apache-text" | sort -u
}
apache_scan() {
  apache_named > "$W/apache-named"
  _named=0
  while IFS="$TAB" read -r _kind _text <&4; do
    _named=$((_named + 1))
    if [ "$_named" -gt 200 ]; then
      note apache.cut places
      break
    fi
    apache_expand "$_text" || continue
    case $_out in '') continue ;; /*) ;; *) _out=$_base/$_out ;; esac
    _out=$(printf '%s' "$_out" | sed -e 's,/\\./,/,g' -e 's,//*,/,g' -e 's,\\(.\\)/$,\\1,')
    case $_kind in
      served) apache_served "$_out" ;;
      log) apache_log "$_out" ;;
      guarded) meta "$_out" || : ;;
    esac
  done 4< "$W/apache-named"
}
# A log, what was rotated from it, and its folder.
apache_log() {
  meta "\${1%/*}" || :
  case $1 in
    */) return 0 ;;
    *[*?[]*) ;;
    *) expand "$1*" apache_meta "$1" ;;
  esac
}
apache_meta() {
  _logs_left=$((_logs_left - 1))
  if [ "$_logs_left" -gt 0 ]; then meta "$1" || :; elif [ "$_logs_left" -eq 0 ]; then note apache.unwalked "$2" 'too many logs'; fi
}
apache_served() {
  if grep -qxF -e "$1" "$W/apache-walked"; then return 0; fi
  printf '%s\\n' "$1" >> "$W/apache-walked"
  meta "$1" || :
  follow "$1"
  [ -d "$_real" ] || return 0
  # The system itself is judged as such and is no place to walk.
  case \${_real#"$R"} in '' | / | /usr | /etc | /var | /home | /root | /opt | /tmp | /boot | /dev | /proc | /sys | /run | /lib | /lib64 | /bin | /sbin | /usr/bin | /usr/sbin | /usr/share | /usr/lib | /usr/lib64 | /usr/local | /var/lib | /var/log)
    note apache.unwalked "$1" system
    return 0
    ;;
  esac
  if [ "$(date +%s)" -gt "$_scan_end" ] || [ "$_hits_left" -le 0 ]; then
    note apache.unwalked "$1" 'time or room for names is used up'
    return 0
  fi
  _top=$_real _found_max=1500
  [ "$_hits_left" -ge "$_found_max" ] || _found_max=$_hits_left
  timeout 20 find "$_top" -xdev -maxdepth 8 \\( \\
    -name .htaccess -o -type l -o -type d -perm -0002 -o -type f -perm -0002 \\
    -o -type d \\( -name .git -o -name .svn -o -name .hg -o -name CVS -o -iname manual -o -iname manuals -o -iname sample -o -iname samples -o -iname example -o -iname examples -o -iname test -o -iname tests -o -iname '*upload*' -o -iname attach -o -iname attachment -o -iname attachments \\) \\
    -o -type f \\( -iname '*.bak' -o -iname '*.old' -o -iname '*.orig' -o -iname '*.backup' -o -iname '*.save' -o -iname '*.swp' -o -name '*~' -o -iname '*.tmp' -o -iname '*.sql' -o -iname '*.tar' -o -iname '*.tgz' -o -iname '*.tar.gz' -o -iname '*.rpmsave' -o -iname '*.rpmnew' -o -iname '*.dpkg-*' -o -iname phpinfo.php -o -iname 'info.php' -o -iname 'test.php' -o -iname 'test.html' -o -iname 'test.cgi' -o -name test-cgi -o -name 'test-cgi.*' -o -name printenv -o -name 'printenv.*' -o -name .env -o -name .DS_Store \\) \\
    \\) > "$W/apache-hits" 2> "$W/apache-denied"
  _code=$?
  if [ "$_code" != 0 ] || [ -s "$W/apache-denied" ]; then note apache.unwalked "$1" "$(head -n 1 "$W/apache-denied" | cut -c 1-200)"; fi
  [ "$(wc -l < "$W/apache-hits")" -le "$_found_max" ] || note apache.unwalked "$1" "more than $_found_max names"
  head -n "$_found_max" "$W/apache-hits" > "$W/apache-hits-few"
  _hits_left=$((_hits_left - $(wc -l < "$W/apache-hits-few")))
  note apache.walked "$1"
  while IFS= read -r _hit; do apache_hit "$1" "$1\${_hit#"$_top"}" "$_hit"; done < "$W/apache-hits-few"
  # The page that a package or a build leaves in its root.
  for _page in index.html index.htm; do
    [ -f "$_top/$_page" ] && head -c 20000 "$_top/$_page" 2> /dev/null | grep -q -i -e 'Apache2 [A-Za-z]* *Default Page' -e '<h1>It works!</h1>' -e 'Test Page for the .*HTTP Server' -e 'powered by the Apache HTTP server' && note apache.leftover "$1/$_page" default-page
  done
}
# usage: apache_hit ROOT NAME PATH
apache_hit() {
  if [ -L "$3" ]; then
    read_link "$3" || _target=
    note apache.link "$2" "$_target"
    return 0
  fi
  _stat=$(stat -c '%a %u %g %F' "$3" 2> /dev/null) || return 0
  _mode=\${_stat%% *} _stat=\${_stat#* }
  _uid=\${_stat%% *} _stat=\${_stat#* }
  _gid=\${_stat%% *} _sort=\${_stat#* }
  case $_sort in directory) _sort=dir ;; regular*) _sort='file' ;; *) return 0 ;; esac
  case $_sort:\${2##*/} in
    file:.htaccess) file "$2" apache_kept ;;
    dir:*[Uu][Pp][Ll][Oo][Aa][Dd]* | dir:[Aa]ttach*) note apache.upload "$2" "$_mode" "$_uid" "$_gid" ;;
    dir:.git | dir:.svn | dir:.hg | dir:CVS) note apache.leftover "$2" version-control ;;
    dir:[Mm]anual*) note apache.leftover "$2" manual ;;
    dir:[Ss]ample* | dir:[Ee]xample*) note apache.leftover "$2" sample ;;
    dir:[Tt]est*) note apache.leftover "$2" test-folder ;;
    file:*.bak | file:*.BAK | file:*.old | file:*.orig | file:*.backup | file:*.save | file:*.swp | file:*~ | file:*.tmp | file:*.rpmsave | file:*.rpmnew | file:*.dpkg-*) note apache.leftover "$2" backup ;;
    file:*.sql | file:*.tar | file:*.tgz | file:*.tar.gz) note apache.leftover "$2" archive ;;
    file:phpinfo.php | file:info.php | file:test.* | file:test-cgi* | file:printenv*) note apache.leftover "$2" test ;;
    file:.env | file:.DS_Store) note apache.leftover "$2" hidden ;;
  esac
  case $_mode in *[2367]) note apache.writable "$2" "$_mode" "$_uid" "$_gid" "$_sort" ;; esac
}
`;
