
# One pass over the local file systems for every question about all files: unowned, world-writable, setuid and setgid.
# Only what matches is looked at twice, in batches; the list is capped, the counts are not.
WALK_LIST_MAX=200

# Mount points to walk, one a line, escaped as in /proc/mounts. Network, pseudo and layered file systems are left out, the root never is;
# a mount that is both read-only and nosuid cannot be made to do harm and is left out too.
walk_mounts() {
  awk '
    { local = $3 ~ /^(ext[234]|xfs|btrfs|zfs|jfs|f2fs|reiserfs|bcachefs)$/ }
    $2 == "/" { local = 1 }
    { calm = ("," $4 ",") ~ /,ro,/ && ("," $4 ",") ~ /,nosuid,/ }
    { kind[$2] = local && !calm ? "walk" : (local ? "calm" : "other"); if (!($2 in seen)) order[++n] = $2; seen[$2] = 1 }
    END { for (i = 1; i <= n; i++) print kind[order[i]] "\t" order[i] }
  ' /proc/self/mounts
}

# A path as /proc/mounts writes it (octal escapes) to the path itself.
unescape() {
  case $1 in
    *\\*) printf "$(printf '%s' "$1" | sed 's/%/%%/g')" ;;
    *) printf '%s' "$1" ;;
  esac
}

