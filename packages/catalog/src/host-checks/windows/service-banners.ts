// The banners of HTTP, FTP and SMTP tell nothing (KISA 2026 W-33, 2021 W-64).
import type { Judgement } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeFtp } from '../../criteria/ftp-sites-in-use.ts';
import { inUse } from '../../criteria/service-quiet.ts';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import { ftpSites } from '../../probes/windows/ftp-sites.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const serviceBanners = hostCheck({
  id: 'windows.service-banners',
  title: text('HTTP/FTP/SMTP 배너 차단', 'HTTP, FTP and SMTP do not tell what they are'),
  why: text(
    '배너의 제품과 버전으로 공격할 취약점을 고를 수 있습니다.',
    'The product and version in a banner tell which holes to try.',
  ),
  importance: 'low',
  expects: text('HTTP·FTP·SMTP 접속 배너에 정보가 나오지 않음', 'the banners of HTTP, FTP and SMTP tell nothing'),
  remedy: text(
    'IIS의 Server 헤더를 제거하고 FTP 기본 배너를 숨기며 SMTP 배너를 바꿉니다.',
    'Remove the Server header of IIS, hide the default banner of FTP, change the banner of SMTP.',
  ),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/security/requestFiltering -Name removeServerHeader -Value $true',
    ],
  },
  question: text(
    'SMTP나 IIS가 아닌 FTP의 배너에 제품과 버전이 나옵니까?',
    'Does the banner of SMTP, or of an FTP server that is not of IIS, tell product and version?',
  ),
  needs: { services: windowsServices, sites: webSites, ftp: ftpSites, registry: registryOf('hideHttpServer') },
  judge({ services, sites, ftp, registry }) {
    const found: Judgement[] = [];
    if (inUse(services, 'W3SVC')) {
      const hidden = (registry.hideHttpServer.number ?? 0) >= 1;
      found.push(
        judgePlaces(sites, text('HTTP 배너', 'the banner of HTTP'), (place) => ({
          found: `removeServerHeader ${place.setting('hideServer') ?? 'not there'}, DisableServerHeader ${registry.hideHttpServer.values[0] ?? 'not set'}`,
          expected: 'hidden',
          good: hidden || place.setting('hideServer') === 'True',
        })),
      );
    }
    if (inUse(services, 'FTPSVC'))
      found.push(
        judgeFtp(services, ftp, text('FTP 배너', 'the banner of FTP'), pass, ({ hidesBanner }) => ({
          found: `suppressDefaultBanner ${hidesBanner}`,
          expected: 'true',
          good: hidesBanner,
        })),
      );
    if (inUse(services, 'SMTPSVC'))
      found.push(
        manual(text('SMTP 배너를 확인해야 함', 'what does the banner of SMTP tell?'), services.proofs('SMTPSVC')),
      );
    return (
      worstOf(found) ??
      pass(
        text('HTTP·FTP·SMTP 서비스가 꺼져 있음', 'HTTP, FTP and SMTP are off'),
        services.proofs('W3SVC', 'FTPSVC', 'SMTPSVC'),
      )
    );
  },
});
