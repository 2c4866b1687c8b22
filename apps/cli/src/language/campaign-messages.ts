// The words of campaigns, their records and what is told of them; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const campaignMessages = {
  'campaign.retry': {
    ko: '{campaign}: {count}대를 다시 시도합니다',
    en: '{campaign}: another attempt for {count} hosts',
  },
  'campaign.stopped': {
    ko: '캠페인이 중단되었습니다: {why}. 원인을 고친 뒤 "bongsu campaign retry --state not-attempted"로 이어 갑니다',
    en: 'the campaign was stopped: {why}. Mend the cause, then "bongsu campaign retry --state not-attempted" goes on',
  },
  'notice.waiting': {
    ko: '알림 {channel}: 아직 전달되지 않음({tries}회 시도, {said}); {at} 뒤에 다음 실행이나 worker가 다시 보냅니다',
    en: 'notice to {channel}: not taken yet ({tries} tries, {said}); the next run or a worker tries again after {at}',
  },
  'notice.sending': { ko: '알림 {channel}: 보내는 중', en: 'notice to {channel}: being sent' },
  'notice.sent': { ko: '알림 {channel}: 전달됨 ({said})', en: 'notice to {channel}: taken ({said})' },
  'notice.failed': {
    ko: '알림 {channel}: 전달 실패 ({said}); 다시 보내지 않습니다',
    en: 'notice to {channel}: failed ({said}); it is not sent again',
  },
  'notice.unclear': {
    ko: '알림 {channel}: 전달 여부를 알 수 없음 ({said}); 두 번 보내지 않도록 다시 보내지 않습니다',
    en: 'notice to {channel}: may have been taken ({said}); it is not sent again, so that nobody has it twice',
  },
  'plan.ring': {
    ko: '링 {ring} ({upTo}까지): {hosts}대; {stop}',
    en: 'ring {ring} (up to {upTo}): {hosts} hosts; {stop}',
  },
  'plan.stop': { ko: '{limits} 넘게 나쁘게 끝나면 중단', en: 'stops where more than {limits} end badly' },
  'plan.no-stop': { ko: '중단 조건 없음', en: 'no stop condition' },
  'plan.window': { ko: '점검 시간대 {window}: {hosts}대, {at}부터', en: 'window {window}: {hosts} hosts, from {at}' },
  'plan.window-late': {
    ko: '점검 시간대 {window}: {hosts}대, 마감 {deadline} 전에 열리지 않습니다(다음 {at}): 이 호스트들은 점검되지 않습니다. campaign.deadlineSeconds를 늘리십시오',
    en: 'window {window}: {hosts} hosts, does not open before the deadline {deadline} (next: {at}): they will not be attempted; raise campaign.deadlineSeconds',
  },
  'plan.deadline': { ko: '{deadline} 뒤에는 보내지 않습니다', en: 'nothing is sent after {deadline}' },
  'plan.wait': {
    ko: '연결이 끊긴 호스트는 {until}까지 기다립니다',
    en: 'hosts that are away are waited for until {until}',
  },
  'plan.delivery': { ko: '전달 방식: {mode}', en: 'delivery: {mode}' },
  'report.delivery': { ko: '전달 방식', en: 'delivery' },
  'delivery.presigned': {
    ko: 'presigned (인스턴스마다 명령 하나와 한 번만 쓸 수 있는 URL)',
    en: 'presigned (for each instance one command and one write-once URL)',
  },
  'delivery.batch': {
    ko: 'batch (명령 하나에 최대 50대, 결과마다 인스턴스 신원 문서의 서명으로 확인)',
    en: 'batch (up to 50 instances a command, each result proven by the signed identity document of its instance)',
  },
  'delivery.role': {
    ko: 'role (명령 하나에 최대 50대, 인스턴스가 제 역할로 결과를 올리고 버킷 정책이 키를 인스턴스에 묶음)',
    en: 'role (up to 50 instances a command, each puts its result with its own role where the policy of the bucket lets no other)',
  },
  'delivery.by-hand': { ko: 'by-hand (손으로 옮김)', en: 'by hand (carried to the host and back)' },
  'delivery.association': {
    ko: 'association (State Manager가 스스로 실행, 명령을 보내지 않고 인스턴스가 제 역할로 결과를 올림)',
    en: 'association (State Manager runs it by itself: nothing is sent, and instances put their results with their own role)',
  },
  'association.seen': { ko: '확인 시각', en: 'looked at' },
  'association.intended': { ko: '만들 예정', en: 'to be made' },
  'association.standing': { ko: '정상', en: 'stands' },
  'association.leaving': { ko: '제거 중', en: 'to be removed' },
  'association.left': {
    ko: '예약이 없어진 연결(association)을 제거하지 못함: {words}',
    en: 'an association whose schedule is gone could not be removed: {words}',
  },
  'association.newcomers': {
    ko: '새로 나타난 노드의 점검 {campaign}',
    en: 'campaign {campaign} for nodes that appeared',
  },
  'association.unknown': {
    ko: '인벤토리에 없던 노드 {count}대에서도 실행됨: {nodes}',
    en: 'it also ran on {count} nodes that the inventory did not know: {nodes}',
  },
  'schedule.told': { ko: '예약 {name} {at}: {outcome} {why}', en: 'schedule {name} {at}: {outcome} {why}' },
  'schedule.configured': { ko: '처음 등록됨', en: 'first seen' },
  'schedule.started': { ko: '시작됨', en: 'started' },
  'schedule.blackout': { ko: '금지일', en: 'blackout' },
  'schedule.missed': { ko: '누락', en: 'missed' },
  'schedule.name': { ko: '예약', en: 'schedule' },
  'schedule.cron': { ko: '주기', en: 'cron' },
  'schedule.zone': { ko: '시간대', en: 'time zone' },
  'schedule.next': { ko: '다음 실행', en: 'next' },
  'schedule.due': { ko: '예정 시각', en: 'due' },
  'schedule.outcome': { ko: '결과', en: 'outcome' },
  'register.none': {
    ko: '자산 대장이 비어 있습니다. "bongsu discover"가 채웁니다',
    en: 'the register is empty: "bongsu discover" fills it',
  },
  'overdue.never': { ko: '점검된 적 없음', en: 'never' },
  'overdue.last': { ko: '마지막 점검', en: 'last assessed' },
  'overdue.sum': {
    ko: '전체 {total}대 가운데 {count}대가 {days}일 안에 점검되지 않았습니다',
    en: '{count} of {total} instances were not assessed within {days} days',
  },
  'prune.until': { ko: '보존 기한', en: 'kept until' },
  'prune.what': { ko: '처리', en: 'what became of it' },
  'prune.removed': { ko: '삭제함', en: 'removed' },
  'prune.would': { ko: '삭제 대상', en: 'would be removed' },
  'prune.open-campaign': { ko: '남김: 캠페인이 끝나지 않았습니다', en: 'stays: its campaign has not ended' },
  'prune.unsigned-record': {
    ko: '남김: 실행 기록이 아직 서명되지 않았습니다',
    en: 'stays: the run record is not signed yet',
  },
  'prune.answer': {
    ko: '남김: 유효한 답변이 있는 호스트의 가장 최근 증적입니다',
    en: 'stays: the newest of a host of which an answer still counts',
  },
  'prune.sum': {
    ko: '보존 기한이 지난 증적 {count}건({bytes}바이트)을 삭제했고 {stays}건은 남겼습니다',
    en: '{count} archives past their retention removed ({bytes} bytes), {stays} stay',
  },
  'prune.sum-dry': {
    ko: '보존 기한이 지난 증적 {count}건({bytes}바이트)을 삭제하게 되며 {stays}건은 남습니다. 아무것도 삭제하지 않았습니다',
    en: '{count} archives past their retention would be removed ({bytes} bytes), {stays} would stay; nothing was removed',
  },
  'prune.left': { ko: '남은 증적: {count}건, {bytes}바이트', en: 'what is kept: {count} archives, {bytes} bytes' },
  'record.none': {
    ko: '{campaign}: 아직 실행 기록이 없습니다. 캠페인이 끝나면 만들어집니다',
    en: '{campaign}: there is no run record yet; it is made when the campaign ends',
  },
  'record.written': { ko: '실행 기록을 {file}에 썼습니다', en: 'run record written to {file}' },
  'record.unsigned': {
    ko: '{campaign}: 실행 기록이 아직 서명되지 않았습니다: {why}. "bongsu worker"가 다시 시도하며, "bongsu record"로도 서명할 수 있습니다',
    en: '{campaign}: the run record is not signed yet: {why}. "bongsu worker" tries again, "bongsu record" does so at once',
  },
  'record.signed': { ko: '{campaign}: 실행 기록에 서명했습니다', en: '{campaign}: the run record is signed' },
  'record.public-key': {
    ko: '서명 공개 키를 {file}에 썼습니다. 지문(SHA-256): {fingerprint}',
    en: 'public key of the signatures written to {file}; fingerprint (SHA-256): {fingerprint}',
  },
  'verify.whole': {
    ko: '{file}: 변경되지 않았습니다. 캠페인 {campaign}, 대상 {targets}대',
    en: '{file}: whole. Campaign {campaign}, {targets} targets',
  },
  'verify.by': { ko: '실행자 {by}, 버전 {version}, 종료 {at}', en: 'run by {by}, version {version}, ended {at}' },
  'verify.known': { ko: '알려진 키로 서명되었습니다: SHA-256 {key}', en: 'signed by the key you know: SHA-256 {key}' },
  'verify.unknown-key': {
    ko: '기록에 적힌 키로 서명되었지만 누구의 키인지는 알 수 없습니다 (--key나 --fingerprint로 지정): SHA-256 {key}',
    en: 'signed by the key that the record names, but whose it is nobody said (--key or --fingerprint name one): SHA-256 {key}',
  },
  'verify.kms': { ko: 'AWS KMS 키: {arn}', en: 'a key of AWS KMS: {arn}' },
  'verify.late': {
    ko: '캠페인이 끝날 때 서명하지 못해 {at}에 서명되었습니다 (서명자의 시계)',
    en: 'it could not be signed as the campaign ended, and was at {at} (by the clock of who signed)',
  },
  'verify.removed': {
    ko: '증적 {count}건은 보존 기한이 지난 뒤 삭제되어 대조하지 못했습니다. 첫 번째: {instance}, {at}에 {by}이(가) 삭제 (기한 {until})',
    en: '{count} archives were removed after their retention and could not be held against it; the first: {instance}, removed {at} by {by} (kept until {until})',
  },
  'verify.unknown-format': {
    ko: '{line}번째 줄은 이 버전이 모르는 형식입니다: {what}',
    en: 'line {line} is of a format that this version does not know: {what}',
  },
  'verify.store': {
    ko: '저장소가 봉인된 내용과 다릅니다. 기록의 {line}번째 줄: {what}',
    en: 'the store does not hold what was sealed. Line {line} of the record: {what}',
  },
  'verify.fault': { ko: '{file}: 믿을 수 없습니다. {what}', en: '{file}: not to be trusted. {what}' },
  'verify.not-a-record': { ko: '실행 기록이 아닙니다: {what}', en: 'this is no run record: {what}' },
  'verify.not-signed': { ko: '서명되지 않았습니다: {what}', en: 'it is not signed: {what}' },
  'verify.wrong-key': { ko: '다른 키로 서명되었습니다: {what}', en: 'it is signed by another key: {what}' },
  'verify.seal-altered': { ko: '봉인이 변경되었습니다: {what}', en: 'the seal was altered: {what}' },
  'verify.line-altered': {
    ko: '처음 변경된 것은 {line}번째 줄입니다: {what}',
    en: 'the first thing altered is line {line}: {what}',
  },
  'verify.lines-missing': { ko: '줄이 없어졌습니다: {what}', en: 'lines are missing: {what}' },
  'verify.lines-added': {
    ko: '{line}번째 줄부터 덧붙여졌습니다: {what}',
    en: 'lines were added from line {line} on: {what}',
  },
  'verify.sum': { ko: '합이 맞지 않습니다: {what}', en: 'the sums do not hold: {what}' },
  'live.others': { ko: '외 계정 {count}개', en: '{count} other accounts' },
} as const satisfies Readonly<Record<string, Text>>;
