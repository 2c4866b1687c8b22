// MySQL and MariaDB keep passwords with SHA-256 or better (KISA 2026 D-08).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, mysqlLast, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { accountName, judgeMysql, openAccounts, withMysqlAnswers } from '../../criteria/mysql-servers.ts';
import { mysql } from '../../probes/mysql.ts';
import type { MysqlAccount, MysqlAnswers } from '../../probes/mysql/answers.ts';
import { mysqlByHand } from '../../probes/mysql/questions.ts';
import { services } from '../../probes/services.ts';

/** SHA-1 twice, and a hash of 16 hex digits of its own. */
const weak = ['mysql_native_password', 'mysql_old_password'];
/** SHA-256 in two kinds; Ed25519 over SHA-512; PBKDF2 with SHA-512. */
const strong = ['caching_sha2_password', 'sha256_password', 'ed25519', 'client_ed25519', 'parsec'];
/** No password of the account is kept at all: the system, a directory, a ticket or a key proves who it is, or nobody logs in. */
const without = [
  'unix_socket',
  'auth_socket',
  'mysql_no_login',
  'gssapi',
  'pam',
  'auth_pam',
  'auth_pam_compat',
  'authentication_pam',
  'authentication_ldap_simple',
  'authentication_ldap_sasl',
  'authentication_kerberos',
  'authentication_windows',
  'authentication_webauthn',
  'authentication_fido',
  'authentication_openid_connect',
];
const known = [...weak, ...strong, ...without];

export const mysqlPasswordHash = hostCheck({
  id: 'mysql.password-hash',
  title: text('MySQL 안전한 암호화 알고리즘 사용', 'MySQL: safe password hashes'),
  why: text(
    'SHA-1 해시(mysql_native_password)는 유출되면 짧은 시간에 풀립니다.',
    'Hashes of SHA-1 (mysql_native_password) are cracked soon once they leak.',
  ),
  importance: 'high',
  expects: text(
    '모든 계정이 SHA-256 이상(caching_sha2_password, ed25519 등)을 씀',
    'every account uses SHA-256 or better (caching_sha2_password, ed25519 …)',
  ),
  remedy: text(
    "MySQL: ALTER USER … IDENTIFIED WITH caching_sha2_password BY …; MariaDB: INSTALL SONAME 'auth_ed25519' 뒤 IDENTIFIED VIA ed25519 USING PASSWORD(…). 클라이언트가 지원하는지 먼저 확인합니다.",
    "MySQL: ALTER USER … IDENTIFIED WITH caching_sha2_password BY …; MariaDB: INSTALL SONAME 'auth_ed25519', then IDENTIFIED VIA ed25519 USING PASSWORD(…). First see that the clients know it.",
  ),
  fix: {
    any: [`mysql -p -e "ALTER USER 'NAME'@'HOST' IDENTIFIED WITH caching_sha2_password BY RANDOM PASSWORD"`],
  },
  question: text(
    '모든 계정의 인증 방식이 SHA-256 이상입니까? (SELECT user, host, plugin FROM mysql.user)',
    'Do all accounts use SHA-256 or better? (SELECT user, host, plugin FROM mysql.user)',
  ),
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host) {
    return judgeMysql(facts, seen, host, (server) => {
      const judged = withMysqlAnswers(server, ['accounts'], mysqlByHand.accounts, judgeAnswers);
      const option =
        mysqlLast(server.options, 'default-authentication-plugin') ??
        mysqlLast(server.options, 'authentication-policy');
      const evidence = option
        ? [...judged.evidence, { source: option.source, found: `${option.key} = ${option.value ?? ''}` }]
        : judged.evidence;
      return { ...judged, evidence };
    });
  },
});

function judgeAnswers(answers: MysqlAnswers): Judgement {
  const kept = openAccounts(answers).filter(
    (one) => one.verifier === 'set' || one.others.some((way) => !without.includes(way)),
  );
  const ways = (one: MysqlAccount): string[] => [...(one.verifier === 'set' ? [one.plugin] : []), ...one.others];
  const bad = kept.filter((one) => ways(one).some((way) => weak.includes(way)));
  const odd = kept.filter((one) => ways(one).some((way) => !known.includes(way)));
  const quote = (some: readonly MysqlAccount[]): Proof[] =>
    some.slice(0, quotedMax).map((one) => ({
      source: 'mysql.user',
      found: `${accountName(one)}: ${ways(one).join(', ')}`,
      expected: 'SHA-256 or better',
    }));
  const names = (some: readonly MysqlAccount[]): string => some.slice(0, 5).map(accountName).join(', ');
  if (bad.length > 0)
    return fail(
      text(`SHA-256 미만의 해시를 쓰는 계정: ${names(bad)}`, `accounts with a hash below SHA-256: ${names(bad)}`),
      quote(bad),
    );
  if (odd.length > 0)
    return manual(
      text(`알 수 없는 인증 방식의 계정: ${names(odd)}`, `accounts with a plugin that is not known: ${names(odd)}`),
      quote(odd),
    );
  return pass(
    text('비밀번호가 모두 SHA-256 이상으로 저장됨', 'every password is kept with SHA-256 or better'),
    kept.length > 0 ? quote(kept) : [{ source: 'mysql.user', found: 'no account has a password' }],
  );
}
