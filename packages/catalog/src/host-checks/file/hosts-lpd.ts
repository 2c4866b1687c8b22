// /etc/hosts.lpd is not there, or belongs to root and is at most 0600 (KISA 2026 U-29, 2021 U-55).
import { hostCheck, modeParameter, pass, text } from '@bongsu/core';
import { judgeOwnerAndMode } from '../../criteria/owner-and-mode.ts';
import { fileModesOn } from '../../probes/file-modes.ts';

const path = '/etc/hosts.lpd';

export const hostsLpd = hostCheck({
  id: 'file.hosts-lpd',
  title: text('hosts.lpd 파일 소유자 및 권한 설정', 'Owner and mode of hosts.lpd'),
  why: text(
    'hosts.lpd를 고칠 수 있으면 인쇄를 맡길 호스트를 마음대로 더할 수 있습니다.',
    'Whoever can write hosts.lpd adds hosts that may print here.',
  ),
  importance: 'low',
  expects: text('파일이 없거나 소유자 root, 권한 600 이하', 'absent, or owned by root with no bit outside 0600'),
  remedy: text(
    '쓰지 않으면 rm /etc/hosts.lpd, 쓰면 chown root /etc/hosts.lpd; chmod 600 /etc/hosts.lpd',
    'rm /etc/hosts.lpd where it is not used; else chown root /etc/hosts.lpd; chmod 600 /etc/hosts.lpd',
  ),
  fix: {
    any: ['chown root:root /etc/hosts.lpd', 'chmod 600 /etc/hosts.lpd'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o600) },
  needs: { modes: fileModesOn('/etc/hosts.lpd') },
  judge: ({ modes }, _host, { limit }) =>
    modes.file(path)?.state === 'absent'
      ? pass(text(`${path} 파일이 없음`, `there is no ${path}`), [{ source: path, found: 'absent' }])
      : judgeOwnerAndMode(modes, path, limit),
});
