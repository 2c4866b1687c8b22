
# One pass over the local file systems for every question about all files: unowned, world-writable, setuid and setgid, hidden.
# Only what matches is looked at twice, in batches; the lists are capped, the counts are not.
WALK_LIST_MAX=200
# Longer names are cut, so that nobody can crowd out a result by long names: five kinds, two places, 200 names of 400 bytes are 800 KB.
WALK_NAME_MAX=400

# Mounts, one a line: kind, type, point and the path under which another mount shows the same folder; both paths escaped as the kernel
# writes them. Kinds: walk; calm (read-only and nosuid: no harm can come of it); pseudo (holds no files); other (network, layered, memory).
# The root is always walked. Of mounts over one point the last is the one that is seen.
walk_mounts() {
  awk '
    function under(path, folder) { return folder == "/" || path == folder || index(path, folder "/") == 1 }
    {
      for (i = 7; i < NF && $i != "-"; i++) continue
      n++; device[n] = $3; top[n] = $4; point[n] = $5; options[n] = "," $6 ","; type[n] = $(i + 1); last[$5] = n
    }
    END {
      for (i = 1; i <= n; i++) {
        if (last[point[i]] != i) continue
        kind = "other"
        if (type[i] ~ /^(ext[234]|xfs|btrfs|zfs|jfs|f2fs|reiserfs|bcachefs)$/) kind = options[i] ~ /,ro,/ && options[i] ~ /,nosuid,/ ? "calm" : "walk"
        if (type[i] ~ /^(proc|sysfs|devtmpfs|devpts|cgroup2?|pstore|bpf|tracefs|debugfs|securityfs|configfs|fusectl|mqueue|hugetlbfs|autofs|binfmt_misc|rpc_pipefs|selinuxfs|efivarfs|nsfs)$/) kind = "pseudo"
        if (point[i] == "/") kind = "walk"
        walked[i] = kind == "walk"
        print_kind[i] = kind
      }
      for (i = 1; i <= n; i++) {
        if (last[point[i]] != i) continue
        twin = ""
        # A subvolume of btrfs is a device of its own, and find does not enter it.
        for (j = 1; walked[i] && type[i] != "btrfs" && j <= n; j++) {
          if (j == i || !walked[j] || device[j] != device[i] || !under(top[i], top[j])) continue
          if (top[i] == top[j] && j > i) continue
          twin = (point[j] == "/" ? "" : point[j]) substr(top[i], top[j] == "/" ? 1 : length(top[j]) + 1)
          if (twin == "") twin = "/"
        }
        print print_kind[i] "\t" type[i] "\t" point[i] "\t" twin
      }
    }
  ' /proc/self/mountinfo
}

# A path as the kernel writes it (octal escapes) to the path itself.
unescape() {
  # shellcheck disable=SC2059
  case $1 in
    *\\*) printf "$(printf '%s' "$1" | sed 's/%/%%/g')" ;;
    *) printf '%s' "$1" ;;
  esac
}

# A path as a pattern that matches only itself.
pattern() {
  case $1 in
    *[][*?\\]*) printf '%s' "$1" | sed 's/[][*?\\]/\\&/g' ;;
    *) printf '%s' "$1" ;;
  esac
}

# Which file a path is, whatever it is called.
inode() {
  stat -c '%d:%i' -- "$1" 2> /dev/null
}

# The facts of one path; nothing where it went away. Names may be nested deeper than one path reaches (PATH_MAX, 4,096 bytes): then step by
# step. What cannot be examined is said in the words of find, and so counts as a fault of the walk.
stat_one() {
  if [ "${#1}" -lt 4096 ]; then
    stat -c '%a/%u/%g/%U/%G/%F' -- "$1" 2> /dev/null
    return
  fi
  _deep=${1%/*}/ _last=${1##*/}
  (
    cd / || exit 1
    while [ -n "$_deep" ]; do
      _step=${_deep%%/*} _deep=${_deep#*/}
      # The shell may lose count of where it is; the kernel does not.
      [ -z "$_step" ] || cd -P "./$_step" 2> /dev/null || exit 1
    done
    stat -c '%a/%u/%g/%U/%G/%F' -- "./$_last" 2> /dev/null
  ) || printf "find: '%.400s...': too deep\n" "$1" >&2
}

