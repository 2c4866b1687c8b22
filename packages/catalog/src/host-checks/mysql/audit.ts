// MySQL and MariaDB record who connects and what is changed (KISA 2026 D-26, beyond its named targets).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, mysqlLast, pass, text } from '@bongsu/core';
import { judgeMysql, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import type { MysqlAnswers } from '../../probes/mysql/answers.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

const expected = 'an audit plugin that logs, or the general log';

export const mysqlAudit = hostCheck({
  id: 'mysql.audit',
  title: text('MySQL 감사 기록', 'MySQL: audit records'),
  why: text(
    '기록이 없으면 유출과 변조를 알아챌 수도, 되짚을 수도 없습니다.',
    'Without records nobody notices theft and tampering, or can trace them.',
  ),
  importance: 'high',
  expects: text(
    '감사 플러그인(server_audit, audit_log)이나 general_log가 기록함',
    'an audit plugin (server_audit, audit_log) or the general log records',
  ),
  remedy: text(
    "MariaDB: INSTALL SONAME 'server_audit' 뒤 server_audit_logging=ON; MySQL: audit_log 플러그인이나 general_log=ON을 설정합니다(부하와 용량을 먼저 확인).",
    "MariaDB: INSTALL SONAME 'server_audit', then server_audit_logging=ON; MySQL: the plugin audit_log, or general_log=ON (mind load and space).",
  ),
  fix: { any: [`mysql -e "INSTALL SONAME 'server_audit'; SET GLOBAL server_audit_logging = ON"`] },
  question: text(
    "접근·변경·삭제를 기록하는 감사 정책이 있고 적용되어 있습니까? (SHOW PLUGINS; SHOW VARIABLES LIKE '%audit%')",
    "Is there an audit policy for access, change and deletion, and is it in force? (SHOW PLUGINS; SHOW VARIABLES LIKE '%audit%')",
  ),
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host) {
    return judgeMysql(facts, seen, host, (server) => {
      const judged = withMysqlAnswers(server, ['variables', 'plugins'], mysqlByHand.audit, judgeAnswers);
      return judged.status === 'manual' ? byFiles(server, judged) : judged;
    });
  },
});

function judgeAnswers({ variables, plugins }: MysqlAnswers): Judgement {
  const audits = plugins.filter((one) => /audit/.test(one));
  const evidence: Proof[] = [
    { source: 'information_schema.PLUGINS', found: audits.join(', ') || 'no audit plugin is active', expected },
    ...[
      'server_audit_logging',
      'server_audit_events',
      'audit_log_policy',
      'audit_log_disable',
      'general_log',
      'log_output',
    ].flatMap((name) => {
      const said = variables.get(name);
      return said === undefined ? [] : [{ source: name, found: `"${said}"` }];
    }),
  ];
  const value = (name: string): string | undefined => variables.get(name)?.toUpperCase();
  const server = audits.includes('server_audit') && value('server_audit_logging') === 'ON';
  const log =
    audits.some((one) => one !== 'server_audit') &&
    value('audit_log_policy') !== 'NONE' &&
    value('audit_log_disable') !== 'ON';
  const general = value('general_log') === 'ON' && value('log_output')?.includes('NONE') !== true;
  if (!server && !log && !general) return fail(text('감사 기록을 남기지 않음', 'nothing is recorded'), evidence);
  // MariaDB's plugin records every event where none is named. Without CONNECT it leaves access out, and without a kind of QUERY that
  // holds INSERT, UPDATE and DELETE (QUERY_DDL and QUERY_DCL do not) it leaves change out.
  const events = value('server_audit_events');
  if (!log && !general && events) {
    const kinds = events.split(',');
    const changes = ['QUERY', 'QUERY_DML', 'QUERY_DML_NO_SELECT'].some((kind) => kinds.includes(kind));
    if (!changes || !kinds.includes('CONNECT'))
      return manual(
        text(
          `감사 대상이 일부임(${events}): 정책에 맞는지 확인 필요`,
          `only some events are recorded (${events}): does that follow the policy?`,
        ),
        evidence,
      );
  }
  return pass(text('접근과 변경이 기록됨', 'access and change are recorded'), evidence);
}

function byFiles({ options }: MysqlServer, asked: Judgement): Judgement {
  const found = ['server-audit-logging', 'general-log', 'plugin-load-add', 'plugin-load', 'audit-log-policy'].flatMap(
    (key) => {
      const option = mysqlLast(options, key);
      return option ? [{ source: option.source, found: `${key} = ${option.value ?? 'on'}` }] : [];
    },
  );
  return { ...asked, evidence: [...asked.evidence, ...found] };
}
