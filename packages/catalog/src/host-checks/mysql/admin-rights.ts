// Administrator rights of MySQL and MariaDB are with those alone who need them (KISA 2026 D-04).
import { hostCheck, listParameter, text } from '@bongsu/core';
import { administrators, engineAccount, judgeMysql, listed, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import { judgeNames } from '../../criteria/name-rule.ts';
import { mysql } from '../../probes/mysql.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlAdminRights = hostCheck({
  id: 'mysql.admin-rights',
  title: text('MySQL 관리자 권한 제한', 'MySQL: few administrators'),
  why: text(
    '관리자 권한이 있는 계정이 하나 뚫리면 모든 데이터와 계정이 넘어갑니다.',
    'One account with administrator rights that is taken gives away all data and accounts.',
  ),
  importance: 'high',
  expects: text(
    'SUPER 등 관리자 권한이 root와 승인된 계정에만 있음',
    'SUPER and its like are with root and approved accounts only',
  ),
  remedy: text(
    "REVOKE SUPER ON *.* FROM 'name'@'host'로 거두고, 필요한 데이터베이스의 권한만 줍니다.",
    "Take them away (REVOKE SUPER ON *.* FROM 'name'@'host') and grant only what the account needs on its databases.",
  ),
  fix: {
    any: [`mysql -e "REVOKE SUPER, CREATE USER ON *.* FROM 'NAME'@'HOST'"`],
  },
  question: text(
    "목록의 계정에 관리자 권한이 꼭 필요합니까? (SELECT grantee FROM information_schema.user_privileges WHERE privilege_type = 'SUPER')",
    "Does every account of the list need administrator rights? (SELECT grantee FROM information_schema.user_privileges WHERE privilege_type = 'SUPER')",
  ),
  parameters: {
    administrators: listParameter(
      text('승인된 관리자 계정(user 또는 user@host)', 'approved administrators (user or user@host)'),
      [],
    ),
  },
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host, { administrators: approved }) {
    return judgeMysql(facts, seen, host, (server) =>
      withMysqlAnswers(server, ['accounts', 'rights', 'roles'], mysqlByHand.admins, (answers) => {
        const others = [...administrators(answers)].filter(
          ([name]) => !name.startsWith('root@') && !engineAccount(name),
        );
        return judgeNames({
          found: new Map(others.map(([name, rights]) => [name, rights.join(', ')])),
          approved,
          isApproved: (name) => listed(approved, name),
          source: 'information_schema.user_privileges',
          expected: 'root and approved accounts only',
          none: text('관리자 권한은 root와 엔진 계정에만 있음', 'only root and the engine have administrator rights'),
          what: text('관리자 권한이 있는 계정', 'accounts with administrator rights'),
        });
      }),
    );
  },
});
