#!/bin/sh
# sshd of a lab instance: answers -T, -t and -V from the instance's own configuration, by OpenSSH's rules (first value wins, a matching
# Match block beats the global part, Include in place). Defaults and version stand in /opt/lab/sshd.
R=${BONGSU_ROOT:-}
config=$R/etc/ssh/sshd_config test=0 spec=''
version=$(sed -n 's/^version //p' "$R/opt/lab/sshd")
while [ $# -gt 0 ]; do
  case $1 in
    -T) test=2 ;;
    -t) test=1 ;;
    -V)
      echo "$version" >&2
      exit 0
      ;;
    -C)
      spec=$spec,$2
      shift
      ;;
    -C*) spec=$spec,${1#-C} ;;
    -f)
      config=$R$2
      shift
      ;;
    *)
      echo "unknown option -- ${1#-}" >&2
      echo "$version" >&2
      exit 1
      ;;
  esac
  shift
done
if [ ! -r "$config" ]; then
  echo "${config#"$R"}: No such file or directory" >&2
  exit 1
fi
found=0
for key in "$R"/etc/ssh/ssh_host_*_key; do [ -f "$key" ] && found=1; done
if [ "$found" = 0 ]; then
  echo 'sshd: no hostkeys available -- exiting.' >&2
  exit 1
fi
privsep=$(sed -n 's/^privsep //p' "$R/opt/lab/sshd")
if [ ! -d "$R$privsep" ]; then
  echo "Missing privilege separation directory: $privsep" >&2
  exit 255
fi
[ "$test" = 2 ] || exit 0

awk -v root="$R" -v config="$config" -v defaults="$R/opt/lab/sshd" -v spec="$spec" '
function trim(s) { gsub(/^[ \t]+|[ \t\r]+$/, "", s); return s }
function unquote(s) { if (s ~ /^".*"$/) s = substr(s, 2, length(s) - 2); return s }
function pattern(p,    i, c, out) {
  out = "^"
  for (i = 1; i <= length(p); i++) {
    c = substr(p, i, 1)
    out = out (c == "*" ? ".*" : c == "?" ? "." : c ~ /[A-Za-z0-9_]/ ? c : "[" c "]")
  }
  return out "$"
}
# One list of patterns against one value; a matching pattern with "!" refuses the whole list.
function listed(value, list,    n, parts, i, p, hit) {
  n = split(list, parts, ",")
  hit = 0
  for (i = 1; i <= n; i++) {
    p = parts[i]
    if (substr(p, 1, 1) == "!") { if (value ~ pattern(substr(p, 2))) return 0 }
    else if (value ~ pattern(p)) hit = 1
  }
  return hit
}
function groups_of(user,    line, f, gid, list, names) {
  while ((getline line < (root "/etc/passwd")) > 0) { split(line, f, ":"); if (f[1] == user) gid = f[4] }
  close(root "/etc/passwd")
  while ((getline line < (root "/etc/group")) > 0) {
    split(line, f, ":")
    list = "," f[4] ","
    if (f[3] == gid || index(list, "," user ",")) names = names " " f[1]
  }
  close(root "/etc/group")
  return names
}
function matches(text,    n, w, i, name, value, m, g, j, any) {
  n = split(text, w, /[ \t]+/)
  for (i = 1; i <= n; i++) {
    name = tolower(w[i])
    if (name == "all") continue
    value = unquote(w[++i])
    if (spec == "") return 0
    if (name == "group") {
      any = 0
      m = split(groups_of(about["user"]), g, " ")
      for (j = 1; j <= m; j++) if (listed(g[j], value)) any = 1
      if (!any) return 0
    } else {
      if (name == "address") name = "addr"
      if (name == "localaddress") name = "laddr"
      if (name == "localport") name = "lport"
      if (!(name in about) || !listed(about[name], value)) return 0
    }
  }
  return 1
}
function take(word, value, inside) {
  if (word in many) {
    if (inside) matched[word] = matched[word] word " " value "\n"
    else global[word] = global[word] word " " value "\n"
  } else if (inside) { if (!(word in matched)) matched[word] = value }
  else if (!(word in global)) global[word] = value
}
function read(path, inside, live,    line, word, value, n, files, i, cmd, found, patterns, k) {
  while ((getline line < path) > 0) {
    line = trim(line)
    if (line == "" || line ~ /^#/) continue
    word = line
    sub(/[ \t=].*/, "", word)
    value = substr(line, length(word) + 1)
    sub(/^[ \t]*=?[ \t]*/, "", value)
    sub(/[ \t]+#.*$/, "", value)
    word = tolower(word)
    value = unquote(trim(value))
    if (word == "match") { inside = 1; live = matches(value); continue }
    if (word == "include") {
      if (!includes) { print path ": Bad configuration option: Include" > "/dev/stderr"; bad = 1; continue }
      if (inside && !live) continue
      k = split(value, patterns, /[ \t]+/)
      found = ""
      for (i = 1; i <= k; i++) {
        cmd = "ls -d " root (patterns[i] ~ /^\// ? "" : "/etc/ssh/") patterns[i] " 2>/dev/null"
        while ((cmd | getline line) > 0) found = found line "\n"
        close(cmd)
      }
      n = split(found, files, "\n")
      for (i = 1; i < n; i++) read(files[i], inside, live)
      continue
    }
    if (!inside || live) take(word, value, inside)
  }
  close(path)
}
BEGIN {
  n = split(spec, pairs, ",")
  for (i = 1; i <= n; i++) if (split(pairs[i], kv, "=") == 2) about[kv[1]] = kv[2]
  n = split("acceptenv hostkey port listenaddress subsystem allowusers allowgroups denyusers denygroups setenv permitopen", names, " ")
  for (i = 1; i <= n; i++) many[names[i]] = 1
  while ((getline line < defaults) > 0) {
    if (line ~ /^default /) { split(line, d, " "); order[++count] = d[2]; value = line; sub(/^default [^ ]+ /, "", value); preset[d[2]] = value }
    if (line == "include yes") includes = 1
  }
  read(config, 0, 1)
  if (bad) exit 255
  for (i = 1; i <= count; i++) {
    word = order[i]
    if (word in many) { if (word in global) printf "%s", global[word]; else print word " " preset[word]; continue }
    value = word in matched ? matched[word] : word in global ? global[word] : preset[word]
    if (word == "permitrootlogin" && value == "prohibit-password") value = "without-password"
    if (word ~ /^(permitrootlogin|usepam|x11forwarding|passwordauthentication|pubkeyauthentication|permitemptypasswords|loglevel)$/ && word != "loglevel") value = tolower(value)
    if (word == "loglevel" || word == "syslogfacility") value = toupper(value)
    print word " " value
  }
  for (word in many) if (!(word in preset)) { if (word in matched) printf "%s", matched[word]; else if (word in global) printf "%s", global[word] }
}'
