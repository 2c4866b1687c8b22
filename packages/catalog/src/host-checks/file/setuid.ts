// No SUID or SGID without a reason (KISA 2026 U-23): what the distribution installs stands, the rest goes to a person.
// The 2026 edition names no programs; those that the 2021 edition names are faults here only where the distribution does not install them so.
import type { Family, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import type { FileWalk, WalkedFile } from '../../probes/file-walk.ts';
import { fileWalk } from '../../probes/file-walk.ts';
import { isStock, namedByGuide, programOf, runsAnything } from '../../criteria/setuid-stock.ts';
import { isKnown, knownPaths, withoutKnown } from '../../criteria/walk-known.ts';
import { fileProofs, modeOf, nameOf, walkProof } from '../../criteria/walk-proofs.ts';

const byOthers = 0o002;
const shownMax = 50;

export const setuid = hostCheck({
  id: 'file.setuid',
  title: text('SUID, SGID, Sticky bit 설정 파일 점검', 'SUID and SGID files'),
  why: text(
    'SUID 파일의 결함이나 바꿔치기는 곧바로 그 소유자, 대개 root의 권한이 됩니다.',
    'A flaw in a SUID file, or its replacement, gives the rights of its owner, mostly root.',
  ),
  importance: 'high',
  expects: text(
    '배포판이 설치한 것 외에 SUID·SGID 파일이 없거나 이유가 확인됨',
    'no SUID or SGID file beyond what the distribution installs, or each known with its reason',
  ),
  remedy: text(
    '필요 없으면 chmod -s, 필요하면 그룹을 정해 4750으로 줄이고 이유를 기록합니다.',
    'chmod -s where it is not needed; else restrict it to a group (4750) and record the reason.',
  ),
  fix: {
    any: ['chmod -s FILE', 'chgrp GROUP FILE && chmod 4750 FILE'],
  },
  question: text(
    '배포판 목록에 없는 SUID·SGID 파일이 필요합니까?',
    'Are the SUID and SGID files beyond the distribution’s own needed?',
  ),
  parameters: { known: knownPaths },
  needs: { walk: fileWalk },
  judge({ walk }, host, { known }) {
    const { total, listed } = walk.setuid;
    const looked = walkProof(walk, walk.setuid);
    const faults = listed.flatMap((file) => {
      const why = faultOf(file, walk, host.family, isKnown(file, known));
      return why === null ? [] : [proofOf(file, why)];
    });
    const rest = faults.length - shownMax;
    const more: Proof[] = rest > 0 ? [{ source: 'find', found: `${rest} more of this kind` }] : [];
    if (faults.length > 0)
      return fail(
        text(
          `위험하거나 필요 없는 SUID·SGID 파일 ${faults.length}개`,
          `${faults.length} dangerous or needless SUID or SGID files`,
        ),
        [...faults.slice(0, shownMax), ...more, looked],
      );
    const strange = withoutKnown(walk.setuid, known).listed.filter((file) => !isStock(file, host.family));
    const unlisted = total - listed.length;
    if (strange.length + unlisted > 0)
      return manual(
        text(
          `배포판이 설치하지 않은 SUID·SGID 파일 ${strange.length + unlisted}개: 이유 확인이 필요함`,
          `${strange.length + unlisted} SUID or SGID files that the distribution does not install: a reason is needed for each`,
        ),
        [...fileProofs(strange, strange.length + unlisted, 'stock of the distribution, or a reason'), looked],
      );
    const stock = listed.filter((file) => isStock(file, host.family));
    const guide = stock.filter((file) => namedByGuide(programOf(file)));
    const proofs = [
      looked,
      ...guide.map((file) => proofOf(file, 'named by the 2021 guide, installed so by the distribution')),
      ...listed
        .filter((file) => !stock.includes(file))
        .slice(0, shownMax)
        .map((file) => proofOf(file, 'known with its reason')),
    ];
    return stock.length < listed.length
      ? pass(
          text(
            'SUID·SGID 파일이 배포판 기본값이거나 이유가 확인된 것임',
            'every SUID or SGID file is stock of the distribution or known with its reason',
          ),
          proofs,
        )
      : pass(
          text('SUID·SGID 파일이 모두 배포판 기본값임', 'every SUID or SGID file is stock of the distribution'),
          proofs,
        );
  },
});

/** No reason makes a file sound that others may change or replace. */
function faultOf(file: WalkedFile, walk: FileWalk, family: Family, known: boolean): string | null {
  if ((file.mode & byOthers) !== 0) return 'anybody may write it';
  if (inOpenPlace(file.path, walk)) return 'stands where ordinary users put files';
  if (known) return null;
  if (runsAnything(programOf(file))) return 'runs or overwrites whatever its user asks';
  if (namedByGuide(programOf(file)) && !isStock(file, family)) return 'needless by the 2021 guide';
  return null;
}

function inOpenPlace(path: string, walk: FileWalk): boolean {
  if (/^\/(?:home|tmp|var\/tmp|dev\/shm|run\/user|var\/www|srv\/(?:www|http|ftp))\//.test(path)) return true;
  return walk.writableFolders.listed.some((folder) => path.startsWith(`${folder.path}/`));
}

function proofOf(file: WalkedFile, why: string): Proof {
  return { source: nameOf(file), found: `${modeOf(file)}: ${why}` };
}
