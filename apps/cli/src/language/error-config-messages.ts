// What is wrong with a configuration, as it is thrown in English, in the words of the house, of zod and of yaml; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorConfigMessages = {
  'error.config-none': {
    ko: '{path}: 읽을 수 없습니다. "bongsu init"이 새로 쓰며 --config로 다른 파일을 지정합니다',
    en: '{path}: cannot be read; "bongsu init" writes one, --config names another',
  },
  'error.config-empty': {
    ko: '{path}: 비어 있습니다. "bongsu init"이 설정을 씁니다',
    en: '{path}: is empty: "bongsu init" writes a configuration',
  },
  'error.config-no-fields': {
    ko: '{path}: 필드(이름: 값)가 없습니다. "bongsu init"이 설정을 씁니다',
    en: '{path}: holds no fields (name: value): "bongsu init" writes a configuration',
  },
  'error.config-help': {
    ko: '"bongsu init"이 쓰는 주석을 보거나 "bongsu init --print"를 실행하십시오',
    en: 'see the comments that "bongsu init" writes, or run "bongsu init --print"',
  },
  'error.config-database': {
    ko: 'database.environment: 환경 변수 {name}이(가) 없습니다. postgresql://user:password@host:5432/database로 설정하거나 설정에서 "database"를 빼십시오',
    en: 'database.environment: the environment has no {name}: set it to postgresql://user:password@host:5432/database, or take "database" out of the configuration',
  },
  'error.notify-variable': {
    ko: 'notify: 환경 변수 {name}이(가) 설정되어 있지 않습니다',
    en: 'notify: the environment variable {name} is not set',
  },
  'error.notify-url': {
    ko: 'notify: {name}: "url"이나 "urlFrom"을 적으십시오',
    en: 'notify: {name}: give "url" or "urlFrom"',
  },
  'error.field-none': { ko: '{key} 필드는 없음', en: 'there is no field {key}' },
  'error.field-near': { ko: '{key} 필드는 없음({near}?)', en: 'there is no field {key}; {near} is meant?' },
  'error.field-more': { ko: '{what}, {key} 필드는 없음', en: '{what}, there is no field {key}' },
  'error.field-more-near': {
    ko: '{what}, {key} 필드는 없음({near}?)',
    en: '{what}, there is no field {key}; {near} is meant?',
  },
  'error.field-names': { ko: '{what}. 있는 필드: {names}', en: '{what}; there are: {names}' },
  'error.missing': { ko: '값이 없음', en: 'is missing' },
  'error.missing-what': { ko: '값이 없음: {what}', en: 'is missing: {what}' },
  'error.empty': {
    ko: '비어 있음: 값({what})을 적거나 이 줄을 지우십시오',
    en: 'is empty: give it {what}, or take the line out',
  },
  'error.other-kind': {
    ko: '값의 종류가 다름: {given}(필요한 것: {what})',
    en: 'is {given}: it takes {what}',
  },
  'error.small': { ko: '너무 작음: 최소 {least}', en: 'is too small: {least} is the least' },
  'error.large': { ko: '너무 큼: 최대 {value}', en: 'is too large: {value} is the most' },
  'error.kind-object': { ko: '하위 필드(이름: 값)', en: 'fields of its own (name: value)' },
  'error.kind-group': { ko: '필드 묶음', en: 'a group of fields' },
  'error.kind-list': { ko: '목록', en: 'a list' },
  'error.kind-text': { ko: '문자열', en: 'text' },
  'error.kind-number': { ko: '숫자', en: 'a number' },
  'error.kind-whole': { ko: '정수', en: 'a whole number' },
  'error.kind-boolean': { ko: 'true 또는 false', en: 'true or false' },
  'error.parameter-unit': {
    ko: '점검 단위 {value}이(가) 없음. "bongsu items"로 볼 수 있음',
    en: 'there is no unit {value}; "bongsu items" lists them',
  },
  'error.parameter-none': {
    ko: '{unit}에 매개변수 {key}이(가) 없음. 있는 것: {what}',
    en: '{unit} has no parameter {key}; it has: {what}',
  },
  'error.parameter-boolean': { ko: 'true 또는 false여야 함({about})', en: 'expects true or false ({about})' },
  'error.parameter-list': { ko: '문자열의 목록이어야 함({about})', en: 'expects a list of texts ({about})' },
  'error.parameter-mode': {
    ko: '"0640"처럼 따옴표로 묶은 8진수 모드여야 함({about})',
    en: 'expects a mode in octal as quoted text, such as "0640" ({about})',
  },
  'error.parameter-number': {
    ko: '{least}에서 {most}까지의 정수여야 함({about})',
    en: 'expects a whole number from {least} to {most} ({about})',
  },
  'error.config-account-text': {
    ko: '계정 ID는 문자열입니다. 앞의 0이 남도록 따옴표로 묶으십시오',
    en: 'an account id is text: quote it, so that a leading 0 stays',
  },
  'error.config-account': { ko: '계정 ID는 12자리 숫자입니다', en: 'an account id has 12 digits' },
  'error.config-region': { ko: '리전은 ap-northeast-2와 같은 형식입니다', en: 'a Region looks like ap-northeast-2' },
  'error.config-excluder': { ko: '누가 제외를 요청했는지 적으십시오', en: 'say who asked for the exclusion' },
  'error.config-exclusion': { ko: '이유를 적으십시오. 감사자가 묻습니다', en: 'say why: an auditor will ask' },
  'error.config-why': { ko: '이유를 적으십시오', en: 'say why' },
  'error.config-instance': {
    ko: '인스턴스 ID는 i-0123456789abcdef0과 같은 형식입니다',
    en: 'an instance id looks like i-0123456789abcdef0',
  },
  'error.config-ring': {
    ko: '호스트 수나 "10%"와 같은 비율을 적으십시오',
    en: 'a number of hosts, or a share of them such as "10%"',
  },
  'error.config-rings': {
    ko: '링이 하나 이상 필요합니다. 한 번에 모두는 "100%"',
    en: 'at least one ring; "100%" for all at once',
  },
  'error.config-certificate': {
    ko: '2,048비트 이상인 RSA 키의 인증서(PEM)여야 합니다',
    en: 'a certificate of an RSA key of 2,048 bits or more, in PEM',
  },
  'error.config-queue': {
    ko: 'https://sqs.REGION.amazonaws.com/ACCOUNT/NAME과 같은 형식입니다',
    en: 'looks like https://sqs.REGION.amazonaws.com/ACCOUNT/NAME',
  },
  'error.config-one-of': { ko: '다음 중 하나를 적으십시오: {names}', en: 'one of {names}' },
  'error.config-manual': { ko: '"left-out" 또는 "not-good"', en: '"left-out" or "not-good"' },
  'error.config-pack-path': {
    ko: 'pack.yaml이 있는 폴더나 그 tar를 적으십시오',
    en: 'name a folder with pack.yaml, or a tar of one',
  },
  'error.config-pack-hash': {
    ko: '"bongsu pack test"가 출력하는 소문자 16진수 64자를 적으십시오',
    en: 'the 64 small hex digits that "bongsu pack test" prints',
  },
  'error.config-variable': { ko: '환경 변수의 이름을 적으십시오', en: 'the name of an environment variable' },
  'error.config-variable-such': {
    ko: 'BONGSU_SLACK_URL과 같은 환경 변수의 이름을 적으십시오',
    en: 'the name of an environment variable, such as BONGSU_SLACK_URL',
  },
  'error.config-database-url': {
    ko: 'postgresql://user@host:5432/database와 같은 주소를 적으십시오',
    en: 'an address like postgresql://user@host:5432/database',
  },
  'error.config-database-form': {
    ko: '"none", "environment: NAME", "url: postgresql://user@host:5432/database" 가운데 하나를 적으십시오',
    en: '"none", "environment: NAME" or "url: postgresql://user@host:5432/database"',
  },
  'error.config-bucket': {
    ko: '버킷 이름은 소문자, 숫자, 점, 하이픈 3~63자입니다',
    en: 'a bucket name has 3 to 63 lower-case letters, digits, dots or hyphens',
  },
  'error.config-prefix': { ko: '접두사는 "/"로 끝납니다', en: 'a prefix ends in "/"' },
  'error.config-kms-id': { ko: '키의 ID, ARN 또는 별칭을 적으십시오', en: 'an id, ARN or alias of a key' },
  'error.config-retention': { ko: '"governance" 또는 "compliance"', en: '"governance" or "compliance"' },
  'error.config-groups': { ko: '"all" 또는 "sample: 1"', en: '"all" or "sample: 1"' },
  'error.config-kms-arn': {
    ko: 'arn:aws:kms:ap-northeast-2:111111111111:key/0123…와 같은 키의 ARN을 적으십시오. 별칭은 쓸 수 없습니다',
    en: 'the ARN of a key, such as arn:aws:kms:ap-northeast-2:111111111111:key/0123…; an alias will not do',
  },
  'error.config-fingerprint': {
    ko: '"bongsu record --public-key"가 출력하는 소문자 16진수 64자를 적으십시오',
    en: 'the 64 small hex digits that "bongsu record --public-key" prints',
  },
  'error.config-signing': { ko: 'keyFile과 kmsKey 가운데 하나만 적으십시오', en: 'either keyFile or kmsKey' },
  'error.config-version': {
    ko: '이 버전은 설정 버전 1을 읽습니다',
    en: 'this version reads configuration version 1',
  },
  'error.config-accounts-min': { ko: '계정을 하나 이상 적으십시오', en: 'name at least one account' },
  'error.config-accounts': {
    ko: '"organization: true" 또는 "list: ["111111111111", …]"을 적으십시오. ID는 12자리이며 따옴표로 묶습니다',
    en: 'either "organization: true" or "list: ["111111111111", …]", each id of 12 digits and in quotes',
  },
  'error.config-role': {
    ko: '역할 이름은 영문자, 숫자, +=,.@_- 1~64자입니다',
    en: 'a role name has 1 to 64 letters, digits or +=,.@_-',
  },
  'error.config-external-id': {
    ko: '외부 ID는 영문자, 숫자, +=,.@:/-_ 2자 이상입니다',
    en: 'an external id has 2 or more letters, digits or +=,.@:/-_',
  },
  'error.config-regions': { ko: '"enabled" 또는 리전의 목록을 적으십시오', en: '"enabled" or a list of Regions' },
  'error.config-windows': { ko: '점검 시간대는 50개까지입니다', en: 'at most fifty windows' },
  'error.config-packs': { ko: '팩은 10개까지입니다', en: 'at most ten packs' },
  'error.config-channels': {
    ko: '알림 채널마다 다른 이름이 필요합니다',
    en: 'each channel needs a name of its own',
  },
  'error.config-queues': {
    ko: '인스턴스와 결과에는 각각의 대기열이 필요합니다',
    en: 'instances and results need a queue each',
  },
  'error.config-http': { ko: 'http 또는 https 주소를 적으십시오', en: 'an http or https address' },
  'error.config-name': { ko: '소문자, 숫자, 하이픈만 씁니다', en: 'small letters, digits and hyphens' },
  'error.config-day': { ko: '날짜는 2026-12-24와 같은 형식입니다', en: 'a day looks like 2026-12-24' },
  'error.config-rate': { ko: '"12 hours"와 같은 형식입니다', en: 'looks like "12 hours"' },
  'error.config-association': {
    ko: '"association"을 적거나 비워 두십시오. 비우면 campaign.delivery를 따릅니다',
    en: '"association", or nothing: then campaign.delivery says how',
  },
  'error.config-schedules': {
    ko: '예약마다 다른 이름이 필요합니다',
    en: 'each schedule needs a name of its own',
  },
  'error.config-associations': {
    ko: '노드 하나는 연결(association)을 {most}개까지 받으므로 association 예약도 그만큼까지입니다',
    en: 'a node takes {most} associations, and so many schedules may be by association at most',
  },
} as const satisfies Record<string, Text>;
