// MySQL and MariaDB run as an account of their own and not as root (KISA 2026 D-07).
import type { Judgement } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeMysql } from '../../criteria/mysql-servers.ts';
import type { MysqlServer } from '../../probes/mysql.ts';
import { mysql } from '../../probes/mysql.ts';
import { services } from '../../probes/services.ts';

export const mysqlProcessUser = hostCheck({
  id: 'mysql.process-user',
  title: text('MySQL root 권한으로 서비스 구동 제한', 'MySQL: does not run as root'),
  why: text(
    'root로 실행되는 서버의 취약점은 곧 호스트 전체의 장악입니다(FILE 권한으로 어떤 파일이든 씁니다).',
    'A hole in a server that runs as root is the whole host: its FILE right writes any file.',
  ),
  importance: 'medium',
  expects: text('mysql 등 전용 계정으로 실행됨', 'runs as an account of its own, such as mysql'),
  remedy: text(
    '[mysqld]에 user=mysql을 두고 데이터 폴더를 그 계정에 준 뒤 다시 시작합니다.',
    'Set user=mysql under [mysqld], give the data folder to that account and restart.',
  ),
  fix: {
    any: [
      'chown -R mysql:mysql /var/lib/mysql',
      'systemctl restart mysqld || systemctl restart mariadb || systemctl restart mysql',
    ],
  },
  question: text(
    '서버가 어느 계정으로 실행됩니까? (ps -eo user,args)',
    'As which account does the server run? (ps -eo user,args)',
  ),
  needs: { services, mysql },
  judge({ services: seen, mysql: facts }, host) {
    return judgeMysql(facts, seen, host, judgeServer);
  },
});

function judgeServer({ process, options, unreadFile }: MysqlServer): Judgement {
  const expected = 'not root';
  if (process) {
    const proofs = [
      { source: `/proc/${process.pid}/status`, found: `effective uid ${process.uid} (${process.account})`, expected },
    ];
    return process.uid === 0
      ? fail(text('root로 실행됨', 'runs as root'), proofs)
      : pass(text(`${process.account} 계정으로 실행됨`, `runs as ${process.account}`), proofs);
  }
  if (unreadFile !== '')
    return manual(text(`${unreadFile}를 읽지 못함`, `${unreadFile} was not read`), [
      { source: unreadFile, found: 'not read', expected },
    ]);
  // The server takes the first `user` it meets as a precaution, and refuses to start as root without one (mysqld(8)).
  const user = options.find((one) => one.key === 'user');
  const proofs = [
    {
      source: user?.source ?? 'option files',
      found: user ? `user = ${user.value ?? ''}` : 'no user: mysqld refuses root',
      expected,
    },
  ];
  return user?.value === 'root' || user?.value === '0'
    ? fail(text('user=root로 설정됨', 'is set to run as root'), proofs)
    : pass(text('root로 실행되지 않음', 'would not run as root'), proofs);
}
