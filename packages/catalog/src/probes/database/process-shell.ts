// The shell by which the database probes find servers that run: owner, program, arguments without secrets, folder, sockets.

/**
 * `sockets_asked` once, then `each_server FUNCTION 'NAME|NAME'`: calls FUNCTION with the number of every process of these names that is
 * no child of another.
 * It leaves `_server_pid`, `_server_uid`,
 * `_server_account`, `_server_place`, `_server_program` and `_server_cwd` set. Notes: `server PID UID ACCOUNT PLACE PROGRAM FOLDER`, `argument PID WORD`, `listen PID tcp|unix ADDRESS`, `sockets-unknown`, `processes-hidden`.
 * The owner is the effective user of /proc/PID/status: a server that gave up root is not dumpable, and /proc/PID then belongs to root.
 * PLACE is `elsewhere` where the root of the process is another than ours: a container. (A mount namespace of its own is no sign: systemd
 * gives one to services with ProtectSystem.)
 */
export const processShell = `
sockets_asked() {
  : > "$W/sockets"
  if command -v ss > /dev/null 2>&1; then
    ss -H -l -n -t -x -p > "$W/sockets" 2> /dev/null || note sockets-unknown 'ss failed'
  else
    note sockets-unknown 'no ss'
  fi
  # hidepid of /proc keeps the processes of others from us, and silence would pass for none.
  [ -r /proc/1/comm ] || note processes-hidden
}
arguments_masked() {
  tr '\\000' '\\n' < "/proc/$1/cmdline" 2> /dev/null | head -n 200 | awk '
    hide { print "masked"; hide = 0; next }
    {
      word = substr($0, 1, 400); key = tolower(word); sub(/=.*$/, "", key)
      if (key ~ /passw|passphrase|secret|conninfo|sst[-_]auth|token/ && key !~ /validate[-_]password|password[-_](check|encryption|errors|history|lifetime|require|reuse|validation)|expired/) {
        if (word ~ /=/) { sub(/=.*$/, "=masked", word) } else hide = 1
      }
      print word
    }'
}
# A field of the account with this number; busybox has an id that knows names alone. usage: account_field UID FIELD
account_field() {
  { getent passwd "$1" 2> /dev/null || awk -F: -v uid="$1" '$3 == uid' /etc/passwd 2> /dev/null; } | head -n 1 | cut -d : -f "$2"
}
each_server() {
  _then=$1
  shift
  for _proc in $(grep -lxE "$1" /proc/[0-9]*/comm 2> /dev/null); do
    _proc=\${_proc%/comm}
    _above=$(awk '{ sub(/.*\\) /, ""); print $2 }' "$_proc/stat" 2> /dev/null)
    [ "$(cat "/proc/\${_above:-0}/comm" 2> /dev/null)" = "$(cat "$_proc/comm" 2> /dev/null)" ] && continue
    _server_pid=\${_proc#/proc/}
    _server_uid=$(awk '/^Uid:/ { print $3 }' "$_proc/status" 2> /dev/null)
    [ -n "$_server_uid" ] || continue
    _server_place=here
    _theirs=$(stat -L -c %d:%i "$_proc/root/." 2> /dev/null)
    [ -n "$_theirs" ] && [ "$_theirs" != "$(stat -L -c %d:%i /)" ] && _server_place=elsewhere
    _server_program=$(readlink "$_proc/exe" 2> /dev/null)
    _server_cwd=$(readlink "$_proc/cwd" 2> /dev/null)
    _server_account=$(account_field "$_server_uid" 1)
    note server "$_server_pid" "$_server_uid" "$_server_account" "$_server_place" "$_server_program" "$_server_cwd"
    arguments_masked "$_server_pid" | while IFS= read -r _word; do note argument "$_server_pid" "$_word"; done
    awk -v holder="pid=$_server_pid," 'index($0, holder) && ($1 == "tcp" || $1 == "u_str") { print ($1 == "tcp" ? "tcp" : "unix"), $5 }' "$W/sockets" |
      while read -r _kind _address; do note listen "$_server_pid" "$_kind" "$_address"; done
    "$_then" "$_server_pid"
  done
}
`;

/** A text as one word of the shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
