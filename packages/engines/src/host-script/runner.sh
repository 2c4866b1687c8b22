
# One probe in a process of its own, under its limits of time and size; its state goes to the manifest.
# usage: run_probe NAME SECONDS BYTES NEEDS_LIVE
run_probe() {
  _raw=$W/pack/probes/$1
  : > "$_raw"
  if [ "$4" = 1 ] && [ "$LIVE" != 1 ]; then
    printf 'probe\t%s\tskipped\t0\t0\t0\n' "$1" >> "$W/pack/manifest"
    return
  fi
  _began=$(date +%s)
  # ulimit counts blocks of 512 bytes (1,024 in bash outside POSIX mode): a backstop; the exact limit is tested below.
  # In the background, because a shell hears a signal while it waits but not while a program runs in front.
  (
    ulimit -f $(($3 / 512 + 2)) 2> /dev/null
    # shellcheck disable=SC2086
    exec $GROUPED timeout "$2" sh "$SELF" --probe "$1" > "$_raw" 2> "$W/probe-errors" < /dev/null
  ) &
  CHILD=$!
  wait "$CHILD"
  _code=$?
  # A script of the user's own may leave programs behind though it ended well.
  case $_code:$1 in 0:pack-*-script) sweep ;; 0:*) ;; *) sweep ;; esac
  CHILD=
  _took=$(($(date +%s) - _began))
  _bytes=$(wc -c < "$_raw")
  _bytes=$((_bytes))
  if [ "$_code" = 124 ] || [ "$_code" = 143 ] || [ "$_code" = 137 ]; then
    _state=timeout
  elif [ "$_bytes" -gt "$3" ] || [ "$_code" = 153 ]; then
    _state=truncated
  elif [ "$_code" != 0 ]; then
    _state=failed
  else
    _state=ok
  fi
  [ "$_state" = ok ] || : > "$_raw"
  printf 'probe\t%s\t%s\t%s\t%s\t%s\n' "$1" "$_state" "$_code" "$_took" "$_bytes" >> "$W/pack/manifest"
}

# Ends what a probe left running: not every timeout ends more than the shell it started.
sweep() {
  [ -n "$CHILD" ] || return 0
  [ -n "$GROUPED" ] && kill -s KILL -- "-$CHILD" 2> /dev/null
  kill -s KILL "$CHILD" 2> /dev/null
}

# When a process began, in ticks since boot: tells it from a later one with the same number. Empty where /proc does not say.
began() {
  awk '{ sub(/.*\) /, ""); print $20 }' "/proc/$1/stat" 2> /dev/null
}

# One run at a time on a host: overlapping runs would double the load and mix their times. A lock is a name that only one link can take;
# it is left behind where a run was killed, and then goes to the next.
lock_take() {
  _mine=$BONGSU_STATE/lock.$$
  if ! printf '%s %s\n' "$$" "$(began $$)" 2> /dev/null > "$_mine"; then exit 21; fi
  _turn=0
  until ln "$_mine" "$BONGSU_STATE/lock" 2> /dev/null; do
    _turn=$((_turn + 1))
    _owner='' _since='' _moved=''
    read -r _owner _since 2> /dev/null < "$BONGSU_STATE/lock"
    case $_owner in '' | *[!0-9]*) _number=0 ;; *) _number=$_owner ;; esac
    if [ "$_number" -gt 0 ] && kill -0 "$_number" 2> /dev/null && [ "$(began "$_number")" = "$_since" ]; then
      rm -f "$_mine"
      printf 'bongsu: another run is going on (process %s)\n' "$_number" >&2
      exit 75
    fi
    if [ "$_turn" -gt 3 ]; then
      rm -f "$_mine"
      exit 21
    fi
    # Of several that find it stale, one moves it away; whoever moved a newer one instead puts it back.
    if mv "$BONGSU_STATE/lock" "$_mine.stale" 2> /dev/null; then
      read -r _moved _since 2> /dev/null < "$_mine.stale"
      [ "$_moved" = "$_owner" ] || ln "$_mine.stale" "$BONGSU_STATE/lock" 2> /dev/null
      rm -f "$_mine.stale"
    fi
  done
  rm -f "$_mine"
  LOCK=$BONGSU_STATE/lock
}

SELF=$0
case $SELF in /*) ;; *) SELF=$PWD/$SELF ;; esac
if [ "${1:-}" = --probe ]; then
  W=$BONGSU_WORK
  "probe_$(printf '%s' "$2" | tr - _)"
  exit 0
fi
if [ "${1:-}" = --classify ]; then
  shift
  classify "$@"
  exit 0
fi

OUTPUT=${1:?usage: sh script.sh OUTPUT}
for _tool in stat awk find od timeout tar gzip head tr wc readlink sha256sum grep sed sort cut ls date id mktemp; do
  if ! command -v "$_tool" > /dev/null 2>&1; then
    printf 'bongsu: %s is missing on this host\n' "$_tool" >&2
    exit 20
  fi
done

if [ -n "$R" ]; then
  # A root that is itself a link would look empty to find, which follows none.
  CDPATH=
  R=$(cd -P -- "$R" 2> /dev/null && pwd -P) || exit 24
  R=${R%/}
  BONGSU_ROOT=$R BONGSU_LIVE=$LIVE
  export BONGSU_ROOT BONGSU_LIVE
fi

LOCK=
W=
CHILD=
GROUPED=
command -v setsid > /dev/null 2>&1 && GROUPED=setsid
cleanup() {
  sweep
  [ -n "$W" ] && rm -rf "$W"
  [ -n "$LOCK" ] && rm -f "$LOCK"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

[ -n "${BONGSU_STATE:-}" ] && lock_take

W=$(mktemp -d "${TMPDIR:-/tmp}/bongsu.XXXXXXXXXX") || exit 21
BONGSU_WORK=$W
export BONGSU_WORK
mkdir "$W/pack" "$W/pack/probes" || exit 21
renice -n 19 -p $$ > /dev/null 2>&1
command -v ionice > /dev/null 2>&1 && ionice -c 3 -p $$ > /dev/null 2>&1

{
  printf 'bongsu-evidence\t1\n'
  printf 'run\t%s\n' "$(safe "${BONGSU_RUN:-}")"
  printf 'instance\t%s\n' "$(safe "${AWS_SSM_INSTANCE_ID:-}")"
  printf 'command\t%s\n' "$(safe "${SSM_COMMAND_ID:-}")"
  printf 'script\t%s\n' "$(sha256sum < "$SELF" | cut -c 1-64)"
  printf 'started\t%s\n' "$(date +%s)"
  printf 'uid\t%s\n' "$(id -u)"
  printf 'live\t%s\n' "$LIVE"
} > "$W/pack/manifest"

run_all

printf 'ended\t%s\n' "$(date +%s)" >> "$W/pack/manifest"
tar -cf "$W/result.tar" -C "$W/pack" manifest probes || exit 22
gzip -n -c "$W/result.tar" > "$W/result.tar.gz" || exit 22
_size=$(($(wc -c < "$W/result.tar.gz")))
_slot=${BONGSU_RESULT_BYTES:-0}
if [ "$_slot" -gt 0 ]; then
  if [ "$_size" -gt "$_slot" ]; then
    printf 'bongsu: the result has %s bytes, the slot %s\n' "$_size" "$_slot" >&2
    exit 23
  fi
  # Zeros after a gzip member are padding to every reader; the upload slot takes exactly its own size.
  head -c $((_slot - _size)) /dev/zero >> "$W/result.tar.gz" || exit 22
fi
cat "$W/result.tar.gz" > "$OUTPUT" || exit 22
