#!/bin/sh
# Starts what runs on a lab instance beside the command it is given: /opt/lab/processes holds a process a line, tab-separated:
# uid, gid, folder, uids of its children (blanks between, or -), program, and its arguments, each a field.
# The program becomes a copy of the shell, so that /proc shows its path, name and owner as those of a real server.
tab=$(printf '\t')
host=/opt/lab/host/usr/bin
while IFS= read -r line; do
  (
    IFS=$tab
    set -f
    # shellcheck disable=SC2086
    set -- $line
    uid=$1 gid=$2 folder=$3 LAB_CHILDREN=$4 LAB_PROGRAM=$5
    shift 5
    IFS=' '
    export LAB_CHILDREN LAB_PROGRAM
    cat "$(readlink -f "$host/sh")" > "$LAB_PROGRAM"
    chmod 755 "$LAB_PROGRAM"
    cd "$folder" || exit
    exec "$host/setpriv" --reuid="$uid" --regid="$gid" --clear-groups "$LAB_PROGRAM" /opt/lab/serve "$@"
  ) &
done < /opt/lab/processes
# All of them have their names before anybody looks.
while IFS=$tab read -r _ _ _ children program _; do
  count=1
  [ "$children" = - ] || for _ in $children; do count=$((count + 1)); done
  tries=0
  while [ "$(grep -lx "${program##*/}" /proc/[0-9]*/comm 2> /dev/null | wc -l)" -lt "$count" ] && [ "$tries" -lt 100 ]; do
    sleep 0.05
    tries=$((tries + 1))
  done
done < /opt/lab/processes
exec "$@"
