// /etc/shadow belongs to root and has no bit beyond 0400, to the letter (KISA 2026 U-18, 2021 U-08).
import { fail, hostCheck, text } from '@bongsu/core';
import { fileModesOn } from '../../probes/file-modes.ts';
import { judgeOwnerAndMode } from '../../criteria/owner-and-mode.ts';

export const shadowPermissions = hostCheck({
  id: 'file.shadow-permissions',
  title: text('/etc/shadow 파일 소유자 및 권한 설정', 'Owner and mode of /etc/shadow'),
  why: text(
    'shadow를 읽으면 비밀번호 해시를 밖으로 가져가 풀 수 있습니다.',
    'Whoever reads shadow can take the password hashes away and crack them.',
  ),
  importance: 'high',
  expects: text('소유자 root, 권한 400 이하', 'owned by root, no bit outside 0400'),
  remedy: text(
    'chown root:root /etc/shadow; chmod 400 /etc/shadow. Debian·Ubuntu에서는 setgid shadow 프로그램(chage, expiry, unix_chkpwd)이 일반 사용자에게 동작하지 않게 되므로 먼저 확인합니다.',
    'chown root:root /etc/shadow; chmod 400 /etc/shadow. On Debian and Ubuntu this takes chage, expiry and unix_chkpwd (setgid shadow) from ordinary users: check first.',
  ),
  needs: { modes: fileModesOn('/etc/shadow') },
  judge({ modes }, host) {
    const strict = judgeOwnerAndMode(modes, '/etc/shadow', 0o400);
    const file = modes.file('/etc/shadow');
    const debian = host.family === 'debian' || host.family === 'ubuntu';
    // GID 42 is shadow on every Debian and Ubuntu (base-passwd).
    if (strict.status !== 'fail' || !debian || file?.uid !== 0 || file.gid !== 42 || file.mode !== 0o640) return strict;
    return fail(
      text(
        '/etc/shadow의 권한 0640(그룹 shadow)은 배포판 기본값이나 기준 400을 넘음',
        'the mode 0640 (group shadow) of /etc/shadow is the stock mode of the distribution, and goes beyond 0400',
      ),
      strict.evidence,
    );
  },
});
