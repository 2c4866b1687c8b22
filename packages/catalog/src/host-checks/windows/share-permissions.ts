// There is no ordinary share, or Everyone has no permission on it (KISA 2026 W-16, 2021 W-07).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { everyoneOn } from '../../criteria/windows-access.ts';
import { windowsShares } from '../../probes/windows/shares.ts';

export const sharePermissions = hostCheck({
  id: 'windows.share-permissions',
  title: text('공유 권한 및 사용자 그룹 설정', 'Shares are not open to Everyone'),
  why: text(
    'Everyone에게 열린 공유로 누구나 자료를 읽거나 악성 코드를 둘 수 있습니다.',
    'Through a share that is open to Everyone anybody reads what is there, or leaves malware.',
  ),
  importance: 'high',
  expects: text(
    '일반 공유가 없거나 Everyone 권한이 없음',
    'there is no ordinary share, or Everyone has no permission on it',
  ),
  remedy: text(
    '공유 권한에서 Everyone을 제거하고 필요한 그룹만 둡니다.',
    'Take Everyone off the permissions of the share and keep the groups that need it.',
  ),
  fix: { any: ['Get-SmbShare | Get-SmbShareAccess', 'Revoke-SmbShareAccess -Name SHARE -AccountName Everyone'] },
  needs: { shares: windowsShares },
  judge({ shares }) {
    // SYSVOL and NETLOGON are how a domain hands out its policies.
    const own = shares.filter((share) => !share.special && !/^(?:SYSVOL|NETLOGON|print\$)$/i.test(share.name));
    const open = own.flatMap((share) =>
      share.access ? everyoneOn(`${share.name} (${share.path})`, share.access) : [],
    );
    if (open.length > 0) return fail(text('Everyone에게 열린 공유가 있음', 'a share is open to Everyone'), open);
    return pass(text('Everyone에게 열린 공유가 없음', 'no share is open to Everyone'), [
      { source: 'Get-SmbShare', found: `${own.length} ordinary shares: ${nameList(own) || 'none'}` },
    ]);
  },
});
