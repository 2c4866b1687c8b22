// PostgreSQL records who connects and what is changed (KISA 2026 D-26).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { judgePg, pgValue } from '../../criteria/pg-servers.ts';
import type { PgServer } from '../../probes/postgresql.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { services } from '../../probes/services.ts';

export const pgAudit = hostCheck({
  id: 'postgresql.audit',
  title: text('PostgreSQL 감사 기록', 'PostgreSQL: audit records'),
  why: text(
    '기록이 없으면 유출과 변조를 알아챌 수도, 되짚을 수도 없습니다.',
    'Without records nobody notices theft and tampering, or can trace them.',
  ),
  importance: 'high',
  expects: text(
    '접속(log_connections)과 변경·삭제(log_statement mod 이상 또는 pgaudit)가 기록됨',
    'connections (log_connections) and changes (log_statement mod or more, or pgaudit) are recorded',
  ),
  remedy: text(
    "ALTER SYSTEM SET log_connections = on; SET log_disconnections = on; SET log_statement = 'mod'(또는 pgaudit)로 설정하고 reload 합니다.",
    "ALTER SYSTEM SET log_connections = on, log_disconnections = on and log_statement = 'mod' (or pgaudit), then reload.",
  ),
  fix: {
    any: [
      `runuser -u postgres -- psql -c "ALTER SYSTEM SET log_connections = 'on'" -c "ALTER SYSTEM SET log_disconnections = 'on'" -c "ALTER SYSTEM SET log_statement = 'mod'" -c 'SELECT pg_reload_conf()'`,
    ],
  },
  question: text(
    '접근·변경·삭제를 기록하는 감사 정책이 있고 적용되어 있습니까? (SHOW log_connections; SHOW log_statement; SHOW shared_preload_libraries)',
    'Is there an audit policy for access, change and deletion, and is it in force? (SHOW log_connections; SHOW log_statement; SHOW shared_preload_libraries)',
  ),
  parameters: {
    statements: listParameter(
      text(
        '변경을 기록하는 것으로 인정하는 log_statement 값',
        'values of log_statement that count as recording changes',
      ),
      ['mod', 'all'],
    ),
  },
  needs: { services, postgresql },
  judge({ services: seen, postgresql: facts }, host, { statements }) {
    return judgePg(facts, seen, host, (server) => judgeServer(server, statements));
  },
});

function judgeServer(server: PgServer, statements: readonly string[]): Judgement {
  const value = (name: string, builtIn: string): { value: string; proof: Proof } => {
    const found = pgValue(server, name);
    const shown = found?.value ?? builtIn;
    return {
      value: shown,
      proof: { source: found?.source ?? `${server.config} (default)`, found: `${name} = ${shown}` },
    };
  };
  const connections = value('log_connections', 'off');
  const statement = value('log_statement', 'none');
  const loaded = value('shared_preload_libraries', '');
  const pgaudit = value('pgaudit.log', 'none');
  const evidence = [
    { ...connections.proof, expected: 'on' },
    { ...statement.proof, expected: statements.join(' or ') },
    loaded.proof,
    ...(loaded.value.includes('pgaudit') ? [{ ...pgaudit.proof, expected: 'write or all' }] : []),
  ];
  // Since version 18 log_connections is a list of stages.
  const access = !/^(?:|off|false|no|0|f|n)$/i.test(connections.value);
  const classes = pgaudit.value.toLowerCase().split(/[\s,]/);
  const audited =
    loaded.value.includes('pgaudit') &&
    (classes.includes('all') || classes.includes('write')) &&
    !classes.includes('-write');
  const change = audited || statements.includes(statement.value.toLowerCase());
  if (!server.answers && server.unreadFile !== '')
    return manual(text(`${server.unreadFile}를 읽지 못함`, `${server.unreadFile} was not read`), [
      ...evidence,
      { source: server.unreadFile, found: 'not read' },
    ]);
  if (access && change) return pass(text('접속과 변경이 기록됨', 'connections and changes are recorded'), evidence);
  return fail(
    access
      ? text('변경·삭제가 기록되지 않음', 'changes and deletions are not recorded')
      : change
        ? text('접속이 기록되지 않음', 'connections are not recorded')
        : text('접속도 변경도 기록되지 않음', 'neither connections nor changes are recorded'),
    evidence,
  );
}
