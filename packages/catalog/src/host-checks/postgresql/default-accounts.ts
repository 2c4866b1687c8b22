// Nobody becomes PostgreSQL's superuser without proving who they are (KISA 2026 D-01).
import type { HbaLine, Judgement, Proof } from '@bongsu/core';
import { fail, hbaMayMeet, hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { bootstrapRole, judgePg } from '../../criteria/pg-servers.ts';
import { hbaProof, hbaUnclear } from '../../criteria/pg-rules.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { services } from '../../probes/services.ts';

export const pgDefaultAccounts = hostCheck({
  id: 'postgresql.default-accounts',
  title: text('PostgreSQL 기본 계정의 비밀번호 변경', 'PostgreSQL: the stock superuser is guarded'),
  why: text(
    'postgres로 비밀번호 없이 들어오면 모든 데이터를 얻고 서버 계정으로 명령을 실행합니다.',
    'Whoever comes in as postgres without a password has all data and runs commands as the server.',
  ),
  importance: 'high',
  expects: text(
    'postgres 계정에 비밀번호가 있거나 OS 인증(peer)만 되고, trust 규칙이 없음',
    'the superuser has a password or comes in by the system alone (peer), and no rule trusts anybody',
  ),
  remedy: text(
    "ALTER USER postgres PASSWORD '…'로 비밀번호를 정하고 pg_hba.conf의 trust를 peer나 scram-sha-256으로 바꾼 뒤 reload 합니다.",
    "Set a password (ALTER USER postgres PASSWORD '…'), turn trust in pg_hba.conf into peer or scram-sha-256, and reload.",
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c '\\password postgres'`,
      `sed -i 's/\\btrust$/scram-sha-256/' "$(runuser -u postgres -- psql -AtXc 'SHOW hba_file')"`,
      `runuser -u postgres -- psql -c 'SELECT pg_reload_conf()'`,
    ],
  },
  question: text(
    'postgres의 비밀번호를 정하거나 바꾸었습니까? pg_hba.conf에 trust가 없습니까? (SELECT rolname, rolpassword IS NOT NULL FROM pg_authid)',
    'Was a password set for postgres, and does pg_hba.conf trust nobody? (SELECT rolname, rolpassword IS NOT NULL FROM pg_authid)',
  ),
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host) {
    return judgePg(facts, seen, host, judgeServer);
  },
});

function judgeServer(server: PgServer): Judgement {
  const role = bootstrapRole(server);
  const met = server.hba.lines.filter(
    (line) => !line.databases.every((one) => one === 'replication') && hbaMayMeet(line, role),
  );
  const trusted = met.filter((line) => line.method === 'trust');
  const expected = 'peer, scram-sha-256 or another proof';
  if (trusted.length > 0)
    return fail(
      text(`pg_hba.conf가 ${role}를 확인 없이 받음(trust)`, `pg_hba.conf lets ${role} in without any proof (trust)`),
      trusted.map((line) => hbaProof(line, expected)),
    );
  const unclear = hbaUnclear(server);
  if (unclear) return unclear;
  const evidence = met.slice(0, quotedMax).map((line) => hbaProof(line, expected));
  const own = server.answers?.roles.find((one) => one.name === role);
  if (own)
    return pass(
      own.verifier === 'none'
        ? text(
            `${role}는 비밀번호 로그인이 되지 않고 trust도 없음`,
            `${role} has no password to log in with, and nothing trusts it`,
          )
        : text(`${role}에 비밀번호가 정해져 있음`, `${role} has a password of its own`),
      [...evidence, { source: 'pg_authid', found: `${role}: password ${own.verifier}` } satisfies Proof],
    );
  const bySystem = (line: HbaLine): boolean => ['peer', 'cert', 'reject', 'gss', 'sspi', 'ident'].includes(line.method);
  return met.every(bySystem)
    ? pass(text(`${role}는 OS 인증으로만 들어옴`, `${role} comes in by the system's proof alone`), [
        { source: server.hbaFile, found: `${met.length} rules for ${role}` },
        ...evidence,
      ])
    : manual(text(`${role}의 비밀번호가 바뀌었는지 확인 필요`, `was the password of ${role} changed?`), [
        ...evidence,
        { source: 'psql -w as the owner of the cluster', found: server.refused || `no role ${role}` },
      ]);
}
