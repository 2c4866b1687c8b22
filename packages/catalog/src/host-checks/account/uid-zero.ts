// root is the only account with UID 0 (KISA 2026 U-05, 2021 U-44).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';

export const uidZero = hostCheck({
  id: 'account.uid-zero',
  title: text("root 이외의 UID가 '0' 금지", 'No UID 0 account other than root'),
  why: text(
    'UID가 0인 계정은 이름과 상관없이 root와 같은 권한을 가집니다.',
    'Whoever has UID 0 is root, whatever the name says.',
  ),
  importance: 'high',
  expects: text('UID 0은 root 하나뿐임', 'root alone has UID 0'),
  remedy: text(
    'usermod -u 로 다른 UID를 주거나 계정을 지웁니다. 먼저 그 계정의 파일 소유자를 확인합니다.',
    'Give the account another UID (usermod -u) or remove it, after checking which files it owns.',
  ),
  fix: {
    any: ['usermod -o -u NEW_UID ACCOUNT', 'userdel ACCOUNT'],
  },
  needs: { accounts },
  judge({ accounts: { users } }) {
    const zero = users.filter((user) => user.uid === 0);
    const aliases = zero.filter((user) => user.name !== 'root');
    const evidence = zero.map((user) => ({
      source: `/etc/passwd:${user.line}`,
      found: `${user.name} UID 0`,
      expected: 'only root has UID 0',
    }));
    const names = aliases.map((user) => user.name).join(', ');
    return aliases.length > 0
      ? fail(text(`root 외에 UID 0 계정이 있음: ${names}`, `besides root, UID 0 belongs to ${names}`), evidence)
      : pass(text('UID 0은 root뿐임', 'root alone has UID 0'), evidence);
  },
});
