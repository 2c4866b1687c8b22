// nginx has its security fixes (KISA 2026 WEB-25). A package is judged by what the package manager knows of it; a program that no package
// brought, by a person. An old program that still runs after an update has none of its fixes.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, text } from '@bongsu/core';
import { judgeNginx } from '../../criteria/nginx-in-use.ts';
import { judgePatched } from '../../criteria/patched-package.ts';
import { nginx } from '../../probes/nginx.ts';
import { packageUpdates } from '../../probes/package-updates.ts';

const packages = /^(?:libnginx-mod-|(?:nginx|openresty|angie)(?:-|$))/;

export const patches = hostCheck({
  id: 'nginx.patches',
  title: text('Nginx 주기적 보안 패치 및 벤더 권고사항 적용', 'nginx has its security fixes'),
  why: text(
    '알려진 취약점이 남은 웹 서버는 밖에서 바로 공격받습니다.',
    'A web server with published holes is attacked from outside at once.',
  ),
  importance: 'high',
  expects: text(
    '최신 보안 패치가 적용되고 그 프로그램이 동작함',
    'the latest security fixes are in, and the fixed program runs',
  ),
  remedy: text(
    'nginx 패키지를 업데이트하고 다시 시작합니다. 직접 빌드한 것은 최신 안정 버전으로 다시 빌드합니다.',
    'Update the package nginx and restart. Build what was built by hand again, from the latest stable version.',
  ),
  fix: {
    rhel: ['yum -y update nginx', 'systemctl restart nginx'],
    debian: ['apt-get update', 'apt-get -y --only-upgrade install nginx', 'systemctl restart nginx'],
  },
  question: text(
    '증거의 nginx 버전이 벤더의 최신 보안 권고(nginx.org/en/security_advisories.html)를 모두 반영합니까?',
    'Does the version in the evidence hold every fix of the vendor (nginx.org/en/security_advisories.html)?',
  ),
  needs: { nginx, updates: packageUpdates },
  judge({ nginx: seen, updates }, host) {
    return judgeNginx(
      seen,
      (instance): Judgement => {
        const version: Proof = { source: instance.program, found: instance.version || 'version not known' };
        if (instance.replaced)
          return fail(
            text(
              '업데이트 뒤 다시 시작하지 않아 옛 프로그램이 동작함',
              'the old program still runs: it was not restarted after an update',
            ),
            [
              version,
              { source: instance.program, found: 'the program on disk is not the one that runs', expected: 'the same' },
            ],
          );
        if (!/^\/usr\/s?bin\//.test(instance.program))
          return manual(
            text(
              `패키지가 아닌 프로그램(${instance.program}): 최신 보안 버전인지 확인 필요`,
              `no package brought ${instance.program}: is ${instance.version || 'its version'} the latest with all fixes?`,
            ),
            [version],
          );
        return judgePatched(updates, packages, [version], host);
      },
      'host',
    );
  },
});
