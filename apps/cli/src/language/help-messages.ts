// Titles of the help, and the options that several commands take; part of the one catalogue.
import type { Text } from '@bongsu/core';
import { detailMessages } from './detail-messages.ts';
import { errorMessages } from './error-messages.ts';
import { parseMessages } from './parse-messages.ts';

export const helpMessages = {
  ...detailMessages,
  ...errorMessages,
  ...parseMessages,
  'option.another-campaign': { ko: '최근 캠페인이 아닌 다른 캠페인', en: 'another campaign than the latest' },
  'option.format': { ko: '파일 형식', en: 'format of the file' },
  'option.out': { ko: '쓸 파일', en: 'file to write' },
  'option.out-or-stdout': { ko: '쓸 파일. -이면 표준 출력', en: 'file to write; - for standard output' },
  'help.bongsu': {
    ko: '무엇을 가지고 있고, 어떻게 설정되어 있으며, 무엇을 하고 있고, 누가 조치해야 하는가',
    en: 'What do we own, how is it configured, what is it doing, who must act?',
  },
  'option.config': { ko: '설정 파일', en: 'configuration file' },
  'option.json': { ko: '표 대신 JSON 문서 하나를 출력합니다', en: 'print one JSON document instead of tables' },
  'option.lang': { ko: '언어. 없으면 BONGSU_LANG, LC_ALL, LANG 순', en: 'language; else BONGSU_LANG, LC_ALL, LANG' },
  'option.store': { ko: '스냅샷, 캠페인, 증적을 두는 폴더', en: 'folder of snapshots, campaigns and evidence' },
  'option.accounts': {
    ko: '"organization" 또는 쉼표로 구분한 계정 번호',
    en: '"organization" or account ids, comma-separated',
  },
  'option.regions': { ko: '"enabled" 또는 쉼표로 구분한 리전', en: '"enabled" or Regions, comma-separated' },
  'option.role': { ko: '구성원 계정에서 맡을 역할', en: 'role to assume in member accounts' },
  'option.external-id': { ko: '그 역할의 외부 ID', en: 'external id of that role' },
  'option.bucket': { ko: '중앙 계정의 버킷', en: 'bucket of the central account' },
  'option.profile': { ko: '중앙 계정의 AWS 프로필', en: 'AWS profile of the central account' },
  'option.edition': {
    ko: '보고할 기준. 쉼표로 구분하거나 "all". 없으면 계열별 최신 기준',
    en: 'editions to report in, comma-separated, or "all"; else the newest of each family',
  },
  'option.check-profile': {
    ko: '"strict"(가이드 문구 그대로) 또는 "distro-aware". 없으면 설정, 그것도 없으면 strict',
    en: '"strict" (the guide\'s letter) or "distro-aware"; else the configuration, else strict',
  },
  'option.help': { ko: '명령 도움말', en: 'help for a command' },
  'option.version': { ko: '버전을 출력합니다', en: 'print the version' },
  'title.usage': { ko: '사용법:', en: 'Usage:' },
  'title.options': { ko: '옵션:', en: 'Options:' },
  'title.commands': { ko: '명령:', en: 'Commands:' },
  'title.arguments': { ko: '인자:', en: 'Arguments:' },
  'title.global': { ko: '공통 옵션:', en: 'Global Options:' },
} as const satisfies Readonly<Record<string, Text>>;
