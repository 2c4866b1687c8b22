// Tomcat runs as an account of its own and not as root (KISA 2026 WEB-09, 2021 U-36).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeTomcat } from '../../criteria/tomcat-in-use.ts';
import type { TomcatProcess } from '../../probes/tomcat/instance.ts';
import { tomcat as tomcatProbe } from '../../probes/tomcat.ts';

const expected = 'an account other than root';

export const processUser = hostCheck({
  id: 'tomcat.process-user',
  title: text('Tomcat 프로세스 권한 제한', 'Tomcat does not run as root'),
  why: text(
    'root로 실행되면 애플리케이션의 취약점 하나로 서버 전체가 넘어갑니다.',
    'Where it runs as root, one hole of an application gives the whole server away.',
  ),
  importance: 'high',
  expects: text('Tomcat이 root가 아닌 전용 계정으로 실행됨', 'Tomcat runs as an account of its own, not as root'),
  remedy: text(
    '전용 계정(로그인 셸 없음)을 만들어 systemd 유닛의 User=에 지정하고 파일 소유권을 맞춘 뒤 다시 시작합니다.',
    'Make an account of its own without a login shell, name it in User= of the unit, give it its files, and restart.',
  ),
  fix: {
    any: [
      'useradd --system --shell /usr/sbin/nologin tomcat',
      'systemctl edit tomcat.service   # [Service] User=tomcat Group=tomcat',
      'systemctl restart tomcat.service',
    ],
  },
  question: text('Tomcat이 어떤 계정으로 실행됩니까?', 'As which account does Tomcat run?'),
  needs: { tomcat: tomcatProbe },
  judge({ tomcat }) {
    return judgeTomcat(tomcat, ({ base, processes, units }) => {
      const workers = withoutControllers(processes);
      const roots = workers.filter(({ uid }) => uid === 0);
      const evidence = [
        ...processes.map(({ pid, uid, program }) => ({
          source: `/proc/${pid}/status`,
          found: `${program} uid ${uid}`,
          expected,
        })),
        ...units.map(({ path, name, user }) => ({
          source: path,
          found: `${name}: User=${user || 'root (absent)'}`,
          expected,
        })),
      ];
      if (roots.length > 0) return fail(text('root 권한으로 실행 중', 'it runs as root'), evidence);
      if (workers.length > 0)
        return pass(text(`uid ${workers[0]?.uid} 계정으로 실행 중`, `it runs as uid ${workers[0]?.uid}`), evidence);
      const starting = units.filter(({ state }) => state === 'active' || state === 'enabled');
      // A script that a unit starts as root may change to another account by itself (jsvc -user, su).
      if (starting.length > 0)
        return starting.some(({ user }) => user === '' || user === 'root' || user === '0')
          ? fail(text('유닛이 root로 시작함', 'its unit starts it as root'), evidence)
          : pass(
              text(`유닛이 ${starting[0]?.user} 계정으로 시작함`, `its unit starts it as ${starting[0]?.user}`),
              evidence,
            );
      return manual(
        text('실행 계정을 알 수 없음', 'as which account it runs is not known'),
        evidence.length > 0 ? evidence : [{ source: base, found: 'no process and no unit' }],
      );
    });
  },
});

/** jsvc stays root to bind low ports and serves through its child: only the child is judged. */
function withoutControllers(processes: readonly TomcatProcess[]): TomcatProcess[] {
  return processes.filter(
    ({ pid, program }) => !(program.startsWith('jsvc') && processes.some(({ parent }) => parent === pid)),
  );
}
