// /etc/shadow belongs to root and has no bit beyond 0400, to the letter (KISA 2026 U-18, 2021 U-08).
import { fail, hostCheck, pass, switchParameter, text } from '@bongsu/core';
import { accounts } from '../../probes/accounts.ts';
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
  fix: { any: ['chown root:root /etc/shadow', 'chmod 400 /etc/shadow'] },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: {
    shadowGroup: switchParameter(text('0640에 그룹 shadow를 허용', 'accept mode 0640 for the group shadow'), false),
  },
  accepted: [
    {
      families: ['debian', 'ubuntu'],
      values: { shadowGroup: true },
      why: text(
        'Debian 계열은 passwd 패키지가 0640 root:shadow로 설치하며, 그룹 shadow에는 사람이 없고 setgid 프로그램(unix_chkpwd, chage, expiry)만 읽습니다(Debian shadow-utils, shadowconfig).',
        'Debian installs it as 0640 root:shadow (shadowconfig of its passwd package): nobody is in that group, only its setgid programs (unix_chkpwd, chage, expiry) read through it',
      ),
    },
  ],
  needs: { modes: fileModesOn('/etc/shadow'), accounts },
  judge({ modes, accounts: { groups } }, host, { shadowGroup }) {
    const strict = judgeOwnerAndMode(modes, '/etc/shadow', 0o400);
    const file = modes.file('/etc/shadow');
    const debian = host.family === 'debian' || host.family === 'ubuntu';
    // GID 42 is shadow on every Debian and Ubuntu (base-passwd).
    if (!debian || file?.uid !== 0 || file.gid !== 42 || file.mode !== 0o640) return strict;
    const members = groups.filter((group) => group.gid === 42).flatMap((group) => group.members);
    if (!shadowGroup || members.length > 0)
      return fail(
        text(
          `/etc/shadow의 권한 0640(그룹 shadow)은 배포판 기본값이나 기준 400을 넘음${members.length > 0 ? `, 그룹에 ${members.join(', ')}가 있음` : ''}`,
          `the mode 0640 (group shadow) of /etc/shadow is the stock mode of the distribution, and goes beyond 0400${members.length > 0 ? `; in the group: ${members.join(', ')}` : ''}`,
        ),
        strict.evidence,
      );
    const listed = judgeOwnerAndMode(modes, '/etc/shadow', 0o640);
    return listed.status === 'pass'
      ? pass(
          text(
            '/etc/shadow: 권한 0640 root:shadow, 배포판 기본값으로 허용함',
            '/etc/shadow is 0640 root:shadow, accepted as the default of the distribution',
          ),
          listed.evidence,
        )
      : listed;
  },
});
