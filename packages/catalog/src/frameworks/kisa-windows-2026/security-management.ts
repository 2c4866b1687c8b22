// The items of the 2026 Windows edition's chapter on security management, W-44 to W-64.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const securityManagement: readonly FrameworkItem[] = [
  {
    code: 'W-44',
    title: text('원격으로 액세스할 수 있는 레지스트리 경로', 'The registry cannot be reached remotely'),
    importance: 'high',
    units: ['windows.remote-registry'],
  },
  {
    code: 'W-45',
    title: text('백신 프로그램 설치', 'An antivirus is installed'),
    importance: 'high',
    units: ['windows.antivirus-installed'],
  },
  {
    code: 'W-46',
    title: text('SAM 파일 접근 통제 설정', 'Only the system and administrators reach the SAM'),
    importance: 'high',
    units: ['windows.sam-access'],
  },
  {
    code: 'W-47',
    title: text('화면 보호기 설정', 'The screen locks by itself'),
    importance: 'low',
    units: ['windows.screen-saver'],
  },
  {
    code: 'W-48',
    title: text('로그온하지 않고 시스템 종료 허용', 'No shutdown without a logon'),
    importance: 'high',
    units: ['windows.shutdown-without-logon'],
  },
  {
    code: 'W-49',
    title: text('원격 시스템에서 강제로 시스템 종료', 'Only administrators shut down from a remote system'),
    importance: 'high',
    units: ['windows.remote-shutdown'],
  },
  {
    code: 'W-50',
    title: text('보안 감사를 로그 할 수 없는 경우 즉시 시스템 종료', 'A full security log does not stop the system'),
    importance: 'high',
    units: ['windows.crash-on-audit-fail'],
  },
  {
    code: 'W-51',
    title: text('SAM 계정과 공유의 익명 열거 허용 안 함', 'Accounts and shares are not listed for anonymous users'),
    importance: 'high',
    units: ['windows.anonymous-enumeration'],
  },
  {
    code: 'W-52',
    title: text('Autologon 기능 제어', 'Nobody is logged on automatically'),
    importance: 'high',
    units: ['windows.autologon'],
  },
  {
    code: 'W-53',
    title: text('이동식 미디어 포맷 및 꺼내기 허용', 'Only administrators format and eject removable media'),
    importance: 'high',
    units: ['windows.removable-media'],
  },
  {
    code: 'W-54',
    title: text('Dos 공격 방어 레지스트리 설정', 'The registry settings against denial of service are set'),
    importance: 'medium',
    units: ['windows.dos-registry'],
  },
  {
    code: 'W-55',
    title: text('사용자가 프린터 드라이버를 설치할 수 없게 함', 'Users cannot install printer drivers'),
    importance: 'medium',
    units: ['windows.printer-drivers'],
  },
  {
    code: 'W-56',
    title: text('SMB 세션 중단 관리 설정', 'Idle SMB sessions end'),
    importance: 'medium',
    units: ['windows.smb-session-idle'],
  },
  {
    code: 'W-57',
    title: text('로그온 시 경고 메시지 설정', 'A warning is shown before the logon'),
    importance: 'low',
    units: ['windows.logon-message'],
  },
  {
    code: 'W-58',
    title: text('사용자별 홈 디렉터리 권한 설정', 'Everyone has no permission on the homes of users'),
    importance: 'medium',
    units: ['windows.home-directories'],
  },
  {
    code: 'W-59',
    title: text('LAN Manager 인증 수준', 'LAN Manager authentication level'),
    importance: 'medium',
    units: ['windows.ntlm-level'],
  },
  {
    code: 'W-60',
    title: text('보안 채널 데이터 디지털 암호화 또는 서명', 'Secure channel data is encrypted or signed'),
    importance: 'medium',
    units: ['windows.secure-channel'],
  },
  {
    code: 'W-61',
    title: text('파일 및 디렉토리 보호', 'Volumes have a file system with permissions'),
    importance: 'medium',
    units: ['windows.ntfs-volumes'],
  },
  {
    code: 'W-62',
    title: text('시작 프로그램 목록 분석', 'The startup programs are reviewed'),
    importance: 'medium',
    units: ['windows.startup-programs'],
  },
  {
    code: 'W-63',
    title: text('도메인 컨트롤러-사용자의 시간 동기화', 'The domain controller limits how far clocks may differ'),
    importance: 'medium',
    units: ['windows.domain-time'],
  },
  {
    code: 'W-64',
    title: text('윈도우 방화벽 설정', 'The Windows firewall is on'),
    importance: 'medium',
    units: ['windows.firewall'],
  },
];
