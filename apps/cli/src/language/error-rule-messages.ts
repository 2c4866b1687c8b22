// Why a campaign or a schedule cannot be carried out as it was ordered; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorRuleMessages = {
  'error.retry-carried': {
    ko: '{campaign}: 손으로 옮긴 것은 보내지 않고 다시 가져옵니다',
    en: '{campaign}: what was carried by hand is imported again, not sent',
  },
  'error.retry-planned': {
    ko: '{campaign}은(는) 계획만 되고 아직 실행되지 않았습니다: "bongsu campaign resume {name}"',
    en: '{campaign} was planned and not run yet: "bongsu campaign resume {name}"',
  },
  'error.retry-recurring': {
    ko: '{campaign}: State Manager가 스스로 다시 실행하며, 다음 기간은 그 기간의 캠페인이 집계합니다',
    en: '{campaign}: State Manager runs it again by itself, and the next period is accounted for by its own campaign',
  },
  'error.retry-none': {
    ko: '{campaign}: {states} 상태로 끝난 대상이 없습니다',
    en: '{campaign}: no target ended as {states}',
  },
  'error.snapshot-gone': {
    ko: '{campaign}의 스냅숏 {snapshot}이(가) 없어졌습니다',
    en: 'the snapshot {snapshot} of {campaign} is gone',
  },
  'error.delivery': {
    ko: '이 버전에는 전달 방식 {delivery}이(가) 없습니다. 가능한 방식: {names}',
    en: 'this version has no delivery by {delivery}: {names}',
  },
  'error.certificates': {
    ko: '{regions}에 있는 인스턴스의 신원 문서를 확인할 인증서가 없습니다(대상 {total}대 가운데 {count}대). campaign.certificates에 적거나 presigned 전달을 고르십시오',
    en: 'no certificate is known for identities of instances in {regions}, where {count} of {total} targets are: give it in campaign.certificates, or choose presigned delivery',
  },
  'error.bucket-policy': {
    ko: '버킷 정책에 {names}이(가) 없습니다. 인스턴스가 자기 것만 쓰게 하는 항목입니다. "bongsu doctor --policies"가 출력합니다. 또는 presigned 전달을 고르십시오',
    en: 'the policy of the bucket lacks {names}, which bind what an instance writes to that instance: "bongsu doctor --policies" prints them; or choose presigned delivery',
  },
  'error.script-large': {
    ko: '호스트 스크립트가 {bytes}바이트이며 호스트는 {most}바이트까지 받습니다. 팩을 빼거나 팩의 스크립트를 줄이십시오',
    en: 'the host script has {bytes} bytes, hosts fetch at most {most}: leave a pack out, or make its script smaller',
  },
  'error.url-short': {
    ko: 'URL 수명이 {url}초이나 전달 {delivery}초 + 실행 {execution}초 + 여유 {margin}초에 {need}초가 필요합니다. limits.urlSeconds를 늘리거나 나머지 둘을 줄이십시오',
    en: 'URLs live {url} s, but delivery {delivery} s + execution {execution} s + margin {margin} s need {need} s: raise limits.urlSeconds or lower the other two',
  },
  'error.credentials-short': {
    ko: '서명 자격 증명이 {count}초 뒤에 끝나며 URL은 {url}초 동안 유효해야 합니다. 다시 로그인하거나 limits.urlSeconds를 줄이십시오',
    en: 'the signing credentials end in {count} s, the URLs should live {url} s: sign in again, or lower limits.urlSeconds',
  },
  'error.window-short': {
    ko: '점검 시간대 {window}은(는) {count}초이며 전달 {delivery}초 + 실행 {execution}초에 부족합니다. 시간대를 늘리거나 limits를 줄이십시오',
    en: 'window {window} is {count} s long, delivery {delivery} s + execution {execution} s need more: make it longer, or lower the limits',
  },
  'error.schedule': { ko: '예약 {name}: {what}', en: 'schedule {name}: {what}' },
  'error.period-short': {
    ko: '{period}초마다 다시 실행되나 전달 {delivery}초 + 실행 {execution}초 + 여유 {margin}초에 {need}초가 필요합니다. 더 드물게 실행하거나 limits를 줄이십시오',
    en: 'it runs again after {period} s, delivery {delivery} s + execution {execution} s + margin {margin} s need {need} s: run it more seldom, or lower the limits',
  },
  'error.group-excluded': {
    ko: '대상 호스트 {total}대 가운데 {count}대가 제외되었으나 State Manager는 예외를 두지 못합니다. 제외한 호스트에 없는 태그를 지정하거나 다른 전달 방식으로 점검하십시오',
    en: '{count} of {total} hosts of its group are excluded, State Manager knows no exceptions: give it a tag that they have not, or check by another delivery',
  },
  'error.group-window': {
    ko: '대상 호스트 {total}대 가운데 {count}대에 점검 시간대({names})가 있으나 State Manager는 이를 모릅니다. 예약 시각을 그에 맞추거나 다른 전달 방식으로 점검하십시오',
    en: '{count} of {total} hosts of its group have a window ({names}), State Manager knows none: choose its times by them, or check by another delivery',
  },
  'error.rate-low': {
    ko: 'State Manager의 rate는 {least}분 이상이어야 하나 {count}분입니다',
    en: 'State Manager takes no rate below {least} minutes, this one is {count}',
  },
  'error.cron-fields': {
    ko: '필드 다섯 개(분 시 일 월 요일) 또는 rate를 적으십시오',
    en: 'five fields: minute hour day month weekday, or a rate',
  },
  'error.cron-month': {
    ko: 'State Manager의 cron은 월을 고를 수 없으나 {value}이(가) 적혀 있습니다',
    en: "State Manager's cron has no months to choose from, this one says {value}",
  },
  'error.cron-days': {
    ko: 'State Manager는 일과 요일 가운데 하나만 받습니다',
    en: 'State Manager takes a day of the month or a weekday, and not both',
  },
  'error.cron-numbers': {
    ko: 'State Manager는 숫자, 목록, 범위, 간격만 읽습니다',
    en: 'State Manager reads numbers, lists, ranges and steps alone',
  },
  'error.cron-weekdays': {
    ko: 'State Manager는 요일을 숫자나 SUN~SAT로 읽습니다',
    en: 'State Manager reads weekdays as numbers or SUN to SAT',
  },
  'error.cron-zone': {
    ko: 'State Manager의 cron은 UTC이며 {zone}은(는) UTC와 항상 같은 시간 단위로 차이 나지 않습니다',
    en: "State Manager's cron is in UTC, from which {zone} is not always the same whole hours apart",
  },
  'error.cron-other-day': {
    ko: '{zone}의 이 시각은 UTC로 다른 날짜가 됩니다. 다른 시각이나 UTC를 고르십시오',
    en: 'in UTC these hours of {zone} fall on another day of the month: choose others, or UTC',
  },
  'error.cron-two-days': {
    ko: '{zone}의 이 시각은 UTC로 이틀에 걸칩니다. 예약을 둘로 나누거나 UTC를 고르십시오',
    en: 'in UTC these hours of {zone} fall on two days: make two schedules, or choose UTC',
  },
  'error.cron-not-five': {
    ko: '{key}: 필드가 다섯 개(분 시 일 월 요일)가 아닙니다. 예: "0 2 * * 1-5"',
    en: '{key} has not five fields: minute hour day month weekday, such as "0 2 * * 1-5"',
  },
  'error.cron-refused': {
    ko: '{what}. 필드 다섯 개(분 시 일 월 요일)를 적으십시오. 예: "0 2 * * 1-5"',
    en: '{what}; five fields: minute hour day month weekday, such as "0 2 * * 1-5"',
  },
  'error.cron-never': { ko: '{key}: 오지 않는 시각입니다', en: '{key} never comes' },
  'error.time-zone': {
    ko: '{key}: Asia/Seoul과 같은 IANA 시간대가 아닙니다',
    en: '{key} is no IANA time zone, such as Asia/Seoul',
  },
  'error.cron-or-rate': { ko: 'cron과 rate 가운데 하나만 적으십시오', en: 'either cron or rate' },
  'error.rate-alone': {
    ko: 'rate는 delivery가 association인 예약에만 쓰며 나머지는 cron을 씁니다',
    en: 'only a schedule by association has a rate; others have a cron',
  },
  'error.blackouts': {
    ko: 'State Manager는 쉬는 날을 두지 못하여 그날에도 점검을 실행합니다',
    en: 'State Manager knows no days to leave out: it would run the check all the same',
  },
  'error.blackout-order': {
    ko: '끝({to})이 시작({from})보다 앞섭니다',
    en: 'ends ({to}) before it begins ({from})',
  },
} as const satisfies Record<string, Text>;
