// /etc/passwd belongs to root and is at most 0644 (KISA 2026 U-16, 2021 U-07).
import { hostCheck, modeParameter, text } from '@bongsu/core';
import { fileModesOn } from '../../probes/file-modes.ts';
import { judgeOwnerAndMode } from '../../criteria/owner-and-mode.ts';

export const passwdPermissions = hostCheck({
  id: 'file.passwd-permissions',
  title: text('/etc/passwd 파일 소유자 및 권한 설정', 'Owner and mode of /etc/passwd'),
  why: text(
    '누구나 쓸 수 있는 passwd에는 UID 0 계정을 한 줄로 더할 수 있습니다.',
    'Whoever can write passwd can add an account with UID 0.',
  ),
  importance: 'high',
  expects: text('소유자 root, 권한 644 이하', 'owned by root, no bit outside 0644'),
  remedy: text(
    'chown root:root /etc/passwd; chmod 644 /etc/passwd',
    'chown root:root /etc/passwd; chmod 644 /etc/passwd',
  ),
  fix: {
    any: ['chown root:root /etc/passwd', 'chmod 644 /etc/passwd'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o644) },
  needs: { modes: fileModesOn('/etc/passwd') },
  judge: ({ modes }, _host, { limit }) => judgeOwnerAndMode(modes, '/etc/passwd', limit),
});
