// Anonymous FTP logins are not allowed (KISA 2026 W-23, 2021 W-27).
import { hostCheck, pass, text } from '@bongsu/core';
import { judgeFtp } from '../../criteria/ftp-sites-in-use.ts';
import { ftpSites } from '../../probes/windows/ftp-sites.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const ftpAnonymous = hostCheck({
  id: 'windows.ftp-anonymous',
  title: text('Anonymous FTP 금지', 'No anonymous FTP'),
  why: text('누구나 이름 없이 파일을 내려받거나 올릴 수 있습니다.', 'Anybody takes or leaves files without a name.'),
  importance: 'high',
  expects: text('익명 FTP 접속이 허용되지 않음', 'anonymous FTP logins are not allowed'),
  remedy: text('FTP 인증에서 익명 인증을 사용 안 함으로 둡니다.', 'Disable anonymous authentication of FTP.'),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath IIS:\\ -Filter system.applicationHost/sites/siteDefaults/ftpServer/security/authentication/anonymousAuthentication -Name enabled -Value $false',
    ],
  },
  question: text(
    '이 FTP 서버의 설정이 기준에 맞습니까? (IIS가 아닌 FTP 서버)',
    'Is this FTP server, which is not of IIS, set up as required?',
  ),
  needs: { services: windowsServices, sites: ftpSites },
  judge({ services, sites }) {
    return judgeFtp(services, sites, text('익명 FTP', 'anonymous FTP'), pass, ({ anonymous }) => ({
      found: anonymous ? 'anonymous logins on' : 'anonymous logins off',
      expected: 'off',
      good: !anonymous,
    }));
  },
});
