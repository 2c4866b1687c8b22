// Only members of a chosen group can use su (KISA 2021 U-45, which makes no exception for hosts with root alone, as 2026 does).
import { hostCheck, text } from '@bongsu/core';
import { judgeSu, suNeeds, suWords } from './parts/su.ts';

export const suRestriction2021 = hostCheck({
  id: 'account.su-restriction-2021',
  title: text('root 계정 su 제한', 'Restrict use of su (2021)'),
  ...suWords,
  importance: 'low',
  needs: suNeeds,
  judge({ pam, modes, accounts }) {
    return judgeSu(pam, modes, accounts);
  },
});
