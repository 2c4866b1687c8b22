// Which time daemons run, and whether they say that the clock is synchronised, with which source.
import type { CommandRecord, Records } from '@bongsu/core';
import { chronyTracks, probe, timePeers, unread } from '@bongsu/core';
import { containerNote } from './system.ts';
import type { TimeDaemon } from './time-files.ts';

export interface DaemonState {
  readonly daemon: TimeDaemon;
  /** The unit that runs, or the program that answered where no systemd is. */
  readonly unit: string;
  readonly synchronised: boolean;
  /** What said so, as evidence. */
  readonly said: { readonly source: string; readonly found: string };
  /** Addresses it knows of now, whichever file or DHCP answer they came from. */
  readonly peers: readonly string[];
}

export interface TimeState {
  readonly running: readonly DaemonState[];
  /** Every unit that was asked for and its answer. */
  readonly units: readonly { readonly unit: string; readonly answer: string }[];
}

const units: Readonly<Record<TimeDaemon, readonly string[]>> = {
  chrony: ['chronyd.service', 'chrony.service'],
  ntpd: ['ntpd.service', 'ntp.service', 'ntpsec.service'],
  timesyncd: ['systemd-timesyncd.service'],
};
const daemons: readonly TimeDaemon[] = ['chrony', 'ntpd', 'timesyncd'];

export const timeState = probe<TimeState>({
  name: 'time-state',
  timeoutSeconds: 90,
  sizeBytesMax: 65536,
  live: true,
  // timedatectl of systemd before 239 (Amazon Linux 2) knows no "show".
  script: `
ask() {
  _as=$1
  shift
  if command -v "$1" > /dev/null 2>&1; then cmd "$_as" timeout 10 "$@"; else cmd "$_as" "$1"; fi
}
for _unit in ${Object.values(units).flat().join(' ')}; do ask "active $_unit" systemctl is-active "$_unit"; done
ask tracking chronyc -n tracking
ask sources chronyc -n sources
ask peers ntpq -pn
ask synchronised timedatectl show -p NTPSynchronized
ask status timedatectl status
${containerNote}`,
  read(records) {
    // A container shares the clock of its host and has nothing to tell.
    if (records.note('container')?.values[0] === 'yes') return { running: [], units: [] };
    const answers = daemons.flatMap((daemon) =>
      units[daemon].map((unit) => ({ daemon, unit, record: records.command(`active ${unit}`) })),
    );
    // Without systemd, a daemon that answers its own question runs.
    const systemd = answers.some(({ record }) => record !== undefined && !record.missing && record.stdout.length > 0);
    const active = systemd
      ? answers.filter(({ record }) => record?.stdout[0] === 'active')
      : answering(records).map((daemon) => ({ daemon, unit: `${daemon} (no systemd)`, record: undefined }));
    if (!systemd && active.length === 0)
      return unread(
        'systemctl, chronyc, ntpq 어느 것도 답하지 않음',
        'neither systemctl nor chronyc nor ntpq answered',
      );
    const running: DaemonState[] = [];
    for (const daemon of daemons) {
      const unit = active.find((one) => one.daemon === daemon)?.unit;
      if (unit === undefined) continue;
      const state = stateOf(daemon, unit, records);
      if (!state)
        return unread(
          `${unit}의 동기화 상태를 알 수 없음`,
          `${unit} runs, but nothing says whether it is synchronised`,
        );
      running.push(state);
    }
    return { running, units: answers.map(({ unit, record }) => ({ unit, answer: record?.stdout[0] ?? 'no answer' })) };
  },
});

function answered(record: CommandRecord | undefined): record is CommandRecord {
  return record !== undefined && !record.missing && record.exitCode === 0 && record.stdout.length > 0;
}

function answering(records: Records): TimeDaemon[] {
  return [
    ...(answered(records.command('tracking')) ? (['chrony'] as const) : []),
    ...(answered(records.command('peers')) ? (['ntpd'] as const) : []),
  ];
}

function stateOf(daemon: TimeDaemon, unit: string, records: Records): DaemonState | null {
  const own = daemon === 'chrony' ? chronyState(records) : daemon === 'ntpd' ? ntpState(records) : null;
  const state = own ?? kernelState(records);
  return state && { daemon, unit, peers: [], ...state };
}

type Said = Pick<DaemonState, 'synchronised' | 'said'> & { readonly peers?: readonly string[] };

function chronyState(records: Records): Said | null {
  const tracking = records.command('tracking');
  const sources = records.command('sources');
  if (!answered(tracking) || !answered(sources)) return null;
  const tracks = chronyTracks(tracking.stdout);
  if (tracks === null) return null;
  const { all, selected } = timePeers(sources.stdout);
  const found = `Leap status: ${tracks ? 'synchronised' : 'Not synchronised'}; selected source: ${selected ?? 'none'}`;
  return {
    synchronised: tracks && selected !== null,
    said: { source: 'chronyc -n tracking, chronyc -n sources', found },
    peers: all,
  };
}

function ntpState(records: Records): Said | null {
  const peers = records.command('peers');
  if (!answered(peers)) return null;
  const { all, selected } = timePeers(peers.stdout);
  return {
    synchronised: selected !== null,
    said: { source: 'ntpq -pn', found: `selected peer: ${selected ?? 'none'}` },
    peers: all,
  };
}

/** The kernel's own flag, by systemd: `NTPSynchronized=yes`, or the line of the status. */
function kernelState(records: Records): Said | null {
  const lines = [...(records.command('synchronised')?.stdout ?? []), ...(records.command('status')?.stdout ?? [])];
  const line = lines.find((one) =>
    /^(?:NTPSynchronized=|\s*(?:NTP synchronized|System clock synchronized):)/.test(one),
  );
  if (line === undefined) return null;
  return { synchronised: /[=:]\s*yes\s*$/.test(line), said: { source: 'timedatectl', found: line.trim() } };
}
