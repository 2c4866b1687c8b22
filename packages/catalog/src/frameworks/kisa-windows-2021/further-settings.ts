// The items of the 2021 Windows edition on further settings, W-59 to W-82.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const furtherSettings: readonly FrameworkItem[] = [
  {
    code: 'W-59',
    title: text('IIS 웹 서비스 정보 숨김', 'Error pages of IIS give nothing away'),
    importance: 'medium',
    units: ['windows.iis-information'],
  },
  {
    code: 'W-60',
    title: text('SNMP 서비스 구동 점검', 'SNMP runs only where it is needed'),
    importance: 'medium',
    units: ['windows.snmp-running'],
  },
  {
    code: 'W-61',
    title: text('SNMP 서비스 커뮤니티스트링의 복잡성 설정', 'SNMP communities are complex'),
    importance: 'medium',
    units: ['windows.snmp-community'],
  },
  {
    code: 'W-62',
    title: text('SNMP Access control 설정', 'SNMP answers listed hosts alone'),
    importance: 'medium',
    units: ['windows.snmp-access'],
  },
  {
    code: 'W-63',
    title: text('DNS 서비스 구동 점검', 'DNS is off, or takes no dynamic updates'),
    importance: 'medium',
    units: ['windows.dns-dynamic-update'],
  },
  {
    code: 'W-64',
    title: text('HTTP/FTP/SMTP 배너 차단', 'HTTP, FTP and SMTP do not tell what they are'),
    importance: 'low',
    units: ['windows.service-banners'],
  },
  {
    code: 'W-65',
    title: text('Telnet 보안 설정', 'Telnet is off, or takes NTLM alone'),
    importance: 'medium',
    units: ['windows.telnet-authentication'],
  },
  {
    code: 'W-66',
    title: text('불필요한 ODBC/OLE-DB 데이터소스와 드라이브 제거', 'Unneeded ODBC sources are gone'),
    importance: 'medium',
    units: ['windows.odbc-sources'],
  },
  {
    code: 'W-67',
    title: text('원격터미널 접속 타임아웃 설정', 'Idle remote desktop sessions end'),
    importance: 'medium',
    units: ['windows.rdp-idle-timeout'],
  },
  {
    code: 'W-68',
    title: text(
      '예약된 작업에 의심스러운 명령이 등록되어 있는지 점검',
      'No suspicious command is among the scheduled tasks',
    ),
    importance: 'medium',
    units: ['windows.scheduled-tasks'],
  },
  {
    code: 'W-69',
    title: text('정책에 따른 시스템 로깅설정', 'What the policy asks for is audited'),
    importance: 'medium',
    units: ['windows.audit-policy'],
  },
  {
    code: 'W-70',
    title: text('이벤트 로그 관리 설정', 'Event logs are large enough and kept'),
    importance: 'low',
    units: ['windows.event-log-size'],
  },
  {
    code: 'W-71',
    title: text('원격에서 이벤트 로그파일 접근 차단', 'Everyone has no permission on the event logs'),
    importance: 'medium',
    units: ['windows.event-log-access'],
  },
  {
    code: 'W-72',
    title: text('Dos 공격 방어 레지스트리 설정', 'The registry settings against denial of service are set'),
    importance: 'medium',
    units: ['windows.dos-registry'],
  },
  {
    code: 'W-73',
    title: text('사용자가 프린터 드라이버를 설치할 수 없게 함', 'Users cannot install printer drivers'),
    importance: 'medium',
    units: ['windows.printer-drivers'],
  },
  {
    code: 'W-74',
    title: text('세션 연결을 중단하기 전에 필요한 유휴시간', 'Idle SMB sessions end'),
    importance: 'medium',
    units: ['windows.smb-session-idle'],
  },
  {
    code: 'W-75',
    title: text('경고 메시지 설정', 'A warning is shown before the logon'),
    importance: 'low',
    units: ['windows.logon-message'],
  },
  {
    code: 'W-76',
    title: text('사용자별 홈 디렉토리 권한 설정', 'Everyone has no permission on the homes of users'),
    importance: 'medium',
    units: ['windows.home-directories'],
  },
  {
    code: 'W-77',
    title: text('LAN Manager 인증 수준', 'LAN Manager authentication level'),
    importance: 'medium',
    units: ['windows.ntlm-level'],
  },
  {
    code: 'W-78',
    title: text('보안 채널 데이터 디지털 암호화 또는 서명', 'Secure channel data is encrypted or signed'),
    importance: 'medium',
    units: ['windows.secure-channel'],
  },
  {
    code: 'W-79',
    title: text('파일 및 디렉토리 보호', 'Volumes have a file system with permissions'),
    importance: 'medium',
    units: ['windows.ntfs-volumes'],
  },
  {
    code: 'W-80',
    title: text('컴퓨터 계정 암호 최대 사용 기간', 'Maximum age of the computer account password'),
    importance: 'medium',
    units: ['windows.machine-password-age'],
  },
  {
    code: 'W-81',
    title: text('시작 프로그램 목록 분석', 'The startup programs are reviewed'),
    importance: 'medium',
    units: ['windows.startup-programs'],
  },
  {
    code: 'W-82',
    title: text('Windows 인증 모드 사용', 'SQL Server takes Windows authentication alone'),
    importance: 'medium',
    units: ['windows.windows-authentication'],
  },
];
