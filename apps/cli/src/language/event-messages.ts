// The words of events about instances; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const eventMessages = {
  'events.none': { ko: '받은 이벤트가 없습니다', en: 'no events so far' },
  'events.unset': {
    ko: '설정에 events.queueUrl이 없습니다 (docs/workers.md)',
    en: 'the configuration has no events.queueUrl (docs/workers.md)',
  },
  'events.sum': {
    ko: '최근 {count}건. 대기 {waiting}건, 거부된 메시지 {refused}건',
    en: 'the latest {count}; {waiting} wait, {refused} messages refused',
  },
  'events.refused': { ko: '이벤트나 결과가 아닌 메시지', en: 'messages that are neither events nor results' },
  'events.unread': {
    ko: '대기열 {queue}: 읽지 못했습니다 ({at}): {call} {code} {message}',
    en: 'the queue {queue} could not be read ({at}): {call} {code} {message}',
  },
  'events.read': { ko: '대기열 {queue}: 마지막으로 읽은 시각 {at}', en: 'the queue {queue} was last read at {at}' },
  'events.started': {
    ko: '새 인스턴스 점검: 캠페인 {campaign}',
    en: 'new instances are checked: campaign {campaign}',
  },
  'events.took': {
    ko: '메시지 {messages}건, 새 이벤트 {kept}건, 거부 {refused}건',
    en: '{messages} messages, {kept} new events, {refused} refused',
  },
  'events.waiting': {
    ko: '{count}건이 온라인 상태를 기다립니다',
    en: '{count} events wait for their instances to come online',
  },
  'event.what': { ko: '이벤트', en: 'event' },
  'event.outcome': { ko: '처리', en: 'what became of it' },
  'event.receives': { ko: '수신', en: 'received' },
  'event.removed': { ko: '제거됨', en: 'removed' },
  'event.reason': { ko: '사유', en: 'reason' },
  'event.excerpt': { ko: '내용', en: 'content' },
  'event.yes': { ko: '예', en: 'yes' },
  'event.no': { ko: '아니오', en: 'no' },
  'event.running': { ko: '시작됨', en: 'running' },
  'event.stopped': { ko: '중지됨', en: 'stopped' },
  'event.terminated': { ko: '종료됨', en: 'terminated' },
  'event.registered': { ko: 'SSM 등록', en: 'registered' },
  'outcome.waiting': { ko: '대기', en: 'waits' },
  'outcome.started': { ko: '점검', en: 'checked' },
  'outcome.sampled': { ko: '표본으로 대신함', en: 'sampled' },
  'outcome.already-checked': { ko: '이미 점검함', en: 'already checked' },
  'outcome.noted': { ko: '기록만', en: 'noted' },
  'outcome.unknown-account': { ko: '모르는 계정', en: 'unknown account' },
  'outcome.unknown-region': { ko: '대상이 아닌 리전', en: 'Region left out' },
  'outcome.gone': { ko: '사라짐', en: 'gone' },
  'outcome.stopped': { ko: '중지됨', en: 'stopped' },
  'outcome.not-managed': { ko: 'SSM 미관리', en: 'not managed by SSM' },
  'outcome.agent-offline': { ko: '에이전트 오프라인', en: 'agent offline' },
  'outcome.excluded': { ko: '제외', en: 'excluded' },
  'outcome.platform-unsupported': { ko: '미지원 플랫폼', en: 'platform unsupported' },
  'outcome.undeliverable': { ko: '확인 불가', en: 'could not be looked at' },
} as const satisfies Readonly<Record<string, Text>>;
