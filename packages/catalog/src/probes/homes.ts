// The home directories of accounts that can log in: owner and mode, and where an automounter brings them only on use.
import type { FileRecord } from '@bongsu/core';
import { CoreError, probe, unread } from '@bongsu/core';

export interface Homes {
  /**
   * The record of a home as passwd writes it.
   * @throws CoreError `invalid-record` where the host sent none: a home nobody looked at is no missing one.
   */
  home(path: string): FileRecord;
  /** The map or mount by which the automounter brings a path on use: `/home (/etc/auto.master)`; null where none does. */
  automount(path: string): string | null;
}

export const homes = probe<Homes>({
  name: 'homes',
  timeoutSeconds: 60,
  // About 5,000 homes.
  sizeBytesMax: 524288,
  live: false,
  // The shells that hasLoginShell knows end no login. Map lines may carry credentials of file servers: only mount points leave.
  script: `
_passwd=$(resolve /etc/passwd)
if [ -r "$_passwd" ]; then
  awk -F: '
    { sub(/\\r$/, "") }
    /^[^#+: \\t-][^:]*:/ && $6 ~ /^\\/+[^\\/]/ && $7 !~ /(^|\\/)(nologin|false|true|sync|shutdown|halt)[ \\t]*$/ && !seen[$6]++ { print $6 }
  ' "$_passwd" | {
    while IFS= read -r _home; do later "$_home" metas; done
    later '' metas
  }
else
  note passwd-unread
fi
mount_points() {
  _master=$(resolve "$1")
  [ -e "$_master" ] || return 0
  if [ ! -r "$_master" ]; then note automount-unread "$1"; return 0; fi
  awk '$1 ~ /^\\// { print $1 }' "$_master" | while IFS= read -r _point; do note automount "$_point" "$1"; done
}
mount_points /etc/auto.master
expand '/etc/auto.master.d/*.autofs' mount_points
if [ "$LIVE" = 1 ] && [ -z "$R" ] && [ -r /proc/mounts ]; then
  awk '$3 == "autofs" && $2 !~ /^\\/proc\\// { print $2 }' /proc/mounts | while IFS= read -r _point; do note automount "$_point" /proc/mounts; done
fi
`,
  read(records) {
    if (records.note('passwd-unread')) return unread('/etc/passwd를 읽을 수 없음', '/etc/passwd could not be read');
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
    const master = records.note('automount-unread')?.values[0];
    if (master !== undefined) return unread(`${master}를 읽을 수 없음`, `${master} could not be read`);
    const points = records.notes('automount').map(({ values: [point = '', source = ''] }) => ({ point, source }));
    return {
      home(path) {
        const home = records.file(path);
        if (!home) throw new CoreError('invalid-record', `the home ${path} was not gathered`);
        return home;
      },
      automount(path) {
        // A direct map (/-) names its mount points in another file: any path may be one.
        const by = points.find(
          ({ point }) => point === '/-' || path === point || path.startsWith(`${point.replace(/\/$/, '')}/`),
        );
        return by ? `${by.point} (${by.source})` : null;
      },
    };
  },
});
