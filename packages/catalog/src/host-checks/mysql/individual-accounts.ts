// Everybody who uses MySQL or MariaDB has an account of their own (KISA 2026 D-06).
import { fail, hostCheck, listParameter, text } from '@bongsu/core';
import { accountName, givenAccounts, judgeMysql, listed, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import { judgeNames } from '../../criteria/name-rule.ts';
import { mysql } from '../../probes/mysql.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlIndividualAccounts = hostCheck({
  id: 'mysql.individual-accounts',
  title: text('MySQL 사용자별 계정 사용', 'MySQL: an account for each user'),
  why: text(
    '함께 쓰는 계정으로는 누가 무엇을 했는지 알 수 없습니다.',
    'With a shared account nobody can tell who did what.',
  ),
  importance: 'medium',
  expects: text('사람과 응용 프로그램마다 다른 계정을 씀', 'each person and application has an account of its own'),
  remedy: text(
    '사용자와 응용 프로그램마다 계정을 만들고 공용 계정은 지웁니다.',
    'Make an account for each user and application, and drop the shared ones.',
  ),
  fix: {
    any: [
      `mysql -e "CREATE USER 'NAME'@'HOST' IDENTIFIED BY 'PASSWORD'; GRANT SELECT, INSERT, UPDATE, DELETE ON DATABASE.* TO 'NAME'@'HOST'"`,
      `mysql -e "DROP USER 'SHARED'@'HOST'"`,
    ],
  },
  question: text(
    '계정마다 쓰는 사람이나 응용 프로그램이 하나입니까? 공용 계정이나 root를 함께 쓰지 않습니까? (SELECT user, host FROM mysql.user)',
    'Has each account one person or application, and does nobody share one, or root? (SELECT user, host FROM mysql.user)',
  ),
  parameters: {
    individual: listParameter(
      text('쓰는 사람이나 프로그램이 하나인 계정', 'accounts of one person or application each'),
      [],
    ),
  },
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, { individual }) {
    return judgeMysql(facts, seen, host, (server) =>
      withMysqlAnswers(server, ['accounts'], mysqlByHand.accounts, (answers) => {
        const given = givenAccounts(answers);
        const nameless = given.filter((one) => one.user === '');
        if (nameless.length > 0)
          return fail(
            text('익명 계정을 누구나 함께 씀', "an anonymous account is everybody's"),
            nameless.map((one) => ({
              source: 'mysql.user',
              found: accountName(one),
              expected: 'no account without a name',
            })),
          );
        const shown = given.length > 0 ? given.map(accountName) : ['root'];
        return judgeNames({
          found: new Map(shown.map((name) => [name, name === 'root' ? 'the only account' : 'in use'])),
          approved: individual,
          isApproved: (name) => listed(individual, name),
          source: 'mysql.user',
          expected: 'one user each',
          none: text('계정이 없음', 'there is no account'),
          what: text('사용자가 하나인지 알 수 없는 계정', 'accounts of which a host cannot tell who uses them'),
        });
      }),
    );
  },
});
