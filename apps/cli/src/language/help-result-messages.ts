// Help for the commands that show results, and for packs; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const helpResultMessages = {
  'help.coverage': {
    ko: '계정·리전별로 모든 인스턴스를 정확히 한 가지 상태로 보여 줍니다',
    en: 'every instance in exactly one state, by account and Region',
  },
  'help.results': { ko: '판정 결과: 취약한 호스트와 취약한 항목', en: 'verdicts: worst hosts, worst items' },
  'help.assess': {
    ko: '저장된 증적을 이 버전의 점검 기준으로 다시 판정합니다. 호스트에는 접속하지 않습니다',
    en: 'judge stored evidence again with the checks of this version; touches no host',
  },
  'help.assess.keep': { ko: '새 판정을 저장합니다', en: 'store the new verdicts' },
  'help.assess.pack': {
    ko: '같은 이름의 팩 대신 이 팩으로 판정합니다',
    en: 'judge by these packs in place of those of their names',
  },
  'help.host': { ko: '호스트 한 대', en: 'one host' },
  'help.host.show': {
    ko: '호스트 한 대의 모든 판정과 증적을 보여 줍니다',
    en: 'every verdict of one host with its evidence',
  },
  'help.score': {
    ko: '계정·그룹·호스트별 또는 기간별 점수와 계산식',
    en: 'the score by account, group or host, or over time, with its formula',
  },
  'help.score.by': { ko: '한 행이 나타내는 단위', en: 'what a row stands for' },
  'help.score.tag': { ko: '호스트를 묶는 태그 (--by group)', en: 'the tag that groups the hosts (--by group)' },
  'help.answer': {
    ko: '호스트에서 알 수 없는 항목에 대한 담당자의 답변을 기록합니다. 점검 단위를 쓰지 않으면 대기 중인 질문과 기록된 답변을 보여 줍니다',
    en: 'record what a person says where no host can tell; without a unit: what waits, and what was answered',
  },
  'help.answer.verdict': { ko: '담당자의 판정', en: 'the verdict of the person' },
  'help.answer.why': { ko: '심사원이 읽을 근거', en: 'what an auditor will read' },
  'help.answer.instance': { ko: '인스턴스 한 대에 대한 답변', en: 'it speaks of one instance' },
  'help.answer.account': { ko: '계정 하나의 호스트에 대한 답변', en: 'it speaks of the hosts of an account' },
  'help.answer.all': { ko: '모든 호스트에 대한 답변', en: 'it speaks of every host' },
  'help.answer.by': { ko: '답변자. 없으면 이 서버의 사용자', en: 'who answers; else the user of this machine' },
  'help.answer.until': { ko: '답변이 유효한 마지막 날. 없으면 1년', en: 'last day on which it counts; else a year' },
  'help.answer.campaign': {
    ko: '최근 캠페인이 아닌 다른 캠페인의 질문',
    en: 'questions of another campaign than the latest',
  },
  'help.items': {
    ko: '기준별 항목, 항목을 판정하는 점검 단위, 바꿀 수 있는 기준값',
    en: 'the editions item by item, the units that decide them, and the values that can be set',
  },
  'help.export': {
    ko: '결과를 SIEM(jsonl), 스크립트(csv), 심사원(xlsx)용으로 내보냅니다',
    en: 'write results for a SIEM (jsonl), a script (csv) or an auditor (xlsx)',
  },
  'help.export.out': {
    ko: '쓸 파일. -이면 표준 출력(jsonl, csv)',
    en: 'file to write; - for standard output (jsonl, csv)',
  },
  'help.report': {
    ko: '가이드 양식의 보고서: 엑셀(xlsx) 또는 PDF로 인쇄하는 문서(html)',
    en: "the guide's report: a workbook (xlsx), or a page that prints to PDF (html)",
  },
  'help.report.organization': { ko: '표지에 적을 기관명', en: 'whose report it is; stands on the cover' },
  'help.evidence': { ko: '호스트가 보낸 증적', en: 'the archives that hosts sent' },
  'help.evidence.import': {
    ko: '사람이 옮겨 온 결과를 반입합니다(docs/airgapped.md). 하나라도 거부되면 종료 코드 1',
    en: 'take in results that were carried by hand (docs/airgapped.md); exit 1 where one is refused',
  },
  'help.evidence.import.as': {
    ko: '자산 대장의 이 인스턴스가 낸 결과입니다',
    en: 'it is the result of this instance of the register',
  },
  'help.evidence.import.host': {
    ko: '자산 대장에 없는 호스트의 결과입니다',
    en: 'it is the result of a host outside of the register',
  },
  'help.evidence.prune': {
    ko: '보존 기한이 지났고 다른 데 필요하지 않은 증적을 삭제합니다. 잠금 때문에 남은 것이 있으면 종료 코드 1',
    en: 'remove what is past its retention and nothing else needs; exit 1 where a lock keeps some of it',
  },
  'help.evidence.prune.dry-run': {
    ko: '무엇이 삭제될지 보여 주기만 합니다',
    en: 'say what would be removed, and remove nothing',
  },
  'help.evidence.prune.by': {
    ko: '삭제한 사람. 없으면 이 컴퓨터의 사용자',
    en: 'who removes it; else the user of this machine',
  },
  'help.evidence.show': {
    ko: '보고서에 적힌 증적 ID의 원본 기록을 보여 줍니다',
    en: 'the records behind an evidence id of a report',
  },
  'help.record': {
    ko: '캠페인의 서명된 기록: 실행자, 버전, 대상, 호출, 상태, 증적과 판정의 해시',
    en: 'the signed record of a campaign: who, what, targets, calls, states, hashes of evidence and verdicts',
  },
  'help.record.public-key': {
    ko: '서명에 쓰는 공개 키를 PEM으로 쓰고 지문을 보여 줍니다',
    en: 'write the public key that signs, in PEM, and print its fingerprint',
  },
  'help.verify': {
    ko: '캠페인 기록을 오프라인에서 검증하고 처음 변조된 항목을 알려 줍니다(0 온전함, 1 변조됨, 3 서명 키를 모름)',
    en: 'check a run record offline; names the first thing that was altered (0 whole, 1 not, 3 key unknown)',
  },
  'help.verify.key': {
    ko: '서명했어야 하는 공개 키. 없으면 설정에 고정된 지문이나 설정된 저장소 옆의 키',
    en: 'the public key that must have signed it; else the one that the configuration pins, or has beside its store',
  },
  'help.verify.fingerprint': { ko: '그 키의 지문(SHA-256)', en: 'the fingerprint of that key (SHA-256)' },
  'help.verify.evidence': {
    ko: '저장소의 증적과 판정도 기록과 대조합니다',
    en: 'also hold the evidence and verdicts of the store against it',
  },
  'help.check': {
    ko: 'AWS 없이 이 서버나 마운트된 루트를 판정합니다',
    en: 'judge this machine, or a mounted root, without AWS',
  },
  'help.check.here': { ko: '이 서버', en: 'this machine' },
  'help.check.root': { ko: '마운트된 이미지나 컨테이너의 루트', en: 'a mounted image or container root' },
  'help.check.exit-code': { ko: '취약 항목이 있으면 종료 코드 1', en: 'exit 1 where an item fails' },
  'help.check.pack': {
    ko: '함께 판정할 팩의 폴더나 tar. 안에 있는 스크립트는 실행됩니다',
    en: 'folders or tars of packs whose items are judged too; a script in one is run',
  },
  'help.pack': {
    ko: '제공되는 기준 외에 직접 만드는 점검 항목(docs/packs.md)',
    en: "your own items besides the catalogue's (docs/packs.md)",
  },
  'help.pack.new': {
    ko: '시험을 통과하는, 주석 달린 팩을 만듭니다',
    en: 'write a commented pack that passes its test',
  },
  'help.pack.new.script': { ko: '자체 스크립트를 담은 팩', en: 'a pack that brings a script of your own' },
  'help.pack.test': {
    ko: '폴더나 tar를 읽어 항목의 사례를 시험하고 해시를 출력합니다',
    en: 'read a folder or tar, run the cases of its items, and print its hash',
  },
  'help.pack.build': {
    ko: '네트워크가 없는 호스트로 옮겨 실행할, 스스로 검사하는 스크립트 하나를 만듭니다(docs/airgapped.md)',
    en: 'write one self-checking script to carry by hand to hosts without a network (docs/airgapped.md)',
  },
  'help.pack.build.pack': {
    ko: '팩의 폴더나 tar. 없으면 설정의 팩. 안에 있는 스크립트는 root로 실행됩니다',
    en: 'folders or tars of packs; else those of the configuration; a script in one is run as root',
  },
  'help.pack.build.by': {
    ko: '만든 사람. 없으면 이 서버의 사용자',
    en: 'who builds it; else the user of this machine',
  },
  'help.pack.reference': {
    ko: '팩에서 쓸 수 있는 프로브, 명령, 폴더, 낱말',
    en: 'the probes, commands, folders and words that packs may use',
  },
} as const satisfies Readonly<Record<string, Text>>;