# Prints one line for each matched path: mode, uid, gid, user name, group name, type, place, name, and `hidden` where its name begins with a
# dot and more speaks of hiding: an odd name, a program, or a place where anybody or a web server writes. The place is `system` where a
# system keeps programs and settings, else `other`. What counts as hidden here must be what walk_one asks find for.
classify() {
  if [ $# -gt 1 ]; then
    _facts=$(stat -c '%a/%u/%g/%U/%G/%F' -- "$@" 2> /dev/null)
    # A file that went away in between would shift the lines against the names: then one by one.
    if [ "$(printf '%s\n' "$_facts" | wc -l)" -ne $# ]; then
      for _path; do classify "$_path"; done
      return
    fi
  else
    _facts=$(stat_one "$1") || return 0
  fi
  while IFS=/ read -r _mode _uid _gid _user _group _kind; do
    _name=${1#"$R"}
    case $_name/ in
      /etc/* | /usr/* | /bin/* | /sbin/* | /lib/* | /lib32/* | /lib64/* | /libx32/* | /opt/* | /root/* | /boot/* | /var/spool/cron/* | /var/spool/at/*)
        _place=system
        ;;
      *) _place=other ;;
    esac
    _hidden=
    case ${1##*/} in
      ..* | .[[:blank:]]* | .*[[:blank:]] | .*[[:cntrl:]]*) _hidden=hidden ;;
      .*)
        case $_kind$_mode in regular*[1357] | regular*[1357]? | regular*[1357]??) _hidden=hidden ;; esac
        case $_name in
          /tmp/* | /var/tmp/*) _hidden=hidden ;;
          */.htaccess | */.well-known) ;;
          /var/www/* | /srv/www/* | /srv/http/* | /usr/share/nginx/html/*) _hidden=hidden ;;
        esac
        ;;
    esac
    case $_name in hex:* | *[!A-Za-z0-9_./@%+,:=~-]*) _name=$(safe "$_name") ;; esac
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' \
      "$_mode" "$_uid" "$_gid" "$_user" "$_group" "$_kind" "$_place" "$_name" "$_hidden"
    shift
  done << EOF
$_facts
EOF
}

# The numbers of an account file as a question of find. usage: known_ids TEST FILE
# Halves the ranges of numbers again and again, so that a file of thousands of accounts costs a dozen comparisons for each path and not
# thousands. A find without -uid knows no ranges: there they stand one after another.
known_ids() {
  awk -F: '$3 ~ /^[0-9]+$/ { id = $3; sub(/^0+/, "", id); if (id != "") print id }' "$2" | sort -n -u |
    awk -v test="$1" '
      function within(i) {
        return first[i] == last[i] ? test " " first[i] : test " +" first[i] - 1 " " test " -" last[i] + 1
      }
      function among(low, high,  middle) {
        if (low == high) return within(low)
        middle = int((low + high + 1) / 2)
        return "( " test " -" first[middle] " ( " among(low, middle - 1) " ) -o ! " test " -" first[middle] " ( " among(middle, high) " ) )"
      }
      # Most files are of root. Numbers beyond 2^31 would be written with an exponent by mawk.
      BEGIN { CONVFMT = "%.0f"; printf "%s 0", test }
      test !~ /^-[ug]id$/ { printf " -o %s %s", test, $1; next }
      { if (n == 0 || $1 != last[n] + 1) first[++n] = $1; last[n] = $1 }
      END { if (n > 0) printf " -o %s", among(1, n) }
    '
}

# Walks one file system. "$W/prune" holds the paths to leave out, one a line, escaped as the kernel writes them.
walk_one() {
  _start=$1
  set -- -path "$(pattern "$R/proc")" -o -path "$(pattern "$R/sys")" -o -path "$(pattern "$R/dev")"
  while IFS= read -r _escaped; do
    _leave=$(unescape "$_escaped")
    [ "$_leave" = "$_start" ] || set -- "$@" -o -path "$(pattern "$_leave")"
  done < "$W/prune"
  _base=$(pattern "$R")
  # An image is judged by its own accounts. On a running host those come first too: only ids that they lack are asked of the name services,
  # which is ten times faster and spares a directory server. One "or" asks in this order; of two tests joined by "and", GNU find puts -nouser
  # first, takes it for cheap and asks for every file.
  _nouser='' _nogroup=''
  if [ -z "$R" ] && find / -maxdepth 0 -nouser > /dev/null 2>&1; then _nouser='-o ! -nouser' _nogroup='-o ! -nogroup'; fi
  # GNU find takes -user and -group for names first, and no number beyond 2147483647; busybox knows no -uid and -gid.
  _by_user=-uid _by_group=-gid
  find / -maxdepth 0 -uid 0 > /dev/null 2>&1 || _by_user=-user _by_group=-group
  _users=$(known_ids "$_by_user" "$PASSWD") _groups=$(known_ids "$_by_group" "$GROUP")
  # These lists hold digits and find's own words only, so splitting them is wanted.
  # shellcheck disable=SC2086
  find "$_start" -xdev \( "$@" \) -prune -o \
    \( ! \( $_users $_nouser \) -o ! \( $_groups $_nogroup \) -o -type f -perm -0002 -o -type d -perm -0002 ! -perm -1000 \
    -o -type f -perm -4000 -o -type f -perm -2000 \
    -o -name '.*' \( -name '..*' -o -name '.[[:blank:]]*' -o -name '.*[[:blank:]]' -o -name '.*[[:cntrl:]]*' \
    -o -type f \( -perm -0100 -o -perm -0010 -o -perm -0001 \) -o -path "$_base/tmp/*" -o -path "$_base/var/tmp/*" \
    -o ! -name .htaccess ! -name .well-known \( -path "$_base/var/www/*" -o -path "$_base/srv/www/*" -o -path "$_base/srv/http/*" \
    -o -path "$_base/usr/share/nginx/html/*" \) \) \) -exec sh "$SELF" --classify {} +
}

# Sorts the mounts into "$W/starts" (to walk) and "$W/prune" (to leave out), with a note for each that a reader should know of.
walk_plan() {
  : > "$W/prune"
  : > "$W/starts"
  # Never empty: busybox grep takes an empty list of patterns for one that matches every line.
  echo '(none)' > "$W/shut"
  _stores=
  for _store in /var/lib/docker /var/lib/containerd /var/lib/containers /var/lib/kubelet/pods /snap; do
    [ -d "$R$_store" ] || continue
    printf '%s\n' "$R$_store" | sed 's/\\/\\134/g' >> "$W/prune"
    note walk.skipped "$_store" 'container or snap storage'
    _stores=1
  done
  [ -n "$R" ] && printf '%s\n' "$R" | sed 's/\\/\\134/g' > "$W/starts"
  walk_mounts > "$W/mounts" || return 1
  _others=0
  while IFS="$TAB" read -r _kind _type _escaped _twin; do
    _point=$(unescape "$_escaped")
    case $_point in "$R"/*) ;; *) continue ;; esac
    if [ -n "$_stores" ]; then
      case ${_point#"$R"} in /var/lib/docker/* | /var/lib/containerd/* | /var/lib/containers/* | /var/lib/kubelet/pods/* | /snap/*) continue ;; esac
    fi
    case $_kind in
      pseudo) continue ;;
      other)
        # A user's own mount refuses even root a look at its top; that is no gap, it is not to be walked.
        printf "find: '%s': Permission denied\nfind: %s: Permission denied\n" "$_point" "$_point" >> "$W/shut"
        _others=$((_others + 1))
        [ "$_others" -le "$WALK_LIST_MAX" ] && note walk.skipped "${_point#"$R"}" "$_type"
        continue
        ;;
      calm) note walk.skipped "${_point#"$R"}" 'read-only and nosuid' ;;
      walk)
        if [ -z "$R" ] && [ -n "$_twin" ] && [ "$(inode "$(unescape "$_twin")")" = "$(inode "$_point")" ]; then
          note walk.skipped "$_point" 'shown elsewhere too'
        else
          note walk.mount "${_point#"$R"}"
          printf '%s\n' "$_escaped" >> "$W/starts"
        fi
        ;;
    esac
    # The root holds all else; nothing is left out by it.
    [ "$_point" = / ] || printf '%s\n' "$_escaped" >> "$W/prune"
  done < "$W/mounts"
  [ -s "$W/starts" ]
}

# The whole walk: notes `walk.<class>.total` (all, of them in system places), `walk.<class>` (mode, uid, gid, type, name, place and `cut`
# where the name is longer), `walk.mount`, `walk.skipped`, `walk.denied` and `walk.faults` (how many), `walk.gap` (the first of them in
# find's words), `walk.accounts`.
walk() {
  : > "$W/walk-errors"
  walk_plan || exit 1
  PASSWD=$(resolve /etc/passwd) GROUP=$(resolve /etc/group)
  export PASSWD GROUP
  if [ ! -r "$PASSWD" ] || [ ! -r "$GROUP" ]; then note walk.accounts unreadable; fi
  while IFS= read -r _escaped_start; do
    walk_one "$(unescape "$_escaped_start")" 2>> "$W/walk-errors"
  done < "$W/starts" | awk -F '\t' -v max="$WALK_LIST_MAX" -v long="$WALK_NAME_MAX" -v numeric="${R:+1}" '
    function ids(path, known,  line, f) {
      known[0] = 1
      while (path != "" && (getline line < path) > 0)
        if (split(line, f, ":") > 2 && f[3] ~ /^[0-9]+$/) { sub(/^0+/, "", f[3]); known[f[3] == "" ? "0" : f[3]] = 1 }
    }
    BEGIN { if (numeric) { ids(ENVIRON["PASSWD"], user); ids(ENVIRON["GROUP"], grp) } }
    function put(class) {
      total[class]++
      if ($7 == "system") system_total[class]++
      if (++listed[class, $7] > max) return
      cut = length($8) > long
      printf "#note\twalk.%s\t%s\t%s\t%s\t%s\t%s\t%s%s\n", class, $1, $2, $3, $6, cut ? substr($8, 1, long) : $8, $7, cut ? "\tcut" : ""
    }
    function sum(class) { printf "#note\twalk.%s.total\t%d\t%d\n", class, total[class], system_total[class] }
    {
      lost = numeric ? !($2 in user) || !($3 in grp) : $4 == "UNKNOWN" || $5 == "UNKNOWN"
      digits = sprintf("0000%s", $1)
      other = substr(digits, length(digits), 1) + 0
      special = substr(digits, length(digits) - 3, 1) + 0
      writable = other % 4 >= 2
      if (lost) put("unowned")
      if (writable && $6 ~ /^regular/) put("writable-file")
      if (writable && $6 == "directory" && special % 2 == 0) put("writable-directory")
      if (special >= 2 && $6 ~ /^regular/) put("setuid")
      if ($9 != "") put("hidden")
    }
    END { sum("unowned"); sum("writable-file"); sum("writable-directory"); sum("setuid"); sum("hidden") }'
  # Not by grep: where "shut" is empty, grep -v -f of busybox takes every line for shut.
  awk 'BEGIN { while ((getline line < (ENVIRON["BONGSU_WORK"] "/shut")) > 0) shut[line] } !($0 in shut)' "$W/walk-errors" > "$W/walk-gaps"
  note walk.denied "$(grep -c 'Permission denied$' "$W/walk-gaps")"
  # What went away during the walk is no fault of the walk.
  grep -v -e 'Permission denied$' -e '^find: .*No such file or directory$' "$W/walk-gaps" | grep . > "$W/walk-faults"
  note walk.faults "$(grep -c . "$W/walk-faults")"
  head -n 5 "$W/walk-gaps" | cut -c "1-$WALK_NAME_MAX" | while IFS= read -r _line; do note walk.gap "$_line"; done
}
