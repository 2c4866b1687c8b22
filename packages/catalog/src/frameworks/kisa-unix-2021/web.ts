// The web items that the 2021 edition counts among the Unix ones, decided by the units of the web family; U-71 speaks of Apache by name.
import type { FrameworkItem } from '@bongsu/core';
import { text } from '@bongsu/core';

export const webItems: readonly FrameworkItem[] = [
  {
    code: 'U-35',
    title: text('웹서비스 디렉토리 리스팅 제거', 'Web: no directory listing'),
    importance: 'high',
    units: ['apache.directory-listing', 'nginx.directory-listing', 'tomcat.directory-listing'],
  },
  {
    code: 'U-36',
    title: text('웹서비스 웹 프로세스 권한 제한', 'Web: the process does not run as root'),
    importance: 'high',
    units: ['apache.process-user', 'nginx.process-user', 'tomcat.process-user'],
  },
  {
    code: 'U-37',
    title: text('웹서비스 상위 디렉토리 접근 금지', 'Web: no access to parent directories'),
    importance: 'high',
    units: ['apache.parent-directory', 'nginx.parent-directory', 'tomcat.parent-directory'],
  },
  {
    code: 'U-38',
    title: text('웹서비스 불필요한 파일 제거', 'Web: no needless files'),
    importance: 'high',
    units: ['apache.needless-files', 'nginx.needless-files', 'tomcat.needless-files'],
  },
  {
    code: 'U-39',
    title: text('웹서비스 링크 사용금지', 'Web: no symbolic links'),
    importance: 'high',
    units: ['apache.symbolic-links', 'nginx.symbolic-links', 'tomcat.symbolic-links'],
  },
  {
    code: 'U-40',
    title: text('웹서비스 파일 업로드 및 다운로드 제한', 'Web: size limit of uploads and downloads'),
    importance: 'high',
    units: ['apache.size-limit', 'nginx.size-limit', 'tomcat.size-limit'],
  },
  {
    code: 'U-41',
    title: text('웹서비스 영역의 분리', 'Web: a document root of its own'),
    importance: 'high',
    units: ['apache.document-root', 'nginx.document-root', 'tomcat.document-root'],
  },
  {
    code: 'U-71',
    title: text('Apache 웹 서비스 정보 숨김', 'Apache discloses nothing of itself'),
    importance: 'medium',
    units: ['apache.header-disclosure'],
  },
];
