// None of the programs that the 2021 guide names has SUID or SGID, to the letter (KISA 2021 U-13); the 2026 edition names none (U-23).
// newgrp and unix_chkpwd are on the list, and every distribution installs them so: PAM asks unix_chkpwd for passwords where a program is not root.
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, switchParameter, text } from '@bongsu/core';
import { isStock, namedByGuide, programOf } from '../../criteria/setuid-stock.ts';
import { isKnown, knownPaths } from '../../criteria/walk-known.ts';
import { modeOf, nameOf, walkProof } from '../../criteria/walk-proofs.ts';
import { fileWalk } from '../../probes/file-walk.ts';

const shownMax = 50;

export const setuid2021 = hostCheck({
  id: 'file.setuid-2021',
  title: text('SUID, SGID 설정 파일점검(2021: 목록)', 'SUID and SGID of the programs that the 2021 guide lists'),
  why: text(
    '목록의 프로그램은 결함이 많았고, SUID면 그 결함이 곧바로 root 권한이 됩니다.',
    'The listed programs have a record of faults, and as SUID each fault gives the rights of root.',
  ),
  importance: 'high',
  expects: text(
    'dump, restore, unix_chkpwd, at, lpq, lpr, lprm, lpc, newgrp, traceroute에 SUID·SGID가 없음',
    'no SUID or SGID on dump, restore, unix_chkpwd, at, lpq, lpr, lprm, lpc, newgrp and traceroute',
  ),
  remedy: text(
    'chmod -s 파일. unix_chkpwd에서 빼면 root가 아닌 프로그램의 PAM 인증(화면 잠금 등)이 깨지므로 먼저 확인하고, 남길 것은 이유를 기록합니다.',
    'chmod -s FILE. Without it unix_chkpwd no longer checks passwords for programs that are not root (screen locks): look first, and record the reason of what stays.',
  ),
  fix: { any: ['chmod -s FILE'] },
  question: text(
    '세지 못한 파일 가운데 목록의 프로그램이 있습니까?',
    'Is any of the listed programs among the files beyond the list?',
  ),
  parameters: {
    stock: switchParameter(
      text('배포판이 설치한 그대로의 것을 인정', 'accept what the distribution installs so'),
      false,
    ),
    known: knownPaths,
  },
  accepted: [
    {
      families: ['amazon-linux', 'rhel', 'ubuntu', 'debian'],
      values: { stock: true },
      why: text(
        'newgrp와 unix_chkpwd는 모든 배포판이 SUID·SGID로 설치하며(shadow-utils, Linux-PAM unix_chkpwd(8)), 빼면 일반 사용자의 그룹 변경과 비밀번호 확인이 되지 않습니다.',
        'every distribution installs newgrp and unix_chkpwd so (shadow-utils; unix_chkpwd(8) of Linux-PAM): without it users change no group, and PAM checks no password for programs that are not root',
      ),
    },
  ],
  needs: { walk: fileWalk },
  judge({ walk }, host, { stock, known }) {
    const { total, listed } = walk.setuid;
    const looked = walkProof(walk, walk.setuid);
    const named = listed.filter((file) => namedByGuide(programOf(file)));
    const left = named.filter((file) => !(stock && isStock(file, host.family)) && !isKnown(file, known));
    const proofs = named.slice(0, shownMax).map((file): Proof => {
      const said = left.includes(file) ? 'named by the 2021 guide' : 'named by the 2021 guide, and accepted';
      return { source: nameOf(file), found: `${modeOf(file)}: ${said}`, expected: 'no SUID, no SGID' };
    });
    if (left.length > 0) {
      const installed = left.every((file) => isStock(file, host.family));
      const names = left.slice(0, 5).map(programOf).join(', ');
      return fail(
        text(
          `목록의 프로그램 ${left.length}개에 SUID·SGID가 있음(${names})${installed ? ': 모두 배포판 기본값임' : ''}`,
          `${left.length} of the listed programs have SUID or SGID (${names})${installed ? '; each of them is stock of the distribution' : ''}`,
        ),
        [...proofs, looked],
      );
    }
    const unlisted = total - listed.length;
    if (unlisted > 0)
      return manual(
        text(
          `SUID·SGID 파일이 많아 ${unlisted}개는 이름을 확인하지 못함`,
          `${unlisted} SUID or SGID files were counted without their names`,
        ),
        [...proofs, looked],
      );
    return pass(
      named.length > 0
        ? text(
            '목록의 프로그램 가운데 SUID·SGID는 인정한 것뿐임',
            'of the listed programs only accepted ones have SUID or SGID',
          )
        : text('목록의 프로그램에 SUID·SGID가 없음', 'none of the listed programs has SUID or SGID'),
      [...proofs, looked],
    );
  },
});
