// The PAM stacks and the settings files of the modules that we judge.
import type { FileRecord } from '@bongsu/core';
import { pamArgument, pamLines, probe, unread } from '@bongsu/core';

export interface Pam {
  /** Every file below /etc/pam.d. */
  readonly stacks: readonly FileRecord[];
  /** A settings file below /etc/security, or one that a `conf=` argument names. */
  settings(path: string): FileRecord | undefined;
  /** /etc/security/pwquality.conf.d in the order in which libpwquality reads it, then the main file. */
  readonly pwquality: readonly FileRecord[];
}

export const pam = probe<Pam>({
  name: 'pam',
  timeoutSeconds: 15,
  sizeBytesMax: 524288,
  live: false,
  // Modules of databases and directories take passwords as arguments: only whether such an argument is there may leave.
  script: `
pam_mask() {
  awk '{
    sub(/\\r$/, "")
    if ($0 ~ /#/) sub(/#.*/, "#")
    line = ""
    for (i = 1; i <= NF; i++) {
      if (tolower($i) ~ /(pass|secret|pw|key|token|cred)[a-z_]*=/) sub(/=.*/, "=masked", $i)
      line = line (i > 1 ? " " : "") $i
    }
    print line
  }'
}
without_comments() { sed 's/#.*/#/'; }
expand '/etc/pam.d/*' file pam_mask
for _path in faillock pwquality pwhistory; do file "/etc/security/$_path.conf" without_comments; done
expand '/etc/security/pwquality.conf.d/*.conf' file without_comments
# Settings files by another name; those of other modules may hold secrets and stay.
named_conf() {
  _real=$R$1
  [ -n "$R" ] && _real=$(resolve "$1")
  [ -f "$_real" ] && [ -r "$_real" ] && sed -n '/^[^#]*pam_\\(faillock\\|pwhistory\\)/s/^[^#]*[[:space:]]conf=\\(\\/[^[:space:]]*\\).*/\\1/p' "$_real"
}
expand '/etc/pam.d/*' named_conf | tr -d '\\r' | sort -u | while IFS= read -r _path; do file "$_path" without_comments; done
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const present = files.filter((file) => file.state === 'present' && file.type === 'file');
    const stacks = present.filter((file) => file.path.startsWith('/etc/pam.d/'));
    if (stacks.length === 0) return unread('/etc/pam.d에 파일이 없음', 'there is no file in /etc/pam.d');
    const named = stacks
      .flatMap((file) => pamLines(file))
      .filter((line) => /^pam_(?:faillock|pwhistory)$/.test(line.target))
      .flatMap((line) => pamArgument(line, 'conf') ?? []);
    const lost = named.find((path) => records.file(path) === undefined);
    if (lost !== undefined) return unread(`${lost}를 읽지 않음`, `${lost} was not gathered`);
    const dropIns = present
      .filter((file) => /^\/etc\/security\/pwquality\.conf\.d\/[^/.][^/]*\.conf$/.test(file.path))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    const settings = (path: string): FileRecord | undefined => present.find((file) => file.path === path);
    const main = settings('/etc/security/pwquality.conf');
    return { stacks, settings, pwquality: main ? [...dropIns, main] : dropIns };
  },
});
