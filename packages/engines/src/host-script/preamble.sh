#!/bin/sh
# Bongsu host probes: reads this host, changes nothing, writes one archive. POSIX sh; needs stat, awk, find, od, timeout, tar, gzip.
# usage: sh script.sh OUTPUT
#   BONGSU_ROOT          prefix of every path read (a mounted image); empty for the running host
#   BONGSU_LIVE          0 where the root is not booted: probes that need a running system are skipped
#   BONGSU_RUN           run id, repeated in the manifest
#   BONGSU_RESULT_BYTES  exact size to pad OUTPUT to (the upload slot); 0 for none
# exit: 0 done, 20 a needed program is missing, 21 no private directory, 22 packing failed, 23 larger than the slot,
#       24 BONGSU_ROOT is no folder, 75 another run is going on
set -u
umask 077
LC_ALL=C LANG=C
export LC_ALL LANG
PATH=$PATH:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
R=${BONGSU_ROOT:-}
R=${R%/}
LIVE=${BONGSU_LIVE:-1}
[ -n "$R" ] && [ -z "${BONGSU_LIVE:-}" ] && LIVE=0
export R LIVE
FILE_BYTES_MAX=262144
TAB=$(printf '\t')
NEWLINE='
'

# A name as one field: plain where it is harmless, else in hex.
safe() {
  case $1 in
    '') ;;
    hex:* | *[!A-Za-z0-9_./@%+,:=~\ -]*)
      printf 'hex:'
      printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n'
      ;;
    *) printf '%s' "$1" ;;
  esac
}

# Where a link leads, in $_target; nothing that ends the name is lost. usage: read_link PATH
read_link() {
  _target=$(readlink "$1" && printf x) || return 1
  _target=${_target%x}
  # readlink ends its answer with a newline of its own.
  _target=${_target%"$NEWLINE"}
}

