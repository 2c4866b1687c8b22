// What the parser of the command line says of words that it does not take; part of the one catalogue.
import type { Text } from '@bongsu/core';

export const parseMessages = {
  'parse.unknown-option': { ko: '오류: 알 수 없는 옵션입니다: {word}', en: "error: unknown option '{word}'" },
  'parse.unknown-command': { ko: '오류: 알 수 없는 명령입니다: {word}', en: "error: unknown command '{word}'" },
  'parse.argument': { ko: '오류: 인자가 필요합니다: {word}', en: "error: missing required argument '{word}'" },
  'parse.option-value': { ko: '오류: 옵션에 값이 필요합니다: {word}', en: "error: option '{word}' argument missing" },
  'parse.option': { ko: '오류: 필수 옵션이 없습니다: {word}', en: "error: required option '{word}' not specified" },
  'parse.arguments': {
    ko: '오류: 인자가 너무 많습니다. 최대 {most}개이며 {count}개를 받았습니다: {words}',
    en: 'error: too many arguments. Expected {most} but got {count}: {words}',
  },
  'parse.similar': { ko: '혹시 {words}?', en: 'Did you mean {words}?' },
} as const satisfies Record<string, Text>;
