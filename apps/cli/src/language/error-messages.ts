// What commands and campaigns refuse, as it is thrown in English; with the other errors, part of the one catalogue.
import type { Text } from '@bongsu/core';
import { errorConfigMessages } from './error-config-messages.ts';
import { errorFormMessages } from './error-form-messages.ts';
import { errorPackMessages } from './error-pack-messages.ts';
import { errorRecordMessages } from './error-record-messages.ts';
import { errorRuleMessages } from './error-rule-messages.ts';
import { errorStoreMessages } from './error-store-messages.ts';

export const errorMessages = {
  ...errorConfigMessages,
  ...errorFormMessages,
  ...errorPackMessages,
  ...errorRecordMessages,
  ...errorRuleMessages,
  ...errorStoreMessages,
  'error.lang': { ko: '--lang {value}: ko 또는 en을 적으십시오', en: '--lang {value}: ko or en' },
  'error.one-of': { ko: '{flag} {value}: 다음 중 하나를 적으십시오: {names}', en: '{flag} {value}: one of {names}' },
  'error.range': {
    ko: '{flag} {value}: {least}에서 {most}까지의 수를 적으십시오',
    en: '{flag} {value}: {least} to {most}',
  },
  'error.days': { ko: '--days {value}: 일수를 적으십시오', en: '--days {value}: a number of days' },
  'error.no-unit': {
    ko: '점검 단위 {unit}이(가) 없습니다. "bongsu answer"가 답변을 기다리는 것을 보여 줍니다',
    en: 'there is no unit {unit}; "bongsu answer" shows what waits for an answer',
  },
  'error.answer-why': {
    ko: '--why: 이유를 1~{most}자로 적으십시오. 감사자가 읽습니다',
    en: '--why: say why in 1 to {most} characters; an auditor will read it',
  },
  'error.answer-scope': {
    ko: '대상을 하나 지정하십시오: --instance ID, --account ID, --all',
    en: 'say of whom it speaks: one of --instance ID, --account ID, --all',
  },
  'error.answer-account': {
    ko: '--account {value}: 계정 ID는 12자리 숫자입니다',
    en: '--account {value}: an account id has 12 digits',
  },
  'error.answer-two': {
    ko: '--instance {value}: 여러 계정에 있습니다. "bongsu coverage"를 보십시오',
    en: '--instance {value}: is in more than one account; see "bongsu coverage"',
  },
  'error.answer-none': {
    ko: '--instance {value}: 자산 대장에 없습니다. "bongsu coverage"를 보십시오',
    en: '--instance {value}: is not in the register; see "bongsu coverage"',
  },
  'error.answer-by': {
    ko: '--by: 답변자의 이름을 1~200자로 적으십시오',
    en: '--by: name the person in 1 to 200 characters',
  },
  'error.answer-until': {
    ko: '--until {value}: 2027-06-30과 같은 날짜를 적으십시오',
    en: '--until {value}: a date such as 2027-06-30',
  },
  'error.answer-passed': { ko: '--until {value}: 이미 지난 날짜입니다', en: '--until {value}: has passed' },
  'error.no-campaign': {
    ko: '캠페인 {name}이(가) 없습니다. "bongsu campaign list"를 보십시오',
    en: 'no campaign {name}: see "bongsu campaign list"',
  },
  'error.check-what': {
    ko: '점검할 것을 지정하십시오: --here 또는 --root DIRECTORY',
    en: 'say what to check: either --here, or --root DIRECTORY',
  },
  'error.root-unread': {
    ko: '--root {path}: 읽을 수 없습니다. 이미지를 마운트하거나 그 폴더를 지정하십시오',
    en: '--root {path}: cannot be read; mount the image or name its folder',
  },
  'error.root-no-folder': {
    ko: '--root {path}: 폴더가 아닙니다. 이미지를 마운트하고 그 폴더를 지정하십시오',
    en: '--root {path}: is not a folder; mount the image and name the folder',
  },
  'error.own-result': {
    ko: '호스트 스크립트의 결과를 받아들이지 않았습니다: {fault}',
    en: "the host script's own result was refused: {fault}",
  },
  'error.script-ended': {
    ko: '호스트 스크립트가 종료 코드 {exit}(으)로 끝났습니다: {what}',
    en: 'the host script ended with exit code {exit}: {what}',
  },
  'error.no-word': { ko: '출력 없음', en: 'no word' },
  'error.edition-windows': {
    ko: '--edition {value}: Windows 서버의 기준이며, 아직 어느 캠페인도 판정하지 않습니다. "bongsu items --edition {name}"으로 볼 수 있습니다',
    en: '--edition {value}: speaks of Windows servers, which no campaign judges yet; "bongsu items --edition {name}" shows it',
  },
  'error.no-edition': {
    ko: '--edition {value}: 그런 기준이 없습니다. 다음 중 하나 이상을 적으십시오: {names}',
    en: '--edition {value}: there is no such edition; one or more of {names}',
  },
  'error.import-both': {
    ko: '--as는 자산 대장의 인스턴스를, --host는 대장 밖의 호스트를 가리킵니다. 하나만 지정하십시오',
    en: '--as names an instance of the register, --host a host outside of it: give one',
  },
  'error.import-many': {
    ko: '--as와 --host는 결과 하나의 주인을 가리킵니다. 이 파일들을 하나씩 가져오십시오',
    en: '--as and --host say whose one result is: import these files one by one',
  },
  'error.import-host': {
    ko: '--host {value}: 영문자나 숫자로 시작해 영문자, 숫자, . _ - 로 63자까지 적으며, i-, mi-, h-로 시작할 수 없습니다',
    en: '--host {value}: a letter or digit, then letters, digits, . _ -, 63 at most, and not beginning with i-, mi- or h-',
  },
  'error.import-as': {
    ko: '--as {value}: 계정/리전/인스턴스를 적으십시오. 예: 100000000001/ap-northeast-2/i-0123456789abcdef0',
    en: '--as {value}: account/Region/instance, such as 100000000001/ap-northeast-2/i-0123456789abcdef0',
  },
  'error.unread': { ko: '{path}: 읽을 수 없습니다', en: '{path}: cannot be read' },
  'error.no-file': { ko: '{path}: 파일이 아닙니다', en: '{path}: is no file' },
  'error.unwritten': { ko: '{path}: 쓸 수 없습니다', en: '{path}: cannot be written' },
  'error.unwritten-file': {
    ko: '{path}: 쓸 수 없습니다({fault}). 다른 파일을 지정하십시오',
    en: '{path}: cannot be written ({fault}); name another file',
  },
  'error.unwritten-folder': {
    ko: '{path}: 쓸 수 없습니다({fault}). 다른 폴더를 지정하십시오',
    en: '{path}: cannot be written ({fault}); name another folder',
  },
  'error.out': {
    ko: '--out {path}: {what}. 다른 파일을 지정하십시오',
    en: '--out {path}: {what}; name another file',
  },
  'error.there-already': { ko: '이미 있습니다', en: 'is there already' },
  'error.not-empty': {
    ko: '{path}: 비어 있지 않아 그대로 두었습니다. 새 폴더를 지정하십시오',
    en: '{path}: is not empty and was left as it is; name a new folder',
  },
  'error.evidence-id': {
    ko: '{value}: 증적 ID는 E-0123456789ab-ssh.root-login과 같은 형식입니다',
    en: '{value}: an evidence id looks like E-0123456789ab-ssh.root-login',
  },
  'error.evidence-unit': {
    ko: '{value}: 점검 단위 {unit}이(가) 없습니다. "bongsu items"로 볼 수 있습니다',
    en: '{value}: there is no unit {unit}; "bongsu items" shows them',
  },
  'error.evidence-none': {
    ko: '{value}: 이 저장소에 그런 증적이 없습니다. --store로 다른 저장소를 지정합니다',
    en: '{value}: this store holds no such evidence; --store names another',
  },
  'error.archive-gone': {
    ko: '증적 {sha}이(가) 저장소에 더 이상 없습니다',
    en: 'the archive {sha} is no longer in the store',
  },
  'error.archive-unread': { ko: '증적을 읽을 수 없습니다: {fault}', en: 'the archive cannot be read: {fault}' },
  'error.workbook': {
    ko: '--out -: 통합 문서(xlsx)는 파일 이름이 필요합니다',
    en: '--out -: a workbook needs a file name',
  },
  'error.not-part': {
    ko: '{value}은(는) {campaign}의 대상이 아닙니다. "bongsu coverage"를 보십시오',
    en: '{value} is not part of {campaign}: see "bongsu coverage"',
  },
  'error.organization': {
    ko: '--organization {value}: o-a1b2c3d4e5와 같은 ID를 적으십시오',
    en: '--organization {value}: an id such as o-a1b2c3d4e5',
  },
  'error.policies-gap': {
    ko: '{call}: {code}. --organization을 지정하거나 {permission} 권한을 주십시오',
    en: '{call}: {code}; give --organization, or grant {permission}',
  },
  'error.record-what': {
    ko: '쓸 것을 지정하십시오: 실행 기록은 --out FILE, 공개 키는 --public-key FILE',
    en: 'say what to write: --out FILE for the record, --public-key FILE for the key',
  },
  'error.record-large': { ko: '{path}: 실행 기록으로는 너무 큽니다', en: '{path}: is larger than any run record' },
  'error.group': {
    ko: '--by group: 호스트를 묶을 태그를 지정하십시오. 예: --tag Team',
    en: '--by group: name the tag that groups the hosts, such as --tag Team',
  },
  'error.fingerprint': {
    ko: '--fingerprint {value}: 소문자 16진수 64자를 적으십시오',
    en: '--fingerprint {value}: 64 small hex digits',
  },
  'error.two-keys': {
    ko: '--key와 --fingerprint가 서로 다른 키를 가리킵니다: {named}, {fingerprint}',
    en: '--key and --fingerprint name two keys: {named} and {fingerprint}',
  },
} as const satisfies Record<string, Text>;
