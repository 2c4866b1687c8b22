// SMB shares with who may use them, as SDDL, which has no language.
import type { AccessControl } from '@bongsu/core';
import { accessControl, unread, windowsProbe } from '@bongsu/core';

export interface WindowsShare {
  readonly name: string;
  readonly path: string;
  /** C$, ADMIN$, IPC$: made by Windows itself. */
  readonly special: boolean;
  /** Null for special shares, whose list Windows does not tell. */
  readonly access: AccessControl | null;
}

export const windowsShares = windowsProbe<readonly WindowsShare[]>({
  name: 'windows-shares',
  timeoutSeconds: 60,
  sizeBytesMax: 262144,
  script: String.raw`
foreach ($share in @(Get-SmbShare)) {
  Note 'share' $share.Name $share.Path $share.Special $share.SecurityDescriptor
}
Note 'shares' 'listed'
`,
  read(records) {
    if (records.note('shares') === undefined) return unread('공유 목록을 알 수 없음', 'the shares are not told');
    const shares: WindowsShare[] = [];
    for (const {
      values: [name = '', path = '', special, sddl = ''],
    } of records.notes('share')) {
      const access = accessControl(sddl);
      if (special !== 'True' && access === null)
        return unread(`공유 ${name}의 권한을 읽을 수 없음`, `the access list of the share ${name} could not be read`);
      shares.push({ name, path, special: special === 'True', access });
    }
    return shares;
  },
});
