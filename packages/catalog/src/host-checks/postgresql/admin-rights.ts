// Administrator rights of PostgreSQL are with those alone who need them (KISA 2026 D-04).
import type { Proof } from '@bongsu/core';
import { hostCheck, listParameter, text } from '@bongsu/core';
import { judgeNames } from '../../criteria/name-rule.ts';
import { bootstrapRole, judgePg, pgAdministrators, withPgAnswers } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgAdminRights = hostCheck({
  id: 'postgresql.admin-rights',
  title: text('PostgreSQL 관리자 권한 제한', 'PostgreSQL: few administrators'),
  why: text(
    '관리자 권한이 있는 역할이 하나 뚫리면 모든 데이터와 서버 계정이 넘어갑니다.',
    'One role with administrator rights that is taken gives away all data and the account of the server.',
  ),
  importance: 'high',
  expects: text(
    'SUPERUSER, CREATEROLE, CREATEDB, REPLICATION, BYPASSRLS가 승인된 역할에만 있음',
    'SUPERUSER, CREATEROLE, CREATEDB, REPLICATION and BYPASSRLS are with approved roles only',
  ),
  remedy: text(
    'ALTER ROLE … NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS로 거둡니다.',
    'Take them away (ALTER ROLE … NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS).',
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c 'ALTER ROLE "NAME" NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS'`,
    ],
  },
  question: text(
    '목록의 역할에 관리자 권한이 꼭 필요합니까? (\\du)',
    'Does every role of the list need administrator rights? (\\du)',
  ),
  parameters: { administrators: listParameter(text('승인된 관리자 역할', 'approved administrators'), []) },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { administrators }) {
    return judgePg(facts, seen, host, (server) => {
      const judged = withPgAnswers(server, pgByHand.admins, (answers) =>
        judgeNames({
          found: new Map([...pgAdministrators(server, answers)].map(([name, rights]) => [name, rights.join(', ')])),
          approved: administrators,
          isApproved: (name) => administrators.includes(name),
          source: 'pg_roles',
          expected: 'approved roles only',
          none: text('관리자 권한은 초기 관리자에만 있음', 'only the first superuser has administrator rights'),
          what: text('관리자 권한이 있는 역할', 'roles with administrator rights'),
        }),
      );
      return { ...judged, evidence: [...judged.evidence, ...mapped(server)] };
    });
  },
});

/** Accounts of the system that a map of pg_ident.conf turns into the superuser. */
function mapped(server: PgServer): Proof[] {
  const role = bootstrapRole(server);
  return server.ident
    .filter((line) => line.role === role || line.role === 'all')
    .map((line) => ({ source: line.source, found: `map ${line.map}: ${line.system} becomes ${line.role}` }));
}
