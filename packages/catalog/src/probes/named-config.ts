// BIND's configuration: what named-checkconf prints of it where it can, else the files themselves, without any key.
import type { FileRecord, NamedStatement } from '@bongsu/core';
import { namedStatements, probe, unread } from '@bongsu/core';

export interface NamedConfig {
  /** Null where no configuration is there. */
  readonly statements: readonly NamedStatement[] | null;
  /** Which was read: `named-checkconf -px`, or the main file. */
  readonly source: string;
  /** `9.18.28` of `named -v`; empty where it did not answer. */
  readonly version: string;
}

const mains = ['/etc/bind/named.conf', '/etc/named.conf', '/var/named/chroot/etc/named.conf'] as const;

export const namedConfig = probe<NamedConfig>({
  name: 'named-config',
  timeoutSeconds: 30,
  sizeBytesMax: 1048576,
  live: false,
  // Keys: whatever follows the word "secret" up to its semicolon stays, over line ends too. named-checkconf -x prints none.
  script: `
no_secrets() {
  awk '{
    line = $0; out = ""
    while (line != "") {
      if (inside) {
        if (!match(line, /;/)) { line = ""; break }
        line = substr(line, RSTART); inside = 0
      } else if (match(tolower(line), /secret[ \\t]*("|$|[ \\t])/)) {
        out = out substr(line, 1, RSTART + 5) " \\"hidden\\""; line = substr(line, RSTART + 6); inside = 1
      } else { out = out line; line = "" }
    }
    print out
  }'
}
# Follows includes as far as they lead; a path is relative to nothing but itself in the files that distributions write.
named_file() {
  case " $_named_seen " in *" $1 "*) return 0 ;; esac
  _named_seen="$_named_seen $1"
  file "$1" no_secrets
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] || return 0
  for _include in $(sed -n 's/^[[:space:]]*include[[:space:]]*"\\(\\/[A-Za-z0-9_.\\/-]*\\)".*/\\1/p' "$_real" | head -n 200); do named_file "$_include"; done
}
_named_seen=
for _path in ${mains.join(' ')}; do named_file "$_path"; done
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  cmd checkconf timeout 20 named-checkconf -px
  cmd version named -v
fi
:
`,
  read(records) {
    const version = /BIND (\d+\.\d+(?:\.\d+)?)/.exec(records.command('version')?.stdout.join(' ') ?? '')?.[1] ?? '';
    const said = records.command('checkconf');
    const main = mains.find((path) => records.file(path)?.state === 'present');
    if (said?.exitCode === 0 && said.stdout.length > 0) {
      const statements = namedStatements('named-checkconf -px', [asFile(said.stdout)]);
      if (!('missing' in statements)) return { statements, source: 'named-checkconf -px', version };
    }
    const hidden = records.files().find((file) => file.state === 'unreadable' && /named|bind/.test(file.path));
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    if (main === undefined) return { statements: null, source: mains.join(', '), version };
    const statements = namedStatements(main, records.files());
    if ('missing' in statements)
      return unread(`포함된 ${statements.missing}를 읽지 못함`, `${statements.missing} is included and was not read`);
    return { statements, source: `${main} (parsed)`, version };
  },
});

function asFile(lines: readonly string[]): FileRecord {
  const [path, linkTarget] = ['named-checkconf -px', ''];
  return {
    kind: 'file',
    path,
    state: 'present',
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget,
    lines,
  };
}
