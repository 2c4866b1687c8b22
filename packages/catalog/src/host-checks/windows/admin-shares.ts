// There are no default shares, and AutoShareServer is 0 (KISA 2026 W-17, 2021 W-08).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { registryFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { windowsShares } from '../../probes/windows/shares.ts';

export const adminShares = hostCheck({
  id: 'windows.admin-shares',
  title: text('하드디스크 기본 공유 제거', 'The default shares of disks are gone'),
  why: text(
    '관리자 비밀번호를 얻은 공격자가 기본 공유로 디스크 전체를 읽고 씁니다.',
    'With the password of an administrator the default shares open whole disks over the network.',
  ),
  importance: 'high',
  expects: text('기본 공유가 없고 AutoShareServer가 0임', 'there are no default shares, and AutoShareServer is 0'),
  remedy: text(
    '기본 공유를 중지하고 AutoShareServer를 0으로 설정합니다. 기본 공유를 쓰는 백업·관리 도구가 있는지 먼저 확인합니다.',
    'Stop the default shares and set AutoShareServer to 0. See first whether backup or management tools use them.',
  ),
  fix: { any: [...registryFix('autoShareServer', 0), 'Restart-Service -Name LanmanServer -Force'] },
  needs: { shares: windowsShares, registry: registryOf('autoShareServer') },
  judge({ shares, registry: { autoShareServer: value } }) {
    const made = shares.filter(({ name }) => /^(?:[A-Z]\$|ADMIN\$)$/i.test(name));
    const evidence: Proof[] = [
      { source: value.source, found: value.present ? value.values.join(', ') : 'not set (built-in: 1)', expected: '0' },
      {
        source: 'Get-SmbShare',
        found: made.length > 0 ? nameList(made) : 'no default share',
        expected: 'none but IPC$',
      },
    ];
    if (made.length > 0)
      return fail(text(`기본 공유가 있음: ${nameList(made)}`, `there are default shares: ${nameList(made)}`), evidence);
    return value.number === 0
      ? pass(text('기본 공유가 제거됨', 'the default shares are gone'), evidence)
      : fail(text('기본 공유가 재시작 뒤 다시 생김', 'the default shares come back at the next start'), evidence);
  },
});
