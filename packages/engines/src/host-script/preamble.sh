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
# Words that programs take from the environment of whoever starts us would change what they print and pack.
unset GREP_OPTIONS TAR_OPTIONS GZIP POSIXLY_CORRECT BLOCK_SIZE TIME_STYLE CDPATH
PATH=$PATH:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
R=${BONGSU_ROOT:-}
R=${R%/}
LIVE=${BONGSU_LIVE:-1}
[ -n "$R" ] && [ -z "${BONGSU_LIVE:-}" ] && LIVE=0
export R LIVE
# What is larger is no setting a person wrote. A probe of lists that grow with a host may raise it for itself.
FILE_BYTES_MAX=262144
TAB=$(printf '\t')
NEWLINE='
'

# Sets $_quoted to a name as one field: plain where it is harmless, else in hex.
quote() {
  case $1 in
    hex:* | *[!A-Za-z0-9_./@%+,:=~\ -]*) _quoted=hex:$(printf '%s' "$1" | od -An -v -tx1 | tr -d ' \n') ;;
    *) _quoted=$1 ;;
  esac
}

# Prints what `quote` makes.
safe() {
  quote "$1"
  printf '%s' "$_quoted"
}

# Where a link leads, in $_target; nothing that ends the name is lost. usage: read_link PATH
read_link() {
  _target=$(readlink "$1" && printf x) || return 1
  _target=${_target%x}
  # readlink ends its answer with a newline of its own.
  _target=${_target%"$NEWLINE"}
}

# Sets $_real to the path that a name below $R leads to, and $_to to where it leads itself if it is a link. Links are followed inside $R
# only, so that an image's absolute link cannot lead to the files of the machine that reads it. Fails, with an empty $_real, on a loop.
# The last link is remembered: one above many homes is asked once.
follow() {
  _rest=$1 _real='' _links=0 _to=''
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
      if [ "$_links" -gt 40 ] || ! { [ "$_link" = "$R$_real/$_part" ] || read_link "$R$_real/$_part"; }; then
        _real='' _link=''
        return 1
      fi
      _link=$R$_real/$_part
      case $_rest$_to$1 in */) ;; "$1") _to=$_target ;; esac
      case $_target in /*) _real='' ;; esac
      _rest=$_target/$_rest
    else
      _real=$_real/$_part
    fi
  done
  _real=$R$_real
}
_link=

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

# Sets $_head to the record head of a path that is there, $_type and $_bytes. usage: present PATH LINK 'MODE UID GID SIZE KIND'
present() {
  _mode=${3%% *} _left=${3#* }
  _uid=${_left%% *} _left=${_left#* }
  _gid=${_left%% *} _left=${_left#* }
  _bytes=${_left%% *}
  case ${_left#* } in
    regular*) _type='file' ;;
    directory) _type=dir ;;
    *) _type=other ;;
  esac
  quote "$2"
  _left=$_quoted
  quote "$1"
  _head="#file$TAB$_quoted${TAB}present$TAB$_type$TAB$_mode$TAB$_uid$TAB$_gid$TAB$_bytes$TAB$_left"
}

# Sets $_head to the record head of a path with its metadata, links followed, and $_real to where it leads; fails unless it is a regular file.
head_of() {
  follow "$1"
  if [ -n "$_real" ] && [ -e "$_real" ] && _stat=$(stat -L -c '%a %u %g %s %F' "$_real" 2> /dev/null); then
    present "$1" "$_to" "$_stat"
    [ "$_type" = file ]
    return
  fi
  quote "$_to"
  _left=$_quoted
  quote "$1"
  if [ -n "$_real" ] && { [ -e "$_real" ] || hidden "$_real"; }; then
    _head="#file$TAB$_quoted${TAB}unreadable"
  elif [ -n "$_to" ]; then
    _head="#file$TAB$_quoted${TAB}present${TAB}link${TAB}777${TAB}0${TAB}0${TAB}0$TAB$_left"
  else
    _head="#file$TAB$_quoted${TAB}absent"
  fi
  return 1
}

# Prints the record head of a path; fails unless it is a regular file.
meta() {
  head_of "$1"
  _regular=$?
  printf '%s\n' "$_head"
  return "$_regular"
}

# Prints what `meta` prints of each path, in their order, and asks stat once for all that are there and no links: a program started for
# every file of every home is what takes time on a host of thousands.
metas() {
  _paths=''
  for _one; do
    shift
    case $_one in *"$NEWLINE"*)
      meta "$_one"
      continue
      ;;
    esac
    follow "$_one"
    if [ -n "$_real" ] && [ -z "$_to" ] && [ -e "$_real" ]; then
      set -- "$@" "$_real"
      _paths=$_paths=$_one$NEWLINE
    else
      _paths=$_paths-$_one$NEWLINE
    fi
  done
  _stats=$([ $# = 0 ] || stat -L -c '%a %u %g %s %F' "$@" 2> /dev/null)
  # A file that went away in between would shift the lines against the paths: then one by one.
  _whole=
  [ "$(printf '%s\n' "$_stats" | wc -l)" -eq $# ] && _whole=1
  while IFS= read -r _one <&3; do
    case $_whole$_one in
      1=*) IFS= read -r _stat <&4 && present "${_one#=}" '' "$_stat" && printf '%s\n' "$_head" ;;
      *[=-]*) meta "${_one#?}" ;;
    esac
  done 3<< PATHS 4<< STATS
$_paths
PATHS
$_stats
STATS
  return 0
}

# Collects paths and gives them to FUNCTION a hundred at once; `later` without a path gives what is left.
# usage: later PATH FUNCTION ... later '' FUNCTION
later() {
  if [ -n "$1" ]; then
    case $1 in *"$NEWLINE"*)
      "$2" "$1"
      return
      ;;
    esac
    _queue=$_queue$1$NEWLINE _queued=$((_queued + 1))
    [ "$_queued" -lt 100 ] && return
  fi
  [ -n "$_queue" ] || return 0
  _queue_ifs=$IFS
  IFS=$NEWLINE
  set -f
  # shellcheck disable=SC2086
  set -- "$2" $_queue
  set +f
  IFS=$_queue_ifs _queue='' _queued=0
  "$@"
}
_queue='' _queued=0

# One file record with its text. usage: file PATH [FILTER]; FILTER is a function that reads the text and prints what may leave the host.
file() {
  if ! head_of "$1"; then
    printf '%s\n' "$_head"
    return 0
  fi
  # A filter that fails has lost lines, and what it lost would pass for absent.
  if [ ! -r "$_real" ] || [ "$_bytes" -gt "$FILE_BYTES_MAX" ] || ! "${2:-cat}" < "$_real" > "$W/text"; then
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
  for _value; do
    quote "$_value"
    printf '\t%s' "$_quoted"
  done
  printf '\n'
}
