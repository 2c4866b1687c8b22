// root and the other stock accounts of MySQL and MariaDB let nobody in without a password (KISA 2026 D-01).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, mysqlSwitch, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import {
  accountName,
  judgeMysql,
  openAccounts,
  passwordPlugin,
  withMysqlAnswers,
} from '../../criteria/mysql-servers.ts';
import type { MysqlAccount } from '../../probes/mysql/answers.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlDefaultAccounts = hostCheck({
  id: 'mysql.default-accounts',
  title: text('MySQL 기본 계정의 비밀번호 변경', 'MySQL: stock accounts have a password'),
  why: text(
    '비밀번호가 없는 root나 익명 계정으로 누구나 데이터베이스를 장악할 수 있습니다.',
    'Through a root or anonymous account without a password anybody takes the database over.',
  ),
  importance: 'high',
  expects: text(
    '잠기지 않은 모든 계정에 비밀번호가 있거나 시스템 인증(unix_socket, auth_socket)을 씀',
    'every account that is not locked has a password, or logs in by the system (unix_socket, auth_socket)',
  ),
  remedy: text(
    'ALTER USER로 비밀번호를 정하거나 ACCOUNT LOCK으로 잠그고, 익명 계정은 지웁니다. skip-grant-tables는 설정에서 뺍니다.',
    'Set a password with ALTER USER, or lock with ACCOUNT LOCK; drop anonymous accounts. Take skip-grant-tables out of the configuration.',
  ),
  fix: { any: ['mysql_secure_installation'] },
  question: text(
    'root 등 기본 계정의 비밀번호를 설치 때와 다르게 바꾸었습니까? (SELECT user, host, plugin, account_locked FROM mysql.user)',
    'Have root and the other stock accounts passwords other than those of the installation? (SELECT user, host, plugin, account_locked FROM mysql.user)',
  ),
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host) {
    return judgeMysql(facts, seen, host, judgeServer);
  },
});

function judgeServer(server: MysqlServer): Judgement {
  const open = mysqlSwitch(server.options, 'skip-grant-tables');
  if (open?.on === true)
    return fail(text('skip-grant-tables로 누구나 로그인됨', 'skip-grant-tables lets anybody in'), [
      { source: open.option.source, found: 'skip-grant-tables', expected: 'not set' },
    ]);
  return withMysqlAnswers(server, ['accounts'], mysqlByHand.accounts, (answers) => {
    const accounts = openAccounts(answers).filter((one) => passwordPlugin(one.plugin));
    const bare = accounts.filter((one) => one.verifier === 'empty' && !one.expired);
    const names = bare.slice(0, 5).map(accountName).join(', ');
    if (bare.length > 0)
      return fail(
        text(`비밀번호가 없는 계정: ${names}`, `accounts without a password: ${names}`),
        bare.slice(0, quotedMax).map(wayIn),
      );
    const root = openAccounts(answers).filter((one) => one.user === 'root');
    return pass(text('비밀번호 없이 로그인되는 계정이 없음', 'no account logs in without a password'), [
      { source: 'mysql.user', found: `${accounts.length} open accounts with a password, none without` },
      ...root.slice(0, quotedMax).map(wayIn),
    ]);
  });
}

function wayIn(one: MysqlAccount): Proof {
  const others = one.others.map((way) => `, or ${way}`).join('');
  return {
    source: 'mysql.user',
    found: `${accountName(one)}: ${one.plugin}, password ${one.verifier}${others}`,
    expected: 'a password, or a login by the system',
  };
}
