// No share opens to anonymous sessions (KISA 2026 W-23).
import type { Proof } from '@bongsu/core';
import { allowedTo, fail, hostCheck, pass, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { registryOf } from '../../probes/windows/registry.ts';
import { windowsShares } from '../../probes/windows/shares.ts';

export const smbAnonymous = hostCheck({
  id: 'windows.smb-anonymous',
  title: text('공유 폴더 익명 접근 제한', 'No anonymous access to shared folders'),
  why: text('이름 없는 접속으로 공유 자료를 읽을 수 있습니다.', 'Without a name anybody could read what is shared.'),
  importance: 'high',
  expects: text('익명으로 열 수 있는 공유가 없음', 'no share opens to anonymous sessions'),
  remedy: text(
    "'네트워크 액세스: 명명된 파이프와 공유에 대한 익명 액세스 제한'을 사용으로, '익명으로 액세스할 수 있는 공유'를 비웁니다.",
    'Enable "Restrict anonymous access to Named Pipes and Shares" and empty "Shares that can be accessed anonymously".',
  ),
  fix: { any: [...registryFix('restrictNullSessions', 1)] },
  needs: { registry: registryOf('restrictNullSessions', 'nullSessionShares'), shares: windowsShares },
  judge({ registry: { restrictNullSessions: limit, nullSessionShares: listed }, shares }) {
    const names = listed.values.filter((one) => one.trim() !== '');
    const anonymous = shares.filter(({ access }) => access !== null && allowedTo(access, 'S-1-5-7').length > 0);
    const evidence: Proof[] = [
      { source: limit.source, found: limit.present ? limit.values.join(', ') : 'not set (built-in: 1)', expected: '1' },
      { source: listed.source, found: names.join(', ') || 'empty', expected: 'empty' },
      ...anonymous.map(({ name }) => ({
        source: `share ${name}`,
        found: 'ANONYMOUS LOGON is allowed',
        expected: 'not allowed',
      })),
    ];
    const limited = !limit.present || limit.number === 1;
    return !limited || names.length > 0 || anonymous.length > 0
      ? fail(text('익명으로 열 수 있는 공유가 있음', 'shares open to anonymous sessions'), evidence)
      : pass(text('공유의 익명 접근이 제한됨', 'anonymous access to shares is limited'), evidence);
  },
});
