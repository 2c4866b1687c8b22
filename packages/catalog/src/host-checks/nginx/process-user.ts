// The workers of nginx run as an account of their own, not as root (KISA 2026 WEB-09, 2021 U-36). The master is root by design, to bind
// low ports and open logs; it answers nobody.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { judgeNginx, nginxQuestion, nginxReload } from '../../criteria/nginx-in-use.ts';
import type { Accounts } from '../../probes/accounts.ts';
import { accounts } from '../../probes/accounts.ts';
import type { NginxInstance } from '../../probes/nginx.ts';
import { nginx } from '../../probes/nginx.ts';

export const processUser = hostCheck({
  id: 'nginx.process-user',
  title: text('Nginx 프로세스 권한 제한', 'nginx: its processes are not root'),
  why: text(
    '작업자 프로세스가 root면 웹 취약점 하나로 시스템 전체를 빼앗깁니다.',
    'With workers as root, one hole in the web service gives away the system.',
  ),
  importance: 'high',
  expects: text(
    '작업자 프로세스가 root가 아닌 전용 계정으로 동작',
    'workers run as a dedicated account that is not root',
  ),
  remedy: text(
    'nginx.conf의 user를 전용 계정(nginx, www-data)으로 바꾸고 다시 시작합니다.',
    'Set user in nginx.conf to a dedicated account (nginx, www-data) and restart.',
  ),
  fix: {
    rhel: ["sed -i -E 's/^([[:space:]]*user[[:space:]]+)root\\b.*/\\1nginx;/' /etc/nginx/nginx.conf", nginxReload],
    debian: ["sed -i -E 's/^([[:space:]]*user[[:space:]]+)root\\b.*/\\1www-data;/' /etc/nginx/nginx.conf", nginxReload],
    any: ["grep -nE '^[[:space:]]*user[[:space:]]' /etc/nginx/nginx.conf", nginxReload],
  },
  question: nginxQuestion,
  needs: { nginx, accounts },
  judge({ nginx: seen, accounts: known }) {
    return judgeNginx(seen, (instance) => judgeUser(instance, known), 'host');
  },
});

function judgeUser(instance: NginxInstance, { users }: Accounts): Judgement {
  const setting = instance.tree.find((one) => one.name === 'user');
  const name = setting?.args[0] ?? instance.builtUser;
  const isRoot = name === 'root' || users.some((user) => user.name === name && user.uid === 0);
  const single = instance.tree.find(
    (one) => one.name === 'master_process' && one.args.some((word) => word.toLowerCase() === 'off'),
  );
  const evidence: Proof[] = [
    ...instance.workers.map((worker) => ({
      source: `process ${worker.pid}`,
      found: `${worker.title}: uid ${worker.uid}`,
      expected: 'not uid 0',
    })),
    { source: setting?.source ?? instance.program, found: `user ${name}${setting ? '' : ' (built-in)'}` },
  ];
  if (instance.workers.some((worker) => worker.uid === 0))
    return fail(text('작업자 프로세스가 root로 동작함', 'workers run as root'), evidence);
  if (instance.master && instance.master.uid !== 0) {
    // Without root, nginx cannot change its account and ignores `user`.
    const { pid, uid } = instance.master;
    return pass(text('마스터부터 root가 아님', 'already its master is not root'), [
      { source: `process ${pid}`, found: `uid ${uid}`, expected: 'not uid 0' },
      ...evidence,
    ]);
  }
  if (single)
    return fail(text('작업자 없이 root 프로세스 하나가 응답함', 'one process of root answers, without workers'), [
      { source: single.source, found: 'master_process off' },
      ...evidence,
    ]);
  return isRoot
    ? fail(text('설정의 user가 root 권한 계정임', 'user names an account of root'), evidence)
    : pass(text(`작업자가 ${name} 계정으로 동작함`, `workers run as ${name}`), evidence);
}
