// The items of the 2021 edition on service management: U-19 to U-34, and U-60 to U-70 after the web items and the other chapters.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const servicesBeforeWeb: readonly FrameworkItem[] = [
  {
    code: 'U-19',
    title: text('Finger 서비스 비활성화', 'Disable finger'),
    importance: 'high',
    units: ['service.finger'],
  },
  {
    code: 'U-20',
    title: text('Anonymous FTP 비활성화', 'Disable anonymous FTP'),
    importance: 'high',
    units: ['service.anonymous-ftp'],
  },
  {
    code: 'U-21',
    title: text('r 계열 서비스 비활성화', 'Disable r services'),
    importance: 'high',
    units: ['service.r-commands'],
  },
  {
    code: 'U-22',
    title: text('crond 파일 소유자 및 권한 설정', 'Owner and mode of cron (2026: cron and at) files'),
    importance: 'high',
    units: ['cron.crontab'],
  },
  {
    code: 'U-23',
    title: text('DoS 공격에 취약한 서비스 비활성화', 'Disable services prone to denial of service'),
    importance: 'high',
    units: ['service.dos-prone'],
  },
  {
    code: 'U-24',
    title: text('NFS 서비스 비활성화', 'Disable NFS'),
    importance: 'high',
    units: ['nfs.server'],
  },
  {
    code: 'U-25',
    title: text('NFS 접근 통제', 'NFS access control'),
    importance: 'high',
    units: ['nfs.clients'],
  },
  {
    code: 'U-26',
    title: text('automountd 제거', 'Remove automountd'),
    importance: 'high',
    units: ['service.automount'],
  },
  {
    code: 'U-27',
    title: text('RPC 서비스 확인', 'RPC services'),
    importance: 'high',
    units: ['service.rpc-programs'],
  },
  {
    code: 'U-28',
    title: text('NIS, NIS+ 점검', 'NIS and NIS+'),
    importance: 'high',
    units: ['service.nis'],
  },
  {
    code: 'U-29',
    title: text('tftp, talk 서비스 비활성화', 'Disable tftp and talk'),
    importance: 'high',
    units: ['service.tftp-talk'],
  },
  {
    code: 'U-30',
    title: text('Sendmail 버전 점검', 'Sendmail version'),
    importance: 'high',
    units: ['mail.sendmail-version'],
  },
  {
    code: 'U-31',
    title: text('스팸 메일 릴레이 제한', 'Mail relay restriction'),
    importance: 'high',
    units: ['mail.relay'],
  },
  {
    code: 'U-32',
    title: text('일반사용자의 Sendmail 실행 방지', 'Keep ordinary users from running mail queue commands'),
    importance: 'high',
    units: ['mail.sendmail-queue'],
  },
  {
    code: 'U-33',
    title: text('DNS 보안 버전 패치', 'DNS server patches'),
    importance: 'high',
    units: ['dns.version'],
  },
  {
    code: 'U-34',
    title: text('DNS Zone Transfer 설정', 'DNS zone transfer'),
    importance: 'high',
    units: ['dns.zone-transfer'],
  },
];

export const servicesAfterWeb: readonly FrameworkItem[] = [
  {
    code: 'U-60',
    title: text('ssh 원격접속 허용', 'Use SSH, not Telnet'),
    importance: 'medium',
    units: ['service.telnet', 'ftp.plain-text'],
  },
  { code: 'U-61', title: text('ftp 서비스 확인', 'Plain FTP service'), importance: 'low', units: ['ftp.server'] },
  {
    code: 'U-62',
    title: text('ftp 계정 shell 제한', 'Shell of the ftp account'),
    importance: 'medium',
    units: ['ftp.account-shell'],
  },
  {
    code: 'U-63',
    title: text('ftpusers 파일 소유자 및 권한 설정', 'Owner and mode of ftpusers'),
    importance: 'low',
    units: ['ftp.ftpusers-permissions'],
  },
  {
    code: 'U-64',
    title: text('ftpusers 파일 설정(FTP 서비스 root 계정 접근제한)', 'Block root in FTP'),
    importance: 'medium',
    units: ['ftp.root-login'],
  },
  {
    code: 'U-65',
    title: text('at 서비스 권한 설정', 'Permissions of the at service'),
    importance: 'medium',
    units: ['cron.at'],
  },
  {
    code: 'U-66',
    title: text('SNMP 서비스 구동 점검', 'SNMP service not running'),
    importance: 'medium',
    units: ['snmp.running'],
  },
  {
    code: 'U-67',
    title: text('SNMP 서비스 Community String의 복잡성 설정', 'SNMP community string complexity'),
    importance: 'medium',
    units: ['snmp.default-community'],
  },
  {
    code: 'U-68',
    title: text('로그온 시 경고 메시지 제공', 'Warning banner at login'),
    importance: 'low',
    units: ['login.warning-2021'],
  },
  {
    code: 'U-69',
    title: text('NFS 설정파일 접근권한', 'Owner and mode of the NFS export file'),
    importance: 'medium',
    units: ['nfs.exports-permissions'],
  },
  {
    code: 'U-70',
    title: text('expn, vrfy 명령어 제한', 'Restrict SMTP EXPN and VRFY'),
    importance: 'medium',
    units: ['mail.sendmail-expn-vrfy'],
  },
];
