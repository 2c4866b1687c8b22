// Passwords are hashed with SHA-2 or stronger, those to come and those that are stored (KISA 2026 U-13).
import type { Proof, Text } from '@bongsu/core';
import { fail, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import type { StoredPassword } from '../../criteria/stored-passwords.ts';
import { passwordShown, pointingNowhere, storedPasswords } from '../../criteria/stored-passwords.ts';
import { accounts } from '../../probes/accounts.ts';
import { libuser } from '../../probes/libuser.ts';
import { loginDefs } from '../../probes/login-defs.ts';
import { pam } from '../../probes/pam.ts';
import { shadow } from '../../probes/shadow.ts';
import type { HashMethod } from './parts/hash-methods.ts';
import { otherMethods, pamMethods } from './parts/hash-methods.ts';
import { passwordStacks } from './parts/stacks.ts';

/** SHA-2 or stronger, by the names of crypt(5). */
const strongKinds = ['sha256', 'sha512', 'yescrypt', 'gost-yescrypt', 'scrypt', 'bcrypt'];
const shownMax = 50;

export const hashAlgorithm = hostCheck({
  id: 'password.hash-algorithm',
  title: text('안전한 비밀번호 암호화 알고리즘 사용', 'Use of a safe password hashing algorithm'),
  why: text('MD5·DES 해시는 유출되면 짧은 시간에 풀립니다.', 'MD5 and DES hashes that leak are cracked in no time.'),
  importance: 'medium',
  expects: text(
    '새 비밀번호의 설정과 저장된 해시가 모두 SHA-2 이상임',
    'new passwords are hashed, and stored ones are kept, with SHA-2 or stronger',
  ),
  remedy: text(
    'pam_unix 줄의 옵션과 login.defs의 ENCRYPT_METHOD를 sha512(또는 yescrypt)로 맞추고, 약한 해시를 가진 계정은 비밀번호를 다시 설정합니다.',
    'Set sha512 (or yescrypt) on the pam_unix line and as ENCRYPT_METHOD in login.defs; then have the accounts with weak hashes set their passwords again.',
  ),
  fix: {
    rhel: ["sed -i 's/^ENCRYPT_METHOD.*/ENCRYPT_METHOD SHA512/' /etc/login.defs", 'passwd -e ACCOUNT'],
    debian: ["sed -i 's/^ENCRYPT_METHOD.*/ENCRYPT_METHOD YESCRYPT/' /etc/login.defs", 'passwd -e ACCOUNT'],
  },
  question: text('확인되지 않은 해시 방식은 무엇입니까?', 'Which method made the hashes that could not be told?'),
  parameters: {
    accepted: listParameter(text('허용하는 해시 방식', 'kinds of hashes that are accepted'), strongKinds),
  },
  needs: { accounts, pam, defs: loginDefs, libuser, shadow },
  judge({ accounts: { users }, pam: stacks, defs, libuser: style, shadow: entries }, _host, { accepted }) {
    const expected = accepted.join(', ');
    const expecting = (proof: Proof): Proof => ({ ...proof, expected });
    const byPam = pamMethods(passwordStacks(stacks.stacks), defs);
    const methods = [...byPam, ...otherMethods(defs, style)];
    const stored = storedPasswords(users, entries);
    const weakStored = stored.filter((one) => isWeak(one, accepted));
    const weakMethods = methods.filter(({ kind }) => !accepted.includes(kind));
    if (weakStored.length + weakMethods.length > 0)
      return fail(weakReason(weakMethods, weakStored), [
        ...methods.map(methodProof).map(expecting),
        ...weakStored.slice(0, shownMax).map(storedProof).map(expecting),
      ]);
    const proofs = [...methods.map(methodProof), countProof(stored)].map(expecting);
    const lost = pointingNowhere(users, entries);
    if (lost.length > 0)
      return manual(
        text(
          `shadow에 줄이 없거나 읽히지 않는 계정의 해시는 무엇인가: ${nameList(lost)}`,
          `what hash do these accounts have, which have no readable line in shadow: ${nameList(lost)}?`,
        ),
        proofs,
      );
    if (methods.length === 0)
      return manual(
        text(
          'pam_unix 줄도 ENCRYPT_METHOD도 없음. 새 비밀번호는 무엇으로 암호화되는가',
          'no pam_unix line and no ENCRYPT_METHOD: what hashes new passwords?',
        ),
        proofs,
      );
    return pass(
      text('설정과 저장된 해시가 모두 SHA-2 이상임', 'settings and stored hashes are SHA-2 or stronger'),
      proofs,
    );
  },
});

/** Text that is no hash may be a password as it is. An empty field and a bare lock hold nothing. */
function isWeak({ state, hash }: StoredPassword, accepted: readonly string[]): boolean {
  return state === 'invalid' || (hash !== null && !accepted.includes(hash));
}

function weakReason(methods: readonly HashMethod[], stored: readonly StoredPassword[]): Text {
  const kinds = [...new Set(methods.map(({ method }) => method))].join(', ');
  const who = nameList(stored);
  return text(
    [
      ...(methods.length > 0 ? [`약한 알고리즘이 설정됨(${kinds})`] : []),
      ...(stored.length > 0 ? [`약한 해시가 저장된 계정: ${who}`] : []),
    ].join('; '),
    [
      ...(methods.length > 0 ? [`a weak algorithm is set (${kinds})`] : []),
      ...(stored.length > 0 ? [`weak hashes are stored for ${who}`] : []),
    ].join('; '),
  );
}

function methodProof({ source, found }: HashMethod): Proof {
  return { source, found };
}

function storedProof(one: StoredPassword): Proof {
  return { source: one.source, found: passwordShown(one) };
}

function countProof(stored: readonly StoredPassword[]): Proof {
  const kinds = Map.groupBy(
    stored.filter(({ hash }) => hash !== null),
    ({ hash }) => hash,
  );
  const found = [...kinds].map(([kind, { length }]) => `${kind} ${length}`).join(', ');
  return { source: '/etc/shadow', found: found || 'no hash is stored' };
}
