// Passwords of PostgreSQL must be complex and end in time (KISA 2026 D-03).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { judgePg, pgValue, withPgAnswers } from '../../criteria/pg-servers.ts';
import type { PgRole } from '../../probes/postgresql/answers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgPasswordPolicy = hostCheck({
  id: 'postgresql.password-policy',
  title: text('PostgreSQL 비밀번호 사용 기간 및 복잡도', 'PostgreSQL: password age and complexity'),
  why: text(
    '짧거나 오래된 비밀번호는 대입 공격으로 알아낼 수 있습니다.',
    'Short and old passwords are found by guessing.',
  ),
  importance: 'high',
  expects: text(
    '복잡도 모듈(passwordcheck 등)이 로드되고, 비밀번호가 있는 역할에 만료일(VALID UNTIL)이 있음',
    'a module judges passwords (passwordcheck), and every role with a password has an end (VALID UNTIL)',
  ),
  remedy: text(
    "shared_preload_libraries에 passwordcheck(또는 credcheck)를 넣고 다시 시작하며, ALTER ROLE … VALID UNTIL '날짜'로 만료일을 정합니다.",
    "Put passwordcheck (or credcheck) into shared_preload_libraries and restart; set an end (ALTER ROLE … VALID UNTIL 'date').",
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c "ALTER SYSTEM SET shared_preload_libraries = 'passwordcheck'"`,
      `runuser -u postgres -- psql -c "ALTER ROLE \\"NAME\\" VALID UNTIL 'DATE'"`,
      `systemctl restart postgresql`,
    ],
  },
  question: text(
    '비밀번호 복잡도와 사용 기간이 기관의 정책에 맞습니까? (SELECT rolname, rolvaliduntil FROM pg_roles)',
    'Do complexity and age of passwords follow your policy? (SELECT rolname, rolvaliduntil FROM pg_roles)',
  ),
  parameters: {
    modules: listParameter(text('복잡도를 검사하는 것으로 인정하는 모듈', 'modules that count as judging complexity'), [
      'passwordcheck',
      'credcheck',
    ]),
  },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { modules }) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, modules));
  },
});

function judgeServer(server: PgServer, modules: readonly string[]): Judgement {
  const loaded = pgValue(server, 'shared_preload_libraries');
  const named = (one: string): boolean => modules.some((name) => one === name || one.endsWith(`/${name}`));
  const checked = loaded?.value.split(',').some((one) => named(one.trim())) ?? false;
  const proof: Proof = {
    source: loaded?.source ?? server.config,
    found: `shared_preload_libraries = ${loaded?.value ?? '(default: none)'}`,
    expected: modules.join(' or '),
  };
  const judged = withPgAnswers(server, pgByHand.roles, ({ roles }) => {
    const kept = roles.filter((one) => one.login && one.verifier !== 'none');
    if (kept.length === 0)
      return pass(text('비밀번호가 있는 계정이 없음', 'no role that logs in has a password'), [
        { source: 'pg_authid', found: 'no password' },
      ]);
    const endless = kept.filter((one) => one.until === '' || one.until === 'infinity');
    const quote = (some: readonly PgRole[]): Proof[] =>
      some.slice(0, quotedMax).map((one) => ({
        source: 'pg_roles',
        found: `${one.name}: VALID UNTIL ${one.until || 'not set'}`,
        expected: 'an end',
      }));
    const names = endless
      .slice(0, 5)
      .map((one) => one.name)
      .join(', ');
    if (checked && endless.length === 0)
      return pass(text('복잡도 모듈과 만료일이 설정됨', 'complexity is judged and passwords end'), quote(kept));
    const faults = [
      ...(checked
        ? []
        : [text('비밀번호 복잡도를 검사하는 모듈이 없음', 'no module judges the complexity of passwords')]),
      ...(endless.length > 0
        ? [text(`만료일이 없는 계정: ${names}`, `roles whose password never ends: ${names}`)]
        : []),
    ];
    return fail(text(faults.map((one) => one.ko).join('; '), faults.map((one) => one.en).join('; ')), quote(endless));
  });
  return { ...judged, evidence: [proof, ...judged.evidence] };
}
