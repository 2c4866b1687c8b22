// Everybody who uses PostgreSQL has a role of their own (KISA 2026 D-06).
import { hostCheck, listParameter, text } from '@bongsu/core';
import { judgeNames } from '../../criteria/name-rule.ts';
import { bootstrapRole, givenRoles, judgePg, withPgAnswers } from '../../criteria/pg-servers.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgIndividualAccounts = hostCheck({
  id: 'postgresql.individual-accounts',
  title: text('PostgreSQL 사용자별 계정 사용', 'PostgreSQL: an account for each user'),
  why: text(
    '함께 쓰는 계정으로는 누가 무엇을 했는지 알 수 없습니다.',
    'With a shared account nobody can tell who did what.',
  ),
  importance: 'medium',
  expects: text('사람과 응용 프로그램마다 다른 계정을 씀', 'each person and application has an account of its own'),
  remedy: text(
    '사용자와 응용 프로그램마다 CREATE USER로 계정을 만들고 공용 계정은 지웁니다.',
    'Make a role for each user and application (CREATE USER), and drop the shared ones.',
  ),
  fix: {
    any: [`runuser -u postgres -- createuser --pwprompt NAME`, `runuser -u postgres -- psql -c 'DROP ROLE "SHARED"'`],
  },
  question: text(
    '계정마다 쓰는 사람이나 응용 프로그램이 하나입니까? 공용 계정이나 postgres를 함께 쓰지 않습니까? (\\du)',
    'Has each role one person or application, and does nobody share one, or postgres? (\\du)',
  ),
  parameters: {
    individual: listParameter(
      text('쓰는 사람이나 프로그램이 하나인 계정', 'roles of one person or application each'),
      [],
    ),
  },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { individual }) {
    return judgePg(facts, seen, host, (server) =>
      withPgAnswers(server, pgByHand.roles, (answers) => {
        const given = givenRoles(server, answers).map(({ name }) => name);
        const only = given.length === 0;
        return judgeNames({
          found: new Map(
            (only ? [bootstrapRole(server)] : given).map((name) => [name, only ? 'the only account' : 'in use']),
          ),
          approved: individual,
          isApproved: (name) => individual.includes(name),
          source: 'pg_roles',
          expected: 'one user each',
          none: text('계정이 없음', 'there is no account'),
          what: text('사용자가 하나인지 알 수 없는 계정', 'accounts of which a host cannot tell who uses them'),
        });
      }),
    );
  },
});
