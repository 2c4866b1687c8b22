// Only administrators reach what PostgreSQL's catalog keeps closed (KISA 2026 D-11).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { pgUnasked } from '../../criteria/pg-databases.ts';
import { groupsOf, judgePg, pgAdministrators, withPgAnswers } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgSystemTables = hostCheck({
  id: 'postgresql.system-tables',
  title: text('PostgreSQL 시스템 테이블 접근 제한', 'PostgreSQL: system tables are closed'),
  why: text(
    'pg_authid를 읽으면 비밀번호 해시를 밖으로 가져갈 수 있습니다.',
    'Whoever reads pg_authid takes the password hashes away.',
  ),
  importance: 'high',
  expects: text(
    '기본으로 모두에게 공개된 것 말고는 pg_catalog의 권한이 관리자에게만 있음',
    'beyond what stock PostgreSQL shows to everybody, rights on pg_catalog are with administrators only',
  ),
  remedy: text(
    'REVOKE ALL ON pg_authid FROM 역할 등으로 거두고 pg_read_all_data에서 뺍니다.',
    'Take them away (REVOKE ALL ON pg_authid FROM role), and take the role out of pg_read_all_data.',
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -d DATABASE -c 'REVOKE ALL ON pg_authid, pg_shadow FROM "NAME"'`,
      `runuser -u postgres -- psql -c 'REVOKE pg_read_all_data FROM "NAME"'`,
    ],
  },
  question: text(
    "관리자가 아닌 역할이 시스템 카탈로그에 권한이 있습니까? (SELECT grantee, table_name FROM information_schema.role_table_grants WHERE table_schema = 'pg_catalog')",
    "Has a role that is no administrator rights on the system catalog? (SELECT grantee, table_name FROM information_schema.role_table_grants WHERE table_schema = 'pg_catalog')",
  ),
  parameters: { allowed: listParameter(text('접근이 승인된 역할', 'roles approved to reach them'), []) },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { allowed }) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, allowed));
  },
});

function judgeServer(server: PgServer, allowed: readonly string[]): Judgement {
  return withPgAnswers(server, pgByHand.systemTables, (answers) => {
    const admins = pgAdministrators(server, answers);
    const readers = answers.roles.filter(
      (one) =>
        one.login &&
        !one.super &&
        !admins.has(one.name) &&
        !allowed.includes(one.name) &&
        groupsOf(one, answers.roles).includes('pg_read_all_data'),
    );
    const evidence: Proof[] = [
      ...server.objects.flatMap(({ database, access }) =>
        access
          .filter(({ grantee }) => !allowed.includes(grantee))
          .map(({ grantee, relation, right }) => ({
            source: `pg_class of ${database}`,
            found: `${grantee}: ${right} ON pg_catalog.${relation}`,
            expected: 'administrators only',
          })),
      ),
      ...readers.map((one) => ({
        source: 'pg_auth_members',
        found: `${one.name}: pg_read_all_data reads pg_authid too`,
        expected: 'administrators only',
      })),
    ];
    if (evidence.length > 0)
      return fail(
        text(
          '관리자가 아닌 역할이 시스템 카탈로그에 접근함',
          'roles that are no administrators reach the system catalog',
        ),
        evidence.slice(0, quotedMax),
      );
    return (
      pgUnasked(server, answers.databases) ??
      pass(text('시스템 카탈로그의 권한이 기본값임', 'rights on the system catalog are those of stock PostgreSQL'), [
        { source: `pg_class of ${answers.databases.join(', ')}`, found: 'no further right' },
      ])
    );
  });
}
