#!/bin/sh
# Bongsu check, carried by hand: reads this host, changes nothing, sends nothing, and writes one result archive. POSIX sh.
# usage: sh bongsu-check.sh [--as NAME] [--root FOLDER] [OUTPUT-FOLDER]; --help tells more
# exit: 0 done, 2 not called rightly, 3 this file was altered or cut short, 4 this host has no id, 5 the result is there already or cannot
#       be written; else as the host script inside
# Through Windows each line may have got a carriage return, which no shell runs past: told before the first line that would break.
PLAIN=x
[ "$PLAIN" = x ] || { echo 'bongsu: this file was altered: its lines end in CR LF (copied as text). Nothing was run. Copy it again as it is (binary). / 줄 끝이 CRLF로 바뀌었습니다. 원본 그대로(바이너리로) 다시 복사하십시오.' >&2; exit 3; } #
set -u
umask 077
unset GREP_OPTIONS TAR_OPTIONS GZIP POSIXLY_CORRECT CDPATH BONGSU_ROOT BONGSU_LIVE BONGSU_STATE BONGSU_RESULT_BYTES SSM_COMMAND_ID
PATH=$PATH:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin
BUILD=@BUILD@
BUILT=@BUILT@
SCRIPT=@SCRIPT@
START=@START@
SEAL_INNER=@INNER@
SEAL_OUTER=@OUTER@
SPEAKS=${BONGSU_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
LC_ALL=C
export LC_ALL

# usage: say KOREAN ENGLISH
say() {
  case $SPEAKS in
    ko | ko_* | ko.* | ko-*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

# usage: refuse CODE KOREAN ENGLISH
refuse() {
  _code=$1
  shift
  say "bongsu: $1" "bongsu: $2" >&2
  exit "$_code"
}

help() {
  say "봉수 점검 스크립트 ($BUILD, $BUILT)
사용법: sh bongsu-check.sh [--as 이름] [--root 폴더] [결과를 둘 폴더]
  이 호스트의 설정을 읽기만 합니다. 아무것도 바꾸지 않고 네트워크를 쓰지 않습니다.
  결과: 지금 폴더(또는 지정한 폴더)의 bongsu-<식별자>.tar.gz 한 개. 호스트 이름은 파일 이름에 쓰이지 않습니다.
  --as 이름    /etc/machine-id 대신 쓸 식별자: 영문자·숫자로 시작, 영문자 숫자 . _ - 로 63자까지 (i-, mi-, h-로 시작할 수 없음)
  --root 폴더  실행 중인 시스템 대신 마운트한 이미지를 읽습니다
  root로 실행하십시오. 아니면 root만 읽을 수 있는 것은 '판단불가'로 남습니다.
  가져오기: bongsu evidence import bongsu-<식별자>.tar.gz" \
    "Bongsu check ($BUILD, built $BUILT)
usage: sh bongsu-check.sh [--as NAME] [--root FOLDER] [OUTPUT-FOLDER]
  Reads how this host is configured. Changes nothing, and needs no network.
  Writes one archive, bongsu-<id>.tar.gz, into this folder or the one named. The id does not tell the host's name.
  --as NAME      an id in place of one made of /etc/machine-id: begins with a letter or digit, then letters, digits, . _ -,
                 63 at most; not beginning with i-, mi- or h-
  --root FOLDER  reads a mounted image, not the running system
  Run it as root. Otherwise what only root may read will be unknown.
  Then, where it was built: bongsu evidence import bongsu-<id>.tar.gz"
}

# Nothing of this file is run before it is known to be whole: the last line is the SHA-256 of all lines before it.
verify() {
  for _tool in sha256sum sed tail cut mktemp od tr id; do
    command -v "$_tool" > /dev/null 2>&1 || refuse 20 "이 호스트에 $_tool 이(가) 없습니다" "$_tool is missing on this host"
  done
  case $0 in /*) SELF=$0 ;; *) SELF=$PWD/$0 ;; esac
  if [ ! -f "$SELF" ] || [ ! -r "$SELF" ]; then
    refuse 2 "파일로 실행하십시오: sh bongsu-check.sh" "run it as a file: sh bongsu-check.sh"
  fi
  _is=$(sed '$d' "$SELF" | sha256sum | cut -c 1-64)
  if [ "$(tail -n 1 "$SELF")" != "# sha256 $_is" ]; then
    refuse 3 "이 파일은 만들어진 뒤 바뀌었거나 잘렸습니다. 아무것도 실행하지 않았습니다. 원본을 다시 복사하십시오." \
      "this file was altered or cut short since it was built. Nothing was run. Copy it again from where it was built."
  fi
}

# usage: named NAME
named() {
  case $1 in
    '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]* | i-* | mi-* | h-*) _fine= ;;
    *) _fine=1 ;;
  esac
  if [ -z "$_fine" ] || [ ${#1} -gt 63 ]; then
    refuse 2 "--as: 영문자나 숫자로 시작하고 영문자, 숫자, . _ - 로 63자까지이며 i-, mi-, h-로 시작할 수 없습니다" \
      "--as: a letter or digit, then letters, digits, . _ -, 63 at most, and not beginning with i-, mi- or h-"
  fi
  ID=$1
}

# A machine id is not for others to see (machine-id(5)): only a hash of it leaves the host.
identify() {
  _file=$ROOT/etc/machine-id _machine=
  # An image's link may lead to the machine that reads it.
  if [ -f "$_file" ] && { [ -z "$ROOT" ] || [ ! -L "$_file" ]; }; then read -r _machine 2> /dev/null < "$_file"; fi
  # Images are made with none, or with zeros.
  case $_machine in *[!0-9a-f]*) _machine= ;; *[!0]*) ;; *) _machine= ;; esac
  if [ ${#_machine} -ne 32 ]; then
    refuse 4 "/etc/machine-id로 이 호스트를 구별할 수 없습니다: --as 이름을 주십시오" \
      "/etc/machine-id does not tell this host from others: give it a name with --as NAME"
  fi
  ID=h-$(printf 'bongsu %s' "$_machine" | sha256sum | cut -c 1-17)
}

cleanup() {
  [ -n "$CHILD" ] && kill -s TERM "$CHILD" 2> /dev/null && wait "$CHILD"
  [ -n "$W" ] && rm -rf "$W"
}

main() {
  verify
  ID='' ROOT='' FOLDER='' W='' CHILD=''
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h)
        help
        exit 0
        ;;
      --as | --root)
        [ $# -gt 1 ] || refuse 2 "$1: 값이 없습니다 (--help)" "$1: a value is missing (--help)"
        if [ "$1" = --as ]; then named "$2"; else ROOT=${2%/}; fi
        shift
        ;;
      -*) refuse 2 "$1: 없는 옵션입니다 (--help)" "$1: there is no such option (--help)" ;;
      *)
        [ -z "$FOLDER" ] || refuse 2 "폴더는 하나만 줄 수 있습니다 (--help)" "name one folder alone (--help)"
        FOLDER=$1
        ;;
    esac
    shift
  done
  FOLDER=${FOLDER:-.}
  [ -z "$ROOT" ] || [ -d "$ROOT" ] || refuse 2 "--root $ROOT: 폴더가 아닙니다" "--root $ROOT: is not a folder"
  [ -d "$FOLDER" ] || refuse 2 "$FOLDER: 폴더가 아닙니다" "$FOLDER: is not a folder"
  # Minutes later it would be too late: on a medium that is locked, or another's folder.
  [ -w "$FOLDER" ] || refuse 5 "$FOLDER: 쓸 수 없습니다" "$FOLDER: cannot be written to"
  [ -n "$ID" ] || identify
  RESULT=$FOLDER/bongsu-$ID.tar.gz
  if [ -e "$RESULT" ] || [ -L "$RESULT" ]; then
    refuse 5 "$RESULT: 이미 있어 그대로 두었습니다. 옮긴 뒤 다시 실행하십시오" "$RESULT: is there already and was left as it is. Move it away first"
  fi
  if [ "$(id -u)" != 0 ]; then
    say "bongsu: root가 아닙니다. 계속하지만 root만 읽을 수 있는 것은 판단불가로 남습니다." \
      "bongsu: not root. Going on, but what only root may read will be unknown." >&2
  fi
  trap cleanup EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  W=$(mktemp -d "${TMPDIR:-/tmp}/bongsu.XXXXXXXXXX") || exit 21
  tail -n "+$START" "$SELF" | sed '$d' > "$W/script.sh" || exit 21
  [ "$(sha256sum < "$W/script.sh" | cut -c 1-64)" = "$SCRIPT" ] || refuse 3 "안의 스크립트가 다릅니다" "the script inside is another one"
  BONGSU_RUN=$BUILD-$(od -An -v -N 8 -tx1 /dev/urandom | tr -d ' \n')
  AWS_SSM_INSTANCE_ID=$ID
  export BONGSU_RUN AWS_SSM_INSTANCE_ID
  if [ -n "$ROOT" ]; then
    BONGSU_ROOT=$ROOT
    export BONGSU_ROOT
  fi
  say "bongsu: 점검 중입니다. 몇 분 걸릴 수 있습니다…" "bongsu: checking; this may take some minutes…" >&2
  # In the background, because a shell hears a signal while it waits but not while a program runs in front.
  sh "$W/script.sh" "$W/result" < /dev/null &
  CHILD=$!
  wait "$CHILD"
  _code=$?
  CHILD=
  [ "$_code" = 0 ] || refuse "$_code" "점검이 끝나지 못했습니다 (종료 코드 $_code)" "the check did not end well (exit code $_code)"
  # HMAC with the inner hash in hex: whoever has only the result cannot alter it.
  _inner=$({ printf '%s' "$SEAL_INNER" && cat "$W/result"; } | sha256sum | cut -c 1-64)
  printf 'bongsu-seal 1 %s\n' "$(printf '%s%s' "$SEAL_OUTER" "$_inner" | sha256sum | cut -c 1-64)" >> "$W/result" || exit 22
  # Never through a link, and never over a file, that somebody put there meanwhile.
  if ! (set -C && cat "$W/result" > "$RESULT") 2> /dev/null; then
    refuse 5 "$RESULT: 쓸 수 없습니다" "$RESULT: cannot be written"
  fi
  say "$RESULT" "$RESULT"
  say "bongsu: 끝났습니다. 스크립트를 만든 곳에서: bongsu evidence import $RESULT" \
    "bongsu: done. Where the script was built: bongsu evidence import $RESULT" >&2
}

main "$@"
exit
#--- the host script, to the line before the last ---
