// What is wrong with a pack, told to whoever writes it; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorPackMessages = {
  'error.pack-unusable': { ko: '팩 {path}을(를) 쓸 수 없습니다:', en: 'the pack {path} cannot be used:' },
  'error.pack-more': { ko: '… 그 밖에 {count}건', en: '… and {count} more' },
  'error.pack-help': {
    ko: 'docs/packs.md를 보거나 "bongsu pack new DIR"로 시작하십시오',
    en: 'see docs/packs.md, or begin with "bongsu pack new DIR"',
  },
  'error.pack': { ko: '팩 {path}: {what}', en: 'the pack {path}: {what}' },
  'error.pack-changed': {
    ko: '{field}: 팩 {path}의 SHA-256이 {found}이나 설정에는 {sha}이(가) 적혀 있습니다. 팩이 변경되었으니 읽어 보고 "bongsu pack test {name}"을 실행한 뒤 새 값을 적으십시오',
    en: '{field}: the pack {path} has the SHA-256 {found}, the configuration names {sha}: it was changed; read it, run "bongsu pack test {name}", then write the new one',
  },
  'error.pack-unhashed': {
    ko: '{field}: 값이 없습니다. {path}은(는) 모든 호스트에서 root로 스크립트를 실행하므로 해시를 적어야 합니다. 읽어 보고 "bongsu pack test {name}"을 실행한 뒤 적으십시오. sha256: {sha}',
    en: '{field}: is missing. {path} runs a script as root on every host, so it is only taken by its hash: read it, run "bongsu pack test {name}", then write sha256: {sha}',
  },
  'error.pack-twice': {
    ko: '두 팩의 {field}이(가) {value}(으)로 같습니다. pack.yaml에서 각각 다르게 적으십시오',
    en: 'two packs have the {field} {value}: give each its own in pack.yaml',
  },
  'error.pack-unread': {
    ko: '읽을 수 없습니다. pack.yaml이 있는 폴더나 그 tar를 지정하십시오("bongsu pack new DIR"이 폴더를 씁니다)',
    en: 'cannot be read; name a folder with pack.yaml, or a tar of one ("bongsu pack new DIR" writes a folder)',
  },
  'error.pack-tar-large': {
    ko: '{bytes}바이트입니다. tar는 {most}바이트까지입니다',
    en: 'has {bytes} bytes; {most} is the most for a tar',
  },
  'error.pack-folder': {
    ko: '폴더 {name}이(가) 들어 있습니다. 팩의 파일은 한 폴더에 나란히 둡니다',
    en: "holds the folder {name}; a pack's files lie beside each other",
  },
  'error.pack-name': {
    ko: '{name}이(가) 들어 있습니다. 이름이 단순한(영문자, 숫자, . _ -) 파일만 둡니다',
    en: 'holds {name}: only files with plain names (letters, digits, . _ -)',
  },
  'error.pack-file-large': {
    ko: '{name}: {bytes}바이트입니다. {most}바이트까지입니다',
    en: '{name} has {bytes} bytes; {most} is the most',
  },
  'error.pack-files': { ko: '파일이 {most}개보다 많습니다', en: 'holds more than {most} files' },
  'error.pack-no-tar': { ko: 'tar나 gzip으로 압축한 tar가 아닙니다', en: 'is neither a tar nor a gzip of one' },
  'error.pack-entry': {
    ko: '{name}이(가) 들어 있으나 파일이 아니라 {kind}입니다',
    en: 'holds {name}, which is a {kind} and not a file',
  },
  'error.pack-entry-name': {
    ko: '{name}이(가) 들어 있습니다. 팩의 파일은 한 폴더에 나란히 두고 이름이 단순해야 합니다',
    en: "holds {name}: a pack's files lie beside each other and have plain names",
  },
  'error.pack-entry-twice': { ko: '{name}이(가) 두 번 들어 있습니다', en: 'holds {name} twice' },
  'error.pack-entry-large': {
    ko: '{name}이(가) {bytes}바이트입니다. {most}바이트까지입니다',
    en: 'holds {name} of {bytes} bytes; {most} is the most',
  },
  'error.pack-no-main': {
    ko: 'pack.yaml이 없습니다. "bongsu pack new DIR"로 시작하십시오',
    en: 'holds no pack.yaml; begin with "bongsu pack new DIR"',
  },
  'error.pack-no-script': {
    ko: 'pack.yaml 옆에 {name}이(가) 없습니다',
    en: 'there is no {name} beside pack.yaml',
  },
  'error.pack-script-hash': {
    ko: '{name}의 SHA-256은 {sha}입니다. 읽어 본 스크립트가 맞으면 여기에 적으십시오',
    en: '{name} has the SHA-256 {sha}: write it here if this is the script that you have read',
  },
  'error.pack-edition-taken': {
    ko: '{edition}은(는) 이 프로그램의 기준입니다. 팩의 코드에는 {name}과 같은 다른 기준을 적으십시오',
    en: "{edition} is an edition of this program: give the pack's codes an edition of their own, such as {name}",
  },
  'error.pack-no-items': { ko: '팩에는 항목이 하나 이상 필요합니다', en: 'a pack has at least one item' },
  'error.pack-many-items': {
    ko: '항목이 {count}개입니다. 팩 하나에 300개까지입니다',
    en: '{count} items; 300 is the most for one pack',
  },
  'error.pack-code-twice': {
    ko: '{name}의 점검 단위 ID가 {other}과(와) 같은 {unit}이(가) 됩니다. 다른 코드를 적으십시오',
    en: '{name} makes the same unit id as {other}, {unit}: give it another code',
  },
  'error.pack-page-large': {
    ko: '{bytes}바이트입니다. {most}바이트까지이니 항목을 여러 파일로 나누십시오',
    en: 'has {bytes} bytes; {most} is the most: divide the items over several files',
  },
  'error.pack-utf8': { ko: 'UTF-8이 아닙니다. UTF-8로 저장하십시오', en: 'is not UTF-8: save it in UTF-8' },
  'error.pack-nested': { ko: '너무 깊이 중첩되어 있습니다', en: 'is nested too deeply' },
  'error.pack-alias': {
    ko: '별칭(*name)은 읽지 않습니다. 값을 그대로 적으십시오',
    en: 'aliases (*name) are not read: write the value out',
  },
  'error.pack-unknown-field': { ko: '알 수 없는 필드입니다: {what}', en: 'unknown field: {what}' },
  'error.pack-known': { ko: '가능한 것은 {names}', en: 'known are {names}' },
  'error.pack-meant': { ko: '혹시 {near}? 가능한 것은 {names}', en: 'did you mean {near}? known are {names}' },
  'error.pack-no-command': { ko: '명령 {key}이(가) 없습니다: {what}', en: 'no command {key}: {what}' },
  'error.pack-no-probe': { ko: '수집 항목 {key}이(가) 없습니다: {what}', en: 'no probe {key}: {what}' },
  'error.pack-no-fact': { ko: '사실 {key}이(가) 없습니다: {what}', en: 'no fact {key}: {what}' },
  'error.pack-no-host': { ko: '호스트 {key}이(가) 없습니다: {what}', en: 'no host {key}: {what}' },
  'error.pack-takes-no': { ko: '{command}에는 {field}을(를) 쓰지 않습니다', en: '{command} takes no {field}' },
  'error.pack-takes-other': {
    ko: '{command}에는 {field}을(를) 쓰지 않습니다. {other}을(를) 적으십시오',
    en: '{command} takes no {field}: write {other}',
  },
  'error.pack-needs': {
    ko: '{command}에는 {field}이(가) 필요합니다. 예: {example}',
    en: '{command} needs {field}, such as {example}',
  },
  'error.pack-no-such': {
    ko: '{key}은(는) {field}이(가) 될 수 없습니다. 예: {example}',
    en: '{key} is no {field}: write one such as {example}',
  },
  'error.pack-fact-one': {
    ko: '사실에는 probe, file, files, command 가운데 하나만 적습니다',
    en: 'a fact has exactly one of probe, file, files, command',
  },
  'error.pack-fact-name': {
    ko: '사실의 이름은 소문자로 시작해 영문자, 숫자, _를 쓰며 CEL의 낱말이 아니어야 합니다',
    en: 'a fact is named by a small letter, then letters, digits or _, and not by a word of CEL',
  },
  'error.pack-no-condition': {
    ko: '조건이 없습니다. pass, fail, manual 가운데 하나를 적으십시오',
    en: 'has no condition: write pass, fail or manual',
  },
  'error.pack-expression': {
    ko: '{what} (식의 {count}번째 글자. 쓸 수 있는 이름: {names})',
    en: '{what} (at character {count} of the expression; names here: {names})',
  },
  'error.pack-expression-type': {
    ko: '결과가 {kind}이나 조건은 true 또는 false여야 합니다',
    en: 'gives {kind}, and a condition gives true or false',
  },
  'error.pack-expression-long': { ko: '{most}자보다 깁니다', en: 'longer than {most} characters' },
  'error.pack-octal': {
    ko: '{value}은(는) 여기에서 10진수입니다. octal("{digits}")로 적으십시오',
    en: '{value} is decimal here: write octal("{digits}")',
  },
  'error.pack-loops': {
    ko: '{name}이(가) 다른 반복 {count}겹 안에 있습니다. {most}겹까지입니다',
    en: '{name} stands inside {count} other loops; {most} is the most',
  },
  'error.pack-pattern': { ko: '패턴을 쓸 수 없습니다: {what}', en: 'the pattern is refused: {what}' },
  'error.pack-path-plain': {
    ko: '단순한 절대 경로가 아닙니다. 슬래시 사이에 영문자, 숫자, ._@+=:,%-만 씁니다',
    en: 'is no plain absolute path: letters, digits and ._@+=:,%- between slashes',
  },
  'error.pack-path-dots': { ko: '경로에 .이나 ..을 쓸 수 없습니다', en: 'may not hold . or .. as a part' },
  'error.pack-path-live': {
    ko: '/proc, /sys, /dev 아래는 읽을 수 없습니다. 대신 명령을 쓰십시오',
    en: 'may not lie in /proc, /sys or /dev: ask a command instead',
  },
  'error.pack-glob-name': {
    ko: '*나 ?가 든 이름으로 끝나야 합니다. 예: *.conf. *와 ?는 마지막 이름에만 씁니다',
    en: 'ends in a name with * or ?, such as *.conf; * and ? stand nowhere else',
  },
  'error.pack-glob-folder': {
    ko: '다음 가운데 하나의 아래여야 합니다: {names}',
    en: 'must lie in one of {names}',
  },
  'error.pack-secret': {
    ko: '{path}의 내용은 비밀입니다. 소유자와 권한만 보려면 {request}을(를) 적거나 수집 항목 accounts, shadow를 쓰십시오',
    en: 'the text of {path} is a secret: write {request} for its owner and mode, or ask the probe accounts or shadow',
  },
} as const satisfies Record<string, Text>;
