// There are no shortcuts or symbolic links in web folders (KISA 2021 W-16).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

export const iisLinks = hostCheck({
  id: 'windows.iis-links',
  title: text('IIS 링크 사용 금지', 'There are no links in web folders'),
  why: text('링크로 웹 폴더 밖의 파일이 노출됩니다.', 'A link shows files from outside the folder of the site.'),
  importance: 'high',
  expects: text('웹 폴더에 바로가기와 심볼릭 링크가 없음', 'there are no shortcuts or symbolic links in web folders'),
  remedy: text('웹 폴더의 바로가기와 링크를 삭제합니다.', 'Delete shortcuts and links from web folders.'),
  fix: {
    any: ['Get-ChildItem -Recurse C:\\inetpub\\wwwroot | Where-Object { $_.Extension -eq ".lnk" -or $_.LinkType }'],
  },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('웹 폴더의 링크', 'links in web folders'), (place) => ({
      found: place.links.slice(0, 10).join(', ') || 'none within four levels',
      expected: 'none',
      good: place.links.length === 0,
    }));
  },
});
