// The items of the 2026 Windows edition's chapter on service management, W-15 to W-37.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const serviceManagement: readonly FrameworkItem[] = [
  {
    code: 'W-15',
    title: text('사용자 개인키 사용 시 암호 입력', 'A password is asked for whenever a private key is used'),
    importance: 'high',
    units: ['windows.private-key-password'],
  },
  {
    code: 'W-16',
    title: text('공유 권한 및 사용자 그룹 설정', 'Shares are not open to Everyone'),
    importance: 'high',
    units: ['windows.share-permissions'],
  },
  {
    code: 'W-17',
    title: text('하드디스크 기본 공유 제거', 'The default shares of disks are gone'),
    importance: 'high',
    units: ['windows.admin-shares'],
  },
  {
    code: 'W-18',
    title: text('불필요한 서비스 제거', 'Unneeded services are off'),
    importance: 'high',
    units: ['windows.unneeded-services'],
  },
  {
    code: 'W-19',
    title: text('불필요한 IIS 서비스 구동 점검', 'IIS runs only where it is needed'),
    importance: 'high',
    units: ['windows.iis-service'],
  },
  {
    code: 'W-20',
    title: text('NetBIOS 바인딩 서비스 구동 점검', 'NetBIOS is not bound to TCP/IP'),
    importance: 'high',
    units: ['windows.netbios-binding'],
  },
  {
    code: 'W-21',
    title: text('암호화되지 않는 FTP 서비스 비활성화', 'No FTP without encryption'),
    importance: 'high',
    units: ['windows.ftp-plain-text'],
  },
  {
    code: 'W-22',
    title: text('FTP 디렉토리 접근권한 설정', 'Everyone has no permission on FTP folders'),
    importance: 'high',
    units: ['windows.ftp-directory-access'],
  },
  {
    code: 'W-23',
    title: text('공유 서비스에 대한 익명 접근 제한 설정', 'No anonymous access to shared services'),
    importance: 'high',
    units: ['windows.ftp-anonymous', 'windows.smb-anonymous'],
  },
  {
    code: 'W-24',
    title: text('FTP 접근 제어 설정', 'FTP lets in listed addresses alone'),
    importance: 'high',
    units: ['windows.ftp-access-control'],
  },
  {
    code: 'W-25',
    title: text('DNS Zone Transfer 설정', 'DNS zone transfers are limited'),
    importance: 'high',
    units: ['windows.dns-zone-transfer'],
  },
  {
    code: 'W-26',
    title: text('RDS(Remote Data Services)제거', 'Remote Data Services are gone'),
    importance: 'high',
    units: ['windows.rds-removed'],
  },
  {
    code: 'W-27',
    title: text('최신 Windows OS Build 버전 적용', 'Windows has its newest build'),
    importance: 'high',
    units: ['windows.os-build'],
  },
  {
    code: 'W-28',
    title: text('터미널 서비스 암호화 수준 설정', 'Remote desktop sessions are encrypted'),
    importance: 'medium',
    units: ['windows.rdp-encryption'],
  },
  {
    code: 'W-29',
    title: text('불필요한 SNMP 서비스 구동 점검', 'SNMP runs only where it is needed'),
    importance: 'medium',
    units: ['windows.snmp-running'],
  },
  {
    code: 'W-30',
    title: text('SNMP Community String 복잡성 설정', 'SNMP communities are complex'),
    importance: 'medium',
    units: ['windows.snmp-community'],
  },
  {
    code: 'W-31',
    title: text('SNMP Access Control 설정', 'SNMP answers listed hosts alone'),
    importance: 'medium',
    units: ['windows.snmp-access'],
  },
  {
    code: 'W-32',
    title: text('DNS 서비스 구동 점검', 'DNS is off, or takes no dynamic updates'),
    importance: 'medium',
    units: ['windows.dns-dynamic-update'],
  },
  {
    code: 'W-33',
    title: text('HTTP/FTP/SMTP 배너 차단', 'HTTP, FTP and SMTP do not tell what they are'),
    importance: 'low',
    units: ['windows.service-banners'],
  },
  {
    code: 'W-34',
    title: text('Telnet 서비스 비활성화', 'Disable Telnet'),
    importance: 'medium',
    units: ['windows.telnet'],
  },
  {
    code: 'W-35',
    title: text('불필요한 ODBC/OLE-DB 데이터 소스와 드라이브 제거', 'Unneeded ODBC sources are gone'),
    importance: 'medium',
    units: ['windows.odbc-sources'],
  },
  {
    code: 'W-36',
    title: text('원격터미널 접속 타임아웃 설정', 'Idle remote desktop sessions end'),
    importance: 'medium',
    units: ['windows.rdp-idle-timeout'],
  },
  {
    code: 'W-37',
    title: text(
      '예약된 작업에 의심스러운 명령이 등록되어 있는지 점검',
      'No suspicious command is among the scheduled tasks',
    ),
    importance: 'medium',
    units: ['windows.scheduled-tasks'],
  },
];
