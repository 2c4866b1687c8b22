// PostgreSQL keeps no role that nobody needs (KISA 2026 D-02).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, listParameter, text } from '@bongsu/core';
import { leftOverName } from '../../criteria/left-over-names.ts';
import { judgeNames } from '../../criteria/name-rule.ts';
import { givenRoles, judgePg, withPgAnswers } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgUnneededAccounts = hostCheck({
  id: 'postgresql.unneeded-accounts',
  title: text('PostgreSQL 불필요한 계정 제거', 'PostgreSQL: no unneeded accounts'),
  why: text(
    '쓰지 않는 계정은 아무도 모르는 사이에 공격자가 씁니다.',
    'An account that nobody uses is used by an attacker without anybody noticing.',
  ),
  importance: 'high',
  expects: text(
    '시험용 계정이 없고, 로그인되는 역할은 모두 필요함',
    'no test account, and every role that logs in is needed',
  ),
  remedy: text(
    'DROP ROLE로 지우거나 ALTER ROLE … NOLOGIN으로 막습니다.',
    'Drop them (DROP ROLE), or close them (ALTER ROLE … NOLOGIN).',
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c 'ALTER ROLE "NAME" NOLOGIN'`,
      `runuser -u postgres -- psql -c 'DROP ROLE "NAME"'`,
    ],
  },
  question: text(
    '목록의 계정이 모두 지금도 필요합니까? 퇴직자나 시험용 계정은 없습니까? (\\du)',
    'Is every role of the list still needed, none of a leaver or a test? (\\du)',
  ),
  parameters: { needed: listParameter(text('필요한 계정', 'roles that are needed'), []) },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { needed }) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, needed));
  },
});

function judgeServer(server: PgServer, needed: readonly string[]): Judgement {
  return withPgAnswers(server, pgByHand.roles, (answers) => {
    const given = givenRoles(server, answers);
    const left = given.filter(({ name }) => leftOverName(name) && !needed.includes(name));
    if (left.length > 0)
      return fail(
        text('시험용 계정이 로그인됨', 'test accounts may log in'),
        left.map(({ name }) => ({ source: 'pg_roles', found: `${name}, LOGIN`, expected: 'dropped or NOLOGIN' })),
      );
    return judgeNames({
      found: new Map(
        given.map(({ name, verifier, until }) => [
          name,
          `password ${verifier}${until === '' ? '' : `, until ${until}`}`,
        ]),
      ),
      approved: needed,
      isApproved: (name) => needed.includes(name),
      source: 'pg_roles',
      expected: 'needed',
      none: text('초기 관리자 말고는 로그인되는 역할이 없음', 'no role logs in but the first superuser'),
      what: text('로그인되는 계정', 'roles that log in'),
    });
  });
}
