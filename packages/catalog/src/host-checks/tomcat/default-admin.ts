// No account of Tomcat has a name that everybody knows (KISA 2026 WEB-01). 양호: the administration pages have no account, or none under a default or easily guessed name.
import { hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { tomcatAccounts, userProof } from '../../criteria/tomcat-accounts.ts';
import { failOr, judgeTomcat, proofsMax } from '../../criteria/tomcat-in-use.ts';
import { tomcatWith } from '../../probes/tomcat.ts';

/** Names of Tomcat's samples and manuals (tomcat, role1, both, robot, admin), and those that guessing begins with. */
const known = [
  'tomcat',
  'admin',
  'administrator',
  'manager',
  'root',
  'role1',
  'both',
  'robot',
  'script',
  'test',
  'guest',
  'user',
  'system',
  'operator',
];

export const defaultAdmin = hostCheck({
  id: 'tomcat.default-admin',
  title: text('Tomcat Default 관리자 계정명 변경', 'No default administrator name in Tomcat'),
  why: text(
    '계정명이 알려져 있으면 비밀번호만 맞히면 관리자 페이지로 WAR를 올려 명령을 실행할 수 있습니다.',
    'With a known name only the password is to be guessed, and the manager then runs any uploaded WAR.',
  ),
  importance: 'high',
  expects: text(
    '관리자 계정이 없거나 기본·추측하기 쉬운 이름이 아님',
    'no account, or none under a default or easily guessed name',
  ),
  remedy: text(
    'tomcat-users.xml의 username을 추측하기 어려운 이름으로 바꾸고, 쓰지 않는 계정은 지웁니다.',
    'Rename the accounts in tomcat-users.xml to names that are hard to guess, and remove those that nobody uses.',
  ),
  fix: {
    any: ['grep -n "<user " "$CATALINA_BASE/conf/tomcat-users.xml"', 'vi "$CATALINA_BASE/conf/tomcat-users.xml"'],
  },
  question: text(
    '파일이 아닌 곳(LDAP, DB 등)에 있는 Tomcat 관리자 계정명이 기본이거나 추측하기 쉬운 이름입니까?',
    'Do the administrator accounts that are kept elsewhere (LDAP, a database) have default or easily guessed names?',
  ),
  parameters: {
    names: listParameter(
      text('기본이거나 추측하기 쉬운 계정명', 'names that count as default or easily guessed'),
      known,
    ),
  },
  needs: { tomcat: tomcatWith('server', 'contexts', 'users') },
  judge({ tomcat }, _host, { names }) {
    return judgeTomcat(tomcat, (instance) => {
      const { users, files, elsewhere } = tomcatAccounts(instance);
      const bad = users.filter(({ name }) => names.some((one) => one.toLowerCase() === name.trim().toLowerCase()));
      return failOr(
        bad.map((user) => userProof(user, 'another name')),
        text(
          `기본이거나 추측하기 쉬운 계정명: ${bad
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', ')}`,
          `accounts with default or easily guessed names: ${bad
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', ')}`,
        ),
        () => {
          const evidence = [
            ...files,
            ...users.slice(0, proofsMax).map((user) => userProof(user, 'no default name')),
            ...elsewhere,
          ];
          if (elsewhere.length > 0)
            return manual(
              text(
                '계정이 Tomcat 파일 밖에 있음: 계정명 확인 필요',
                'accounts are kept elsewhere: what are their names?',
              ),
              evidence,
            );
          if (users.length === 0)
            return pass(text('Tomcat 계정이 없음', 'Tomcat has no account'), noAccount(evidence, instance.serverPath));
          return pass(text('기본 계정명이 없음', 'no account has a default name'), evidence);
        },
      );
    });
  },
});

/** Without any realm there is no file to quote. */
function noAccount(evidence: readonly { source: string; found: string }[], server: string) {
  return evidence.length > 0 ? evidence : [{ source: server, found: 'no realm that reads accounts' }];
}
