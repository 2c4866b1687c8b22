// The items of the 2026 Windows edition's chapter on patch and log management, W-38 to W-43.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const patchAndLogManagement: readonly FrameworkItem[] = [
  {
    code: 'W-38',
    title: text('주기적 보안 패치 및 벤더 권고사항 적용', 'Security updates are applied regularly'),
    importance: 'high',
    units: ['windows.hotfixes'],
  },
  {
    code: 'W-39',
    title: text('백신 프로그램 업데이트', 'The antivirus is up to date'),
    importance: 'high',
    units: ['windows.antivirus-updated'],
  },
  {
    code: 'W-40',
    title: text('정책에 따른 시스템 로깅 설정', 'What the policy asks for is audited'),
    importance: 'medium',
    units: ['windows.audit-policy'],
  },
  {
    code: 'W-41',
    title: text('NTP 및 시각 동기화 설정', 'The clock follows a time server'),
    importance: 'medium',
    units: ['windows.time-sync'],
  },
  {
    code: 'W-42',
    title: text('이벤트 로그 관리 설정', 'Event logs are large enough and kept'),
    importance: 'low',
    units: ['windows.event-log-size'],
  },
  {
    code: 'W-43',
    title: text('이벤트 로그 파일 접근 통제 설정', 'Everyone has no permission on the event logs'),
    importance: 'medium',
    units: ['windows.event-log-access'],
  },
];
