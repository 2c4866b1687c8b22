// Remote users see no detailed errors (KISA 2021 W-59).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisInformation = hostCheck({
  id: 'windows.iis-information',
  title: text('IIS 웹 서비스 정보 숨김', 'Error pages of IIS give nothing away'),
  why: text('상세한 오류 페이지는 경로와 버전을 드러냅니다.', 'A detailed error page shows paths and versions.'),
  importance: 'medium',
  expects: text('원격 사용자에게 상세 오류가 보이지 않음', 'remote users see no detailed errors'),
  remedy: text('오류 페이지를 사용자 지정으로 설정합니다.', 'Set error pages to custom ones.'),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/httpErrors -Name errorMode -Value Custom',
    ],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('오류 페이지', 'error pages'), (place) => {
      const seen = place.setting('errorMode');
      return {
        found: seen || 'not told',
        expected: 'Custom or DetailedLocalOnly',
        good: ['Custom', 'DetailedLocalOnly', '0', '1'].some((mode) => mode === seen),
      };
    });
  },
});
