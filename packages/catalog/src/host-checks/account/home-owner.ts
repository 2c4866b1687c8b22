// The home of every account that can log in is its own, and others cannot write there (KISA 2026 U-31, 2021 U-57).
import type { FileRecord, LocalAccount, Proof } from '@bongsu/core';
import {
  fail,
  hasLoginShell,
  hostCheck,
  listParameter,
  modeAndOwner,
  modeParameter,
  octal,
  pass,
  text,
} from '@bongsu/core';
import { nameList } from '../../criteria/name-list.ts';
import { accounts } from '../../probes/accounts.ts';
import type { Homes } from '../../probes/homes.ts';
import { homes } from '../../probes/homes.ts';

const shownMax = 50;
const writeGroup = 0o020;

interface Asked {
  readonly forbidden: number;
  readonly rootOwned: readonly string[];
}

interface Judged {
  readonly user: LocalAccount;
  readonly fine: boolean;
  readonly proof: Proof;
}

export const homeOwner = hostCheck({
  id: 'account.home-owner',
  title: text('홈디렉토리 소유자 및 권한 설정', 'Owner and mode of home directories'),
  why: text(
    '남이 쓸 수 있는 홈에는 셸 설정이나 SSH 키를 심어 그 계정으로 들어갈 수 있습니다.',
    'Whoever writes in a home plants start-up files or SSH keys there and becomes that account.',
  ),
  importance: 'medium',
  expects: text(
    '홈의 소유자가 해당 계정이고 타 사용자에게 쓰기 권한이 없음',
    'each home belongs to its account, and others cannot write there',
  ),
  remedy: text(
    'chown 계정 홈; chmod o-w 홈. SFTP chroot처럼 일부러 root 소유로 둔 홈은 예외로 등록합니다.',
    'chown ACCOUNT HOME; chmod o-w HOME. For a home that belongs to root on purpose (SFTP chroot), record an exception.',
  ),
  fix: {
    any: ['chown ACCOUNT HOME', 'chmod o-w HOME'],
  },
  parameters: {
    forbidden: modeParameter(text('홈에 없어야 하는 권한 비트', 'bits that no home may have'), 0o002),
    rootOwned: listParameter(
      text('홈을 root가 소유해도 되는 계정(SFTP chroot)', 'accounts whose home may belong to root (SFTP chroot)'),
      [],
    ),
  },
  needs: { accounts, homes },
  judge({ accounts: { users }, homes: known }, _host, asked) {
    const able = users.filter(hasLoginShell);
    const judged = able.flatMap((user) => judgeHome(user, known, asked) ?? []);
    const wrong = judged.filter((one) => !one.fine);
    if (wrong.length > 0) {
      const names = nameList(wrong.map(({ user }) => user));
      return fail(
        text(`홈의 소유자나 권한이 기준과 다른 계정: ${names}`, `homes of another owner or open to others: ${names}`),
        wrong.slice(0, shownMax).map(({ proof }) => proof),
      );
    }
    return pass(
      text(
        '홈이 모두 본인 소유이고 타인이 쓸 수 없음',
        'every home is its account’s own and closed to others’ writing',
      ),
      [
        ...judged.slice(0, shownMax).map(({ proof }) => proof),
        { source: '/etc/passwd', found: `${judged.length} homes of ${able.length} accounts that can log in` },
      ],
    );
  },
});

/** null where there is no directory to judge: that is the matter of account.home-exists. */
function judgeHome(user: LocalAccount, known: Homes, asked: Asked): Judged | null {
  const expected = `owner ${user.uid ?? '?'}, no bit of ${octal(asked.forbidden)}`;
  if (!user.home.startsWith('/')) return null;
  if (/^\/+$/.test(user.home))
    return {
      user,
      fine: user.uid === 0,
      proof: { source: `/etc/passwd:${user.line}`, found: `${user.name}: home is /`, expected },
    };
  const home = known.home(user.home);
  if (home.type !== 'dir') return null;
  const owned = home.uid === user.uid || (home.uid === 0 && asked.rootOwned.includes(user.name));
  const fine = owned && (home.mode & asked.forbidden) === 0;
  return {
    user,
    fine,
    proof: { source: user.home, found: `${user.name}: ${modeAndOwner(home)}${remark(home, user, asked)}`, expected },
  };
}

function remark(home: FileRecord, user: LocalAccount, { forbidden }: Asked): string {
  if (home.uid === 0 && user.uid !== 0) return ' (belongs to root: an SFTP chroot needs an exception)';
  if ((home.mode & forbidden & 0o002) !== 0) return ' (others may write)';
  if ((home.mode & forbidden) !== 0) return ` (beyond the limit: ${octal(home.mode & forbidden)})`;
  return (home.mode & writeGroup) === 0 ? '' : ' (the group may write, which the criterion allows)';
}