# Sets $_real to the path that a name below $R leads to. Links are followed inside $R only, so that an image's absolute link cannot lead
# to the files of the machine that reads it. Fails, with an empty $_real, on a loop.
follow() {
  _rest=$1 _real='' _links=0
  while [ -n "$_rest" ]; do
    _rest=${_rest#/}
    _part=${_rest%%/*}
    case $_rest in */*) _rest=${_rest#*/} ;; *) _rest= ;; esac
    case $_part in
      '' | .) continue ;;
      ..)
        _real=${_real%/*}
        continue
        ;;
    esac
    if [ -L "$R$_real/$_part" ]; then
      _links=$((_links + 1))
      if [ "$_links" -gt 40 ] || ! read_link "$R$_real/$_part"; then
        _real=
        return 1
      fi
      case $_target in /*) _real='' ;; esac
      _rest=$_target/$_rest
    else
      _real=$_real/$_part
    fi
  done
  _real=$R$_real
}

# Prints what `follow` finds.
resolve() {
  follow "$1" && printf '%s' "$_real"
}

# True where a folder above PATH keeps us from seeing whether PATH is there. usage: hidden PATH
hidden() {
  _up=${1%/*}
  while [ -n "$_up" ] && [ ! -e "$_up" ]; do _up=${_up%/*}; done
  [ -d "${_up:-/}" ] && [ ! -x "${_up:-/}" ]
}

# Prints the record head of a path with its metadata, links followed. Sets $_real to where it leads; fails unless it is a regular file.
meta() {
  _to=
  follow "${1%/*}"
  if [ -n "$_real" ] && [ -L "$_real/${1##*/}" ] && read_link "$_real/${1##*/}"; then _to=$_target; fi
  follow "$1"
  if [ -n "$_real" ] && [ -e "$_real" ] && _stat=$(stat -L -c '%a %u %g %s %F' "$_real" 2> /dev/null); then
    _mode=${_stat%% *} _left=${_stat#* }
    _uid=${_left%% *} _left=${_left#* }
    _gid=${_left%% *} _left=${_left#* }
    _size=${_left%% *}
    case ${_left#* } in
      regular*) _type='file' ;;
      directory) _type=dir ;;
      *) _type=other ;;
    esac
    printf '#file\t%s\tpresent\t%s\t%s\t%s\t%s\t%s\t%s\n' \
      "$(safe "$1")" "$_type" "$_mode" "$_uid" "$_gid" "$_size" "$(safe "$_to")"
    [ "$_type" = file ]
    return
  fi
  if [ -n "$_real" ] && { [ -e "$_real" ] || hidden "$_real"; }; then
    printf '#file\t%s\tunreadable\n' "$(safe "$1")"
  elif [ -n "$_to" ]; then
    printf '#file\t%s\tpresent\tlink\t777\t0\t0\t0\t%s\n' "$(safe "$1")" "$(safe "$_to")"
  else
    printf '#file\t%s\tabsent\n' "$(safe "$1")"
  fi
  return 1
}

# One file record with its text. usage: file PATH [FILTER]; FILTER is a function that reads the text and prints what may leave the host.
file() {
  if ! _head=$(meta "$1"); then
    printf '%s\n' "$_head"
    return 0
  fi
  follow "$1"
  _bytes=${_head%"$TAB"*}
  _bytes=${_bytes##*"$TAB"}
  if [ ! -r "$_real" ] || [ "${_bytes:-0}" -gt "$FILE_BYTES_MAX" ]; then
    printf '#file\t%s\tunreadable\n' "$(safe "$1")"
    return 0
  fi
  # A filter that fails has lost lines, and what it lost would pass for absent.
  if ! "${2:-cat}" < "$_real" > "$W/text"; then
    printf '#file\t%s\tunreadable\n' "$(safe "$1")"
    return 0
  fi
  printf '%s\n' "$_head"
  tr -d '\000' < "$W/text" | awk '{ print "|" $0 }'
}

# Calls FUNCTION for each path that a glob in the last part of PATTERN matches below $R; the path is given without $R.
# usage: expand '/etc/ssh/sshd_config.d/*.conf' FUNCTION [ARGUMENT]
expand() {
  follow "${1%/*}"
  _folder=$_real
  # A folder that cannot be listed hides its files: say so, or they would pass for absent.
  if { [ -d "$_folder" ] && { [ ! -r "$_folder" ] || [ ! -x "$_folder" ]; }; } ||
    { [ -n "$_folder" ] && [ ! -e "$_folder" ] && hidden "$_folder"; }; then
    printf '#file\t%s\tunreadable\n' "$(safe "${1%/*}")"
    return 0
  fi
  [ -d "$_folder" ] || return 0
  _ifs=$IFS
  IFS=
  for _found in "$_folder"/${1##*/}; do
    IFS=$_ifs
    [ -e "$_found" ] || [ -L "$_found" ] || continue
    "$2" "${1%/*}/${_found##*/}" ${3+"$3"}
  done
  IFS=$_ifs
}

# Asks a program; foreign text is quoted line by line. usage: cmd LABEL PROGRAM [ARGS]
cmd() {
  _label=$1
  shift
  if ! command -v "$1" > /dev/null 2>&1; then
    printf '#command\t%s\t127\tmissing\n' "$(safe "$_label")"
    return 127
  fi
  "$@" < /dev/null > "$W/out" 2> "$W/err"
  _exit=$?
  printf '#command\t%s\t%s\n' "$(safe "$_label")" "$_exit"
  tr -d '\000' < "$W/out" | awk '{ print "|" $0 }'
  tr -d '\000' < "$W/err" | head -n 20 | awk '{ print "!" $0 }'
  return "$_exit"
}

# A named value. usage: note KEY VALUE...
note() {
  printf '#note\t%s' "$1"
  shift
  for _value; do printf '\t%s' "$(safe "$_value")"; done
  printf '\n'
}
