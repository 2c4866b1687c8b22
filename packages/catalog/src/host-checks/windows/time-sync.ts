// The clock is synchronised with a time server (KISA 2026 W-41).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { registryOf } from '../../probes/windows/registry.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';
import { timeSource } from '../../probes/windows/time-source.ts';

export const timeSync = hostCheck({
  id: 'windows.time-sync',
  title: text('NTP 및 시각 동기화 설정', 'The clock follows a time server'),
  why: text(
    '시각이 다르면 로그를 서로 맞춰 볼 수 없습니다.',
    'Where clocks differ, logs cannot be held against each other.',
  ),
  importance: 'medium',
  expects: text('시각이 NTP 서버와 동기화됨', 'the clock is synchronised with a time server'),
  remedy: text(
    'Windows Time 서비스를 켜고 시간 서버를 설정합니다. EC2에서는 169.254.169.123을 쓸 수 있습니다.',
    'Start the Windows Time service and set a time server; on EC2, 169.254.169.123 is there.',
  ),
  fix: {
    any: [
      'w32tm /config /manualpeerlist:169.254.169.123 /syncfromflags:manual /update',
      'Set-Service -Name W32Time -StartupType Automatic',
      'Start-Service -Name W32Time',
    ],
  },
  question: text('다른 NTP 서비스가 시각을 맞추고 있습니까?', 'Does the other NTP service keep the clock?'),
  needs: { services: windowsServices, registry: registryOf('timeType', 'timeServers'), source: timeSource },
  judge({ services, registry, source }) {
    const type = registry.timeType.values[0] ?? '';
    const evidence: Proof[] = [
      ...services.proofs('W32Time'),
      { source: registry.timeType.source, found: type || 'not set', expected: 'NTP, NT5DS or AllSync' },
      { source: registry.timeServers.source, found: registry.timeServers.values.join(', ') || 'not set' },
      { source: 'w32tm /query /status', found: source.said, expected: 'a source other than the own clock' },
    ];
    const running = services.find('W32Time')?.running === true;
    // Some estates run the NTP daemon of the reference implementation.
    if (!running && services.find('NTP')?.running === true)
      return manual(text('다른 NTP 서비스의 동기화를 확인해야 함', 'another NTP service runs: is it synchronised?'), [
        ...evidence,
        ...services.proofs('NTP'),
      ]);
    if (!running)
      return fail(text('Windows Time 서비스가 실행되지 않음', 'the Windows Time service does not run'), evidence);
    if (!['ntp', 'nt5ds', 'allsync'].includes(type.toLowerCase()))
      return fail(text('시간 서버와 동기화하도록 설정되지 않음', 'it is not set to follow a time server'), evidence);
    return source.free
      ? fail(text('시각이 어느 서버와도 동기화되지 않음', 'the clock follows no server'), evidence)
      : pass(text('시각이 동기화됨', 'the clock is synchronised'), evidence);
  },
});
