// The items of the 2021 Windows edition on patches, logs and security, W-31 to W-58.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const patchesLogsAndSecurity: readonly FrameworkItem[] = [
  {
    code: 'W-31',
    title: text('최신 서비스팩 적용', 'Windows has its newest build'),
    importance: 'high',
    units: ['windows.os-build'],
  },
  {
    code: 'W-32',
    title: text('최신 HOT FIX 적용', 'Security updates are applied regularly'),
    importance: 'high',
    units: ['windows.hotfixes'],
  },
  {
    code: 'W-33',
    title: text('백신 프로그램 업데이트', 'The antivirus is up to date'),
    importance: 'high',
    units: ['windows.antivirus-updated'],
  },
  {
    code: 'W-34',
    title: text('로그의 정기적 검토 및 보고', 'Logs are reviewed and reported on a schedule'),
    importance: 'high',
    units: ['windows.log-review'],
  },
  {
    code: 'W-35',
    title: text('원격으로 액세스 할 수 있는 레지스트리 경로', 'The registry cannot be reached remotely'),
    importance: 'high',
    units: ['windows.remote-registry'],
  },
  {
    code: 'W-36',
    title: text('백신 프로그램 설치', 'An antivirus is installed'),
    importance: 'high',
    units: ['windows.antivirus-installed'],
  },
  {
    code: 'W-37',
    title: text('SAM 파일 접근 통제 설정', 'Only the system and administrators reach the SAM'),
    importance: 'high',
    units: ['windows.sam-access'],
  },
  {
    code: 'W-38',
    title: text('화면보호기 설정', 'The screen locks by itself'),
    importance: 'high',
    units: ['windows.screen-saver'],
  },
  {
    code: 'W-39',
    title: text('로그온 하지 않고 시스템 종료 허용 해제', 'No shutdown without a logon'),
    importance: 'high',
    units: ['windows.shutdown-without-logon'],
  },
  {
    code: 'W-40',
    title: text('원격 시스템에서 강제로 시스템 종료', 'Only administrators shut down from a remote system'),
    importance: 'high',
    units: ['windows.remote-shutdown'],
  },
  {
    code: 'W-41',
    title: text('보안감사를 로그할 수 없는 경우 즉시 시스템 종료 해제', 'A full security log does not stop the system'),
    importance: 'high',
    units: ['windows.crash-on-audit-fail'],
  },
  {
    code: 'W-42',
    title: text('SAM 계정과 공유의 익명 열거 허용 안함', 'Accounts and shares are not listed for anonymous users'),
    importance: 'high',
    units: ['windows.anonymous-enumeration'],
  },
  {
    code: 'W-43',
    title: text('Autologon 기능 제어', 'Nobody is logged on automatically'),
    importance: 'high',
    units: ['windows.autologon'],
  },
  {
    code: 'W-44',
    title: text('이동식 미디어 포맷 및 꺼내기 허용', 'Only administrators format and eject removable media'),
    importance: 'high',
    units: ['windows.removable-media'],
  },
  {
    code: 'W-45',
    title: text('디스크 볼륨 암호화 설정', 'Disk volumes are encrypted'),
    importance: 'high',
    units: ['windows.disk-encryption'],
  },
  {
    code: 'W-46',
    title: text(
      'Everyone 사용권한을 익명 사용자에 적용 해제',
      'Permissions of Everyone do not apply to anonymous users',
    ),
    importance: 'medium',
    units: ['windows.everyone-anonymous'],
  },
  {
    code: 'W-47',
    title: text('계정 잠금 기간 설정', 'Account lockout duration'),
    importance: 'medium',
    units: ['windows.lockout-duration'],
  },
  {
    code: 'W-48',
    title: text('패스워드 복잡성 설정', 'Password complexity'),
    importance: 'medium',
    units: ['windows.password-complexity'],
  },
  {
    code: 'W-49',
    title: text('패스워드 최소 암호 길이', 'Minimum password length'),
    importance: 'medium',
    units: ['windows.password-length'],
  },
  {
    code: 'W-50',
    title: text('패스워드 최대 사용 기간', 'Maximum password age'),
    importance: 'medium',
    units: ['windows.password-max-age'],
  },
  {
    code: 'W-51',
    title: text('패스워드 최소 사용 기간', 'Minimum password age'),
    importance: 'medium',
    units: ['windows.password-min-age'],
  },
  {
    code: 'W-52',
    title: text('마지막 사용자 이름 표시 안함', 'The last user name is not shown'),
    importance: 'medium',
    units: ['windows.last-user-hidden'],
  },
  {
    code: 'W-53',
    title: text('로컬 로그온 허용', 'Who may log on at the console'),
    importance: 'medium',
    units: ['windows.local-logon'],
  },
  {
    code: 'W-54',
    title: text('익명 SID/이름 변환 허용 해제', 'No SID to name translation for anonymous users'),
    importance: 'medium',
    units: ['windows.anonymous-sid-name'],
  },
  {
    code: 'W-55',
    title: text('최근 암호 기억', 'Password history'),
    importance: 'medium',
    units: ['windows.password-history'],
  },
  {
    code: 'W-56',
    title: text('콘솔 로그온 시 로컬 계정에서 빈 암호 사용 제한', 'Blank passwords are for the console alone'),
    importance: 'medium',
    units: ['windows.blank-password'],
  },
  {
    code: 'W-57',
    title: text('원격터미널 접속 가능한 사용자 그룹 제한', 'Who may use the remote terminal'),
    importance: 'medium',
    units: ['windows.remote-desktop-users'],
  },
  {
    code: 'W-58',
    title: text('터미널 서비스 암호화 수준 설정', 'Remote desktop sessions are encrypted'),
    importance: 'medium',
    units: ['windows.rdp-encryption'],
  },
];
