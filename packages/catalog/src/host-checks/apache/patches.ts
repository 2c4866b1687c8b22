// Apache httpd has its security fixes (KISA 2026 WEB-25).
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, text } from '@bongsu/core';
import { judgeApache } from '../../criteria/apache-in-use.ts';
import { judgePatched } from '../../criteria/patched-package.ts';
import { apache } from '../../probes/apache.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { services } from '../../probes/services.ts';

/** The server and the modules that packages bring with it. */
const packages = /^(?:apache2(?:-|$)|libapache2-mod-|httpd(?:24)?(?:-|$)|mod(?:24)?_[a-z0-9_]+$|mod_http2)/;
/** Where packages put the program: of the distributions and of software collections. */
const packaged = /^\/(?:usr\/sbin\/|opt\/rh\/)/;

export const patches = hostCheck({
  id: 'apache.patches',
  title: text('Apache 보안 패치 적용', 'Apache: its security fixes are in'),
  why: text(
    '알려진 취약점이 남은 웹 서버는 원격에서 장악될 수 있습니다.',
    'A web server with known holes can be taken over from outside.',
  ),
  importance: 'high',
  expects: text('httpd에 적용하지 않은 보안 업데이트가 없음', 'no security update of httpd waits'),
  remedy: text(
    '패키지를 업데이트하고 다시 시작합니다. 직접 빌드했다면 httpd.apache.org의 최신 버전으로 바꿉니다.',
    'Update the packages and restart. A build from source is replaced by the latest release of httpd.apache.org.',
  ),
  fix: {
    debian: ['apt-get update && apt-get install --only-upgrade apache2', 'systemctl restart apache2'],
    rhel: ['dnf upgrade --security httpd', 'systemctl restart httpd'],
  },
  question: text(
    'httpd의 최신 보안 패치와 벤더 권고사항을 주기적으로 검토하고 적용합니까?',
    "Are httpd's security fixes and advisories reviewed and applied regularly?",
  ),
  needs: { services, apache, updates: packageUpdates },
  judge({ services: seen, apache: found, updates }, host) {
    return judgeApache(seen, found, (instance) => {
      const version: Proof = {
        source: instance.name,
        found: `${instance.program} ${instance.version || 'of an unknown version'}`,
      };
      if (packaged.test(instance.program)) return judgePatched(updates, packages, [version], host);
      return manual(
        text(
          '패키지가 아닌 httpd: 버전을 httpd.apache.org의 보안 공지와 비교해야 함',
          'this httpd is no package: compare its version with the advisories of httpd.apache.org',
        ),
        [version],
      );
    });
  },
});
