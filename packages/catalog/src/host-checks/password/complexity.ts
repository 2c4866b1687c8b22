// New passwords have eight characters of letters, digits and specials (KISA 2021 U-02, which asks nothing of root, of ages or of history).
import { hostCheck, text } from '@bongsu/core';
import { pam } from '../../probes/pam.ts';
import { judgeRules, policyLimits } from './parts/part.ts';
import { qualityPart } from './parts/quality.ts';
import { passwordStacks } from './parts/stacks.ts';

const { lengthMin } = policyLimits;

export const complexity = hostCheck({
  id: 'password.complexity',
  title: text('패스워드 복잡성 설정', 'Password complexity'),
  why: text(
    '단순한 비밀번호는 추측과 사전 대입으로 뚫립니다.',
    'A simple password falls to guessing and to word lists.',
  ),
  importance: 'high',
  expects: text(
    '8자 이상 영문·숫자·특수문자를 강제함',
    '8 characters or more with letters, digits and specials are enforced',
  ),
  remedy: text(
    'pam_pwquality를 pam_unix 앞에 requisite로 두고 minlen=8, dcredit·ocredit·lcredit=-1을 설정합니다.',
    'Put pam_pwquality before pam_unix as requisite, with minlen=8 and dcredit, ocredit and lcredit -1.',
  ),
  fix: {
    rhel: ["printf 'minlen = 8\\ndcredit = -1\\nlcredit = -1\\nocredit = -1\\n' >> /etc/security/pwquality.conf"],
    debian: [
      'apt-get install libpam-pwquality',
      "printf 'minlen = 8\\ndcredit = -1\\nlcredit = -1\\nocredit = -1\\n' >> /etc/security/pwquality.conf",
    ],
  },
  parameters: { lengthMin },
  needs: { pam },
  judge({ pam: stacks }, host, limits) {
    const quality = qualityPart(stacks, passwordStacks(stacks.stacks), host, limits.lengthMin);
    return judgeRules([quality], ['length', 'classes']);
  },
});
