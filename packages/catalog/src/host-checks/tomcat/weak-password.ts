// No account of Tomcat has a password that is easily guessed (KISA 2026 WEB-02). 양호: stored as a digest, or hard to guess.
// Hard to guess as KISA's password guide has it: three kinds of signs in 8, or two in 10. A host tells the class of a password and nothing else of it.
import type { TomcatUser } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { tomcatAccounts, userProof } from '../../criteria/tomcat-accounts.ts';
import { failOr, judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

const expected = 'a digest, or three kinds of signs in 8 or two in 10';

export const weakPassword = hostCheck({
  id: 'tomcat.weak-password',
  title: text('Tomcat 취약한 비밀번호 사용 제한', 'No weak password in Tomcat'),
  why: text(
    '추측한 비밀번호로 관리자 페이지에 들어가면 서버에서 임의의 코드를 실행할 수 있습니다.',
    'A guessed password opens the manager, which runs any code on the server.',
  ),
  importance: 'high',
  expects: text(
    '비밀번호가 다이제스트로 저장되거나 추측하기 어려움',
    'passwords are stored as digests or hard to guess',
  ),
  remedy: text(
    '추측하기 어려운 비밀번호를 쓰고 CredentialHandler(SHA-256 이상, digest.sh로 생성)로 다이제스트를 저장합니다.',
    'Use passwords that are hard to guess, and store digests by a CredentialHandler (SHA-256 or better, made by digest.sh).',
  ),
  fix: {
    any: [
      '"$CATALINA_HOME/bin/digest.sh" -a SHA-256 -h org.apache.catalina.realm.MessageDigestCredentialHandler',
      'vi "$CATALINA_BASE/conf/tomcat-users.xml"',
    ],
  },
  question: text(
    '이 호스트의 파일에서 볼 수 없는 Tomcat 관리자 비밀번호(LDAP, DB, 시스템 속성)가 추측하기 어렵습니까?',
    'Are the administrator passwords that no file of this host shows (LDAP, database, system properties) hard to guess?',
  ),
  needs: { tomcat: tomcatWith('server', 'contexts', 'users') },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, (instance) => {
      const { users, files, elsewhere } = tomcatAccounts(instance);
      const weak = users.filter(isWeak);
      return failOr(
        weak.map((user) => userProof(user, expected)),
        text(
          `취약한 비밀번호를 쓰는 계정: ${weak
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', ')}`,
          `accounts with weak passwords: ${weak
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', ')}`,
        ),
        () => {
          const evidence = [
            ...files,
            ...users.slice(0, proofsMax).map((user) => userProof(user, expected)),
            ...elsewhere,
          ];
          if (elsewhere.length > 0 || users.some(({ password }) => password === 'property' || password === 'entity'))
            return manual(
              text(
                '파일에서 알 수 없는 비밀번호가 있음: 강도 확인 필요',
                'some passwords are not told by a file: are they hard to guess?',
              ),
              evidence,
            );
          return pass(
            users.length === 0
              ? text('Tomcat 계정이 없음', 'Tomcat has no account')
              : text('취약한 비밀번호가 없음', 'no account has a weak password'),
            evidence.length > 0 ? evidence : [{ source: instance.serverPath, found: 'no realm that reads accounts' }],
          );
        },
      );
    });
  },
});

const weakKinds: ReadonlySet<string> = new Set(['empty', 'equals-username', 'default', 'short']);

/** A user without any password cannot log in. */
function isWeak({ password }: TomcatUser): boolean {
  if (weakKinds.has(password)) return true;
  const set = /^set:(8|10):([1-4])$/.exec(password);
  return set !== null && Number(set[2]) < (set[1] === '10' ? 2 : 3);
}
