// Only listed addresses may connect to FTP (KISA 2026 W-24, 2021 W-28).
import { hostCheck, notApplicable, text } from '@bongsu/core';
import { judgeFtp } from '../../criteria/ftp-sites-in-use.ts';
import { ftpSites } from '../../probes/windows/ftp-sites.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const ftpAccessControl = hostCheck({
  id: 'windows.ftp-access-control',
  title: text('FTP 접근 제어 설정', 'FTP lets in listed addresses alone'),
  why: text('어디서나 FTP에 접속해 비밀번호를 시험할 수 있습니다.', 'From anywhere passwords could be tried on FTP.'),
  importance: 'high',
  expects: text('FTP 접속이 정해진 IP 주소로 제한됨', 'only listed addresses may connect to FTP'),
  remedy: text(
    'FTP IP 주소 및 도메인 제한에서 지정되지 않은 클라이언트를 거부하고 허용할 주소를 등록합니다.',
    'In the address restrictions of FTP deny unspecified clients and list those allowed.',
  ),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Location SITE -Filter system.ftpServer/security/ipSecurity -Name allowUnlisted -Value $false',
    ],
  },
  question: text(
    '이 FTP 서버의 설정이 기준에 맞습니까? (IIS가 아닌 FTP 서버)',
    'Is this FTP server, which is not of IIS, set up as required?',
  ),
  needs: { services: windowsServices, sites: ftpSites },
  judge({ services, sites }) {
    return judgeFtp(services, sites, text('FTP 접근 제어', 'access control of FTP'), notApplicable, ({ unlisted }) => ({
      found: unlisted ? 'unlisted addresses are let in' : 'unlisted addresses are refused',
      expected: 'refused',
      good: !unlisted,
    }));
  },
});
