// Ordinary accounts of MySQL and MariaDB cannot hand their rights on (KISA 2026 D-21).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import {
  accountName,
  administrators,
  engineAccount,
  judgeMysql,
  listed,
  withMysqlAnswers,
} from '../../criteria/mysql-servers.ts';
import { mysql } from '../../probes/mysql.ts';
import type { MysqlAnswers } from '../../probes/mysql/answers.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlGrantOption = hostCheck({
  id: 'mysql.grant-option',
  title: text('MySQL GRANT OPTION 사용 제한', 'MySQL: limited GRANT OPTION'),
  why: text(
    'GRANT OPTION이 있는 계정은 관리자 모르게 권한을 다른 계정에 퍼뜨립니다.',
    'An account with GRANT OPTION spreads rights without the administrator.',
  ),
  importance: 'medium',
  expects: text('GRANT OPTION이 관리자와 역할(ROLE)에만 있음', 'GRANT OPTION is with administrators and roles only'),
  remedy: text(
    "REVOKE GRANT OPTION ON db.* FROM 'name'@'host'로 거두고, 필요하면 역할(ROLE)로 줍니다.",
    "Take it away (REVOKE GRANT OPTION ON db.* FROM 'name'@'host'); where needed, give it through a role.",
  ),
  fix: {
    any: [`mysql -e "REVOKE GRANT OPTION ON DATABASE.* FROM 'NAME'@'HOST'"`],
  },
  question: text(
    '일반 계정에 GRANT OPTION이 있습니까? (SELECT user, host, grant_priv FROM mysql.user)',
    'Has an ordinary account GRANT OPTION? (SELECT user, host, grant_priv FROM mysql.user)',
  ),
  parameters: {
    allowed: listParameter(text('GRANT OPTION이 승인된 계정', 'accounts approved to have it'), []),
  },
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, { allowed }) {
    return judgeMysql(facts, seen, host, (server) =>
      withMysqlAnswers(server, ['accounts', 'rights', 'grants', 'roles'], mysqlByHand.grantOption, (answers) =>
        judgeAnswers(answers, allowed),
      ),
    );
  },
});

function judgeAnswers(answers: MysqlAnswers, allowed: readonly string[]): Judgement {
  const roles = new Set([
    ...answers.accounts.filter((one) => one.role).map(accountName),
    ...answers.roles.map((one) => one.role),
  ]);
  // An administrator over the whole server may hand rights on anyway; who is one is the matter of another item.
  const admins = administrators(answers);
  const held = answers.rights.filter(
    ({ grantee, grantable }) =>
      grantable &&
      !grantee.startsWith('root@') &&
      !engineAccount(grantee) &&
      !admins.has(grantee) &&
      !roles.has(grantee) &&
      !listed(allowed, grantee),
  );
  const shown = [...new Map(held.map((one) => [`${one.grantee} ${one.on}`, one])).values()];
  const names = [...new Set(held.map((one) => one.grantee))].slice(0, 5).join(', ');
  return held.length > 0
    ? fail(
        text(`GRANT OPTION이 있는 일반 계정: ${names}`, `ordinary accounts with GRANT OPTION: ${names}`),
        shown.slice(0, quotedMax).map(({ grantee, right, on }) => ({
          source: on === '' ? 'user_privileges' : 'schema_privileges, table_privileges',
          found: `${grantee}: ${right} ON ${on || '*.*'} WITH GRANT OPTION`,
          expected: 'administrators and roles only',
        })),
      )
    : pass(text('GRANT OPTION은 관리자와 역할에만 있음', 'only administrators and roles have GRANT OPTION'), [
        {
          source: 'user_privileges, schema_privileges, table_privileges',
          found: 'no ordinary account has IS_GRANTABLE = YES',
        },
      ]);
}
