// The SSH and Telnet servers: sshd's own effective configuration where it can tell, and every file that makes it up.
import type { CommandRecord, FileRecord, SshdSetting } from '@bongsu/core';
import { parseSshdDump, probe, sshdSettings, unread } from '@bongsu/core';

export interface SshServer {
  readonly installed: boolean;
  /** false only where systemd says that neither the service nor the socket runs or would start. */
  readonly mayRun: boolean;
  /** `sshd -T` for root, or null with the reason why sshd could not tell. */
  readonly effective: ReadonlyMap<string, string> | null;
  readonly effectiveFault: string;
  readonly settings: readonly SshdSetting[];
  /** Present where a Telnet server answers or would: the unit or file that starts it. */
  readonly telnet: string | null;
  /** True where pam_securetty guards Telnet logins and securetty lists no pseudo-terminal. */
  readonly telnetGuarded: boolean;
}

export const sshServer = probe<SshServer>({
  name: 'ssh-server',
  timeoutSeconds: 30,
  sizeBytesMax: 524288,
  live: false,
  script: `
meta /usr/sbin/sshd
# Each file once, and those it includes in turn.
: > "$W/ssh-files"
: > "$W/ssh-new"
sshd_file() {
  grep -Fxq -e "$1" "$W/ssh-files" && return 0
  printf '%s\\n' "$1" >> "$W/ssh-files"
  printf '%s\\n' "$1" >> "$W/ssh-new"
  file "$1"
}
includes_of() {
  follow "$1"
  [ -f "$_real" ] && [ -r "$_real" ] && awk '{
    gsub(/[="\\r]/, " ")
    if (tolower($1) == "include") for (i = 2; i <= NF && $i !~ /^#/; i++) print $i
  }' "$_real"
}
sshd_file /etc/ssh/sshd_config
expand '/etc/ssh/sshd_config.d/*' sshd_file
for _level in 1 2 3 4; do
  while IFS= read -r _path; do includes_of "$_path"; done < "$W/ssh-new" | sort -u > "$W/ssh-includes"
  : > "$W/ssh-new"
  while IFS= read -r _include; do
    case $_include in /*) ;; *) _include=/etc/ssh/$_include ;; esac
    expand "$_include" sshd_file
  done < "$W/ssh-includes"
done
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  cmd sshd-T sshd -T -C user=root,host=localhost,addr=127.0.0.1
fi
if [ "$LIVE" = 1 ]; then
  for _unit in ssh.service sshd.service ssh.socket sshd.socket telnet.socket xinetd.service; do
    cmd "active $_unit" systemctl is-active "$_unit"
    cmd "enabled $_unit" systemctl is-enabled "$_unit"
  done
fi
file /etc/xinetd.d/telnet
file /etc/inetd.conf
file /etc/securetty
file /etc/pam.d/login
file /etc/pam.d/remote
meta /etc/systemd/system/sockets.target.wants/telnet.socket
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable' && file.path.startsWith('/etc/ssh'));
    const dump = records.command('sshd-T');
    const effective = dump?.exitCode === 0 ? parseSshdDump(dump.stdout) : null;
    const config = records.file('/etc/ssh/sshd_config');
    const binary = records.file('/usr/sbin/sshd');
    const installed = config?.state === 'present' || binary?.state === 'present';
    if (hidden && !effective) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    if (installed && config?.state !== 'present' && !effective)
      return unread('sshd_config가 없고 sshd -T도 답하지 않음', 'no sshd_config, and sshd -T did not answer');
    return {
      installed,
      mayRun: unitMayRun(['ssh.service', 'sshd.service', 'ssh.socket', 'sshd.socket'], (label) =>
        records.command(label),
      ),
      effective,
      effectiveFault: faultOf(dump),
      settings: sshdSettings(files),
      telnet: telnetOf(files, (label) => records.command(label)),
      telnetGuarded: telnetGuarded(files),
    };
  },
});

type Asked = (label: string) => CommandRecord | undefined;

function unitMayRun(units: readonly string[], asked: Asked): boolean {
  const answers = units.flatMap((unit) => [asked(`active ${unit}`), asked(`enabled ${unit}`)]);
  // Without systemd's word (an image, a container, no permission) a server that is there may run.
  if (answers.every((answer) => answer === undefined || answer.missing)) return true;
  return answers.some((answer) =>
    /^(active|activating|reloading|enabled|enabled-runtime)$/.test(answer?.stdout[0] ?? ''),
  );
}

function faultOf(dump: CommandRecord | undefined): string {
  if (!dump) return 'not asked: the root is not booted';
  if (dump.missing) return 'no sshd program';
  return dump.stderr.at(-1)?.slice(0, 120) ?? `exit code ${dump.exitCode}`;
}

function telnetOf(files: readonly FileRecord[], asked: Asked): string | null {
  const on = (label: string): boolean => /^(active|enabled)$/.test(asked(label)?.stdout[0] ?? '');
  if (on('active telnet.socket') || on('enabled telnet.socket')) return 'telnet.socket';
  const byPath = (path: string): FileRecord | undefined =>
    files.find((file) => file.path === path && file.state === 'present');
  const wants = '/etc/systemd/system/sockets.target.wants/telnet.socket';
  if (byPath(wants)) return wants;
  const xinetd = byPath('/etc/xinetd.d/telnet');
  const disabled = xinetd?.lines.some((line) => /^\s*disable\s*=\s*yes\b/i.test(line));
  // Only a running (or unasked) xinetd serves its files.
  const xinetdRuns =
    asked('active xinetd.service') === undefined || on('active xinetd.service') || on('enabled xinetd.service');
  if (xinetd && !disabled && xinetdRuns) return xinetd.path;
  const inetd = byPath('/etc/inetd.conf');
  return inetd?.lines.some((line) => /^\s*telnet\s/.test(line)) ? inetd.path : null;
}

function telnetGuarded(files: readonly FileRecord[]): boolean {
  const present = files.filter((file) => file.state === 'present');
  const securetty = present.find((file) => file.path === '/etc/securetty');
  const guarded = present.some(
    (file) =>
      file.path.startsWith('/etc/pam.d/') && file.lines.some((line) => /^\s*auth\s.*pam_securetty\.so/.test(line)),
  );
  return guarded && securetty !== undefined && !securetty.lines.some((line) => /^\s*pts/.test(line));
}
