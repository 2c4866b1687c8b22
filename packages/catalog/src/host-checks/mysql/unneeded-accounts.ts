// MySQL and MariaDB keep no account that nobody needs (KISA 2026 D-02).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, listParameter, text } from '@bongsu/core';
import { accountName, givenAccounts, judgeMysql, listed, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import { judgeNames } from '../../criteria/name-rule.ts';
import { leftOverName } from '../../criteria/left-over-names.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlUnneededAccounts = hostCheck({
  id: 'mysql.unneeded-accounts',
  title: text('MySQL 불필요한 계정 제거', 'MySQL: no unneeded accounts'),
  why: text(
    '쓰지 않는 계정은 아무도 모르는 사이에 공격자가 씁니다.',
    'An account that nobody uses is used by an attacker without anybody noticing.',
  ),
  importance: 'high',
  expects: text(
    '익명·시험용 계정이 없고, 남은 계정은 모두 필요함',
    'no anonymous or test account, and every other one is needed',
  ),
  remedy: text(
    "DROP USER 'name'@'host'로 지우거나 ALTER USER … ACCOUNT LOCK으로 잠급니다.",
    "Drop them (DROP USER 'name'@'host'), or lock them (ALTER USER … ACCOUNT LOCK).",
  ),
  fix: {
    any: [`mysql -e "ALTER USER 'NAME'@'HOST' ACCOUNT LOCK"`, `mysql -e "DROP USER 'NAME'@'HOST'"`],
  },
  question: text(
    '목록의 계정이 모두 지금도 필요합니까? 퇴직자나 시험용 계정은 없습니까? (SELECT user, host, plugin, account_locked FROM mysql.user)',
    'Is every account of the list still needed, none of a leaver or a test? (SELECT user, host, plugin, account_locked FROM mysql.user)',
  ),
  parameters: {
    needed: listParameter(text('필요한 계정(user 또는 user@host)', 'accounts that are needed (user or user@host)'), []),
  },
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, { needed }) {
    return judgeMysql(facts, seen, host, (server) => judgeServer(server, needed));
  },
});

function judgeServer(server: MysqlServer, needed: readonly string[]): Judgement {
  return withMysqlAnswers(server, ['accounts'], mysqlByHand.accounts, (answers) => {
    const given = givenAccounts(answers);
    const left = given.filter((one) => leftOverName(one.user) && !listed(needed, accountName(one)));
    if (left.length > 0)
      return fail(
        text('익명 또는 시험용 계정이 열려 있음', 'anonymous or test accounts are open'),
        left.map((one) => ({
          source: 'mysql.user',
          found: `${accountName(one)}, not locked`,
          expected: 'dropped or locked',
        })),
      );
    return judgeNames({
      found: new Map(given.map((one) => [accountName(one), `${one.plugin}, not locked`])),
      approved: needed,
      isApproved: (name) => listed(needed, name),
      source: 'mysql.user',
      expected: 'needed',
      none: text('root와 엔진 계정 말고는 열린 계정이 없음', 'no account is open but root and those of the engine'),
      what: text('열린 계정', 'open accounts'),
    });
  });
}