# Prints one line for each matched path: mode, uid, gid, user name, group name, type, name.
classify() {
  if [ $# -gt 1 ]; then
    _facts=$(stat -c '%a/%u/%g/%U/%G/%F' -- "$@" 2> /dev/null)
    # A file that went away in between would shift the lines against the names: then one by one.
    if [ "$(printf '%s\n' "$_facts" | wc -l)" -ne $# ]; then
      for _path; do classify "$_path"; done
      return
    fi
  else
    _facts=$(stat -c '%a/%u/%g/%U/%G/%F' -- "$1" 2> /dev/null) || return 0
  fi
  while IFS=/ read -r _mode _uid _gid _user _group _kind; do
    _name=${1#"$R"}
    case $_name in hex:* | *[!A-Za-z0-9_./@%+,:=~-]*) _name=$(safe "$_name") ;; esac
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$_mode" "$_uid" "$_gid" "$_user" "$_group" "$_kind" "$_name"
    shift
  done << EOF
$_facts
EOF
}

# usage: walk_one MOUNT; "$W/prune" holds paths to leave out, one a line, already plain.
walk_one() {
  _mount=$1
  set --
  while IFS= read -r _skip; do
    set -- "$@" -path "$R$_skip" -o
  done < "$W/prune"
  set -- "$@" -path "$R/proc" -o -path "$R/sys" -o -path "$R/dev"
  if [ -n "$R" ] || ! find / -maxdepth 0 -nouser > /dev/null 2>&1; then
    # The image's own accounts count, not those of the machine that reads it.
    _users='-user 0' _groups='-group 0'
    for _id in $(awk -F: '$3 ~ /^[0-9]+$/ { print $3 }' "$PASSWD" | sort -un); do _users="$_users -o -user $_id"; done
    for _id in $(awk -F: '$3 ~ /^[0-9]+$/ { print $3 }' "$GROUP" | sort -un); do _groups="$_groups -o -group $_id"; done
    # Both lists hold digits and find's own words only, so splitting them is wanted.
    # shellcheck disable=SC2086
    find "${_mount:-/}" -xdev \( "$@" \) -prune -o \
      \( ! \( $_users \) -o ! \( $_groups \) -o -type f -perm -0002 -o -type d -perm -0002 ! -perm -1000 \
      -o -type f -perm -4000 -o -type f -perm -2000 \) -exec sh "$SELF" --classify {} +
  else
    find "$_mount" -xdev \( "$@" \) -prune -o \
      \( -nouser -o -nogroup -o -type f -perm -0002 -o -type d -perm -0002 ! -perm -1000 \
      -o -type f -perm -4000 -o -type f -perm -2000 \) -exec sh "$SELF" --classify {} +
  fi
}

# The whole walk: notes `walk.<class>.total`, `walk.<class>` entries (mode uid gid type path), `walk.mount`, `walk.skipped`, `walk.denied`, `walk.faults`.
walk() {
  : > "$W/prune"
  : > "$W/walk-errors"
  for _skip in /var/lib/docker /var/lib/containerd /var/lib/containers /var/lib/kubelet/pods /snap; do
    if [ -d "$R$_skip" ]; then
      printf '%s\n' "$_skip" >> "$W/prune"
      note walk.skipped "$_skip" 'container or snap storage'
    fi
  done
  if [ -n "$R" ]; then
    printf 'walk\t\n' > "$W/mounts"
  else
    walk_mounts > "$W/mounts"
  fi
  while IFS="$TAB" read -r _kind _escaped; do
    _point=$(unescape "$_escaped")
    case $_kind in
      calm)
        printf '%s\n' "$_point" >> "$W/prune"
        note walk.skipped "$_point" 'read-only and nosuid'
        ;;
      walk) [ -z "$R" ] && note walk.mount "$_point" ;;
    esac
  done < "$W/mounts"
  _walked=' '
  PASSWD=$(resolve /etc/passwd) GROUP=$(resolve /etc/group)
  if [ ! -r "$PASSWD" ] || [ ! -r "$GROUP" ]; then note walk.accounts unreadable; fi
  while IFS="$TAB" read -r _kind _escaped; do
    [ "$_kind" = walk ] || continue
    _point=$R$(unescape "$_escaped")
    # A bind mount of a device that was walked from above is inside that walk already.
    _device=$(stat -c %d "${_point:-/}" 2> /dev/null) || continue
    case $_walked in *" $_device:$_point "*) continue ;; esac
    _inside=0
    for _done in $_walked; do
      case "$_device:$_point" in "${_done%/}"/*) _inside=1 ;; esac
    done
    [ "$_inside" = 1 ] && continue
    _walked="$_walked$_device:$_point "
    walk_one "$_point" 2>> "$W/walk-errors"
  done < "$W/mounts" | awk -F '\t' -v max="$WALK_LIST_MAX" -v numeric="${R:+1}" -v passwd="$PASSWD" -v group="$GROUP" '
    BEGIN {
      while (numeric && (getline line < passwd) > 0) { split(line, f, ":"); user[f[3] + 0] = 1 }
      while (numeric && (getline line < group) > 0) { split(line, f, ":"); grp[f[3] + 0] = 1 }
    }
    function put(class) {
      total[class]++
      if (total[class] <= max) printf "#note\twalk.%s\t%s\t%s\t%s\t%s\t%s\n", class, $1, $2, $3, $6, $7
    }
    {
      lost = numeric ? !(($2 + 0) in user) || !(($3 + 0) in grp) : $4 == "UNKNOWN" || $5 == "UNKNOWN"
      digits = sprintf("0000%s", $1)
      other = substr(digits, length(digits), 1) + 0
      special = substr(digits, length(digits) - 3, 1) + 0
      writable = other % 4 >= 2
      if (lost) put("unowned")
      if (writable && $6 ~ /^regular/) put("writable-file")
      if (writable && $6 == "directory" && special % 2 == 0) put("writable-directory")
      if (special >= 2 && $6 ~ /^regular/) put("setuid")
    }
    END {
      printf "#note\twalk.unowned.total\t%d\n", total["unowned"]
      printf "#note\twalk.writable-file.total\t%d\n", total["writable-file"]
      printf "#note\twalk.writable-directory.total\t%d\n", total["writable-directory"]
      printf "#note\twalk.setuid.total\t%d\n", total["setuid"]
    }'
  note walk.denied "$(grep -c 'Permission denied' "$W/walk-errors")"
  note walk.faults "$(grep -v -e 'Permission denied' -e 'No such file or directory' "$W/walk-errors" | grep -c .)"
}
