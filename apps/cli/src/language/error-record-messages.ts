// What is wrong with a run record, or with what a store holds against it, as it is found in English; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const errorRecordMessages = {
  'error.record-no-head': { ko: '머리말이나 봉인이 없음', en: 'it has no head, or no seal' },
  'error.record-first': { ko: '첫 줄이 머리말이 아님', en: 'the first line is no head' },
  'error.record-head': { ko: '모양이 다른 머리말', en: 'a head of another shape' },
  'error.record-seal': { ko: '봉인의 필드가 아님', en: 'its fields are not those of a seal' },
  'error.record-after': { ko: '봉인 뒤: {name}', en: 'after the seal: {name}' },
  'error.record-ends': {
    ko: '봉인 앞 {count}번째 줄에서 파일이 끝남',
    en: 'the file ends in line {count}, before its seal',
  },
  'error.record-missing': { ko: '{most}번째 줄 뒤의 {count}줄', en: '{count} lines after line {most}' },
  'error.record-unsigned': { ko: '봉인에 서명이 없음', en: 'the seal has no signature' },
  'error.record-key': {
    ko: '기록의 키는 SHA-256 {found}, 지정한 키는 {name}',
    en: 'the key of the record is SHA-256 {found}, the one given {name}',
  },
  'error.record-algorithm': {
    ko: '봉인의 키가 {algorithm} 키가 아님',
    en: 'the key of the seal is no {algorithm} key',
  },
  'error.record-signature': {
    ko: '서명이 봉인의 해시와 맞지 않음',
    en: 'the signature does not fit the hashes of the seal',
  },
  'error.record-spelling': { ko: '봉인한 그대로 적혀 있지 않음', en: 'the seal is not written as it was sealed' },
  'error.record-before': {
    ko: '서명되기 전에 변경됨: {what}',
    en: 'it was altered before it was signed: {what}',
  },
  'error.record-targets': {
    ko: '머리말의 대상은 {count}대이나 적힌 것은 {most}대',
    en: 'the head says {count} targets, {most} are listed',
  },
  'error.record-states': {
    ko: '머리말의 {state} 상태는 {count}대이나 적힌 것은 {most}대',
    en: 'the head says {count} {state}, {most} are listed',
  },
  'error.record-stranger': {
    ko: '{instance}은(는) 이 저장소의 캠페인 대상이 아님',
    en: '{instance} is no target of the campaign in this store',
  },
  'error.record-other': {
    ko: '저장소에 있는 {instance}의 증적이 다른 것임',
    en: 'the store has other evidence of {instance}',
  },
  'error.record-verdicts': {
    ko: '{instance}의 판정이 봉인된 것과 다름',
    en: 'verdicts of {instance} are not those that were sealed',
  },
  'error.record-absent': {
    ko: '{instance}의 증적({sha})이 저장소에 없음',
    en: 'evidence of {instance} ({sha}) is not in the store',
  },
  'error.record-whose': {
    ko: '{instance}의 증적({sha})이 {other}의 실행 {run}의 것임',
    en: 'evidence of {instance} ({sha}) is that of {other}, run {run}',
  },
  'error.record-evidence': {
    ko: '{instance}의 증적({sha}): {fault}',
    en: 'evidence of {instance} ({sha}): {fault}',
  },
} as const satisfies Record<string, Text>;
