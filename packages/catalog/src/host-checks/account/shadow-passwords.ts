// No password stands in passwd, and shadow keeps only hashes and lock marks (KISA 2026 U-04, 2021 U-04).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import type { StoredPassword } from '../../criteria/stored-passwords.ts';
import { passwordShown, pointingNowhere, storedPasswords } from '../../criteria/stored-passwords.ts';
import { accounts } from '../../probes/accounts.ts';
import { shadow } from '../../probes/shadow.ts';

const shownMax = 50;

export const shadowPasswords = hostCheck({
  id: 'account.shadow-passwords',
  title: text('비밀번호 파일 보호', 'Password file protection (shadow passwords)'),
  why: text(
    '/etc/passwd는 누구나 읽으므로 그 안의 해시는 누구나 가져가 풀 수 있고, 빈 비밀번호는 그대로 열립니다.',
    'Everybody reads /etc/passwd: a hash in it can be taken away and cracked, and an empty password opens at once.',
  ),
  importance: 'high',
  expects: text(
    '모든 계정의 /etc/passwd 둘째 필드가 x이고 /etc/shadow에는 해시나 잠금 표시만 있음',
    'field 2 of /etc/passwd is x for every account, and /etc/shadow holds a hash or a lock mark',
  ),
  remedy: text(
    'pwconv로 shadow를 쓰게 하고, 비밀번호가 없는 계정은 passwd로 설정하거나 passwd -l로 잠급니다.',
    'Run pwconv, then set (passwd) or lock (passwd -l) the accounts without a password.',
  ),
  fix: {
    any: ['pwconv', 'passwd -l ACCOUNT'],
  },
  question: text(
    '비밀번호 없는 계정이나 shadow 밖의 값은 의도된 것입니까?',
    'Are accounts without a password, or values outside shadow, meant?',
  ),
  needs: { accounts, shadow },
  judge({ accounts: { users }, shadow: entries }) {
    const stored = storedPasswords(users, entries);
    const exposed = stored.filter(isExposed);
    if (exposed.length > 0 || !entries.present) {
      const who = nameList(exposed);
      const proofs = exposed.slice(0, shownMax).map(proofOf);
      if (!entries.present) proofs.push({ source: '/etc/shadow', found: 'absent', expected: 'shadow passwords' });
      return fail(
        exposed.length > 0
          ? text(
              `보호되지 않은 비밀번호 ${exposed.length}개: ${who}`,
              `${exposed.length} passwords unprotected: ${who}`,
            )
          : text('/etc/shadow가 없음', 'there is no /etc/shadow'),
        proofs,
      );
    }
    const lost = pointingNowhere(users, entries);
    if (lost.length > 0)
      return manual(
        text(
          `shadow에 줄이 없거나 읽히지 않는 계정이 있음. pwck -r로 확인: ${nameList(lost)}`,
          `accounts without a readable line in shadow; what does pwck -r say of ${nameList(lost)}?`,
        ),
        lost.slice(0, shownMax).map((user) => ({
          source: `/etc/passwd:${user.line}`,
          found: `${user.name}: x, and no line in /etc/shadow`,
          expected: 'a hash or a lock mark in /etc/shadow',
        })),
      );
    return pass(text('모든 비밀번호가 shadow에 있음', 'every password stands in shadow'), counted(stored));
  },
});

/** A lock mark in passwd gives nothing away; anything else there does, and so do fields that ask for no hash. */
function isExposed({ place, state, hash }: StoredPassword): boolean {
  return state === 'none' || state === 'invalid' || (place === 'passwd' && hash !== null);
}

function proofOf(one: StoredPassword): Proof {
  return {
    source: one.source,
    found: passwordShown(one),
    expected: one.place === 'passwd' ? 'x' : 'a hash or a lock mark',
  };
}

function counted(stored: readonly StoredPassword[]): Proof[] {
  const locked = stored.filter((one) => one.state === 'locked').length;
  return [
    { source: '/etc/passwd', found: 'no hash and no empty field 2', expected: 'x' },
    { source: '/etc/shadow', found: `${stored.length - locked} hashes, ${locked} locked` },
  ];
}
