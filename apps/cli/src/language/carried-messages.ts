// The words of checks that are carried by hand, and of their import; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const carriedMessages = {
  'carried.built': {
    ko: '{file}: 점검 단위 {units}개를 담은 스크립트, 빌드 {build}',
    en: '{file}: a script with {units} units, build {build}',
  },
  'carried.sum': {
    ko: '파일 SHA-256 {sha} (옮긴 뒤 sha256sum으로 대조하십시오)',
    en: 'SHA-256 of the file {sha} (hold it against sha256sum where you carried it)',
  },
  'carried.next': {
    ko: '대상 호스트에서 root로: sh {file}\n가져오기: bongsu evidence import bongsu-<식별자>.tar.gz',
    en: 'on the host, as root: sh {file}\nthen here: bongsu evidence import bongsu-<id>.tar.gz',
  },
  'carried.secret': {
    ko: '스크립트에 결과 봉인 키가 들어 있습니다. 결과와 따로 두면 결과만 가진 사람은 고칠 수 없습니다.',
    en: 'The script holds the key that seals its results: whoever has a result alone cannot alter it, so carry them apart.',
  },
  'import.file': { ko: '파일', en: 'file' },
  'import.accepted': { ko: '가져옴', en: 'imported' },
  'import.refused': { ko: '거부', en: 'refused' },
  'import.unknown': { ko: '판단불가 {count}건', en: '{count} units unknown' },
  'import.sum': {
    ko: '파일 {total}개: 가져옴 {imported}, 거부 {refused}',
    en: '{total} files: {imported} imported, {refused} refused',
  },
  'import.next': {
    ko: '캠페인 {campaign}: bongsu results --campaign {campaign}',
    en: 'campaign {campaign}: bongsu results --campaign {campaign}',
  },
  'import.unreadable': { ko: '읽을 수 없는 결과 파일: {detail}', en: 'no readable result: {detail}' },
  'import.foreign': {
    ko: '이 저장소에서 만든 스크립트의 결과가 아닙니다 ({detail})',
    en: 'not of a script that was built with this store ({detail})',
  },
  'import.altered': {
    ko: '봉인이 맞지 않습니다: 만들어진 뒤 바뀌었습니다',
    en: 'its seal does not hold: it was altered after it was made',
  },
  'import.other-script': {
    ko: '빌드와 다른 스크립트가 실행되었습니다: {detail}',
    en: 'another script ran than was built: {detail}',
  },
  'import.twice': { ko: '이미 가져온 결과입니다: {detail}', en: 'it was imported before: {detail}' },
  'import.bad-name': { ko: '호스트 식별자로 쓸 수 없는 이름: {detail}', en: 'no id that a host may have: {detail}' },
  'import.no-such-instance': {
    ko: '--as가 가리키는 인스턴스가 자산 대장에 없습니다 ("bongsu discover"). 대장 밖의 호스트는 --host 이름',
    en: '--as names no instance of the register ("bongsu discover"); --host NAME is for a host outside of it',
  },
  'import.clock': {
    ko: '호스트의 시계가 빌드 시각보다 이르거나 앞날을 가리킵니다: {detail}',
    en: "the host's clock is before the build, or in the future: {detail}",
  },
  'import.older': {
    ko: '이 호스트에는 더 새로운 결과가 있습니다: {detail}',
    en: 'there is a newer result of this host: {detail}',
  },
  'import.same-host': {
    ko: '{detail}과(와) 같은 호스트입니다. 복제되어 machine-id가 같다면 스크립트를 --as 이름으로 다시 실행하십시오',
    en: 'the same host as {detail}; if it is a clone with the same machine id, run the script again with --as NAME',
  },
} as const satisfies Readonly<Record<string, Text>>;
