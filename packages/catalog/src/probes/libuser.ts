// /etc/libuser.conf of the RHEL family: with what lpasswd and luseradd hash.
import type { Setting } from '@bongsu/core';
import { keyValues, probe, unread } from '@bongsu/core';

export interface Libuser {
  /** The last `crypt_style`; undefined where none is set or the file is not there. */
  readonly cryptStyle: Setting | undefined;
}

export const libuser = probe<Libuser>({
  name: 'libuser',
  timeoutSeconds: 10,
  sizeBytesMax: 65536,
  live: false,
  // The file may hold the password of a directory: nothing but this key leaves.
  script: `
crypt_style_only() { sed -e '/^[[:space:]]*crypt_style[[:space:]]*=/!s/.*/#/' -e '/=[[:space:]]*[A-Za-z0-9_]*[[:space:]]*$/!s/=.*/= masked/'; }
file /etc/libuser.conf crypt_style_only
`,
  read(records) {
    const file = records.file('/etc/libuser.conf');
    if (file === undefined || file.state === 'unreadable' || (file.state === 'present' && file.type !== 'file'))
      return unread('/etc/libuser.conf를 읽을 수 없음', '/etc/libuser.conf could not be read');
    return { cryptStyle: keyValues(file).findLast((setting) => setting.key === 'crypt_style') };
  },
});
