// Only named addresses reach MySQL and MariaDB (KISA 2026 D-10).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, mysqlLast, mysqlSwitch, pass, text } from '@bongsu/core';
import { loopbackListener, loopbackName } from '../../criteria/database-servers.ts';
import { quotedMax } from '../../criteria/quoted.ts';
import { accountName, judgeMysql, openAccounts, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import type { MysqlAccount } from '../../probes/mysql/answers.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

export const mysqlRemoteAccess = hostCheck({
  id: 'mysql.remote-access',
  title: text('MySQL 원격 접속 제한', 'MySQL: remote access is limited'),
  why: text(
    '어느 주소에서나 로그인되는 계정은 인터넷이나 내부망 전체에서 비밀번호 대입을 받습니다.',
    'Accounts that log in from any address are guessed at from the whole network.',
  ),
  importance: 'high',
  expects: text(
    '로컬에서만 받거나, 모든 계정의 호스트가 지정된 주소임',
    'listens locally only, or the host of every account is a named address',
  ),
  remedy: text(
    "RENAME USER 'name'@'%' TO 'name'@'10.0.0.5'처럼 접속할 주소를 지정하고, 원격이 필요 없으면 bind-address=127.0.0.1로 둡니다.",
    "Name the addresses (RENAME USER 'name'@'%' TO 'name'@'10.0.0.5'); where nobody connects from outside, set bind-address=127.0.0.1.",
  ),
  fix: {
    any: [`mysql -e "RENAME USER 'NAME'@'%' TO 'NAME'@'ADDRESS'"`],
  },
  question: text(
    "호스트가 '%'인 계정이 있습니까? (SELECT user, host FROM mysql.user) 보안 그룹이 접속 주소를 제한합니까?",
    "Is there an account whose host is '%'? (SELECT user, host FROM mysql.user) Does a security group bound who may connect?",
  ),
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host) {
    return judgeMysql(facts, seen, host, judgeServer);
  },
});

function judgeServer(server: MysqlServer): Judgement {
  const { local, evidence } = listening(server);
  if (local === true)
    return pass(text('로컬에서만 접속을 받음', 'takes connections from the host itself only'), evidence);
  if (local === null && server.unreadFile !== '')
    return manual(text(`${server.unreadFile}를 읽지 못함`, `${server.unreadFile} was not read`), evidence);
  const judged = withMysqlAnswers(server, ['accounts'], mysqlByHand.accounts, (answers) => {
    const accounts = openAccounts(answers);
    const wide = accounts.filter((one) => anyHost(one.host));
    const quote = (some: readonly MysqlAccount[]): Proof[] =>
      some
        .slice(0, quotedMax)
        .map((one) => ({ source: 'mysql.user', found: accountName(one), expected: 'a named address' }));
    const names = wide.slice(0, 5).map(accountName).join(', ');
    return wide.length > 0
      ? fail(text(`어디서나 로그인되는 계정: ${names}`, `accounts that log in from anywhere: ${names}`), quote(wide))
      : pass(text('모든 계정의 접속 주소가 지정됨', 'every account has a named address'), quote(accounts));
  });
  return { ...judged, evidence: [...evidence, ...judged.evidence] };
}

/** Whether it takes connections from the host alone; null where only the files tell and one was not read, or may be of another version. */
function listening({ process, options, unreadFile, version }: MysqlServer): {
  local: boolean | null;
  evidence: Proof[];
} {
  if (process?.addresses) {
    const evidence = process.addresses.map((one) => ({
      source: 'ss -l -n -t -p',
      found: `tcp ${one}`,
      expected: 'loopback',
    }));
    return {
      local: process.addresses.every(loopbackListener),
      evidence: evidence.length > 0 ? evidence : [{ source: 'ss -l -n -t -p', found: 'no TCP socket' }],
    };
  }
  const off = mysqlSwitch(options, 'skip-networking');
  // A group of one version says nothing of a server whose version nobody told.
  const unsure = (group: string): boolean => version === '' && /-\d/.test(group);
  if (off?.on === true && !unsure(off.option.group))
    return { local: true, evidence: [{ source: off.option.source, found: 'skip-networking' }] };
  const bind = mysqlLast(options, 'bind-address');
  const proof = {
    source: bind?.source ?? 'option files',
    found: bind ? `bind-address = ${bind.value ?? ''}` : 'bind-address unset: every address',
    expected: 'loopback',
  };
  const local = bind?.value?.split(',').every((one) => loopbackName(one.trim())) ?? false;
  const known = unreadFile === '' && (bind === undefined || !unsure(bind.group));
  return { local: known ? local : null, evidence: [proof] };
}

/** Patterns of nothing but wildcards, the empty host, and a netmask that bounds nothing. */
function anyHost(host: string): boolean {
  return /^[%_.:]*$/.test(host) || host.endsWith('/0.0.0.0');
}
