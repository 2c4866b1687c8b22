// The texts that a login shows: motd, issue, issue.net, and the file that sshd's Banner names.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';

export interface LoginTexts {
  /** Empty where the file is not there. */
  text(path: string): string;
  /** Files of /etc/motd, motd.d and what is made at run time, then of /etc/issue and issue.d. */
  readonly local: readonly FileRecord[];
}

export const loginTexts = probe<LoginTexts>({
  name: 'login-texts',
  timeoutSeconds: 10,
  sizeBytesMax: 262144,
  live: false,
  // Banner may name any file: what looks like a password field stays.
  script: `
shown() { head -c 4000 | sed '/:[$!*]/d'; }
file /etc/motd shown
expand '/etc/motd.d/*' file shown
file /run/motd.dynamic shown
file /etc/issue shown
expand '/etc/issue.d/*' file shown
file /etc/issue.net shown
banner_of() {
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] && sed -n 's/^[[:space:]]*[Bb][Aa][Nn][Nn][Ee][Rr][[:space:]=]*"\\{0,1\\}\\(\\/[^"[:space:]]*\\).*/\\1/p' "$_real"
}
{ banner_of /etc/ssh/sshd_config; expand '/etc/ssh/sshd_config.d/*' banner_of; } | tr -d '\\r' | sort -u | head -n 5 |
  while IFS= read -r _path; do [ "$_path" = /etc/issue.net ] || file "$_path" shown; done
:
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const present = records.files().filter((file) => file.state === 'present' && file.type === 'file');
    return {
      text: (path) => present.find((file) => file.path === path)?.lines.join('\n') ?? '',
      local: present.filter(({ path }) => /^\/(?:etc\/(?:motd|issue)(?:$|\.d\/)|run\/motd\.dynamic$)/.test(path)),
    };
  },
});
