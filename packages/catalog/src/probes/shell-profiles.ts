// The start-up files of login shells, with every value that is none of ours masked on the host, and what root's own login shell says.
import type { FileRecord } from '@bongsu/core';
import { probe, unread } from '@bongsu/core';
import { shellMask } from './shell-profiles/mask.ts';

export interface ShellProfiles {
  readonly files: readonly FileRecord[];
  file(path: string): FileRecord | undefined;
  /** Whether a path is there; null where nobody looked. */
  exists(path: string): boolean | null;
  /** What a clean interactive login bash of root said; null where it was not asked or did not answer. */
  readonly rootShell: { readonly tmout: string | null; readonly path: string } | null;
}

export const shellProfiles = probe<ShellProfiles>({
  name: 'shell-profiles',
  timeoutSeconds: 40,
  sizeBytesMax: 524288,
  live: false,
  // SIGKILL because an interactive shell ignores SIGTERM. A file takes the answer: what a profile leaves behind would hold a pipe open.
  script: `
${shellMask}
profile() { file "$1" shell_mask; }
for _path in /etc/profile /etc/bashrc /etc/bash.bashrc /etc/environment /etc/csh.login /etc/csh.cshrc; do profile "$_path"; done
expand '/etc/profile.d/*' profile
for _path in .bash_profile .bash_login .profile .bashrc .cshrc .tcshrc .login; do profile "/root/$_path"; done
# Files that these source from elsewhere; one level is what people write.
for _path in /etc/profile /etc/bashrc /etc/bash.bashrc /etc/profile.d/*.sh /root/.bash_profile /root/.profile /root/.bashrc; do
  _real=$R$_path
  [ -n "$R" ] && _real=$(resolve "$_path")
  [ -f "$_real" ] && [ -r "$_real" ] && awk '{
    for (i = 1; i < NF; i++) if ($i == "." || $i == "source") {
      path = $(i + 1)
      gsub(/[";]/, "", path)
      sub(/^([~]|[$]HOME|[$][{]HOME[}])[\\/]/, "/root/", path)
      if (path ~ /^[\\/][A-Za-z0-9_.\\/-]+$/) print path
    }
  }' "$_real"
done | sort -u | while IFS= read -r _path; do
  case $_path in /etc/profile | /etc/bashrc | /etc/bash.bashrc | /etc/profile.d/* | /root/.bashrc | /root/.profile) ;; *) profile "$_path" ;; esac
done
root_login() {
  timeout -s KILL 15 env -i HOME=/root USER=root LOGNAME=root SHELL=/bin/bash TERM=dumb HISTFILE=/dev/null \\
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \\
    bash -lic 'printf "\\nbongsu-TMOUT %s\\nbongsu-PATH %s\\n" "\${TMOUT-unset}" "$PATH"' < /dev/null > "$W/root-login" 2> /dev/null
  sed -n 's/^bongsu-//p' "$W/root-login"
}
if [ "$LIVE" = 1 ] && [ -z "$R" ] && [ "$(id -u)" = 0 ] && command -v bash > /dev/null 2>&1; then
  cmd root-login root_login
fi
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const file = (path: string): FileRecord | undefined =>
      files.find((one) => one.path === path && one.type === 'file');
    return {
      files,
      file,
      exists(path) {
        const record = files.find((one) => one.path === path);
        if (record) return record.state === 'present';
        return files.some((one) => one.state === 'present' && one.path.startsWith(`${path}/`)) ? true : null;
      },
      rootShell: said(records.command('root-login')?.stdout ?? []),
    };
  },
});

function said(lines: readonly string[]): ShellProfiles['rootShell'] {
  const after = (word: string): string | undefined =>
    lines.findLast((line) => line.startsWith(`${word} `))?.slice(word.length + 1);
  const [tmout, path] = [after('TMOUT'), after('PATH')];
  if (tmout === undefined || path === undefined) return null;
  return { tmout: tmout === 'unset' ? null : tmout, path };
}
