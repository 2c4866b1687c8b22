// Which time daemons are installed and which sources their files give; only lines that name sources or other files leave the host.
import type { TimeSource } from '@bongsu/core';
import { dropInsOf, probe, timeSources, timesyncdSources, unread } from '@bongsu/core';

export type TimeDaemon = 'chrony' | 'ntpd' | 'timesyncd';

export interface TimeFiles {
  readonly installed: readonly TimeDaemon[];
  readonly sources: Readonly<Record<TimeDaemon, readonly TimeSource[]>>;
  /** timesyncd falls back to the servers that the distribution compiled in. */
  readonly timesyncdBuiltIn: boolean;
}

const programs: Readonly<Record<TimeDaemon, readonly string[]>> = {
  chrony: ['/usr/sbin/chronyd'],
  ntpd: ['/usr/sbin/ntpd', '/usr/bin/ntpd'],
  timesyncd: ['/usr/lib/systemd/systemd-timesyncd', '/lib/systemd/systemd-timesyncd'],
};
const chronyFolders = [
  '/etc/chrony.d',
  '/etc/chrony/conf.d',
  '/etc/chrony/sources.d',
  '/run/chrony.d',
  '/run/chrony-dhcp',
];
/** Drop-ins in the order of systemd: the last word wins. */
const timesyncdFolders = [
  '/usr/lib/systemd/timesyncd.conf.d',
  '/usr/local/lib/systemd/timesyncd.conf.d',
  '/run/systemd/timesyncd.conf.d',
  '/etc/systemd/timesyncd.conf.d',
];

export const timeFiles = probe<TimeFiles>({
  name: 'time-files',
  timeoutSeconds: 15,
  sizeBytesMax: 131072,
  live: false,
  // Other lines are emptied, not dropped, so that line numbers stay.
  script: `
sources_only() {
  awk 'tolower($1) ~ /^(server|pool|peer|refclock|include|includefile|confdir|sourcedir)$/ || /^[ \\t]*(Fallback)?NTP[ \\t]*=/ { print; next } { print "" }'
}
for _path in ${Object.values(programs).flat().join(' ')}; do meta "$_path"; done
for _path in /etc/chrony.conf /etc/chrony/chrony.conf /etc/ntp.conf /etc/ntpsec/ntp.conf /etc/systemd/timesyncd.conf; do
  file "$_path" sources_only
done
for _path in ${[...chronyFolders, ...timesyncdFolders].join(' ')}; do expand "$_path/*" file sources_only; done
`,
  read(records) {
    const files = records.files();
    const hidden = files.find((file) => file.state === 'unreadable');
    if (hidden) return unread(`${hidden.path}를 읽을 수 없음`, `${hidden.path} could not be read`);
    const there = (path: string): boolean => records.file(path)?.state === 'present';
    const daemons: readonly TimeDaemon[] = ['chrony', 'ntpd', 'timesyncd'];
    const main = files.filter((file) => file.path === '/etc/systemd/timesyncd.conf');
    const timesyncd = timesyncdSources([...main, ...dropInsOf(timesyncdFolders, files)]);
    const from = (...mains: string[]): TimeSource[] => mains.flatMap((main) => timeSources(main, files));
    return {
      installed: daemons.filter((daemon) => programs[daemon].some(there)),
      sources: {
        chrony: from('/etc/chrony.conf', '/etc/chrony/chrony.conf'),
        ntpd: from('/etc/ntp.conf', '/etc/ntpsec/ntp.conf'),
        timesyncd: timesyncd.sources,
      },
      timesyncdBuiltIn: timesyncd.builtIn,
    };
  },
});
