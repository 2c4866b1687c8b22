// Hidden files that somebody should look at (KISA 2026 U-33, 2021 U-59): odd names, programs, and dot names in open places.
// A list of all dot names would be thousands of settings; only a person can say whether one of the rest is needed.
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { isKnown, knownPaths } from '../../criteria/walk-known.ts';
import { modeOf, nameOf, walkProof } from '../../criteria/walk-proofs.ts';
import type { WalkedFile } from '../../probes/file-walk.ts';
import { hiddenWalk } from '../../probes/file-walk.ts';
import { memoryPlaces } from '../../probes/memory-places.ts';

const shownMax = 50;

export const hidden = hostCheck({
  id: 'file.hidden',
  title: text('숨겨진 파일 및 디렉토리 검색 및 제거', 'Hidden files and directories'),
  why: text(
    '점으로 시작하는 이름은 목록에 보이지 않아 침입자가 도구와 훔친 자료를 숨기는 데 씁니다.',
    'A name that begins with a dot stays out of listings: intruders keep tools and loot there.',
  ),
  importance: 'low',
  expects: text(
    '이상한 이름, 실행 파일, 임시·웹 디렉터리의 숨김 파일이 없거나 필요한 것으로 확인됨',
    'no hidden file with an odd name, to be run, or in temporary and web folders; or each known to be needed',
  ),
  remedy: text(
    'ls -la와 file로 내용을 확인하고, 필요 없거나 의심되는 것은 지웁니다. 남길 것은 이유를 기록합니다.',
    'Look at each with ls -la and file; delete what is needless or suspicious, and record the reason of what stays.',
  ),
  fix: {
    any: ['ls -la FILE', 'file FILE', 'rm FILE'],
  },
  question: text('숨겨진 파일은 누가 왜 두었습니까?', 'Who put the hidden files there, and why?'),
  parameters: { known: knownPaths },
  needs: { walk: hiddenWalk, memory: memoryPlaces },
  judge({ walk, memory }, _host, { known }) {
    const kinds = [walk.hidden, memory.hidden];
    const listed = kinds.flatMap((kind) => kind.listed);
    const unlisted = kinds.reduce((sum, kind) => sum + kind.total - kind.listed.length, 0);
    const suspects = listed.filter((file) => !isOrdinary(file) && !isKnown(file, known));
    const looked: Proof[] = [
      walkProof(walk, walk.hidden),
      { source: `find ${memory.places.join(', ') || '/dev'}`, found: `${memory.hidden.total} found` },
    ];
    const total = suspects.length + unlisted;
    if (total === 0)
      return pass(
        text('의심할 만한 숨김 파일이 없음', 'no hidden file with an odd name, to be run, or in an open place'),
        looked,
      );
    const odd = suspects.filter((file) => isOdd(file.path));
    const shown = [...odd, ...suspects.filter((file) => !odd.includes(file))].slice(0, shownMax);
    const proofs: Proof[] = shown.map((file) => ({ source: nameOf(file), found: `${modeOf(file)}: ${whyOf(file)}` }));
    if (total > shown.length) proofs.push({ source: 'find', found: `${total - shown.length} more, ${total} in all` });
    return manual(
      text(
        `살펴볼 숨김 파일 ${total}개(이상한 이름 ${odd.length}개): 필요한 파일인지 확인이 필요함`,
        `${total} hidden files to look at (${odd.length} with an odd name): is each of them needed, and whose is it?`,
      ),
      [...proofs, ...looked],
    );
  },
});

/** Folders for sockets that systemd makes at every boot (tmpfiles.d x11.conf), and the empty file by which Docker marks a container. */
function isOrdinary({ path, type, uid }: WalkedFile): boolean {
  if (path === '/.dockerenv') return uid === 0 && type === 'regular empty file';
  return type === 'directory' && uid === 0 && /^\/tmp\/\.(?:X11|ICE|XIM|font|Test)-unix$/.test(path);
}

/** `...`, a blank at an end, a control character: names made to be overlooked. */
function isOdd(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^\.[.\s]|\s$|\p{Cc}/u.test(name);
}

function whyOf(file: WalkedFile): string {
  if (isOdd(file.path)) return 'an odd name';
  if (/^\/(?:tmp|var\/tmp|dev)\//.test(file.path)) return 'where anybody writes';
  return file.type.startsWith('regular') && (file.mode & 0o111) !== 0 ? 'a hidden program' : 'in a web folder';
}
