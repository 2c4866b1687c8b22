// The processes of Apache httpd that serve do not run as root (KISA 2026 WEB-09, 2021 U-36).
import type { Judgement, LocalAccount, Proof } from '@bongsu/core';
import { apacheServers, apacheSetting, fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { accounts } from '../../probes/accounts.ts';
import { apache } from '../../probes/apache.ts';
import type { ApacheInstance } from '../../probes/apache/instance.ts';
import { services } from '../../probes/services.ts';

const expected = 'an account of its own, not UID 0';

export const processUser = hostCheck({
  id: 'apache.process-user',
  title: text('Apache 프로세스 권한 제한', 'Apache: its processes do not run as root'),
  why: text(
    '웹 프로세스가 root이면 웹 취약점 하나로 시스템 전체가 넘어갑니다.',
    'Where the serving processes are root, one hole in the site gives the whole system away.',
  ),
  importance: 'high',
  expects: text(
    '요청을 처리하는 자식 프로세스가 root가 아닌 전용 계정으로 실행됨',
    'the children that serve run as an account of their own and not as root',
  ),
  remedy: text(
    'User와 Group을 전용 계정(apache, www-data)으로 두고 다시 시작합니다. Debian·Ubuntu는 envvars의 APACHE_RUN_USER입니다.',
    'Set User and Group to an account of its own (apache, www-data) and restart. On Debian and Ubuntu it is APACHE_RUN_USER in envvars.',
  ),
  fix: {
    debian: [
      "sed -i.bak -E 's/^(export APACHE_RUN_(USER|GROUP)=).*/\\1www-data/' /etc/apache2/envvars",
      'systemctl restart apache2',
    ],
    rhel: [
      "sed -i.bak -E 's/^[[:space:]]*(User|Group)[[:space:]].*/\\1 apache/' /etc/httpd/conf/httpd.conf",
      'systemctl restart httpd',
    ],
  },
  question: text('httpd의 자식 프로세스는 어떤 계정으로 실행됩니까?', 'As which account do the children of httpd run?'),
  needs: { services, apache, accounts },
  judge({ services: seen, apache: found, accounts: { users } }) {
    return judgeApache(seen, found, (instance) => judgeUser(instance, users));
  },
});

function judgeUser(instance: ApacheInstance, users: readonly LocalAccount[]): Judgement {
  const [main] = apacheServers(instance.config);
  const set = main ? apacheSetting(main, 'user') : undefined;
  const name = set?.words[0] ?? '';
  const uid = uidOf(name, users);
  const proof: Proof = { source: set?.source ?? instance.name, found: set ? `User ${name}` : 'User unset', expected };
  if (instance.master) return judgeRunning(instance, instance.master, proof, users);
  if (uid === 0) return fail(text(`User ${name}(UID 0)로 설정됨`, `User is ${name}, which has UID 0`), [proof]);
  if (name === '')
    return manual(text('User 설정이 없음: 실행 계정 확인 필요', 'User is not set: as which account would it serve?'), [
      proof,
    ]);
  return pass(text(`${name} 계정으로 실행하도록 설정됨`, `it is set up to serve as ${name}`), [proof]);
}

/** The leader is root by design, to bind the ports: the children are judged; one that leads nobody serves itself. */
function judgeRunning(
  { workers }: ApacheInstance,
  master: { readonly pid: string; readonly uid: number },
  set: Proof,
  users: readonly LocalAccount[],
): Judgement {
  const serving = workers.length === 0 && master.uid !== 0 ? [{ uid: master.uid, count: 1 }] : workers;
  const named = (uid: number): string => users.find((user) => user.uid === uid)?.name ?? `uid ${uid}`;
  const proofs = serving.map(
    ({ uid, count }): Proof => ({
      source: `children of process ${master.pid}`,
      found: `${count} as ${named(uid)} (uid ${uid})`,
      expected,
    }),
  );
  const evidence = [...proofs, set];
  if (serving.some(({ uid }) => uid === 0))
    return fail(text('요청을 처리하는 프로세스가 root로 실행됨', 'processes that serve run as root'), evidence);
  if (serving.length === 0) return manual(text('자식 프로세스를 보지 못함', 'no child of it was seen'), evidence);
  const who = [...new Set(serving.map(({ uid }) => named(uid)))].join(', ');
  return pass(text(`자식 프로세스가 ${who} 계정으로 실행됨`, `the children run as ${who}`), evidence);
}

/** `#0` is a number; a name may have the number of root. */
function uidOf(name: string, users: readonly LocalAccount[]): number | null | undefined {
  if (name.startsWith('#')) return Number(name.slice(1));
  return name === 'root' ? 0 : users.find((user) => user.name === name)?.uid;
}
