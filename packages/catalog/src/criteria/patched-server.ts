// The rule of the patch items of databases: a version that its maker or distribution supports, with its fixes, and running.
import type { Host, Judgement, Proof } from '@bongsu/core';
import { fail, manual, text } from '@bongsu/core';
import type { PackageUpdates } from '../probes/package-updates.ts';
import type { DatabaseServer } from './database-servers.ts';
import { judgePatched } from './patched-package.ts';

/** Packages of the makers' own repositories: their updates carry no mark of security, and their end of support is the maker's. */
const makers = /pgdg|PGDG|\+maria~|^mysql-community|^MariaDB-|[Pp]ercona/;

/** What a server says of itself may be of any length. */
const saidMax = 60;

/** `packages` matches the server's packages, `ended` the versions that their maker no longer supports. */
export function judgePatchedServer(
  updates: PackageUpdates,
  packages: RegExp,
  server: DatabaseServer,
  ended: RegExp,
  host: Host,
): Judgement {
  const installed = [...updates.installed].filter(([name]) => packages.test(name));
  const own = installed.filter(([name, version]) => makers.test(`${name} ${version}`));
  const proofs: Proof[] = installed.map(([name, version]) => ({
    source: 'package database',
    found: `${name} ${version}`,
  }));
  const unpackaged = updates.manager !== null && installed.length === 0;
  const versions = [server.version, ...own.map(([, version]) => version.replace(/\d+:/, ''))];
  const old = versions.find((version) => ended.test(version));
  // A distribution goes on mending what its maker gave up; a program from elsewhere has nobody who does.
  if (old !== undefined && (own.length > 0 || unpackaged))
    return fail(
      text(
        `제조사의 지원이 끝난 버전: ${old.slice(0, saidMax)}`,
        `a version that its maker no longer supports: ${old.slice(0, saidMax)}`,
      ),
      [...proofs, { source: 'SELECT VERSION()', found: old.slice(0, saidMax), expected: 'a supported series' }],
    );
  if (server.process?.replaced)
    return manual(
      text(
        '업데이트된 뒤 다시 시작하지 않음: 이전 버전이 실행 중임',
        'was updated and not restarted: the older version still runs',
      ),
      [
        ...proofs,
        {
          source: `/proc/${server.process.pid}/exe`,
          found: `${server.process.program} (deleted)`,
          expected: 'the installed program',
        },
      ],
    );
  if (unpackaged)
    return manual(
      text(
        '패키지로 설치되지 않음: 제조사의 최신 패치와 비교 필요',
        'installed by no package: to be compared with the latest of its maker',
      ),
      [{ source: 'package database', found: 'no package of the server' }],
    );
  const judged = judgePatched(updates, packages, [], host);
  if (judged.status !== 'pass' || own.length === 0) return judged;
  return manual(
    text(
      '제조사 저장소의 패키지: 업데이트가 보안 패치로 표시되지 않으므로 확인 필요',
      "packages of the maker's own repository carry no mark of security: to be compared with its latest",
    ),
    judged.evidence,
  );
}
