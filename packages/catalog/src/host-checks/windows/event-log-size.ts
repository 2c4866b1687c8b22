// Logs may grow to 10,240 KB or more, and are kept for 90 days (KISA 2026 W-42, 2021 W-70).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, numberParameter, pass, text } from '@bongsu/core';
import { eventLogs } from '../../probes/windows/event-logs.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const eventLogSize = hostCheck({
  id: 'windows.event-log-size',
  title: text('이벤트 로그 관리 설정', 'Event logs are large enough and kept'),
  why: text(
    '로그가 작으면 침해의 흔적이 곧 덮입니다.',
    'In a small log the traces of an intrusion are soon overwritten.',
  ),
  importance: 'low',
  expects: text(
    '로그가 10,240KB 이상이고 90일 동안 보존됨',
    'logs may grow to 10,240 KB or more, and are kept for 90 days',
  ),
  remedy: text(
    '로그의 최대 크기를 10,240KB 이상으로 하고, 가득 차면 보관하거나 로그를 모으는 서버로 보냅니다.',
    'Let logs grow to 10,240 KB or more, and archive full ones or forward them.',
  ),
  fix: {
    any: [
      'wevtutil sl Security /ms:104857600',
      'wevtutil sl System /ms:10485760',
      'wevtutil sl Application /ms:10485760',
    ],
  },
  question: text(
    '로그를 따로 모으거나 보관해 90일 이상 보존합니까?',
    'Are the logs forwarded or archived, and kept for 90 days?',
  ),
  parameters: {
    kilobytes: numberParameter(text('로그의 최대 크기(KB)', 'kilobytes that a log may have'), 10240, {
      min: 64,
      max: 4194240,
    }),
    days: numberParameter(text('보존하는 날 수', 'days that events are kept'), 90, { min: 0, max: 3650 }),
  },
  needs: { logs: eventLogs, registry: registryOf('retentionSystem', 'retentionApplication', 'retentionSecurity') },
  judge({ logs, registry }, _host, { kilobytes, days }) {
    const retention: Readonly<Record<string, number | null>> = {
      system: registry.retentionSystem.number,
      application: registry.retentionApplication.number,
      security: registry.retentionSecurity.number,
    };
    const seen = logs.map((log) => {
      const seconds = retention[log.name.toLowerCase()] ?? 0;
      // 0xffffffff never overwrites; other numbers are the seconds for which nothing is.
      const kept = log.mode !== 'Circular' || seconds >= days * 86_400;
      const proof: Proof = {
        source: `log ${log.name}`,
        found: `${Math.floor(log.bytesMax / 1024)} KB, ${log.enabled ? log.mode : 'disabled'}, retention ${seconds} s`,
        expected: `${kilobytes} KB or more, kept for ${days} days`,
      };
      return { kept, large: log.bytesMax >= kilobytes * 1024, enabled: log.enabled, proof };
    });
    const evidence = seen.map(({ proof }) => proof);
    if (seen.some(({ large, enabled }) => !large || !enabled))
      return fail(text('꺼져 있거나 작은 이벤트 로그가 있음', 'an event log is off or too small'), evidence);
    return seen.every(({ kept }) => kept)
      ? pass(text('이벤트 로그가 크고 보존됨', 'the event logs are large and kept'), evidence)
      : manual(
          text(
            '오래된 이벤트가 덮어써짐: 90일 보존 방법을 확인 필요',
            'old events are overwritten: how are they kept?',
          ),
          evidence,
        );
  },
});
