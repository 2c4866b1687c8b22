// MySQL and MariaDB have their security fixes (KISA 2026 D-25).
import { hostCheck, text } from '@bongsu/core';
import { judgePatchedServer } from '../../criteria/patched-server.ts';
import { judgeMysql } from '../../criteria/mysql-servers.ts';
import { mysql } from '../../probes/mysql.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { services } from '../../probes/services.ts';

/** Series whose makers had ended their support by the end of 2025: MySQL below 8.0, MariaDB below 10.6 and short-lived ones below 11.4. */
const ended = {
  MySQL: /^(?:[1-5]\.|8\.[1-3]\.|9\.[0-4]\.)/,
  MariaDB: /^(?:5\.|10\.[0-5]\.|10\.[789]\.|10\.10\.|11\.[0-35-7]\.|12\.0\.)/,
} as const;

export const mysqlPatches = hostCheck({
  id: 'mysql.patches',
  title: text('MySQL 보안 패치 적용', 'MySQL: security fixes'),
  why: text(
    '알려진 취약점이 남은 서버는 공개된 공격 코드로 뚫립니다.',
    'A server with known holes falls to published code.',
  ),
  importance: 'high',
  expects: text(
    '지원되는 버전에 최신 보안 패치가 적용되고, 그 버전이 실행 중임',
    'a supported version with the latest fixes, and that version runs',
  ),
  remedy: text('패키지를 업데이트하고 서버를 다시 시작합니다.', 'Update the packages and restart the server.'),
  fix: {
    rhel: ["dnf upgrade 'mysql*' 'mariadb*'"],
    debian: ['apt-get update', "apt-get install --only-upgrade 'mysql-server*' 'mariadb-server*'"],
  },
  question: text(
    '제조사의 최신 보안 패치가 적용되었습니까? (SELECT VERSION())',
    'Are the latest fixes of the maker in? (SELECT VERSION())',
  ),
  needs: { services, mysql, updates: packageUpdates },
  judge({ services: seen, mysql: facts, updates }, host) {
    return judgeMysql(facts, seen, host, (server) =>
      judgePatchedServer(
        updates,
        /^(?:mysql|mariadb|percona-server)[a-z0-9.]*(?:-community)?-server(?:-|$)/i,
        server,
        ended[server.product],
        host,
      ),
    );
  },
});
