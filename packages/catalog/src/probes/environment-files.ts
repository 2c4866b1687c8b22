// The start-up files of shells and programs in the home of every account, and the system's own, with owner, mode and access-control lists.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import type { FileModes } from './file-modes.ts';
import { fileModesOf, guardShell } from './file-modes.ts';

export interface EnvironmentFiles {
  readonly modes: FileModes;
  /** Those in homes, by path. */
  readonly personal: readonly FileRecord[];
  /** /etc/profile and its like. */
  readonly system: readonly FileRecord[];
}

/** The guide's list, and the names under which bash, tcsh and zsh look too. */
const names =
  '.profile | .kshrc | .cshrc | .bashrc | .bash_profile | .login | .exrc | .netrc | .bash_login | .tcshrc | .zshrc | .zprofile | .zshenv';

export const environmentFiles = probe<EnvironmentFiles>({
  name: 'environment-files',
  timeoutSeconds: 60,
  // About 15,000 files.
  sizeBytesMax: 1048576,
  live: false,
  // Homes that are no one's own (/, /bin, /nonexistent and their like) hold no account's files.
  script: `
${guardShell}
dotfile() {
  case \${1##*/} in ${names}) later "$1" guard ;; esac
}
guard /etc/profile /etc/bashrc /etc/bash.bashrc /etc/environment /etc/csh.login /etc/csh.cshrc /etc/zshenv /etc/zprofile /etc/zshrc
expand '/etc/profile.d/*' later guard
later '' guard
_passwd=$(resolve /etc/passwd)
[ -r "$_passwd" ] || { note homes unreadable; exit 0; }
awk -F: '$1 !~ /^[#+-]/ && $6 ~ /^\\// { sub(/\\/+$/, "", $6); print $6 }' "$_passwd" | sort -u | {
while IFS= read -r _home; do
  case $_home in
    '' | /bin | /sbin | /usr | /usr/bin | /usr/sbin | /usr/games | /etc | /dev | /proc | /sys | /run | /tmp | /var | /var/tmp | /nonexistent) continue ;;
    /dev/* | /proc/* | /sys/* | /nonexistent/*) continue ;;
  esac
  expand "$_home/.*" dotfile
done
later '' guard
}
`,
  read(records) {
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 볼 수 없음`, `${hidden.path} could not be seen`);
    if (records.note('homes')) return unread('/etc/passwd를 읽을 수 없음', '/etc/passwd could not be read');
    const there = records.files().filter((file) => file.state === 'present' && file.type === 'file');
    return {
      modes: fileModesOf(records),
      personal: there.filter((file) => /\/\.[a-z_]+$/.test(file.path)),
      system: there.filter((file) => /^\/etc\/(?:profile|bashrc|bash\.bashrc|environment|csh\.|z)/.test(file.path)),
    };
  },
});
