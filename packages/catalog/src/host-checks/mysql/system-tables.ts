// Only administrators reach the system tables of MySQL and MariaDB (KISA 2026 D-11).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import {
  administrators,
  engineAccount,
  heldRights,
  judgeMysql,
  listed,
  openAccounts,
  withMysqlAnswers,
} from '../../criteria/mysql-servers.ts';
import { mysql } from '../../probes/mysql.ts';
import type { MysqlAnswers } from '../../probes/mysql/answers.ts';
import { mysqlByHand, tableRights } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlSystemTables = hostCheck({
  id: 'mysql.system-tables',
  title: text('MySQL 시스템 테이블 접근 제한', 'MySQL: system tables are closed'),
  why: text(
    'mysql 스키마를 읽으면 비밀번호 해시를 얻고, 쓰면 권한을 스스로 줍니다.',
    'Whoever reads the schema mysql gets the password hashes, and who writes it grants itself rights.',
  ),
  importance: 'high',
  expects: text(
    'mysql 스키마(와 전체 *.*)의 권한이 관리자에게만 있음',
    'rights on the schema mysql, or on everything (*.*), are with administrators only',
  ),
  remedy: text(
    "REVOKE SELECT ON *.* FROM 'name'@'host'로 거두고 필요한 데이터베이스(db.*)에만 줍니다.",
    "Take them away (REVOKE SELECT ON *.* FROM 'name'@'host') and grant on the databases that are needed (db.*).",
  ),
  fix: {
    any: [`mysql -e "REVOKE SELECT ON *.* FROM 'NAME'@'HOST'; GRANT SELECT ON DATABASE.* TO 'NAME'@'HOST'"`],
  },
  question: text(
    "관리자가 아닌 계정이 mysql 스키마에 접근합니까? (SHOW GRANTS FOR 'name'@'host')",
    "Does an account that is no administrator reach the schema mysql? (SHOW GRANTS FOR 'name'@'host')",
  ),
  parameters: {
    allowed: listParameter(
      text('시스템 테이블 접근이 승인된 계정(백업 등)', 'accounts approved to reach them, such as backups'),
      [],
    ),
  },
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, { allowed }) {
    return judgeMysql(facts, seen, host, (server) =>
      withMysqlAnswers(server, ['accounts', 'rights', 'grants', 'roles'], mysqlByHand.systemTables, (answers) =>
        judgeAnswers(answers, allowed),
      ),
    );
  },
});

function judgeAnswers(answers: MysqlAnswers, allowed: readonly string[]): Judgement {
  const admins = administrators(answers);
  const reaching = heldRights(answers).filter(
    ({ account, right: { right, on } }) =>
      (on === '' ? tableRights.some((one) => one === right) : holdsMysql(on) && right !== 'USAGE') &&
      !admins.has(account) &&
      !account.startsWith('root@') &&
      !engineAccount(account) &&
      !listed(allowed, account),
  );
  const evidence = reaching.slice(0, quotedMax).map(({ account, right: { on }, shown }) => ({
    source: on === '' ? 'user_privileges' : 'schema_privileges, table_privileges',
    found: `${account}: ${shown} ON ${on || '*.*'}`,
    expected: 'administrators only',
  }));
  const names = [...new Set(reaching.map((one) => one.account))].slice(0, 5).join(', ');
  return reaching.length > 0
    ? fail(
        text(
          `시스템 테이블에 접근하는 일반 계정: ${names}`,
          `ordinary accounts that reach the system tables: ${names}`,
        ),
        evidence,
      )
    : pass(text('시스템 테이블은 관리자만 접근함', 'only administrators reach the system tables'), [
        {
          source: 'user_privileges, schema_privileges, table_privileges',
          found: `${openAccounts(answers).length} accounts, none but administrators`,
        },
      ]);
}

/** Grants of the question's kinds: those that may be handed on stand there too, whatever their schema. */
function holdsMysql(on: string): boolean {
  return likeMysql(on.slice(0, on.lastIndexOf('.')).toLowerCase());
}

/** A schema of a grant is a pattern: `%` for any letters, `_` for one; a backslash makes either a letter, and `mysql` has none such. */
function likeMysql(pattern: string): boolean {
  const word = [...'mysql'];
  /** How many letters of the word the pattern may have taken so far. */
  let taken = [0];
  for (const sign of pattern)
    taken =
      sign === '%'
        ? [0, 1, 2, 3, 4, 5].filter((count) => count >= Math.min(...taken))
        : taken.filter((count) => word[count] === sign || sign === '_').map((count) => count + 1);
  return taken.includes(5);
}
