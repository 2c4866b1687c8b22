// Start-up scripts and units belong to root and no ordinary user may write them (KISA 2026 U-17).
// A group may write only where it is root's. Folders count as well: whoever writes one puts another file in its place.
import type { FileRecord } from '@bongsu/core';
import { hostCheck, notApplicable, text } from '@bongsu/core';
import type { FileLimit } from '../../criteria/file-limits.ts';
import { judgeLimits } from '../../criteria/file-limits.ts';
import { startupFiles } from '../../probes/startup-files.ts';

const shownMax = 20;

export const startupScripts = hostCheck({
  id: 'file.startup-scripts',
  title: text('시스템 시작 스크립트 권한 설정', 'Permissions of system start-up scripts'),
  why: text(
    '시작 스크립트나 유닛에 심은 명령은 다음 부팅 때 root로 실행됩니다.',
    'A command planted in a start-up script or unit runs as root at the next boot.',
  ),
  importance: 'high',
  expects: text(
    '시작 스크립트와 유닛 파일이 root 소유이고 일반 사용자가 쓸 수 없음',
    'scripts and units owned by root and not writable by ordinary users',
  ),
  remedy: text(
    'chown root 파일; chmod o-w(그룹이 root가 아니면 go-w) 파일',
    'chown root FILE; chmod o-w FILE (go-w where its group is not root)',
  ),
  fix: {
    any: ['chown root FILE', 'chmod o-w FILE'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  needs: { startup: startupFiles },
  judge({ startup: { modes, files, broken } }) {
    if (files.every((file) => file.type === 'dir'))
      return notApplicable(text('시작 스크립트와 유닛이 없음', 'there are no start-up scripts and no units'), [
        { source: '/etc/init.d, /etc/rc.d, /etc/systemd/system', found: 'no file' },
      ]);
    const judged = judgeLimits(modes, files, limitOf);
    const links = broken
      .slice(0, shownMax)
      .map((file) => ({ source: file.path, found: `link to nothing (${file.linkTarget})` }));
    return { ...judged, evidence: [...judged.evidence, ...links] };
  },
});

function limitOf(file: FileRecord): FileLimit {
  return file.gid === 0
    ? { owners: [0], limit: 0o7775, wanted: 'uid 0, not writable by others' }
    : { owners: [0], limit: 0o7755, wanted: 'uid 0, not writable by group and others' };
}
