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
  '/usr/local/bin/sudo',
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
/** systemd's own settings; the folders below hold units, which another probe reads. */
const systemd = '/etc/systemd';

/** The shell function `guard PATH...`: `metas`, and a note for each entry of an access-control list. */
export const guardShell = `\
# True where one of these has more than its mode bits.
listed() {
  for _one; do
    shift
    follow "$_one"
    [ -n "$_real" ] && set -- "$@" "$_real"
  done
  [ $# -gt 0 ] && ls -nLd "$@" 2> /dev/null | grep -q '^..........[+]'
}
guard() {
  metas "$@"
  # Lists are rare: one look at all of them says that there is none.
  listed "$@" || return 0
  for _guarded; do
    listed "$_guarded" || continue
    follow "$_guarded"
    if command -v getfacl > /dev/null 2>&1; then
      getfacl -cpnE "$_real" 2> /dev/null | grep -E '^(user|group):[0-9]+:' | while IFS= read -r _entry; do note acl "$_guarded" "$_entry"; done
    else
      note acl-unread "$_guarded"
    fi
  done
}
`;

export const fileModes = probe<FileModes>({
  name: 'file-modes',
  timeoutSeconds: 20,
  sizeBytesMax: 262144,
  live: false,
  script: `
${guardShell}guard ${named.join(' ')}
for _path in /etc/sudoers.d ${folders.join(' ')}; do expand "$_path/*" later guard; done
expand '${systemd}/*.conf' later guard
later '' guard
`,
  read(records) {
    return fileModesOn(...named, ...folders, systemd).read(records);
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
  const lists = Map.groupBy(records.notes('acl'), (note) => note.values[0] ?? '');
  return {
    files: records.files(),
    file: (path) => records.file(path),
    acl: (path) => (lists.get(path) ?? []).map((note) => note.values[1] ?? ''),
    aclUnread: records.notes('acl-unread').map((note) => note.values[0] ?? ''),
  };
}
