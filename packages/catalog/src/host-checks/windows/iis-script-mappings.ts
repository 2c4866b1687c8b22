// There are no mappings of .htr, .idc, .stm, .shtm, .shtml, .printer, .htw, .ida and .idq (KISA 2021 W-21).
import { hostCheck, text } from '@bongsu/core';
import { judgePlaces } from '../../criteria/web-in-use.ts';
import { webSites } from '../../probes/windows/web-sites.ts';

const extensions = ['.htr', '.idc', '.stm', '.shtm', '.shtml', '.printer', '.htw', '.ida', '.idq'];

export const iisScriptMappings = hostCheck({
  id: 'windows.iis-script-mappings',
  title: text('IIS 미사용 스크립트 매핑 제거', 'Unused script mappings are gone'),
  why: text(
    '오래된 확장자 처리기의 취약점으로 공격당할 수 있습니다.',
    'The handlers of old extensions have known holes.',
  ),
  importance: 'high',
  expects: text(
    '.htr .idc .stm .shtm .shtml .printer .htw .ida .idq 매핑이 없음',
    'there are no mappings of .htr, .idc, .stm, .shtm, .shtml, .printer, .htw, .ida and .idq',
  ),
  remedy: text('취약한 확장자의 처리기 매핑을 삭제합니다.', 'Delete the handler mappings of these extensions.'),
  fix: { any: ['Get-WebHandler', 'Remove-WebHandler -Name NAME'] },
  needs: { sites: webSites },
  judge({ sites }) {
    return judgePlaces(sites, text('취약한 스크립트 매핑', 'mappings of old extensions'), (place) => {
      const old = place.mappings.filter((one) => extensions.some((extension) => one.endsWith(extension)));
      return {
        found: old.join(', ') || `none among ${place.mappings.length} mappings`,
        expected: 'none',
        good: old.length === 0,
      };
    });
  },
});
