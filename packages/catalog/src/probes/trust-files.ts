// The files in which hosts and users are trusted without a password: hosts.equiv and .rhosts of every home, with only the lines that hold a "+".
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface TrustFiles {
  /** Those that are there; `lines` are empty but for entries that begin a field with "+". */
  readonly files: readonly FileRecord[];
}

export const trustFiles = probe<TrustFiles>({
  name: 'trust-files',
  timeoutSeconds: 60,
  // About 8,000 homes without such a file.
  sizeBytesMax: 524288,
  live: false,
  script: `
plus_lines() { awk '{ print ($1 !~ /^#/ && ($1 ~ /^[+]/ || $2 ~ /^[+]/)) ? substr($0, 1, 200) : "" }'; }
file /etc/hosts.equiv plus_lines
_passwd=$(resolve /etc/passwd)
[ -r "$_passwd" ] || { note homes unreadable; exit 0; }
awk -F: '$1 !~ /^[#+-]/ && $6 ~ /^\\// { sub(/\\/+$/, "", $6); print $6 }' "$_passwd" | sort -u | while IFS= read -r _home; do
  case $_home in /dev/* | /proc/* | /sys/*) continue ;; esac
  file "$_home/.rhosts" plus_lines
done
`,
  read(records) {
    const files = records.files().filter((file) => /(?:^\/etc\/hosts\.equiv|\/\.rhosts)$/.test(file.path));
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    if (records.note('homes')) return unread('/etc/passwd를 읽을 수 없음', '/etc/passwd could not be read');
    // A folder or a link to /dev/null in their place is a way to keep them from being made.
    return { files: files.filter((file) => file.state === 'present' && file.type === 'file') };
  },
});
