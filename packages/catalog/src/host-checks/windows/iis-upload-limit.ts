// The size of requests is limited (KISA 2021 W-17).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisUploadLimit = hostCheck({
  id: 'windows.iis-upload-limit',
  title: text('IIS 파일 업로드 및 다운로드 제한', 'Uploads to IIS are limited in size'),
  why: text('큰 파일을 되풀이해 올리면 서버 자원이 소진됩니다.', 'Large files sent over and over use up the server.'),
  importance: 'high',
  expects: text('요청 크기가 제한됨', 'the size of requests is limited'),
  remedy: text(
    'requestLimits의 maxAllowedContentLength와 ASP의 maxRequestEntityAllowed를 정합니다.',
    'Set maxAllowedContentLength of requestLimits and maxRequestEntityAllowed of ASP.',
  ),
  fix: {
    any: [
      'Set-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/security/requestFiltering/requestLimits -Name maxAllowedContentLength -Value 31457280',
    ],
  },
  parameters: {
    bytesMax: numberParameter(
      text(
        '요청 하나의 최대 바이트(안내서 예시 약 30MB)',
        'bytes of one request (about 30 MB in the sample of the guide)',
      ),
      31_457_280,
      { min: 1, max: 4_294_967_295 },
    ),
  },
  needs: { sites: webSites },
  judge({ sites }, _host, { bytesMax }) {
    return judgePlaces(sites, text('요청 크기 제한', 'the limit on requests'), (place) => {
      const [content, asp] = [place.setting('contentBytes'), place.setting('aspRequestBytes')];
      const within = (bytes: string | undefined, max: number): boolean =>
        /^\d{1,15}$/.test(String(bytes)) && Number(bytes) <= max;
      return {
        found: `maxAllowedContentLength ${content ?? 'not there'}, ASP ${asp ?? 'not installed'}`,
        expected: `${bytesMax} bytes or fewer`,
        good: within(content, bytesMax) && (asp === undefined || within(asp, bytesMax)),
      };
    });
  },
});
