// PostgreSQL has its security fixes (KISA 2026 D-25).
import { hostCheck, text } from '@bongsu/core';
import { judgePatchedServer } from '../../criteria/patched-server.ts';
import { judgePg } from '../../criteria/pg-servers.ts';
import { packageUpdates } from '../../probes/package-updates.ts';
import { postgresql } from '../../probes/postgresql.ts';
import { services } from '../../probes/services.ts';

/** Series that the project had given up by the end of 2025 (postgresql.org/support/versioning): below 14. */
const ended = /^(?:[1-9]\.|1[0-3]\.)/;

export const pgPatches = hostCheck({
  id: 'postgresql.patches',
  title: text('PostgreSQL 보안 패치 적용', 'PostgreSQL: security fixes'),
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
    rhel: ["dnf upgrade 'postgresql*'"],
    debian: ['apt-get update', "apt-get install --only-upgrade 'postgresql-*'"],
  },
  question: text(
    '제조사의 최신 보안 패치가 적용되었습니까? (SELECT version())',
    'Are the latest fixes in? (SELECT version())',
  ),
  needs: { services, postgresql, updates: packageUpdates },
  judge({ services: seen, postgresql: facts, updates }, host) {
    return judgePg(facts, seen, host, (server) =>
      judgePatchedServer(updates, /^postgresql(?:-\d[\d.]*|\d*-server)$/, server, ended, host),
    );
  },
});
