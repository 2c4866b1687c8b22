// The items of the 2021 Windows edition on accounts, services and IIS, W-01 to W-30.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const accountsAndServices: readonly FrameworkItem[] = [
  {
    code: 'W-01',
    title: text(
      'Administrator 계정 이름 변경 또는 보안성 강화',
      'The built-in administrator has another name, or is hardened',
    ),
    importance: 'high',
    units: ['windows.administrator-name'],
  },
  {
    code: 'W-02',
    title: text('Guest 계정 비활성화', 'The Guest account is disabled'),
    importance: 'high',
    units: ['windows.guest-disabled'],
  },
  {
    code: 'W-03',
    title: text('불필요한 계정 제거', 'Unneeded accounts are gone'),
    importance: 'high',
    units: ['windows.unneeded-accounts'],
  },
  {
    code: 'W-04',
    title: text('계정 잠금 임계값 설정', 'Account lockout threshold'),
    importance: 'high',
    units: ['windows.lockout-threshold'],
  },
  {
    code: 'W-05',
    title: text('해독 가능한 암호화를 사용하여 암호 저장 해제', 'Passwords are not stored with reversible encryption'),
    importance: 'high',
    units: ['windows.reversible-encryption'],
  },
  {
    code: 'W-06',
    title: text('관리자 그룹에 최소한의 사용자 포함', 'Few are in the group Administrators'),
    importance: 'high',
    units: ['windows.administrators-members'],
  },
  {
    code: 'W-07',
    title: text('공유 권한 및 사용자 그룹 설정', 'Shares are not open to Everyone'),
    importance: 'high',
    units: ['windows.share-permissions'],
  },
  {
    code: 'W-08',
    title: text('하드디스크 기본 공유 제거', 'The default shares of disks are gone'),
    importance: 'high',
    units: ['windows.admin-shares'],
  },
  {
    code: 'W-09',
    title: text('불필요한 서비스 제거', 'Unneeded services are off'),
    importance: 'high',
    units: ['windows.unneeded-services'],
  },
  {
    code: 'W-10',
    title: text('IIS 서비스 구동 점검', 'IIS runs only where it is needed'),
    importance: 'high',
    units: ['windows.iis-service'],
  },
  {
    code: 'W-11',
    title: text('IIS 디렉토리 리스팅 제거', 'IIS lists no directories'),
    importance: 'high',
    units: ['windows.iis-directory-listing'],
  },
  {
    code: 'W-12',
    title: text('IIS CGI 실행 제한', 'Everyone cannot put CGI programs in place'),
    importance: 'high',
    units: ['windows.iis-cgi'],
  },
  {
    code: 'W-13',
    title: text('IIS 상위 디렉토리 접근 금지', 'IIS does not follow parent paths'),
    importance: 'high',
    units: ['windows.iis-parent-path'],
  },
  {
    code: 'W-14',
    title: text('IIS 불필요한 파일 제거', 'The sample files of IIS are gone'),
    importance: 'high',
    units: ['windows.iis-sample-files'],
  },
  {
    code: 'W-15',
    title: text('IIS 웹프로세스 권한 제한', 'Web processes run with few rights'),
    importance: 'high',
    units: ['windows.iis-process-account'],
  },
  {
    code: 'W-16',
    title: text('IIS 링크 사용 금지', 'There are no links in web folders'),
    importance: 'high',
    units: ['windows.iis-links'],
  },
  {
    code: 'W-17',
    title: text('IIS 파일 업로드 및 다운로드 제한', 'Uploads to IIS are limited in size'),
    importance: 'high',
    units: ['windows.iis-upload-limit'],
  },
  {
    code: 'W-18',
    title: text('IIS DB 연결 취약점 점검', 'Files with database connections are not served'),
    importance: 'high',
    units: ['windows.iis-database-files'],
  },
  {
    code: 'W-19',
    title: text('IIS 가상 디렉토리 삭제', 'Unneeded virtual directories are gone'),
    importance: 'high',
    units: ['windows.iis-virtual-directories'],
  },
  {
    code: 'W-20',
    title: text('IIS 데이터파일 ACL 적용', 'Everyone has no permission on web folders'),
    importance: 'high',
    units: ['windows.iis-file-access'],
  },
  {
    code: 'W-21',
    title: text('IIS 미사용 스크립트 매핑 제거', 'Unused script mappings are gone'),
    importance: 'high',
    units: ['windows.iis-script-mappings'],
  },
  {
    code: 'W-22',
    title: text('IIS Exec 명령어 쉘 호출 진단', 'Server-side includes call no shell'),
    importance: 'high',
    units: ['windows.iis-exec-command'],
  },
  {
    code: 'W-23',
    title: text('IIS WebDAV 비활성화', 'WebDAV is off'),
    importance: 'high',
    units: ['windows.iis-webdav'],
  },
  {
    code: 'W-24',
    title: text('NetBIOS 바인딩 서비스 구동 점검', 'NetBIOS is not bound to TCP/IP'),
    importance: 'high',
    units: ['windows.netbios-binding'],
  },
  {
    code: 'W-25',
    title: text('FTP 서비스 구동 점검', 'No FTP without encryption'),
    importance: 'high',
    units: ['windows.ftp-plain-text'],
  },
  {
    code: 'W-26',
    title: text('FTP 디렉토리 접근 권한 설정', 'Everyone has no permission on FTP folders'),
    importance: 'high',
    units: ['windows.ftp-directory-access'],
  },
  {
    code: 'W-27',
    title: text('Anonymous FTP 금지', 'No anonymous FTP'),
    importance: 'high',
    units: ['windows.ftp-anonymous'],
  },
  {
    code: 'W-28',
    title: text('FTP 접근 제어 설정', 'FTP lets in listed addresses alone'),
    importance: 'high',
    units: ['windows.ftp-access-control'],
  },
  {
    code: 'W-29',
    title: text('DNS Zone Transfer 설정', 'DNS zone transfers are limited'),
    importance: 'high',
    units: ['windows.dns-zone-transfer'],
  },
  {
    code: 'W-30',
    title: text('RDS(Remote Data Services) 제거', 'Remote Data Services are gone'),
    importance: 'high',
    units: ['windows.rds-removed'],
  },
];
