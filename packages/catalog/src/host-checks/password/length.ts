// New passwords have eight characters or more (KISA 2021 U-46).
import { hostCheck, text } from '@bongsu/core';
import { pam } from '../../probes/pam.ts';
import { judgeRules, policyLimits } from './parts/part.ts';
import { qualityPart } from './parts/quality.ts';
import { passwordStacks } from './parts/stacks.ts';

const { lengthMin } = policyLimits;

export const length = hostCheck({
  id: 'password.length',
  title: text('패스워드 최소 길이 설정', 'Minimum password length'),
  why: text('짧은 비밀번호는 무차별 대입으로 뚫립니다.', 'A short password falls to trying them all.'),
  importance: 'medium',
  expects: text('8자 이상을 강제함', '8 characters or more are enforced'),
  remedy: text(
    'pam_pwquality의 minlen을 8로(양수 credit 없이) 설정합니다. login.defs의 PASS_MIN_LEN은 PAM을 쓰는 passwd가 읽지 않습니다.',
    'Set minlen of pam_pwquality to 8, without positive credits. PASS_MIN_LEN of login.defs is not read where PAM changes the password.',
  ),
  fix: {
    rhel: ["echo 'minlen = 8' >> /etc/security/pwquality.conf"],
    debian: ['apt-get install libpam-pwquality', "echo 'minlen = 8' >> /etc/security/pwquality.conf"],
  },
  parameters: { lengthMin },
  needs: { pam },
  judge({ pam: stacks }, host, limits) {
    return judgeRules([qualityPart(stacks, passwordStacks(stacks.stacks), host, limits.lengthMin)], ['length']);
  },
});
