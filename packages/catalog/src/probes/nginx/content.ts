// The shell that looks at what nginx serves and writes: one bounded look a folder.

export const nginxContentShell = `\
nginx_entries_max=200
# One bounded look below a served folder; never at one that holds the system itself. usage: nginx_content FOLDER
nginx_content() {
  case $1 in
    / | /bin | /boot | /dev | /dev/* | /etc | /home | /lib | /lib64 | /opt | /proc | /proc/* | /root | /run | /sbin | /srv | /sys | /sys/* | /usr | /usr/bin | /usr/lib | /usr/sbin | /usr/share | /var | /var/lib | /var/log | /tmp)
      note nginx-root "$1" system
      return 0
      ;;
  esac
  follow "$1"
  if [ -z "$_real" ] || [ ! -e "$_real" ]; then
    if [ -n "$_real" ] && hidden "$_real"; then note nginx-root "$1" unreadable; else note nginx-root "$1" absent; fi
    return 0
  fi
  if [ ! -d "$_real" ]; then
    note nginx-root "$1" file
    return 0
  fi
  if [ ! -r "$_real" ] || [ ! -x "$_real" ]; then
    note nginx-root "$1" unreadable
    return 0
  fi
  note nginx-root "$1" folder
  guard "$1"
  timeout 15 find "$_real" -xdev -name node_modules -prune -o \\( -type l -o ! -type l -perm -0002 \\
    -o -name '*.bak' -o -name '*.old' -o -name '*.orig' -o -name '*.save' -o -name '*.swp' -o -name '*~' -o -name '*.tmp' \\
    -o -name '*.sql' -o -name '*.sql.gz' -o -name '*.dump' -o -name '*.tar' -o -name '*.tar.gz' -o -name '*.tgz' -o -name '*.zip' \\
    -o -name '*.7z' -o -name '*.rar' -o -name '*.log' -o -name '.git' -o -name '.svn' -o -name '.hg' -o -name '.env' -o -name '.env.*' \\
    -o -name '.ht*' -o -name '.DS_Store' -o -name 'phpinfo.php' -o -name 'info.php' -o -name 'test.php' -o -name 'phpMyAdmin' \\
    -o -name 'phpmyadmin' -o -name 'index.nginx-debian.html' -o -name 'manual' -o -name 'sample' -o -name 'samples' -o -name 'example' \\
    -o -name 'examples' -o -name 'test' -o -name 'tests' -o -name 'test.html' -o -name 'README*' -o -name 'readme*' -o -name 'CHANGELOG*' \\
    -o -name 'INSTALL*' -o -name 'upload' -o -name 'uploads' -o -name 'Upload*' -o -name 'attach*' -o -name 'files' \\) -print \\
    > "$W/nginx-listing" 2> "$W/nginx-errors" < /dev/null
  _code=$?
  [ "$_code" = 124 ] && note nginx-cut "$1" 'took too long'
  grep -q 'Permission denied' "$W/nginx-errors" && note nginx-cut "$1" 'permission denied'
  [ "$(wc -l < "$W/nginx-listing")" -gt "$nginx_entries_max" ] && note nginx-cut "$1" "$(($(wc -l < "$W/nginx-listing"))) entries"
  head -n "$nginx_entries_max" "$W/nginx-listing" | while IFS= read -r _entry; do
    _facts=$(stat -c '%a %u %g %F' -- "$_entry" 2> /dev/null) || continue
    _to=
    [ -L "$_entry" ] && read_link "$_entry" && _to=$_target
    _mode=\${_facts%% *} _facts=\${_facts#* }
    _owner=\${_facts%% *} _facts=\${_facts#* }
    note nginx-entry "$1" "$1\${_entry#"$_real"}" "$_mode" "$_owner" "\${_facts%% *}" "\${_facts#* }" "$_to"
  done
  if [ -f "$_real/index.html" ] && grep -q 'Welcome to nginx' "$_real/index.html" 2> /dev/null; then note nginx-entry "$1" "$1/index.html" 644 0 0 'stock page' ''; fi
}
`;
