// What the fields of a pack take, and what zod and yaml say where nothing of ours does; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorFormMessages = {
  'error.form-text': { ko: '문자열을 적으십시오', en: 'write a text' },
  'error.form-text-long': { ko: '2,000자까지입니다', en: 'at most 2,000 characters' },
  'error.form-bilingual': { ko: '문자열이나 {ko: …, en: …}를 적으십시오', en: 'write a text, or {ko: …, en: …}' },
  'error.form-importance': { ko: 'high, medium, low(상, 중, 하) 가운데 하나', en: 'high, medium or low (상, 중, 하)' },
  'error.form-outcome': {
    ko: 'pass, fail, notApplicable, manual, unknown(양호, 취약, N/A, 수동, 판단불가) 가운데 하나',
    en: 'pass, fail, notApplicable, manual or unknown (양호, 취약, N/A, 수동, 판단불가)',
  },
  'error.form-condition': {
    ko: 'CEL 조건을 따옴표 안이나 | 뒤에 적으십시오',
    en: 'write a condition in CEL, in quotes or after a |',
  },
  'error.form-path': {
    ko: '경로나 {path: …, text: false}를 적으십시오',
    en: 'write a path, or {path: …, text: false}',
  },
  'error.form-glob': {
    ko: '/etc/cron.d/*와 같은 glob이나 {glob: …, text: false}를 적으십시오',
    en: 'write a glob such as /etc/cron.d/*, or {glob: …, text: false}',
  },
  'error.form-evidence': {
    ko: 'CEL 식이나 {from: fact, show: expression, expected: text}를 적으십시오',
    en: 'write an expression in CEL, or {from: fact, show: expression, expected: text}',
  },
  'error.form-mode-quoted': { ko: '"0644"처럼 모드를 따옴표로 묶으십시오', en: 'quote the mode, such as "0644"' },
  'error.form-mode': { ko: '"0644"와 같은 모드', en: 'a mode such as "0644"' },
  'error.form-case-file': {
    ko: '파일의 내용, absent, unreadable, {text, mode, uid, gid, type, linkTarget} 가운데 하나를 적으십시오',
    en: 'write the text of the file, absent, unreadable, or {text, mode, uid, gid, type, linkTarget}',
  },
  'error.form-case-host': {
    ko: 'debian-12와 같은 호스트 이름이나 {like: debian-12, live: false}를 적으십시오',
    en: 'write the name of a host such as debian-12, or {like: debian-12, live: false}',
  },
  'error.form-output': { ko: '스크립트가 출력하는 것을 적으십시오', en: 'write what the script prints' },
  'error.form-code-quoted': { ko: '코드를 따옴표로 묶으십시오', en: 'quote the code' },
  'error.form-code': {
    ko: '코드는 A-01과 같이 영문자, 숫자, ., _, - 30자까지입니다',
    en: 'a code has up to 30 letters, digits, ., _ and -, such as A-01',
  },
  'error.form-pack': {
    ko: '이 버전은 형식 1의 팩을 읽습니다. pack: 1을 적으십시오',
    en: 'this version reads packs of format 1: write pack: 1',
  },
  'error.form-name': {
    ko: '이름은 acme와 같이 소문자, 숫자, 한 개씩의 하이픈만 씁니다',
    en: 'a name has small letters, digits and single hyphens, such as acme',
  },
  'error.form-version-quoted': { ko: '"1.0"처럼 버전을 따옴표로 묶으십시오', en: 'quote the version, such as "1.0"' },
  'error.form-version': { ko: '1.0.0과 같은 버전', en: 'a version such as 1.0.0' },
  'error.form-edition': { ko: 'acme-baseline-1과 같은 기준 ID', en: 'an edition id such as acme-baseline-1' },
  'error.form-script': { ko: 'pack.yaml 옆에 있는 파일의 이름', en: 'the name of a file beside pack.yaml' },
  'error.form-script-hash': {
    ko: 'sha256sum이 출력하는 소문자 16진수 64자',
    en: 'the 64 small hex digits that sha256sum prints',
  },
  'error.form-shell': { ko: 'sh 또는 bash', en: 'sh or bash' },
  'error.pattern-deep': { ko: '묶음이 너무 깊이 중첩되었습니다', en: 'groups are nested too deeply' },
  'error.pattern-quantifiers': { ko: '수량 기호 둘이 이어져 있습니다', en: 'two quantifiers follow each other' },
  'error.pattern-count': {
    ko: '{value}은(는) 0에서 {most}까지의 횟수가 아닙니다',
    en: '{value} is no count from 0 to {most}',
  },
  'error.pattern-nothing': { ko: '{value} 앞에 아무것도 없습니다', en: 'nothing stands before {value}' },
  'error.pattern-group': {
    ko: '(?…) 가운데 (?:…)와 맨 앞의 (?i)만 쓸 수 있습니다',
    en: 'of (?…) only (?:…) and a leading (?i) are known',
  },
  'error.pattern-open': { ko: '(가 닫히지 않았습니다', en: 'a ( is not closed' },
  'error.pattern-close': { ko: ')에 맞는 (가 없습니다', en: 'a ) has no (' },
  'error.pattern-bracket': { ko: '[가 닫히지 않았습니다', en: 'a [ is not closed' },
  'error.pattern-end': { ko: '\\로 끝납니다', en: 'ends with a \\' },
  'error.pattern-unknown': { ko: '{escape}은(는) 쓸 수 없습니다', en: '{escape} is not known' },
  'error.pattern-range-end': {
    ko: '범위는 보통 글자로 끝나야 합니다',
    en: 'a range ends with a plain character',
  },
  'error.pattern-range': { ko: '범위 {value}의 앞뒤가 바뀌었습니다', en: 'the range {value} runs backwards' },
  'error.pattern-large': { ko: '횟수를 펼치면 너무 큽니다', en: 'too large once its counts are written out' },
  'error.zod-input': { ko: '잘못된 값', en: 'Invalid input' },
  'error.zod-type': {
    ko: '값의 종류가 다름: {given}(필요한 것: {kind})',
    en: 'Invalid input: expected {kind}, received {given}',
  },
  'error.zod-value': { ko: '{value}만 쓸 수 있음', en: 'Invalid input: expected {value}' },
  'error.zod-option': { ko: '다음 중 하나여야 함: {names}', en: 'Invalid option: expected one of {names}' },
  'error.zod-discriminator': {
    ko: '다음 중 하나여야 함: {names}',
    en: 'Invalid discriminator value. Expected {names}',
  },
  'error.zod-email': { ko: '전자 우편 주소가 아님', en: 'Invalid email address' },
  'error.zod-pattern': { ko: '형식에 맞지 않음: {pattern}', en: 'Invalid string: must match pattern {pattern}' },
  'error.zod-key': { ko: '잘못된 이름', en: 'Invalid key in record' },
  'error.zod-short': { ko: '너무 짧음: {least}자 이상', en: 'Too small: expected string to have >={least} characters' },
  'error.zod-few': { ko: '너무 적음: {least}개 이상', en: 'Too small: expected array to have >={least} items' },
  'error.zod-small': { ko: '너무 작음: 최소 {least}', en: 'Too small: expected number to be >={least}' },
  'error.zod-long': { ko: '너무 긺: {most}자까지', en: 'Too big: expected string to have <={most} characters' },
  'error.zod-many': { ko: '너무 많음: {most}개까지', en: 'Too big: expected array to have <={most} items' },
  'error.zod-large': { ko: '너무 큼: 최대 {most}', en: 'Too big: expected number to be <={most}' },
  'error.yaml-anchor': {
    ko: '풀리지 않는 별칭: {name}',
    en: 'Unresolved alias (the anchor must be set before the alias): {name}',
  },
  'error.yaml-aliases': {
    ko: '별칭이 너무 많습니다. 값을 그대로 적으십시오',
    en: 'Excessive alias count indicates a resource exhaustion attack',
  },
  'error.yaml-unended': { ko: '닫는 {end} 없음', en: '{flow} must end with a {end}' },
  'error.yaml-unended-block': {
    ko: '닫는 {end} 없음, 또는 들여쓰기가 모자람',
    en: '{flow} in block collection must be sufficiently indented and end with a {end}',
  },
  'error.yaml-nested': {
    ko: '한 줄 안에 "이름: 값"이 겹쳤습니다. 값에 ": "이 있으면 따옴표로 묶으십시오',
    en: 'Nested mappings are not allowed in compact mappings',
  },
  'error.yaml-map-column': {
    ko: '같은 묶음의 필드는 같은 칸에서 시작해야 합니다',
    en: 'All mapping items must start at the same column',
  },
  'error.yaml-list-column': {
    ko: '같은 목록의 항목은 같은 칸에서 시작해야 합니다',
    en: 'All sequence items must start at the same column',
  },
  'error.yaml-line-key': { ko: '이름은 한 줄에 있어야 합니다', en: 'Implicit keys need to be on a single line' },
  'error.yaml-no-value': {
    ko: '이름 뒤에 ": 값"이 필요합니다',
    en: 'Implicit map keys need to be followed by map values',
  },
  'error.yaml-twice': { ko: '같은 이름이 두 번 있습니다', en: 'Map keys must be unique' },
  'error.yaml-no-dash': { ko: '목록의 항목은 "- "로 시작해야 합니다', en: 'Sequence item without - indicator' },
  'error.yaml-double-quote': { ko: '큰따옴표(")가 닫히지 않았습니다', en: 'Missing closing "quote' },
  'error.yaml-single-quote': { ko: "작은따옴표(')가 닫히지 않았습니다", en: "Missing closing 'quote" },
  'error.yaml-tab': { ko: '들여쓰기에 탭을 쓸 수 없습니다', en: 'Tabs are not allowed as indentation' },
  'error.yaml-node-end': {
    ko: '값이 끝난 뒤에 다른 것({kind})이 있습니다',
    en: 'Unexpected {kind} at node end',
  },
  'error.yaml-start': {
    ko: '값이 {kind}(으)로 시작할 수 없습니다. 따옴표로 묶으십시오',
    en: 'Plain value cannot start with {kind}',
  },
  'error.yaml-escape': {
    ko: '큰따옴표 안에 쓸 수 없는 이스케이프입니다: {value}',
    en: 'Invalid escape sequence {value}',
  },
} as const satisfies Record<string, Text>;
