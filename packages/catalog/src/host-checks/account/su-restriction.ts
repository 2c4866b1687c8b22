// Only members of a chosen group can use su (KISA 2026 U-06, which asks nothing where nobody but root can log in).
import { hasLoginShell, hostCheck, notApplicable, text } from '@bongsu/core';
import { judgeSu, suNeeds, suWords } from './parts/su.ts';

export const suRestriction = hostCheck({
  id: 'account.su-restriction',
  title: text('사용자 계정 su 기능 제한', 'Restrict use of su'),
  ...suWords,
  importance: 'high',
  needs: suNeeds,
  judge({ pam, modes, accounts }) {
    const others = accounts.users.filter((user) => user.uid !== 0 && hasLoginShell(user));
    return others.length === 0
      ? notApplicable(text('root 외에 로그인할 수 있는 계정이 없음', 'no account besides root can log in'), [
          { source: '/etc/passwd', found: 'only root has a login shell' },
        ])
      : judgeSu(pam, modes, accounts);
  },
});
