// Whether the host patches itself, and whether what is installed also runs.
import { probe, unread } from '@bongsu/core';

export interface PatchState {
  /** Day of the host's clock, `2026-05-01`. */
  readonly today: string;
  readonly runningKernel: string;
  /** The kernel that was installed last; empty where nothing tells. */
  readonly newestKernel: string;
  readonly rebootRequired: boolean;
  /** Lines that switch automatic updates on, with their places. */
  readonly automatic: readonly { readonly source: string; readonly found: string }[];
}

export const patchState = probe<PatchState>({
  name: 'patch-state',
  timeoutSeconds: 30,
  sizeBytesMax: 65536,
  live: false,
  script: `
automatic_lines() { grep -E '^[[:space:]]*(APT::Periodic::|apply_updates|upgrade_type|update_cmd)' || :; }
note today "$(date -u +%Y-%m-%d)"
expand '/etc/apt/apt.conf.d/*' file automatic_lines
file /etc/dnf/automatic.conf automatic_lines
file /etc/yum/yum-cron.conf automatic_lines
meta /run/reboot-required
if [ "$LIVE" = 1 ] && [ -z "$R" ]; then
  cmd kernel uname -r
  cmd kernels rpm -q --qf '%{INSTALLTIME} %{VERSION}-%{RELEASE}.%{ARCH}\\n' --whatprovides kernel
  cmd timers systemctl list-unit-files --plain --no-legend --type=timer
fi
:
`,
  read(records) {
    const today = records.note('today')?.values[0] ?? '';
    if (!/^\d{4}-\d\d-\d\d$/.test(today))
      return unread('호스트의 날짜를 알 수 없음', 'the date of the host is not known');
    const hidden = records.files().find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const kernels = (records.command('kernels')?.stdout ?? []).flatMap((line) => {
      const parts = /^(\d+) (\S+)$/.exec(line);
      return parts ? [{ at: Number(parts[1]), name: parts[2] ?? '' }] : [];
    });
    const lines = records
      .files()
      .flatMap(({ path, lines: texts }) => texts.map((found) => ({ source: path, found: found.trim() })))
      .filter(({ found }) => /Unattended-Upgrade\s+"(?!0")|^apply_updates\s*=\s*(?:yes|true|1)/i.test(found));
    // apt's own timer is on everywhere and does nothing unless Unattended-Upgrade is set.
    const timers = (records.command('timers')?.stdout ?? [])
      .filter((line) => /^dnf-automatic(?:-install)?\.timer\s+enabled/.test(line))
      .map((line) => ({ source: 'systemctl list-unit-files', found: line.trim().replace(/\s+/g, ' ') }));
    return {
      today,
      runningKernel: records.command('kernel')?.stdout[0]?.trim() ?? '',
      newestKernel: kernels.sort((a, b) => a.at - b.at).at(-1)?.name ?? '',
      rebootRequired: records.file('/run/reboot-required')?.state === 'present',
      automatic: [...lines, ...timers],
    };
  },
});
