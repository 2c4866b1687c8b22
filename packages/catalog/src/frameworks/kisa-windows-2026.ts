// KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, Windows servers: all 64 items.
import type { Framework } from '@bongsu/core';
import { text } from '@bongsu/core';
import { accountManagement } from './kisa-windows-2026/account-management.ts';
import { serviceManagement } from './kisa-windows-2026/service-management.ts';
import { patchAndLogManagement } from './kisa-windows-2026/patch-and-log-management.ts';
import { securityManagement } from './kisa-windows-2026/security-management.ts';

export const kisaWindows2026: Framework = {
  id: 'kisa-windows-2026',
  title: text(
    '주요정보통신기반시설 기술적 취약점 분석·평가 방법 상세가이드 2026 (Windows 서버)',
    'KISA technical vulnerability assessment guide for critical information infrastructure, 2026 edition, Windows servers',
  ),
  source: 'KISA, December 2025; two independent extractions of the guide agree on codes, titles and importance',
  platform: 'windows',
  items: [...accountManagement, ...serviceManagement, ...patchAndLogManagement, ...securityManagement],
};
