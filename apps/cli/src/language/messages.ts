// The one catalogue of the words that the command line says, in Korean and English. `{name}` is replaced by a value.
import type { Text } from '@bongsu/core';
import { campaignMessages } from './campaign-messages.ts';
import { carriedMessages } from './carried-messages.ts';
import { eventMessages } from './event-messages.ts';
import { helpFleetMessages } from './help-fleet-messages.ts';
import { helpMessages } from './help-messages.ts';
import { helpResultMessages } from './help-result-messages.ts';
import { policyMessages } from './policy-messages.ts';
import { reportMessages } from './report-messages.ts';
import { termMessages } from './term-messages.ts';
import { workerMessages } from './worker-messages.ts';

export const messages = {
  ...campaignMessages,
  ...carriedMessages,
  ...eventMessages,
  ...helpFleetMessages,
  ...helpMessages,
  ...helpResultMessages,
  ...policyMessages,
  ...reportMessages,
  ...termMessages,
  ...workerMessages,
  'plan.packs': { ko: '자체 점검 팩', en: 'packs' },
  'plan.pack-kind': { ko: '종류', en: 'kind' },
  'plan.pack-edition': { ko: '기준', en: 'edition' },
  'plan.declarative': { ko: '조건식', en: 'conditions' },
  'plan.legacy': { ko: '자체 스크립트', en: 'own script' },
  'plan.as-root': {
    ko: '주의: 팩 {pack}의 스크립트(SHA-256 위 표)가 점검 대상 호스트에서 root로 실행됩니다. 그 결과는 제3자 판정으로 표시됩니다.',
    en: 'Note: the script of pack {pack} runs as root on every host. Its results are shown as third-party judgement.',
  },
  'pack.made': {
    ko: '{folder}에 팩을 썼습니다. 다음: bongsu pack test {folder}',
    en: 'wrote a pack into {folder}. Next: bongsu pack test {folder}',
  },
  'pack.title': {
    ko: '팩 {name} {version} · {kind} · 기준 {edition} · {count}개 항목',
    en: 'pack {name} {version} · {kind} · edition {edition} · {count} items',
  },
  'pack.case': { ko: '사례', en: 'case' },
  'pack.expected': { ko: '기대', en: 'expected' },
  'pack.said': { ko: '판정', en: 'said' },
  'pack.good': { ko: '좋음: 사례 {cases}건', en: 'good: {cases} cases' },
  'pack.bad': {
    ko: '고칠 것: 사례 {cases}건 중 {failed}건이 다름; 위의 항목을 고치십시오',
    en: 'to mend: {failed} of {cases} cases say another thing; mend the items above',
  },
  'pack.hash': {
    ko: 'SHA-256 {sha256} (bongsu.yaml의 packs에 sha256으로 적습니다)',
    en: 'SHA-256 {sha256} (write it as sha256 under packs in bongsu.yaml)',
  },
  'pack.differs': {
    ko: '팩 {name}: 지금 {now}, 캠페인 {campaign}의 계획은 {then}. {used}',
    en: 'pack {name} is now {now}; campaign {campaign} was planned with {then}. {used}',
  },
  'pack.uses-planned': { ko: '계획된 것으로 진행합니다.', en: 'What was planned is used.' },
  'pack.uses-given': {
    ko: '지정한 것으로 다시 판정합니다. 그때 수집하지 않은 것은 판단불가입니다.',
    en: 'The one given judges; what was not gathered then is unknown.',
  },
  'pack.not-planned': { ko: '없음', en: 'none' },
  'assess.other-pack': { ko: '다른 팩', en: 'another pack' },
  'progress.collect': {
    ko: '자산 수집: 계정 {done}개 완료, {left}개 남음 {place}',
    en: 'collecting: {done} accounts read, {left} left {place}',
  },
  'progress.send': {
    ko: '명령 전송: {done}대 완료, {left}대 남음 {place}',
    en: 'sending: {done} commands out, {left} left {place}',
  },
  'progress.results': {
    ko: '결과 수신: {done}대 종료, {left}대 대기 {place}',
    en: 'gathering: {done} hosts ended, {left} awaited {place}',
  },
  'progress.assess': {
    ko: '다시 판정: {done}대 완료, {left}대 남음 {place}',
    en: 'judging again: {done} hosts done, {left} left {place}',
  },
  'progress.verify': {
    ko: '기록 대조: {done}건 완료, {left}건 남음 {place}',
    en: 'holding the store against the record: {done} lines done, {left} left {place}',
  },
  'progress.prune': {
    ko: '증적 삭제: {done}건 완료, {left}건 남음 {place}',
    en: 'removing evidence: {done} archives done, {left} left {place}',
  },
  'progress.import': {
    ko: '결과 가져오기: 파일 {done}개 읽음, {left}개 남음 {place}',
    en: 'importing: {done} files read, {left} left {place}',
  },
  'inventory.sum': {
    ko: '인스턴스 {total}대: 계정 {accounts}개, 계정·리전 {places}곳',
    en: '{total} instances in {accounts} accounts, {places} account-Region pairs',
  },
  'gaps.title': {
    ko: '읽지 못한 곳 {count}곳 (대수를 알 수 없어 합계에 넣지 않음)',
    en: 'places that could not be read: {count} (their number of instances is not known, so they are not in the sum)',
  },
  'gaps.whole-organization': { ko: '조직 전체', en: 'the organisation' },
  'gaps.whole-account': { ko: '계정 전체', en: 'whole account' },
  'coverage.title': { ko: '커버리지: 캠페인 {campaign}', en: 'coverage of campaign {campaign}' },
  'coverage.sum': {
    ko: '상태별 합 {sum} = 인벤토리 {total}',
    en: 'the states sum to {sum} = {total} instances of the inventory',
  },
  'coverage.reasons': { ko: '점검되지 않은 대상과 이유', en: 'targets that were not assessed, and why' },
  'plan.title': { ko: '계획: 캠페인 {campaign}', en: 'plan of campaign {campaign}' },
  'plan.targets': { ko: '대상', en: 'targets' },
  'plan.calls': { ko: '예정된 호출', en: 'calls to be made' },
  'plan.life': {
    ko: 'URL 수명 {url}초, 서명 자격 증명 {credential}',
    en: 'URLs live {url} s; the signing credentials {credential}',
  },
  'plan.forever': { ko: '만료 없음', en: 'do not expire' },
  'plan.ends': { ko: '{seconds}초 남음', en: 'have {seconds} s left' },
  'plan.script': { ko: '스크립트 {bytes}바이트, SHA-256 {sha}', en: 'script of {bytes} bytes, SHA-256 {sha}' },
  'plan.dry': {
    ko: '아무것도 보내지 않았습니다. "bongsu campaign resume {campaign}"으로 이 계획을 실행합니다.',
    en: 'Nothing was sent. "bongsu campaign resume {campaign}" runs this plan.',
  },
  'plan.nothing': { ko: '점검할 수 있는 대상이 없습니다.', en: 'There is no target that could be checked.' },
  'ask.send': {
    ko: '{count}대에 명령을 보냅니다. 계속할까요? [y/N] ',
    en: 'This sends a command to {count} instances. Go on? [y/N] ',
  },
  'ask.not-terminal': {
    ko: '터미널이 아니어서 물을 수 없습니다: --yes 로 동의하십시오. 계획은 {campaign}으로 저장되었습니다.',
    en: 'cannot ask without a terminal: agree with --yes. The plan is kept as {campaign}.',
  },
  'ask.refused': {
    ko: '보내지 않았습니다. 계획은 {campaign}으로 저장되었습니다.',
    en: 'Nothing was sent. The plan is kept as {campaign}.',
  },
  'results.title': { ko: '점검 결과: 캠페인 {campaign}', en: 'results of campaign {campaign}' },
  'results.imports': {
    ko: '따로 수기 반입된 호스트 {hosts}대({imports}건)는 위에 들어 있지 않습니다. 최근 것: --campaign {campaign}',
    en: 'hosts carried by hand into campaigns of their own are not in the above: {hosts} in {imports}; the newest: --campaign {campaign}',
  },
  'results.hosts': { ko: '취약 항목이 많은 호스트', en: 'hosts with the most failing items' },
  'results.items': { ko: '취약 호스트가 많은 항목', en: 'items that fail on the most hosts' },
  'results.counts': {
    ko: '양호 {pass} · 취약 {fail} · N/A {notApplicable} · 수동 {manual} · 판단불가 {unknown}',
    en: 'pass {pass} · fail {fail} · N/A {notApplicable} · manual {manual} · unknown {unknown}',
  },
  'results.failing': { ko: '취약', en: 'failing' },
  'results.unknown': { ko: '판단불가', en: 'unknown' },
  'host.title': { ko: '호스트 {instance} ({name})', en: 'host {instance} ({name})' },
  'host.expected': { ko: '기준', en: 'expected' },
  'check.title': { ko: '{where} · {platform} · uid {uid}', en: '{where} · {platform} · uid {uid}' },
  'check.here': { ko: '이 시스템', en: 'this machine' },
  'check.user': {
    ko: 'root가 아니어서 읽을 수 없는 것은 판단불가로 남습니다.',
    en: 'Not root: what this user cannot read stays unknown.',
  },
  'check.image': {
    ko: '구동 중이 아닌 루트입니다. 실행 중인 시스템이 필요한 항목은 판단불가입니다.',
    en: 'Not a booted root: what needs a running system is unknown.',
  },
  'check.working': { ko: '점검 중: 파일 시스템을 한 번 훑습니다…', en: 'checking: one pass over the file systems…' },
  'items.edition': { ko: '{title} ({edition})', en: '{title} ({edition})' },
  'items.none-applies': {
    ko: '{edition}: 항목 {count}개 모두 해당 없음',
    en: '{edition}: none of its {count} items applies to this host',
  },
  'basis.title': {
    ko: '판정 기준: 프로필 {profile}. 가이드와 다른 값:',
    en: "judged by the profile {profile}; values that are not the guide's:",
  },
  'basis.parameter': { ko: '매개변수', en: 'parameter' },
  'basis.value': { ko: '적용값', en: 'value' },
  'basis.guide': { ko: '가이드', en: 'guide' },
  'basis.by': { ko: '근거', en: 'by' },
  'basis.why': { ko: '이유', en: 'why' },
  'basis.profile': { ko: '프로필', en: 'profile' },
  'basis.configuration': { ko: '설정', en: 'configuration' },
  'export.done': { ko: '{path}: {count}행', en: '{path}: {count} rows' },
  'init.done': { ko: '{path}를 썼습니다. 다음: bongsu doctor', en: 'wrote {path}. Next: bongsu doctor' },
  'init.exists': {
    ko: '{path}가 이미 있습니다. 그대로 두었습니다: 다른 이름은 --config, 화면에는 --print',
    en: '{path} is there already and was left as it is: --config names another, --print shows one',
  },
  'doctor.good': { ko: '좋음', en: 'good' },
  'doctor.bad': { ko: '고칠 것', en: 'to mend' },
  'doctor.unread': { ko: '알 수 없음', en: 'not known' },
  'doctor.untried': { ko: '시험하지 않음', en: 'not tried' },
  'doctor.would-change': { ko: '시험하면 무언가가 바뀝니다', en: 'a trial would change something' },
  'demo.start': {
    ko: '실험실을 시작합니다: 이 컴퓨터 안의 AWS 모양 서버와 호스트들',
    en: 'starting the lab: an AWS-shaped endpoint and its hosts, all on this machine',
  },
  'demo.organization': { ko: '시연 기관', en: 'a made-up organisation' },
  'demo.lab': {
    ko: '실험실 {url} · 격리 {isolation} · 계정 {accounts}개 · 리전 {regions}',
    en: 'lab at {url} · isolation {isolation} · {accounts} accounts · Regions {regions}',
  },
  'demo.next': {
    ko: '쓴 파일: {folder}/report.xlsx, {folder}/report.html, {folder}/siem.jsonl\n다음:\n  npx bongsu check --here                     이 컴퓨터 점검\n  npx bongsu --store {folder}/store coverage  커버리지 다시 보기\n  npx bongsu init && npx bongsu doctor        실제 AWS에 연결',
    en: 'written: {folder}/report.xlsx, {folder}/report.html, {folder}/siem.jsonl\nnext:\n  npx bongsu check --here                     check this machine\n  npx bongsu --store {folder}/store coverage  the coverage again\n  npx bongsu init && npx bongsu doctor        point it at real AWS',
  },
  'store.open': { ko: '저장소를 엽니다: {directory}', en: 'opening the store {directory}' },
  'assess.title': {
    ko: '캠페인 {campaign}의 증적을 다시 판정: 호스트 {hosts}대, 바뀐 결과 {changes}건',
    en: 'evidence of campaign {campaign} judged again: {hosts} hosts, {changes} verdicts changed',
  },
  'assess.before': { ko: '이전', en: 'before' },
  'assess.after': { ko: '지금', en: 'now' },
  'assess.because': { ko: '바뀐 까닭', en: 'because of' },
  'assess.new-unit': { ko: '새 점검 단위', en: 'a new unit' },
  'assess.newer-checks': { ko: '달라진 점검 코드', en: 'newer checks' },
  'assess.lost': {
    ko: '{instance}: 증적을 다시 읽을 수 없음 ({fault})',
    en: '{instance}: its evidence could not be read again ({fault})',
  },
  'assess.keep': {
    ko: '저장하지 않았습니다: --keep 으로 새 결과를 저장합니다.',
    en: 'Not stored: --keep stores the new verdicts.',
  },
  'results.score': {
    ko: '점수 {percent} = 양호 가중치 {passed} / 판정 가중치 {judged} ({formula}; 제외 {leftOut}건)',
    en: 'score {percent} = weight {passed} passed / weight {judged} judged ({formula}; {leftOut} items left out)',
  },
  'results.none-open': {
    ko: '{edition}: 취약·판단불가·수동 항목 없음',
    en: '{edition}: nothing fails, is unknown or waits for a person',
  },
  'score.formula': { ko: '산식: {formula} · 기준 {editions}', en: 'formula: {formula} · editions {editions}' },
  'score.score': { ko: '점수', en: 'score' },
  'score.by-account': { ko: '계정', en: 'account' },
  'score.by-host': { ko: '호스트', en: 'host' },
  'score.by-group': { ko: '그룹', en: 'group' },
  'score.by-time': { ko: '시점', en: 'time' },
  'items.not-run': {
    ko: 'Windows에서 아직 실행되지 않음: Windows 호스트는 캠페인에서 미지원 플랫폼으로 집계됩니다.',
    en: 'Not yet run on Windows: campaigns count Windows hosts as platform unsupported.',
  },
  'items.source': { ko: '출처: {source} · 항목 {count}개', en: 'source: {source} · {count} items' },
  'items.counterpart': { ko: '다른 판의 코드', en: 'other edition' },
  'items.parameters': { ko: '바꿀 수 있는 값', en: 'values that can be set' },
  'items.distro-aware': { ko: 'distro-aware', en: 'distro-aware' },
  'basis.about': { ko: '뜻', en: 'what it is' },
  'answer.open': { ko: '답변을 기다리는 질문 {count}건', en: 'questions that wait for an answer: {count}' },
  'answer.question': { ko: '질문', en: 'question' },
  'answer.expired': { ko: '답변 만료', en: 'answer expired' },
  'answer.how': {
    ko: '답변: bongsu answer <점검 단위> --verdict pass|fail|notApplicable --why "…" --all|--account ID|--instance ID [--by 이름] [--until 2027-06-30]',
    en: 'to answer: bongsu answer <unit> --verdict pass|fail|notApplicable --why "…" --all|--account ID|--instance ID [--by NAME] [--until 2027-06-30]',
  },
  'answer.given': { ko: '기록된 답변 {count}건', en: 'answers on record: {count}' },
  'answer.scope': { ko: '대상', en: 'of whom' },
  'answer.by': { ko: '답변자', en: 'by' },
  'answer.at': { ko: '답변일', en: 'on' },
  'answer.until': { ko: '만료일', en: 'until' },
  'answer.words': { ko: '내용', en: 'words' },
  'answer.done': {
    ko: '{unit}: {scope}에 대한 {by}의 답변을 기록했습니다({until}까지 유효).',
    en: '{unit}: the answer of {by} on {scope} is recorded, valid until {until}.',
  },
  'host.found': { ko: '확인값', en: 'found' },
  'host.question': {
    ko: '확인할 질문: {question} (bongsu answer {unit} …)',
    en: 'to be asked: {question} (bongsu answer {unit} …)',
  },
  'campaign.none': {
    ko: '캠페인이 없습니다: "bongsu campaign run"',
    en: 'there is no campaign yet: "bongsu campaign run"',
  },
  'campaign.ran': { ko: '캠페인 {campaign} 종료', en: 'campaign {campaign} has ended' },
} as const satisfies Readonly<Record<string, Text>>;

export type MessageKey = keyof typeof messages;
