// The shell that compares what dpkg has installed with the security lists that apt fetched, one list at a time as a stream.
//
// apt-get -s dist-upgrade says the same and builds the whole cache in memory for it: 77 MiB of its own on Debian 12, and more with the
// lists of Ubuntu. This holds the names of the installed packages alone. It also sees what apt would keep silent about: a package that is
// held or pinned below its fix, and a fix that a newer version outside the security archive has overtaken.

/** Prints `NAME INSTALLED CANDIDATE WANT LIST` where they differ; which is newer is judged later. A package of one architecture meets only its own. */
const differs = `
function installed() {
  if (status ~ / (installed|unpacked|half-configured|triggers-awaited|triggers-pending)$/) {
    have[name, arch] = version; any[name] = version; want[name] = status; sub(/ .*/, "", want[name])
  }
}
function candidate(has) {
  if ((name, arch) in have) has = have[name, arch]
  else if ((name, "all") in have) has = have[name, "all"]
  else if (arch == "all" && name in any) has = any[name]
  else return
  if (has != version && !seen[name, version]++) print name, has, version, want[name], ENVIRON["list"]
}
function ends() {
  if (name != "" && old) installed()
  else if (name != "") candidate()
  name = version = arch = status = ""
}
FNR == 1 { ends(); old = now }
/^Package: / { ends(); name = $2 }
/^Version: / { version = $2 }
/^Architecture: / { arch = $2 }
/^Status: / { status = $2 " " $4 }
END { ends() }`;

const ofServers = `
function ends() {
  if (status == "installed" && index(servers, " " name " ")) print name, version, "installed"
  name = status = ""
}
/^Package: / { ends(); name = $2 }
/^Version: / { version = $2 }
/^Status: / { status = $4 }
END { ends() }`;

/** Leaves `$_dpkg` empty where packages are not dpkg's. */
export function aptScript(servers: readonly string[]): string {
  return `
FILE_BYTES_MAX=2097152
release_head() { awk '/^(Origin|Label|Suite|Codename|Date): / { print } /^(MD5Sum|SHA1|SHA256):/ { exit }'; }
# A security archive says so in its Release file, or in its place where a mirror wrote the file anew.
archive() {
  case $1 in *_dists_*security*) ;; *)
    head_of "$1" && release_head < "$_real" | grep -qE '^(Label|Suite|Codename): .*(-security|Debian-Security)' || return 0
    ;;
  esac
  file "$1" release_head
  _archive=\${1%Release}
  _archives="$_archives\${_archive%In}
"
}
unpack() {
  case $1 in
    *_Packages) cat "$1" ;;
    *.gz) gzip -dc "$1" ;;
    *) if [ -x /usr/lib/apt/apt-helper ]; then /usr/lib/apt/apt-helper cat-file "$1"
      else case $1 in
        *.xz) xz -dc "$1" ;;
        *.lz4) lz4 -dc "$1" ;;
        *.bz2) bzip2 -dc "$1" ;;
        *) zstd -dc "$1" ;;
      esac; fi ;;
  esac
}
waiting_in() {
  case $1 in *[Dd]iff*) return ;; esac
  _lists=$((_lists + 1))
  head_of "$1" &&
    { unpack "$_real" 2> /dev/null || echo failed > "$W/unpacked"; } |
    list=\${1##*/} awk '${differs}' now=1 "$_dpkg" now=0 - &&
    [ ! -e "$W/unpacked" ] && return
  [ -n "$_fault" ] || _fault="$1 cannot be read"
}
waiting() {
  _lists=0 _fault=
  while IFS= read -r _archive <&3; do
    [ -z "$_archive" ] || expand "$_archive*_Packages*" waiting_in
  done 3<< ARCHIVES
$_archives
ARCHIVES
  [ "$_lists" -gt 0 ] || _fault="no list of a security archive in /var/lib/apt/lists"
  [ -z "$_fault" ] || { echo "$_fault" >&2; return 1; }
}
installed_servers() { awk -v servers=' ${servers.join(' ')} ' '${ofServers}' "$_dpkg"; }
_dpkg= _archives=
if head_of /var/lib/dpkg/status && [ "$_bytes" -gt 0 ]; then
  _dpkg=$_real
  expand '/var/lib/apt/lists/*Release' archive
  note now "$(date +%s)"
  cmd apt waiting
  cmd installed installed_servers
fi`;
}
