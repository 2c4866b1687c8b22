// Only members of a chosen group can use su (KISA 2026 U-06, which asks nothing where nobody but root can log in).
import { hasLoginShell, hostCheck, notApplicable, text } from '@bongsu/core';
import { judgeSu, suNeeds } from './parts/su.ts';

export const suRestriction = hostCheck({
  id: 'account.su-restriction',
  title: text('사용자 계정 su 기능 제한', 'Restrict use of su'),
  why: text(
    '누구나 su를 쓸 수 있으면 아무 계정이나 얻은 공격자가 root 비밀번호를 시험할 수 있습니다.',
    'Where anyone may run su, whoever got any account can try passwords for root.',
  ),
  importance: 'high',
  expects: text(
    'su 스택의 pam_wheel이 그룹 밖의 사용자를 거부하거나, su 파일이 root:그룹 4750임',
    'pam_wheel in the su stack refuses users outside a group, or the su binary is root:GROUP with mode 4750',
  ),
  remedy: text(
    '/etc/pam.d/su의 "auth required pam_wheel.so use_uid" 주석을 풀고(Debian·Ubuntu는 group=이름 추가) 허용할 사용자를 그룹에 넣습니다.',
    'Uncomment "auth required pam_wheel.so use_uid" in /etc/pam.d/su (with group=NAME on Debian and Ubuntu) and put the permitted users into the group.',
  ),
  fix: {
    rhel: [
      "sed -i 's/^#\\(auth\\s*required\\s*pam_wheel.so use_uid\\)/\\1/' /etc/pam.d/su",
      'usermod -aG wheel ACCOUNT',
    ],
    debian: [
      'groupadd --system sugroup',
      'sed -i "/pam_rootok.so/a auth required pam_wheel.so use_uid group=sugroup" /etc/pam.d/su',
      'usermod -aG sugroup ACCOUNT',
    ],
  },
  question: text(
    'su를 쓸 수 있는 그룹은 누가 정했고, 구성원은 누구입니까?',
    'Who chose the group that may use su, and who is in it?',
  ),
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
