// /etc/hosts belongs to root and is at most 0644 (KISA 2026 U-19).
import { hostCheck, modeParameter, text } from '@bongsu/core';
import { judgeHostsFile } from '../../criteria/hosts-file.ts';
import { fileModesOn } from '../../probes/file-modes.ts';

export const hostsPermissions = hostCheck({
  id: 'file.hosts-permissions',
  title: text('/etc/hosts 파일 소유자 및 권한 설정', 'Owner and mode of /etc/hosts'),
  why: text(
    'hosts를 고칠 수 있으면 이름을 가짜 주소로 돌려 접속을 가로챌 수 있습니다.',
    'Whoever can write hosts leads a name to a false address and takes over the connections to it.',
  ),
  importance: 'high',
  expects: text('소유자 root, 권한 644 이하', 'owned by root, no bit outside 0644'),
  remedy: text(
    'chown root:root /etc/hosts; chmod 644 /etc/hosts. cloud-init이 다시 쓰면 manage_etc_hosts와 템플릿을 확인합니다.',
    'chown root:root /etc/hosts; chmod 644 /etc/hosts. Where cloud-init writes it again, look at manage_etc_hosts and its template.',
  ),
  fix: {
    any: ['chown root:root /etc/hosts', 'chmod 644 /etc/hosts'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o644) },
  needs: { modes: fileModesOn('/etc/hosts') },
  judge: ({ modes }, _host, { limit }) => judgeHostsFile(modes, limit),
});
