// Logs are reviewed and reported on a schedule (KISA 2021 U-43; gone in 2026): a process, which a person answers with what the host shows.
import { hostCheck, manual, text } from '@bongsu/core';
import { shippingProofs } from '../../criteria/log-shipping.ts';
import { logging } from '../../probes/logging.ts';
import { services } from '../../probes/services.ts';

export const logReview = hostCheck({
  id: 'log.review',
  title: text('로그의 정기적 검토 및 보고', 'Regular log review and reporting'),
  why: text('아무도 보지 않는 로그는 침해를 알리지 못합니다.', 'A log that nobody reads tells of no intrusion.'),
  importance: 'high',
  expects: text('로그를 주기적으로 검토·분석·보고함', 'logs are reviewed, analysed and reported on a schedule'),
  remedy: text(
    '검토 주기와 담당자를 정하고, 검토 결과 보고서를 남깁니다.',
    'Set a schedule and an owner, review, and keep the reports.',
  ),
  question: text(
    '누가 얼마나 자주 이 서버의 로그를 검토하고 보고합니까? 마지막 보고서는 어디에 있습니까?',
    'Who reviews the logs of this server, how often, and where is the last report?',
  ),
  needs: { logging, services },
  judge({ logging: { ages }, services: known }) {
    const evidence = ages.map(({ path, ageSeconds }) => ({
      source: path,
      found: `written ${Math.floor(ageSeconds / 3600)} h before the check`,
      expected: 'review records',
    }));
    return manual(
      text('절차 항목: 검토 기록을 사람이 확인해야 함', 'a process: a person has to look at the review records'),
      [
        ...(evidence.length > 0
          ? evidence
          : [{ source: '/var/log', found: 'no log seen', expected: 'review records' }]),
        ...shippingProofs(known),
      ],
    );
  },
});
