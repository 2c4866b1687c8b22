// PostgreSQL keeps passwords with SCRAM-SHA-256 and not MD5 (KISA 2026 D-08).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { judgePg, pgValue, withPgAnswers } from '../../criteria/pg-servers.ts';
import type { PgRole } from '../../probes/postgresql/answers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { pgByHand } from '../../probes/postgresql/questions.ts';
import { services } from '../../probes/services.ts';

export const pgPasswordHash = hostCheck({
  id: 'postgresql.password-hash',
  title: text('PostgreSQL 안전한 암호화 알고리즘 사용', 'PostgreSQL: safe password hashes'),
  why: text(
    'MD5 해시는 유출되면 곧 풀리고, 그 자체로 로그인에 쓰입니다.',
    'Hashes of MD5 are cracked soon once they leak, and log in by themselves.',
  ),
  importance: 'high',
  expects: text(
    'password_encryption이 scram-sha-256이고 모든 비밀번호가 SCRAM으로 저장됨',
    'password_encryption is scram-sha-256 and every password is kept as SCRAM',
  ),
  remedy: text(
    "ALTER SYSTEM SET password_encryption = 'scram-sha-256' 뒤 reload 하고, MD5로 저장된 비밀번호를 다시 정합니다. 클라이언트가 SCRAM을 지원하는지 먼저 확인합니다.",
    "ALTER SYSTEM SET password_encryption = 'scram-sha-256', reload, and set the passwords anew that are kept as MD5. First see that the clients know SCRAM.",
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c "ALTER SYSTEM SET password_encryption = 'scram-sha-256'" -c 'SELECT pg_reload_conf()'`,
      `runuser -u postgres -- psql -c '\\password NAME'`,
    ],
  },
  question: text(
    'md5로 저장된 비밀번호가 있습니까? (SELECT usename, substr(passwd, 1, 5) FROM pg_shadow)',
    'Is any password kept as md5? (SELECT usename, substr(passwd, 1, 5) FROM pg_shadow)',
  ),
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host) {
    return judgePg(facts, seen, host, judgeServer);
  },
});

function judgeServer(server: PgServer): Judgement {
  const method = encryption(server);
  const proof: Proof = {
    source: method.source,
    found: `password_encryption = ${method.value}`,
    expected: 'scram-sha-256',
  };
  // `on` meant MD5 until version 13.
  if (method.value !== '' && method.value !== 'scram-sha-256')
    return fail(text(`새 비밀번호가 ${method.value}로 저장됨`, `new passwords are kept as ${method.value}`), [proof]);
  const judged = withPgAnswers(server, pgByHand.verifiers, ({ roles }) => {
    const weak = roles.filter((one) => one.verifier === 'md5' || one.verifier === 'other');
    const kept = roles.filter((one) => one.verifier !== 'none');
    const names = weak
      .slice(0, 5)
      .map((one) => one.name)
      .join(', ');
    const quote = (some: readonly PgRole[]): Proof[] =>
      some
        .slice(0, quotedMax)
        .map((one) => ({ source: 'pg_authid', found: `${one.name}: ${one.verifier}`, expected: 'scram or none' }));
    return weak.length > 0
      ? fail(text(`MD5로 저장된 비밀번호: ${names}`, `passwords kept as MD5: ${names}`), quote(weak))
      : pass(text('비밀번호가 모두 SCRAM으로 저장됨', 'every password is kept as SCRAM'), quote(kept));
  });
  return { ...judged, evidence: [proof, ...judged.evidence] };
}

/** The setting, or the default of the version: MD5 up to 13, SCRAM from 14. Empty where nothing tells the version. */
function encryption(server: PgServer): { value: string; source: string } {
  const found = pgValue(server, 'password_encryption');
  if (found) return { value: found.value.toLowerCase(), source: found.source };
  const major = Number.parseInt(server.series, 10);
  const value = Number.isNaN(major) ? '' : major >= 14 ? 'scram-sha-256' : 'md5';
  return { value, source: `${server.folder}/PG_VERSION (default of ${server.series || 'an unknown version'})` };
}
