// Passwords are kept 90 days at most (KISA 2021 U-47).
import { hostCheck, text } from '@bongsu/core';
import { loginDefs } from '../../probes/login-defs.ts';
import { shadow } from '../../probes/shadow.ts';
import { ageingPart } from './parts/ageing.ts';
import { judgeRules, policyLimits } from './parts/part.ts';

const { maxDays, minDays } = policyLimits;

export const maxAge = hostCheck({
  id: 'password.max-age',
  title: text('패스워드 최대 사용기간 설정', 'Maximum password age'),
  why: text(
    '오래 쓰는 비밀번호는 유출된 뒤에도 계속 통합니다.',
    'A password that is kept long goes on working after it has leaked.',
  ),
  importance: 'medium',
  expects: text('최대 사용기간 90일 이하', '90 days at most, for new accounts and for those there are'),
  remedy: text(
    'login.defs에 PASS_MAX_DAYS 90을 넣고, 비밀번호를 쓰는 기존 계정에는 확인 후 chage -M 90을 적용합니다.',
    'PASS_MAX_DAYS 90 in login.defs, and, after checking each, chage -M 90 for existing accounts that use a password.',
  ),
  fix: {
    any: ["sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 90/' /etc/login.defs", 'chage -M 90 ACCOUNT'],
  },
  parameters: { maxDays },
  needs: { defs: loginDefs, shadow },
  judge({ defs, shadow: entries }, _host, limits) {
    const part = ageingPart(defs, entries, { ...limits, minDays: minDays.default });
    return judgeRules([part], ['max-age']);
  },
});
