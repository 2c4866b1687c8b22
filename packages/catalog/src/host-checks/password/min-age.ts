// Passwords are kept 1 day at least (KISA 2021 U-48).
import { hostCheck, text } from '@bongsu/core';
import { loginDefs } from '../../probes/login-defs.ts';
import { shadow } from '../../probes/shadow.ts';
import { ageingPart } from './parts/ageing.ts';
import { judgeRules, policyLimits } from './parts/part.ts';

const { maxDays, minDays } = policyLimits;

export const minAge = hostCheck({
  id: 'password.min-age',
  title: text('패스워드 최소 사용기간 설정', 'Minimum password age'),
  why: text(
    '바로 다시 바꿀 수 있으면 이력 제한을 돌려 옛 비밀번호로 돌아갑니다.',
    'Who may change it again at once can turn through the history to the old one.',
  ),
  importance: 'medium',
  expects: text('최소 사용기간 1일 이상', '1 day at least, for new accounts and for those there are'),
  remedy: text(
    'login.defs에 PASS_MIN_DAYS 1을 넣고, 비밀번호를 쓰는 기존 계정에는 chage -m 1을 적용합니다.',
    'PASS_MIN_DAYS 1 in login.defs, and chage -m 1 for existing accounts that use a password.',
  ),
  fix: {
    any: ["sed -i 's/^PASS_MIN_DAYS.*/PASS_MIN_DAYS 1/' /etc/login.defs", 'chage -m 1 ACCOUNT'],
  },
  parameters: { minDays },
  needs: { defs: loginDefs, shadow },
  judge({ defs, shadow: entries }, _host, limits) {
    const part = ageingPart(defs, entries, { ...limits, maxDays: maxDays.default });
    return judgeRules([part], ['min-age']);
  },
});
