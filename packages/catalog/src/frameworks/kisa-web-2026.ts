// KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, web servers: Apache httpd, Nginx and Tomcat.
import type { Framework } from '@bongsu/core';
import { text } from '@bongsu/core';

export const kisaWeb2026: Framework = {
  id: 'kisa-web-2026',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2026 (웹 서비스)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, web servers',
  ),
  // The importance of WEB-16 is 중 in one extraction of the guide and 상 in another.
  source: 'KISA, 2026',
  items: [
    {
      code: 'WEB-01',
      title: text('Default 관리자 계정명 변경', 'Change the default administrator name'),
      importance: 'high',
      units: ['tomcat.default-admin'],
    },
    {
      code: 'WEB-02',
      title: text('취약한 비밀번호 사용 제한', 'No weak passwords'),
      importance: 'high',
      units: ['tomcat.weak-password'],
    },
    {
      code: 'WEB-03',
      title: text('비밀번호 파일 권한 관리', 'Mode of the password file'),
      importance: 'high',
      units: ['tomcat.password-file'],
    },
    {
      code: 'WEB-04',
      title: text('웹 서비스 디렉터리 리스팅 방지 설정', 'No directory listing'),
      importance: 'high',
      units: ['apache.directory-listing', 'nginx.directory-listing', 'tomcat.directory-listing'],
    },
    {
      code: 'WEB-05',
      title: text('지정하지 않은 CGI/ISAPI 실행 제한', 'No CGI but where it is meant'),
      importance: 'high',
      units: ['apache.cgi', 'nginx.cgi', 'tomcat.cgi'],
    },
    {
      code: 'WEB-06',
      title: text('웹 서비스 상위 디렉터리 접근 제한 설정', 'No access to parent directories'),
      importance: 'high',
      units: ['apache.parent-directory', 'nginx.parent-directory', 'tomcat.parent-directory'],
    },
    {
      code: 'WEB-07',
      title: text('웹 서비스 경로 내 불필요한 파일 제거', 'No needless files in web paths'),
      importance: 'medium',
      units: ['apache.needless-files', 'nginx.needless-files', 'tomcat.needless-files'],
    },
    {
      code: 'WEB-08',
      title: text('웹 서비스 파일 업로드 및 다운로드 용량 제한', 'Size limit of uploads and downloads'),
      importance: 'low',
      units: ['apache.size-limit', 'nginx.size-limit', 'tomcat.size-limit'],
    },
    {
      code: 'WEB-09',
      title: text('웹 서비스 프로세스 권한 제한', 'The process does not run as root'),
      importance: 'high',
      units: ['apache.process-user', 'nginx.process-user', 'tomcat.process-user'],
    },
    {
      code: 'WEB-10',
      title: text('불필요한 프록시 설정 제한', 'No needless proxy'),
      importance: 'high',
      units: ['apache.proxy', 'nginx.proxy', 'tomcat.proxy'],
    },
    {
      code: 'WEB-11',
      title: text('웹 서비스 경로 설정', 'A document root of its own'),
      importance: 'medium',
      units: ['apache.document-root', 'nginx.document-root', 'tomcat.document-root'],
    },
    {
      code: 'WEB-12',
      title: text('웹 서비스 링크 사용 금지', 'No symbolic links'),
      importance: 'medium',
      units: ['apache.symbolic-links', 'nginx.symbolic-links', 'tomcat.symbolic-links'],
    },
    {
      code: 'WEB-13',
      title: text('웹 서비스 설정 파일 노출 제한', 'Configuration files are not exposed'),
      importance: 'high',
      units: ['tomcat.config-exposure'],
    },
    {
      code: 'WEB-14',
      title: text('웹 서비스 경로 내 파일의 접근 통제', 'Access control of files in web paths'),
      importance: 'high',
      units: ['apache.file-access', 'nginx.file-access', 'tomcat.file-access'],
    },
    {
      code: 'WEB-15',
      title: text('웹 서비스의 불필요한 스크립트 매핑 제거', 'No needless script mappings'),
      importance: 'high',
      units: ['tomcat.script-mapping'],
    },
    {
      code: 'WEB-16',
      title: text('웹 서비스 헤더 정보 노출 제한', 'Headers disclose nothing'),
      importance: 'medium',
      units: ['apache.header-disclosure', 'nginx.header-disclosure', 'tomcat.header-disclosure'],
    },
    {
      code: 'WEB-17',
      title: text('웹 서비스 가상 디렉로리 삭제', 'No needless virtual directories'),
      importance: 'medium',
      units: ['apache.virtual-directory', 'nginx.virtual-directory', 'tomcat.virtual-directory'],
    },
    {
      code: 'WEB-18',
      title: text('웹 서비스 WebDAV 비활성화', 'WebDAV is off'),
      importance: 'high',
      units: ['apache.webdav', 'nginx.webdav'],
    },
    {
      code: 'WEB-19',
      title: text('웹 서비스 SSI(Server Side Includes) 사용 제한', 'Server-side includes are off'),
      importance: 'medium',
      units: ['apache.ssi', 'nginx.ssi', 'tomcat.ssi'],
    },
    {
      code: 'WEB-20',
      title: text('SSL/TLS 활성화', 'TLS is on'),
      importance: 'high',
      units: ['apache.tls', 'nginx.tls'],
    },
    {
      code: 'WEB-21',
      title: text('HTTP 리디렉션', 'HTTP redirects to HTTPS'),
      importance: 'medium',
      units: ['apache.https-redirect', 'nginx.https-redirect'],
    },
    {
      code: 'WEB-22',
      title: text('에러 페이지 관리', 'Error pages of its own'),
      importance: 'low',
      units: ['apache.error-pages', 'nginx.error-pages', 'tomcat.error-pages'],
    },
    {
      code: 'WEB-23',
      title: text('LDAP 알고리즘 적절하게 구성', 'A sound digest for LDAP'),
      importance: 'medium',
      units: ['tomcat.ldap-digest'],
    },
    {
      code: 'WEB-24',
      title: text('별도의 업로드 경로 사용 및 권한 설정', 'An upload path of its own, closed'),
      importance: 'medium',
      units: ['apache.upload-path', 'nginx.upload-path', 'tomcat.upload-path'],
    },
    {
      code: 'WEB-25',
      title: text('주기적 보안 패치 및 벤더 권고사항 적용', 'Security patches and vendor advice'),
      importance: 'high',
      units: ['apache.patches', 'nginx.patches', 'tomcat.patches'],
    },
    {
      code: 'WEB-26',
      title: text('로그 디렉터리 및 파일 권한 설정', 'Mode of log folders and files'),
      importance: 'medium',
      units: ['apache.log-permissions', 'nginx.log-permissions', 'tomcat.log-permissions'],
    },
  ],
};
