// Requests for .asa and .asax are refused (KISA 2021 W-18).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisDatabaseFiles = hostCheck({
  id: 'windows.iis-database-files',
  title: text('IIS DB 연결 취약점 점검', 'Files with database connections are not served'),
  why: text(
    'global.asa에 적힌 데이터베이스 접속 정보가 내려받아집니다.',
    'The database connections written in global.asa could be downloaded.',
  ),
  importance: 'high',
  expects: text('.asa와 .asax 요청이 거부됨', 'requests for .asa and .asax are refused'),
  remedy: text(
    '요청 필터링의 파일 이름 확장명에서 .asa와 .asax를 거부합니다.',
    'Refuse .asa and .asax in request filtering.',
  ),
  fix: {
    any: [
      'Add-WebConfigurationProperty -PSPath MACHINE/WEBROOT/APPHOST -Filter system.webServer/security/requestFiltering/fileExtensions -Name . -Value @{ fileExtension = ".asa"; allowed = $false }',
    ],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('.asa·.asax 요청 거부', 'refusal of .asa and .asax'), (place) => {
      const open = ['.asa', '.asax'].filter((one) => !place.refused.includes(one));
      return {
        found: open.length > 0 ? `not refused: ${open.join(', ')}` : 'both refused',
        expected: 'both refused',
        good: open.length === 0,
      };
    });
  },
});
