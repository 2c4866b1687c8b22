// Every file and folder belongs to an account and a group that exist (KISA 2026 U-15, 2021 U-06).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { fileWalk } from '../../probes/file-walk.ts';
import { knownPaths, withoutKnown } from '../../criteria/walk-known.ts';
import { fileProofs, walkProof } from '../../criteria/walk-proofs.ts';

export const unowned = hostCheck({
  id: 'file.unowned',
  title: text('파일 및 디렉터리 소유자 설정', 'Files and directories without an owner'),
  why: text(
    '지워진 계정의 파일은 같은 UID를 받은 새 계정의 것이 됩니다.',
    'The next account that gets the free UID owns the files of the deleted one.',
  ),
  importance: 'high',
  expects: text(
    '소유자나 그룹이 없는 파일과 디렉터리가 없음',
    'no file or directory belongs to an unknown user or group',
  ),
  remedy: text(
    '파일마다 확인한 뒤 chown으로 소유자를 주거나 지웁니다.',
    'After a look at each, give it an owner (chown) or remove it.',
  ),
  fix: {
    any: ['ls -ld FILE', 'chown ACCOUNT:GROUP FILE'],
  },
  question: text(
    '소유자 없는 파일은 어떤 계정의 것이었습니까(컨테이너, NFS, 퇴사자)?',
    'Whose were the files without an owner (a container’s, NFS, somebody who left)?',
  ),
  parameters: { known: knownPaths },
  needs: { walk: fileWalk },
  judge({ walk }, _host, { known }) {
    const { total, listed } = withoutKnown(walk.unowned, known);
    const looked = walkProof(walk, walk.unowned);
    if (total === 0)
      return walk.unowned.total === 0
        ? pass(text('소유자 없는 파일이 없음', 'every file belongs to a known user and group'), [looked])
        : pass(
            text('소유자 없는 파일이 모두 이유가 확인된 것임', 'each file without an owner is known with its reason'),
            [looked, { source: 'known', found: known.join(', ') }],
          );
    const proofs = [...fileProofs(listed, total, 'a user and a group that exist'), looked];
    // While a directory cannot be reached, its users look like nobody.
    if (walk.directory !== null)
      return manual(
        text(
          `소유자를 알 수 없는 파일 ${total}개; 계정을 ${walk.directory}에서도 받으므로 연결 상태를 확인해야 함`,
          `${total} files belong to unknown ids, but accounts also come from ${walk.directory}: check that it can be reached`,
        ),
        proofs,
      );
    return fail(
      text(`소유자나 그룹이 없는 파일이 ${total}개 있음`, `${total} files belong to an unknown user or group`),
      proofs,
    );
  },
});
