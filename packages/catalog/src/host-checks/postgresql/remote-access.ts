// Only named addresses reach PostgreSQL (KISA 2026 D-10).
import type { HbaLine, Judgement, Proof } from '@bongsu/core';
import { fail, hbaFromAnywhere, hbaLoopback, hostCheck, pass, text } from '@bongsu/core';
import { loopbackListener, loopbackName } from '../../criteria/database-servers.ts';
import { quotedMax } from '../../criteria/quoted.ts';
import { hbaProof, hbaUnclear } from '../../criteria/pg-rules.ts';
import { judgePg, pgValue } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { services } from '../../probes/services.ts';

export const pgRemoteAccess = hostCheck({
  id: 'postgresql.remote-access',
  title: text('PostgreSQL 원격 접속 제한', 'PostgreSQL: remote access is limited'),
  why: text(
    '모든 주소를 받는 규칙은 인터넷이나 내부망 전체에서 비밀번호 대입을 받습니다.',
    'A rule for every address takes guesses from the whole network.',
  ),
  importance: 'high',
  expects: text(
    '로컬에서만 받거나, pg_hba.conf가 지정된 주소만 받음',
    'listens locally only, or pg_hba.conf names the addresses',
  ),
  remedy: text(
    'pg_hba.conf의 0.0.0.0/0, ::/0, all을 접속할 주소로 바꾸고 reload 합니다. 원격이 필요 없으면 listen_addresses=localhost로 둡니다.',
    "Turn 0.0.0.0/0, ::/0 and all in pg_hba.conf into the addresses that connect, and reload; where nobody does, set listen_addresses = 'localhost'.",
  ),
  fix: {
    any: [
      `sed -i -E '/^host/s#(0\\.0\\.0\\.0/0|::/0)#ADDRESS/32#' "$(runuser -u postgres -- psql -AtXc 'SHOW hba_file')"`,
      `runuser -u postgres -- psql -c 'SELECT pg_reload_conf()'`,
    ],
  },
  question: text(
    'pg_hba.conf가 접속 주소를 제한합니까? 보안 그룹은 어떻습니까?',
    'Does pg_hba.conf bound who may connect, and do the security groups?',
  ),
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host) {
    return judgePg(facts, seen, host, judgeServer);
  },
});

function judgeServer(server: PgServer): Judgement {
  const { local, evidence } = listening(server);
  if (local) return pass(text('로컬에서만 접속을 받음', 'takes connections from the host itself only'), evidence);
  const wide = reachable(server.hba.lines).filter((line) => hbaFromAnywhere(line));
  if (wide.length > 0)
    return fail(text('모든 주소를 받는 규칙이 있음', 'a rule takes every address'), [
      ...evidence,
      ...wide.slice(0, quotedMax).map((line) => hbaProof(line, 'a named address')),
    ]);
  const unclear = hbaUnclear(server);
  if (unclear) return { ...unclear, evidence: [...evidence, ...unclear.evidence] };
  const remote = server.hba.lines.filter((line) => !hbaLoopback(line));
  return pass(text('지정된 주소에서만 접속을 받음', 'takes connections from named addresses only'), [
    ...evidence,
    ...remote.slice(0, quotedMax).map((line) => hbaProof(line, 'a named address')),
  ]);
}

/** Rules that let somebody in, up to one that refuses everybody: whoever comes to it goes no further. */
function reachable(lines: readonly HbaLine[]): HbaLine[] {
  const refusesAll = (line: HbaLine): boolean =>
    line.method === 'reject' &&
    line.type === 'host' &&
    line.address === 'all' &&
    line.users.includes('all') &&
    line.databases.includes('all');
  const end = lines.findIndex(refusesAll);
  return lines.slice(0, end < 0 ? undefined : end).filter((line) => line.method !== 'reject');
}

function listening(server: PgServer): { local: boolean; evidence: Proof[] } {
  const held = server.process?.addresses;
  if (held) {
    const evidence = held.map((one) => ({ source: 'ss -l -n -t -p', found: `tcp ${one}`, expected: 'loopback' }));
    return {
      local: held.every(loopbackListener),
      evidence: evidence.length > 0 ? evidence : [{ source: 'ss -l -n -t -p', found: 'no TCP socket' }],
    };
  }
  const found = pgValue(server, 'listen_addresses');
  // The built-in value is localhost; settings that were not read, or not found, may say otherwise.
  const value = found?.value ?? (server.unreadFile === '' && server.config !== '' ? 'localhost' : '*');
  const words = value.split(',').map((one) => one.trim());
  const local = words.every((one) => one === '' || loopbackName(one));
  return {
    local,
    evidence: [
      {
        source: found?.source ?? `${server.config} (default)`,
        found: `listen_addresses = ${value}`,
        expected: 'loopback',
      },
    ],
  };
}
