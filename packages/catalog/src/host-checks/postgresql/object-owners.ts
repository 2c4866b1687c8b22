// Relations of PostgreSQL belong to those alone who may own them (KISA 2026 D-20).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { lettersMax, quotedMax } from '../../criteria/quoted.ts';
import { judgePg, withPgAnswers } from '../../criteria/pg-servers.ts';
import { pgUnasked } from '../../criteria/pg-databases.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgObjectOwners = hostCheck({
  id: 'postgresql.object-owners',
  title: text('PostgreSQL 인가되지 않은 Object Owner의 제한', 'PostgreSQL: object owners are approved'),
  why: text(
    '소유자는 권한과 관계없이 객체를 고치고 지우며 남에게 권한을 줍니다.',
    'An owner changes, drops and hands on its objects whatever was granted.',
  ),
  importance: 'low',
  expects: text(
    '객체의 소유자가 관리자이거나 승인된 역할임',
    'every object belongs to an administrator or an approved role',
  ),
  remedy: text(
    'ALTER TABLE … OWNER TO 또는 REASSIGN OWNED로 소유자를 바꾸거나, 승인된 소유자면 owners에 적습니다.',
    'Change the owner (ALTER TABLE … OWNER TO, REASSIGN OWNED), or list an approved one under owners.',
  ),
  fix: {
    any: [`runuser -u postgres -- psql -d DATABASE -c 'REASSIGN OWNED BY "NAME" TO "OWNER"'`],
  },
  question: text(
    '일반 역할이 소유한 객체가 승인된 것입니까? (SELECT DISTINCT relowner::regrole FROM pg_class)',
    'Are the owners that are no administrators approved? (SELECT DISTINCT relowner::regrole FROM pg_class)',
  ),
  parameters: { owners: listParameter(text('객체를 소유하도록 승인된 역할', 'roles approved to own objects'), []) },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { owners }) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, owners));
  },
});

function judgeServer(server: PgServer, approved: readonly string[]): Judgement {
  return withPgAnswers(server, pgByHand.owners, ({ databases }) => {
    const held = server.objects.flatMap(({ database, owners }) =>
      owners.filter(({ owner }) => !approved.includes(owner)).map((one) => ({ database, ...one })),
    );
    const names = [...new Set(held.map((one) => one.owner))].slice(0, 5).join(', ');
    if (held.length > 0)
      return fail(
        text(`관리자가 아닌 소유자: ${names}`, `owners that are no administrators: ${names}`),
        held.slice(0, quotedMax).map(({ database, owner, schema, objects, example }) => ({
          source: `pg_class of ${database}`,
          found: `${owner}: ${objects} in ${schema}, such as ${example}`.slice(0, lettersMax),
          expected: 'an administrator or an approved role',
        })),
      );
    return (
      pgUnasked(server, databases) ??
      pass(
        text('모든 객체가 관리자나 승인된 역할의 것임', 'every object belongs to an administrator or an approved role'),
        [{ source: `pg_class of ${databases.join(', ')}`, found: 'no other owner' }],
      )
    );
  });
}
