// The words of workers and their jobs; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const workerMessages = {
  'clocks.ahead': {
    ko: '이 서버의 시계가 데이터베이스보다 {seconds} s 빠릅니다(측정 오차 {give} s, 허용 {most} s). NTP로 맞추십시오',
    en: "the clock of this machine is {seconds} s ahead of the database's (give or take {give} s; {most} s at most): set it by NTP",
  },
  'clocks.behind': {
    ko: '이 서버의 시계가 데이터베이스보다 {seconds} s 느립니다(측정 오차 {give} s, 허용 {most} s). NTP로 맞추십시오',
    en: "the clock of this machine is {seconds} s behind the database's (give or take {give} s; {most} s at most): set it by NTP",
  },
  'worker.works': {
    ko: '작업을 기다립니다. 끝내려면 Ctrl-C (진행 중인 단계는 마칩니다)',
    en: 'waiting for work; Ctrl-C ends (steps in hand are finished first)',
  },
  'worker.folder': {
    ko: '주의: 증적이 이 서버의 폴더 {folder}에 저장됩니다. 여러 대에서 작업하려면 evidence: { kind: s3 }으로 설정하세요',
    en: 'note: evidence is kept in the folder {folder} of this machine; for workers on several machines set evidence: { kind: s3 }',
  },
  'worker.stopping': { ko: '진행 중인 단계를 마치고 끝냅니다', en: 'finishing the steps in hand' },
  'worker.stopped': { ko: '작업을 끝냈습니다', en: 'stopped' },
  'worker.ended': { ko: '캠페인 {campaign} 완료', en: 'campaign {campaign} has ended' },
  'worker.trouble': {
    ko: '{key}: {tries}번째 시도 실패, 잠시 뒤 다시 시도합니다: {words}',
    en: '{key}: try {tries} failed, tried again soon: {words}',
  },
  'worker.failed': {
    ko: '{key}: {tries}번째 시도까지 실패했습니다. "bongsu jobs"에 남습니다: {words}',
    en: '{key}: failed after {tries} tries, kept in "bongsu jobs": {words}',
  },
  'worker.queue': { ko: '작업 대기열: {words}', en: 'the queue: {words}' },
  'worker.handed-over': {
    ko: '캠페인 {campaign}을(를) 작업자에게 맡겼습니다. "bongsu campaign show {campaign}"으로 진행 상황을 봅니다',
    en: 'campaign {campaign} is left to the workers; "bongsu campaign show {campaign}" shows how far it is',
  },
  'jobs.none': { ko: '대기 중이거나 진행 중이거나 실패한 작업이 없습니다', en: 'nothing waits, runs or has failed' },
  'jobs.waiting': { ko: '대기', en: 'waiting' },
  'jobs.running': { ko: '진행 중', en: 'running' },
  'jobs.failed': { ko: '실패', en: 'failed' },
  'head.job': { ko: '작업', en: 'job' },
  'head.at': { ko: '시각', en: 'at' },
  'head.tries': { ko: '시도', en: 'tries' },
} as const satisfies Readonly<Record<string, Text>>;
