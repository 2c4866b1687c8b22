// /etc/login.defs: what new accounts and login get where nothing else says so.
import type { Setting } from '@bongsu/core';
import { loginDefs as parseLoginDefs, probe, unread } from '@bongsu/core';

export interface LoginDefs {
  /** In the order of the file; the last of a repeated key holds. */
  readonly settings: readonly Setting[];
  readonly present: boolean;
}

export const loginDefs = probe<LoginDefs>({
  name: 'login-defs',
  timeoutSeconds: 10,
  sizeBytesMax: 262144,
  live: false,
  script: `
settings_only() { sed 's/^[[:space:]]*#.*/#/'; }
file /etc/login.defs settings_only
`,
  read(records) {
    const file = records.file('/etc/login.defs');
    if (file === undefined || file.state === 'unreadable' || (file.state === 'present' && file.type !== 'file'))
      return unread('/etc/login.defs를 읽을 수 없음', '/etc/login.defs could not be read');
    return { settings: parseLoginDefs(file), present: file.state === 'present' };
  },
});
