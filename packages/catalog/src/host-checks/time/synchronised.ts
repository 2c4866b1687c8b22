// A time service runs, has a source and is synchronised (KISA 2026 U-65). The guide shows ntp and chrony; timesyncd does the same.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, notApplicable, pass, text } from '@bongsu/core';
import type { TimeFiles } from '../../probes/time-files.ts';
import { timeFiles } from '../../probes/time-files.ts';
import type { DaemonState, TimeState } from '../../probes/time-state.ts';
import { timeState } from '../../probes/time-state.ts';

const shownMax = 20;

export const synchronised = hostCheck({
  id: 'time.synchronised',
  title: text('NTP 및 시각 동기화 설정', 'NTP and time synchronisation'),
  why: text(
    '시각이 다르면 로그를 서로 맞춰 볼 수 없고 인증서와 토큰의 유효 기간도 어긋납니다.',
    'With clocks apart, logs cannot be put side by side and certificates and tokens expire wrongly.',
  ),
  importance: 'medium',
  expects: text(
    '시각 동기화 서비스가 동작하고 원본이 설정되어 있으며 동기화됨',
    'a time service is active, has a configured source and is synchronised',
  ),
  remedy: text(
    'chronyd(또는 systemd-timesyncd)를 켜고 조직이 정한 원본을 설정합니다. AWS에서는 169.254.169.123(IPv6 fd00:ec2::123)을 쓸 수 있습니다.',
    'Enable chronyd (or systemd-timesyncd) and set the source your organisation names; on AWS 169.254.169.123 (IPv6 fd00:ec2::123) is at hand.',
  ),
  fix: {
    'amazon-linux': ['systemctl enable --now chronyd', 'chronyc sources'],
    rhel: [
      'dnf install chrony',
      "echo 'server 169.254.169.123 prefer iburst' >> /etc/chrony.conf",
      'systemctl enable --now chronyd',
    ],
    debian: [
      'apt-get install chrony',
      "echo 'server 169.254.169.123 prefer iburst' > /etc/chrony/sources.d/aws.sources",
      'systemctl restart chrony',
    ],
  },
  parameters: {
    sources: listParameter(
      text(
        '기관이 정한 시각 원본(주소나 이름). 비우면 가리지 않음',
        'the sources that the organisation names, by address or name; empty accepts any',
      ),
      [],
    ),
  },
  needs: { files: timeFiles, state: timeState },
  judge({ files, state }, host, { sources }) {
    if (host.container)
      return notApplicable(text('컨테이너는 호스트의 시계를 씀', 'a container shares the clock of its host'));
    if (state.running.length === 0)
      return fail(text('동작 중인 시각 동기화 서비스가 없음', 'no time service is active'), unitProofs(state, files));
    // One that keeps the time is enough; where none does, the first tells why.
    return state.running
      .map((daemon) => judgeDaemon(daemon, files, sources))
      .reduce((best, one) => (best.status !== 'pass' && one.status === 'pass' ? one : best));
  },
});

function unitProofs(state: TimeState, files: TimeFiles): Proof[] {
  const installed = files.installed.length > 0 ? files.installed.join(', ') : 'none';
  return [
    ...state.units.map(({ unit, answer }) => ({ source: `systemctl is-active ${unit}`, found: answer })),
    { source: 'installed', found: installed },
  ];
}

function judgeDaemon(daemon: DaemonState, files: TimeFiles, named: readonly string[]): Judgement {
  const configured = files.sources[daemon.daemon].map(
    (source): Proof => ({ source: `${source.path}:${source.line}`, found: `${source.kind} ${source.address}` }),
  );
  // Sources from DHCP or from a file that was not gathered are known to the daemon alone.
  const peers: Proof[] =
    daemon.peers.length > 0 ? [{ source: 'sources in use', found: daemon.peers.slice(0, shownMax).join(', ') }] : [];
  const builtIn: Proof[] =
    daemon.daemon === 'timesyncd' && configured.length === 0 && files.timesyncdBuiltIn
      ? [{ source: 'timesyncd', found: 'no NTP= or FallbackNTP=: the servers compiled in' }]
      : [];
  const sources = [...configured.slice(0, shownMax), ...peers, ...builtIn];
  const evidence: Proof[] = [
    { source: daemon.unit, found: 'active' },
    { ...daemon.said, expected: 'synchronised with a selected source' },
    ...sources,
  ];
  if (sources.length === 0)
    return fail(text(`${daemon.unit}에 설정된 원본이 없음`, `${daemon.unit} has no source`), evidence);
  if (!daemon.synchronised)
    return fail(
      text(`${daemon.unit}가 동작하나 동기화되지 않음`, `${daemon.unit} is active but not synchronised`),
      evidence,
    );
  const foreign = named.length === 0 ? [] : addressesOf(daemon, files).filter((one) => !named.includes(one));
  if (foreign.length > 0)
    return fail(
      text(
        `기관이 정하지 않은 원본을 씀: ${foreign.slice(0, 5).join(', ')}`,
        `${daemon.unit} uses sources that the organisation does not name: ${foreign.slice(0, 5).join(', ')}`,
      ),
      evidence,
    );
  return pass(text(`${daemon.unit}가 동기화됨`, `${daemon.unit} is active and synchronised`), evidence);
}

/** What the files name; where they name nothing (DHCP), what the daemon knows. A name in a file is not told from the addresses behind it. */
function addressesOf({ daemon, peers }: DaemonState, files: TimeFiles): readonly string[] {
  const configured = files.sources[daemon].map(({ address }) => address);
  return configured.length > 0 ? configured : peers;
}
