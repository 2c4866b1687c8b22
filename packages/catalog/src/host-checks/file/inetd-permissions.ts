// The files of inetd and xinetd belong to root and are at most 0600 (KISA 2026 U-20, 2021 U-10).
// The 2026 guide also shows a recursive chmod 600 of /etc/systemd, only as a sample command: it would take x from the folders. So systemd's
// own files of that folder are judged only where somebody asks for it.
import { hostCheck, modeParameter, notApplicable, switchParameter, text } from '@bongsu/core';
import { judgeLimits, regular } from '../../criteria/file-limits.ts';
import { fileModes } from '../../probes/file-modes.ts';

const main = ['/etc/inetd.conf', '/etc/xinetd.conf'];

export const inetdPermissions = hostCheck({
  id: 'file.inetd-permissions',
  title: text('/etc/(x)inetd.conf 파일 소유자 및 권한 설정', 'Owner and mode of (x)inetd configuration'),
  why: text(
    '슈퍼 데몬 설정을 고칠 수 있으면 root로 뜨는 서비스를 더할 수 있습니다.',
    'Whoever can write the super-server’s configuration adds a service that starts as root.',
  ),
  importance: 'high',
  expects: text('소유자 root, 권한 600 이하', 'owned by root, no bit outside 0600'),
  remedy: text(
    'chown root, chmod 600 을 /etc/inetd.conf, /etc/xinetd.conf, /etc/xinetd.d/* 파일에 적용합니다(디렉터리 제외).',
    'chown root and chmod 600 the files /etc/inetd.conf, /etc/xinetd.conf and /etc/xinetd.d/* (not the folder).',
  ),
  fix: {
    any: [
      'chown root:root /etc/inetd.conf /etc/xinetd.conf /etc/xinetd.d/*',
      'chmod 600 /etc/inetd.conf /etc/xinetd.conf /etc/xinetd.d/*',
    ],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: {
    limit: modeParameter(text('권한 상한', 'the widest mode'), 0o600),
    systemd: switchParameter(
      text(
        '/etc/systemd/*.conf도 판정(2026년 가이드의 예시 명령)',
        'judge /etc/systemd/*.conf too (sample commands of 2026)',
      ),
      false,
    ),
  },
  needs: { modes: fileModes },
  judge({ modes }, _host, { limit, systemd }) {
    const folders = systemd ? ['/etc/xinetd.d/', '/etc/systemd/'] : ['/etc/xinetd.d/'];
    const files = regular(
      modes.files.filter(({ path }) => main.includes(path) || folders.some((folder) => path.startsWith(folder))),
    );
    if (files.length === 0)
      return notApplicable(text('inetd와 xinetd 설정 파일이 없음', 'neither inetd nor xinetd is configured'), [
        { source: '/etc/inetd.conf, /etc/xinetd.conf, /etc/xinetd.d/*', found: 'absent' },
      ]);
    return judgeLimits(modes, files, () => ({ owners: [0], limit }));
  },
});
