// KISA technical vulnerability assessment guide for critical information infrastructure, 2021 edition, Windows servers: all 82 items.
import type { Framework } from '@bongsu/core';
import { text } from '@bongsu/core';
import { accountsAndServices } from './kisa-windows-2021/accounts-and-services.ts';
import { patchesLogsAndSecurity } from './kisa-windows-2021/patches-logs-and-security.ts';
import { furtherSettings } from './kisa-windows-2021/further-settings.ts';

export const kisaWindows2021: Framework = {
  id: 'kisa-windows-2021',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2021 (Windows 서버)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2021 edition, Windows servers',
  ),
  source:
    'KISA, March 2021; codes, titles and importance from the public list of one vendor (QubitSecurity/VAS), not confirmed by another',
  platform: 'windows',
  items: [...accountsAndServices, ...patchesLogsAndSecurity, ...furtherSettings],
};
