// Environment files belong to root or to the account whose home they lie in, and nobody else may write them (KISA 2026 U-24, 2021 U-14).
// The guide's sample command takes the right to write from others only; its criterion leaves it to root and the owner, so a group counts.
import type { FileRecord, LocalAccount } from '@bongsu/core';
import { hostCheck, pass, text } from '@bongsu/core';
import type { FileLimit } from '../../criteria/file-limits.ts';
import { judgeLimits } from '../../criteria/file-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { environmentFiles as probed } from '../../probes/environment-files.ts';

const limit = 0o7755;

export const environmentFiles = hostCheck({
  id: 'file.environment-files',
  title: text('사용자, 시스템 환경변수 파일 소유자 및 권한 설정', 'Owner and mode of environment files'),
  why: text(
    '남의 환경 파일에 쓴 명령은 그 사람이 로그인할 때 그 권한으로 실행됩니다.',
    'A command written into someone’s environment file runs with their rights when they log in.',
  ),
  importance: 'high',
  expects: text(
    '환경 파일이 root나 해당 계정 소유이고 소유자와 root만 쓸 수 있음',
    'owned by root or the account, and writable by those alone',
  ),
  remedy: text('chown 계정 파일; chmod go-w 파일', 'chown USER FILE; chmod go-w FILE'),
  fix: {
    any: ['chown USER FILE', 'chmod go-w FILE'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  needs: { environment: probed, accounts },
  judge({ environment: { modes, personal, system }, accounts: { users } }) {
    const files = [...system, ...personal];
    if (files.length === 0)
      return pass(text('환경 파일이 없음', 'there are no environment files'), [
        { source: '/etc/passwd', found: `${new Set(users.map((user) => user.home)).size} homes, none has one` },
      ]);
    const uids = uidsByHome(users);
    const inHomes = new Set(personal);
    return judgeLimits(modes, files, (file) => (inHomes.has(file) ? limitIn(file, uids) : { ...own, owners: [0] }));
  },
});

const own = { limit, wanted: 'uid 0, not writable by group and others' };

/** Several accounts may share a home; each of them may own what lies in it. */
function uidsByHome(users: readonly LocalAccount[]): ReadonlyMap<string, readonly number[]> {
  const homes = Map.groupBy(users, (user) => user.home.replace(/\/+$/, ''));
  return new Map([...homes].map(([home, theirs]) => [home, theirs.flatMap(({ uid }) => uid ?? [])]));
}

function limitIn(file: FileRecord, uids: ReadonlyMap<string, readonly number[]>): FileLimit {
  const owners = [...new Set([0, ...(uids.get(file.path.slice(0, file.path.lastIndexOf('/'))) ?? [])])];
  return { owners, limit, wanted: `uid ${owners.join(' or ')}, not writable by group and others` };
}
