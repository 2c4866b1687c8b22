// Owner, mode and access-control lists of the files that the guide names, without their contents.
import type { FileRecord, Probe, Records } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface FileModes {
  file(path: string): FileRecord | undefined;
  readonly files: readonly FileRecord[];
  /** Entries of an access-control list beyond the mode bits, by path: `user:1000:rw-`. */
  acl(path: string): readonly string[];
  /** Paths that have such a list which no program could read. */
  readonly aclUnread: readonly string[];
}

const named = [
  '/etc/passwd',
  '/etc/shadow',
  '/etc/sudoers',
  '/usr/bin/sudo',
  '/usr/bin/su',
  '/bin/su',
  '/etc/hosts',
  '/etc/hosts.lpd',
  '/etc/services',
  '/etc/inetd.conf',
  '/etc/xinetd.conf',
  '/etc/rsyslog.conf',
  '/etc/syslog.conf',
  '/etc/syslog-ng/syslog-ng.conf',
];
/** Folders whose files count; one that cannot be listed hides them. Whoever judges sudoers.d asks the probe that reads it. */
const folders = ['/etc/xinetd.d', '/etc/rsyslog.d'];

/** The shell function `guard PATH`: `meta`, and a note for each entry of an access-control list. */
export const guardShell = `\
guard() {
  meta "$1"
  _real=$R$1
  [ -n "$R" ] && _real=$(resolve "$1")
  case $(ls -Lld "$_real" 2> /dev/null) in
    ??????????+*)
      if command -v getfacl > /dev/null 2>&1; then
        getfacl -cpnE "$_real" 2> /dev/null | grep -E '^(user|group):[0-9]+:' | while IFS= read -r _entry; do note acl "$1" "$_entry"; done
      else
        note acl-unread "$1"
      fi
      ;;
  esac
}
`;

export const fileModes = probe<FileModes>({
  name: 'file-modes',
  timeoutSeconds: 20,
  sizeBytesMax: 262144,
  live: false,
  script: `
${guardShell}for _path in ${named.join(' ')}; do guard "$_path"; done
for _path in /etc/sudoers.d ${folders.join(' ')}; do expand "$_path/*" guard; done
`,
  read(records) {
    return fileModesOn(...named, ...folders).read(records);
  },
});

/** The same probe for a check that asks for these paths alone: what else could not be seen is no matter to it. */
export function fileModesOn(...paths: readonly string[]): Probe<FileModes> {
  return {
    ...fileModes,
    read(records) {
      const hidden = records.files().find((file) => file.state === 'unreadable' && paths.includes(file.path));
      if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
      return fileModesOf(records);
    },
  };
}

/** The modes and lists that `guard` printed. */
export function fileModesOf(records: Records): FileModes {
  const files = records.files();
  return {
    files,
    file: (path) => files.find((file) => file.path === path),
    acl: (path) =>
      records
        .notes('acl')
        .filter((note) => note.values[0] === path)
        .map((note) => note.values[1] ?? ''),
    aclUnread: records.notes('acl-unread').map((note) => note.values[0] ?? ''),
  };
}
