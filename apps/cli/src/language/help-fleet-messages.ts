// Help for the commands that set up, check and follow a fleet; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const helpFleetMessages = {
  'help.init': { ko: '주석이 달린 설정 파일을 만듭니다', en: 'write a commented configuration' },
  'help.init.print': { ko: '파일로 쓰지 않고 화면에 출력합니다', en: 'print it instead' },
  'help.doctor': {
    ko: '설정을 시험합니다: 자격 증명, 계정, 역할, 버킷, 권한',
    en: 'try the configuration: identity, accounts, roles, bucket, permissions',
  },
  'help.doctor.policies': {
    ko: '중앙 주체와 구성원 역할에 필요한 IAM 정책을 출력합니다',
    en: 'print the IAM policies that the central principal and the member role need',
  },
  'help.doctor.organization': {
    ko: '--policies와 함께: 이 조직(aws:PrincipalOrgID)의 주체만 신뢰합니다',
    en: 'with --policies: only principals of this organisation (aws:PrincipalOrgID) are trusted',
  },
  'help.discover': {
    ko: '계정, 리전, 인스턴스를 읽어 자산 대장에 등록합니다',
    en: 'read accounts, Regions and instances into the register',
  },
  'help.campaign': {
    ko: '서버 전체를 점검하고 빠진 인스턴스가 없음을 증명합니다',
    en: 'check a fleet and prove that no instance was missed',
  },
  'help.campaign.plan': {
    ko: '대상을 확정하고 무엇을 할지 보여 줍니다. 아무것도 보내지 않습니다',
    en: 'freeze the targets and show what would be done; sends nothing',
  },
  'help.campaign.run': {
    ko: '계획, 확인, 전송, 추적, 수집, 판정을 차례로 합니다',
    en: 'plan, ask, send, follow, gather, judge',
  },
  'help.campaign.run.dry-run': { ko: '계획까지만 합니다', en: 'stop after the plan' },
  'help.campaign.run.yes': { ko: '보내기 전에 묻지 않습니다', en: 'do not ask before sending' },
  'help.campaign.run.by-worker': {
    ko: '계획하고 확인받은 뒤, 나머지는 "bongsu worker"에 맡깁니다',
    en: 'plan and ask, and leave the rest to "bongsu worker"',
  },
  'help.campaign.resume': {
    ko: '계획만 되었거나 중단된 캠페인을 이어서 진행합니다',
    en: 'go on with a campaign that was planned or interrupted',
  },
  'help.campaign.resume.by-worker': { ko: '"bongsu worker"에 맡깁니다', en: 'leave it to "bongsu worker"' },
  'help.campaign.retry': {
    ko: '이 상태로 끝난 대상을 다시 시도하고 캠페인을 끝까지 진행합니다',
    en: 'another attempt for targets that ended in these states, then the campaign to its end',
  },
  'help.campaign.retry.state': {
    ko: '예: no-result, failed, timed-out, not-attempted',
    en: 'such as no-result, failed, timed-out, not-attempted',
  },
  'help.campaign.show': { ko: '캠페인의 계획과 커버리지를 보여 줍니다', en: 'a campaign, its plan and its coverage' },
  'help.campaign.watch': {
    ko: '캠페인이 끝날 때까지 계정별·상태별 대수를 실시간으로 보여 줍니다. 작업자가 진행하는 캠페인도 됩니다',
    en: 'live counts by account and state until the campaign ends, also of one that workers run',
  },
  'help.campaign.list': { ko: '모든 캠페인을 보여 줍니다', en: 'all campaigns' },
  'help.worker': {
    ko: '종료 신호(SIGTERM, SIGINT)가 올 때까지 캠페인의 단계를 처리합니다. PostgreSQL 서버 하나를 여러 작업자가 함께 쓸 수 있습니다',
    en: 'take the steps of campaigns until it is told to end (SIGTERM, SIGINT); several may share a PostgreSQL server',
  },
  'help.worker.concurrency': { ko: '동시에 처리할 단계 수', en: 'steps taken at a time' },
  'help.jobs': {
    ko: '대기 중이거나 진행 중이거나 실패한 작업을 보여 줍니다',
    en: 'what waits for a worker, what is being worked on, and what has failed',
  },
  'help.schedule': {
    ko: '정해진 시각에 실행되는 캠페인(작업자는 스스로 확인합니다)',
    en: 'campaigns that run by themselves (a worker looks by itself)',
  },
  'help.schedule.list': {
    ko: '일정, 다음 실행 시각, 지난 실행의 결과(시작됨, 놓침, 금지일)를 보여 줍니다',
    en: 'schedules, their next times, and what became of those before: started, missed, blackout',
  },
  'help.schedule.run-due': {
    ko: '지금 실행할 일정을 시작해 끝까지 진행합니다. 작업자가 없는 곳의 cron용',
    en: 'start what is due now and run it to its end; for a cron job where no worker runs',
  },
  'help.overdue': {
    ko: '오랫동안 점검되지 않았거나 한 번도 점검되지 않은 인스턴스',
    en: 'instances that were not assessed for too long, or never',
  },
  'help.overdue.days': { ko: '며칠이 지나면 오래된 것으로 볼지', en: 'how long is too long' },
  'help.overdue.exit-code': { ko: '그런 인스턴스가 있으면 종료 코드 1', en: 'exit 1 where there are some' },
  'help.events': {
    ko: 'AWS가 알려 온 새 인스턴스와 바뀐 인스턴스, 그 처리 결과(작업자는 스스로 확인합니다)',
    en: 'new and changed instances that AWS told of, and what became of each (a worker looks by itself)',
  },
  'help.events.limit': { ko: '최신순으로 보여 줄 개수', en: 'so many, the newest first' },
  'help.watch': {
    ko: '대기열의 이벤트를 받아, 온라인인 새 인스턴스를 점검합니다',
    en: 'take what is in the queue of events, and check new instances that are online',
  },
  'help.watch.once': {
    ko: '한 번 확인하고, 시작된 점검을 끝까지 진행합니다. 작업자가 없는 곳의 cron용',
    en: 'look once and run what comes of it to its end; for a cron job where no worker runs',
  },
  'help.demo': {
    ko: '이 서버에서 호스트 여러 대를, 계정에서 보고서까지 점검해 봅니다',
    en: 'a fleet of hosts checked on this machine, from accounts to report',
  },
  'help.demo.out': { ko: '파일을 쓸 폴더', en: 'folder for the files it writes' },
} as const satisfies Readonly<Record<string, Text>>;
