// Logs are reviewed, analysed and reported on a schedule (KISA 2021 W-34).
import { hostCheck, manual, text } from '@bongsu/core';
import { eventLogs } from '../../probes/windows/event-logs.ts';

export const logReview = hostCheck({
  id: 'windows.log-review',
  title: text('로그의 정기적 검토 및 보고', 'Logs are reviewed and reported on a schedule'),
  why: text('아무도 보지 않는 로그는 침해를 알리지 못합니다.', 'A log that nobody reads tells of no intrusion.'),
  importance: 'high',
  expects: text('로그를 주기적으로 검토·분석·보고함', 'logs are reviewed, analysed and reported on a schedule'),
  remedy: text(
    '검토 주기와 담당자를 정하고, 검토 결과 보고서를 남깁니다.',
    'Set a schedule and an owner, review, and keep the reports.',
  ),
  fix: { any: ["Get-WinEvent -ListLog 'Application', 'Security', 'System'"] },
  question: text(
    '누가 얼마나 자주 이 서버의 로그를 검토하고 보고합니까? 마지막 보고서는 어디에 있습니까?',
    'Who reviews the logs of this server, how often, and where is the last report?',
  ),
  needs: { logs: eventLogs },
  judge({ logs }) {
    return manual(
      text('절차 항목: 검토 기록을 사람이 확인해야 함', 'a process: a person has to look at the review records'),
      logs.map(({ name, bytesMax, mode }) => ({
        source: `log ${name}`,
        found: `${Math.floor(bytesMax / 1024)} KB, ${mode}`,
        expected: 'review records',
      })),
    );
  },
});
