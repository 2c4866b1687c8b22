// /etc/services belongs to root, bin or sys and is at most 0644 (KISA 2026 U-22, 2021 U-12).
import { hostCheck, modeParameter, notApplicable, text } from '@bongsu/core';
import { judgeLimits, regular, systemOwners } from '../../criteria/file-limits.ts';
import { accounts } from '../../probes/accounts.ts';
import { fileModesOn } from '../../probes/file-modes.ts';

const path = '/etc/services';

export const servicesPermissions = hostCheck({
  id: 'file.services-permissions',
  title: text('/etc/services 파일 소유자 및 권한 설정', 'Owner and mode of /etc/services'),
  why: text(
    'services를 고칠 수 있으면 포트 이름을 바꿔 서비스를 다른 포트로 열거나 막을 수 있습니다.',
    'Whoever can write services moves a service to another port by its name, or shuts it out.',
  ),
  importance: 'high',
  expects: text('소유자 root(bin·sys 허용), 권한 644 이하', 'owned by root, bin or sys, no bit outside 0644'),
  remedy: text(
    'chown root /etc/services; chmod 644 /etc/services',
    'chown root /etc/services; chmod 644 /etc/services',
  ),
  fix: {
    any: ['chown root:root /etc/services', 'chmod 644 /etc/services'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o644) },
  needs: { modes: fileModesOn('/etc/services'), accounts },
  judge({ modes, accounts: { users } }, _host, { limit }) {
    const files = regular(modes.files.filter((file) => file.path === path));
    if (files.length === 0)
      return notApplicable(text(`${path} 파일이 없음`, `there is no ${path}`), [{ source: path, found: 'absent' }]);
    return judgeLimits(modes, files, () => ({ owners: systemOwners(users), limit }));
  },
});
