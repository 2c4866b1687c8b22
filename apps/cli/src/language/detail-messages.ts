// Why a host stands where it stands, as the ledger writes it down in English; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const detailMessages = {
  'detail.no-result': { ko: '명령은 성공했으나 결과가 도착하지 않음', en: 'the command succeeded, no result arrived' },
  'detail.delivery': { ko: '전달 시간 초과', en: 'delivery' },
  'detail.execution': { ko: '실행 시간 초과', en: 'execution' },
  'detail.execution-step': { ko: '실행 시간 초과({step} 단계)', en: 'execution (step {step})' },
  'detail.silent': { ko: '결과도 명령의 종료도 확인되지 않음', en: 'no result and no end of the command' },
  'detail.unread': { ko: '결과 없음({fault})', en: 'no result; {fault}' },
  'detail.untaken': { ko: '결과를 가져오지 못함({fault})', en: 'its result could not be taken; {fault}' },
  'detail.unclear': { ko: '명령이 전송되었는지 알 수 없음', en: 'the outcome of the send is not known' },
  'detail.skipped': { ko: '모든 단계를 건너뜀', en: 'every step was skipped' },
  'detail.terminated': { ko: '서비스가 종료함', en: 'terminated by the service' },
  'detail.cancelled': { ko: '취소됨', en: 'cancelled' },
  'detail.step': { ko: '{step} 단계 실패, 종료 코드 {exit}', en: 'step {step}, exit code {exit}' },
  'detail.step-why': { ko: '{step} 단계 실패, 종료 코드 {exit}: {why}', en: 'step {step}, exit code {exit}: {why}' },
  'detail.not-managed': { ko: 'Systems Manager에 등록되지 않음', en: 'Systems Manager does not know it' },
  'detail.ping': { ko: '{ping}, 마지막 응답 {at}', en: '{ping}, last ping {at}' },
  'detail.no-return': { ko: '{what}. 시간 안에 돌아오지 않음', en: '{what}; did not come back in time' },
  'detail.since-plan': { ko: '계획 이후 상태 변경: {what}', en: '{what} since the plan' },
  'detail.unlisted': { ko: 'EC2 목록에 더 이상 없음', en: 'EC2 no longer lists it' },
  'detail.gone': { ko: '기다리는 동안 종료(삭제)됨', en: 'terminated while it was waited for' },
  'detail.deadline': { ko: '기한 {at}이 지남', en: 'the deadline {at} has passed' },
  'detail.times': { ko: '{what}, {count}회', en: '{what}, {count} times' },
  'detail.excluded': { ko: '{by} 제외: {why}', en: 'by {by}: {why}' },
  'detail.unknown': { ko: '판단불가: {units}', en: 'unknown: {units}' },
  'detail.no-step': { ko: '{what}, 어느 단계인지 알 수 없음', en: '{what}, no step named' },
  'detail.other-run': { ko: '다른 실행의 결과', en: 'from another run' },
  'detail.oversized': {
    ko: '너무 큼: {bytes}바이트, 허용 {most}바이트',
    en: 'oversized: {bytes} bytes, the slot has {most}',
  },
  'detail.no-archive': { ko: '읽을 수 없는 압축 파일{code}', en: "not a readable gzip'd tar{code}" },
  'detail.permission': {
    ko: '{call}: {code}. 필요한 권한: {permission}',
    en: '{call}: {code}; missing permission: {permission}',
  },
  'detail.association-no-result': {
    ko: '연결은 성공했으나 결과가 도착하지 않음',
    en: 'the association succeeded, no result arrived',
  },
} as const satisfies Record<string, Text>;
