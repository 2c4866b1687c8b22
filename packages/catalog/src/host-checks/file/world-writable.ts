// No file may be written by everybody, or each one is known with its reason (KISA 2026 U-25, 2021 U-15).
// The guide lets an explained file pass, so a person decides about files in data places. In system places there is nothing to explain:
// whoever writes a program or a setting there acts as its user, so those fail. A folder without a sticky bit lets anybody swap files.
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { fileWalk } from '../../probes/file-walk.ts';
import { knownPaths, withoutKnown } from '../../criteria/walk-known.ts';
import { fileProofs, walkProof } from '../../criteria/walk-proofs.ts';

export const worldWritable = hostCheck({
  id: 'file.world-writable',
  title: text('world writable 파일 점검', 'World-writable files'),
  why: text(
    '누구나 쓸 수 있는 파일에 심은 내용은 그 파일을 읽거나 실행하는 사람의 권한으로 움직입니다.',
    'What anybody plants in such a file acts with the rights of whoever reads or runs it.',
  ),
  importance: 'high',
  expects: text(
    'world writable 파일이 없거나 이유가 확인됨; sticky bit 없는 world writable 디렉터리가 없음',
    'no world-writable file, or each known with its reason; no world-writable folder without a sticky bit',
  ),
  remedy: text(
    'chmod o-w 로 권한을 줄이거나 지우고, 필요한 디렉터리에는 sticky bit(chmod +t)를 줍니다. 남길 파일은 이유를 기록합니다.',
    'chmod o-w or remove it; give a folder that must stay open its sticky bit (chmod +t); record the reason of what stays.',
  ),
  fix: {
    any: ['chmod o-w FILE', 'chmod +t DIRECTORY'],
  },
  question: text('모두가 쓸 수 있어야 하는 이유가 있습니까?', 'Is there a reason for which everybody may write?'),
  parameters: { known: knownPaths },
  needs: { walk: fileWalk },
  judge({ walk }, _host, { known }) {
    const files = withoutKnown(walk.writableFiles, known);
    const folders = withoutKnown(walk.writableFolders, known);
    const looked = [
      walkProof(walk, walk.writableFiles),
      { source: 'folders without a sticky bit', found: String(walk.writableFolders.total) },
    ];
    if (files.total + folders.total === 0)
      return walk.writableFiles.total + walk.writableFolders.total === 0
        ? pass(text('world writable 파일이 없음', 'nothing may be written by everybody'), looked)
        : pass(
            text(
              'world writable 파일이 모두 이유가 확인된 것임',
              'all that may be written by everybody is known with its reason',
            ),
            [...looked, { source: 'known', found: known.join(', ') }],
          );
    const proofs = [
      ...fileProofs(files.listed, files.total, 'not writable by others'),
      ...fileProofs(folders.listed, folders.total, 'not writable by others, or with a sticky bit'),
      ...looked,
    ];
    const system = files.systemTotal + folders.systemTotal;
    if (system > 0)
      return fail(
        text(
          `시스템 경로에 world writable 파일·디렉터리가 ${system}개 있음`,
          `${system} files or folders in system places may be written by everybody`,
        ),
        proofs,
      );
    return manual(
      text(
        `world writable 파일 ${files.total}개, sticky bit 없는 디렉터리 ${folders.total}개: 이유 확인이 필요함`,
        `${files.total} files and ${folders.total} folders without a sticky bit may be written by everybody: a reason is needed for each`,
      ),
      proofs,
    );
  },
});
