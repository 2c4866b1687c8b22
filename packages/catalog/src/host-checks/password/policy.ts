// The whole password policy: length, complexity, ages, history, for root too (KISA 2026 U-02).
import { hostCheck, text } from '@bongsu/core';
import { loginDefs } from '../../probes/login-defs.ts';
import { pam } from '../../probes/pam.ts';
import { shadow } from '../../probes/shadow.ts';
import { ageingPart } from './parts/ageing.ts';
import { historyPart } from './parts/history.ts';
import { judgeRules, policyLimits } from './parts/part.ts';
import { qualityPart } from './parts/quality.ts';
import { passwordStacks } from './parts/stacks.ts';

export const policy = hostCheck({
  id: 'password.policy',
  title: text('비밀번호 관리정책 설정', 'Password policy'),
  why: text(
    '짧고 단순하거나 오래 쓰는 비밀번호는 추측과 유출로 뚫립니다.',
    'Short, simple or long-kept passwords fall to guessing and to old leaks.',
  ),
  importance: 'high',
  expects: text(
    '8자 이상 영문·숫자·특수문자, 최소 1일·최대 90일, 이전 4개 이상 금지를 사용자와 root에 강제함',
    '8 characters or more with letters, digits and specials, kept 1 to 90 days, the last 4 refused, for users and root',
  ),
  remedy: text(
    'pam_pwquality와 pam_pwhistory를 pam_unix 앞에 requisite로 두고 minlen=8, dcredit·ocredit·lcredit=-1, enforce_for_root(Amazon Linux 2는 pam_pwquality 줄에), remember=4를 설정합니다. login.defs에 PASS_MIN_DAYS 1, PASS_MAX_DAYS 90을 넣고, 비밀번호를 쓰는 기존 계정에는 확인 후 chage -m 1 -M 90을 적용합니다.',
    'Put pam_pwquality and pam_pwhistory before pam_unix as requisite, with minlen=8, dcredit, ocredit and lcredit -1, enforce_for_root (on the line of pam_pwquality on Amazon Linux 2) and remember=4; PASS_MIN_DAYS 1 and PASS_MAX_DAYS 90 in login.defs; and, after checking each, chage -m 1 -M 90 for existing accounts that use a password.',
  ),
  fix: {
    rhel: [
      'authselect enable-feature with-pwhistory',
      "printf 'minlen = 8\\ndcredit = -1\\nlcredit = -1\\nocredit = -1\\nenforce_for_root\\n' >> /etc/security/pwquality.conf",
      "printf 'remember = 4\\nenforce_for_root\\n' >> /etc/security/pwhistory.conf",
      "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 90/; s/^PASS_MIN_DAYS.*/PASS_MIN_DAYS 1/' /etc/login.defs",
      'chage -m 1 -M 90 ACCOUNT',
    ],
    debian: [
      'apt-get install libpam-pwquality',
      "printf 'minlen = 8\\ndcredit = -1\\nlcredit = -1\\nocredit = -1\\nenforce_for_root\\n' >> /etc/security/pwquality.conf",
      'sed -i "/pam_pwquality.so/a password requisite pam_pwhistory.so remember=4 use_authtok enforce_for_root" /etc/pam.d/common-password',
      "sed -i 's/^PASS_MAX_DAYS.*/PASS_MAX_DAYS 90/; s/^PASS_MIN_DAYS.*/PASS_MIN_DAYS 1/' /etc/login.defs",
      'chage -m 1 -M 90 ACCOUNT',
    ],
  },
  parameters: policyLimits,
  needs: { pam, defs: loginDefs, shadow },
  judge({ pam: stacks, defs, shadow: entries }, host, limits) {
    const services = passwordStacks(stacks.stacks);
    const quality = qualityPart(stacks, services, host, limits.lengthMin);
    const parts = [quality, ageingPart(defs, entries, limits), historyPart(stacks, services, host, limits)];
    return judgeRules(parts, ['length', 'classes', 'root', 'max-age', 'min-age', 'history']);
  },
});
