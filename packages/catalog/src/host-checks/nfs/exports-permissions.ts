// The export files belong to root and are at most 0644, whether the server runs or not (KISA 2021 U-69; the 2026 edition asks it within U-40).
import { hostCheck, modeParameter, notApplicable, text } from '@bongsu/core';
import { judgeExportFiles } from '../../criteria/export-files.ts';
import { nfsExportsProbe } from '../../probes/nfs-exports.ts';

export const exportsPermissions = hostCheck({
  id: 'nfs.exports-permissions',
  title: text('NFS 설정 파일 소유자 및 권한 설정', 'Owner and mode of the NFS export files'),
  why: text(
    'exports를 고칠 수 있으면 아무 디렉터리나 아무에게나 공유할 수 있습니다.',
    'Whoever can write exports shares any folder with anybody.',
  ),
  importance: 'medium',
  expects: text('소유자 root, 권한 644 이하', 'owned by root, no bit outside 0644'),
  remedy: text(
    'chown root:root /etc/exports; chmod 644 /etc/exports (/etc/exports.d/*.exports도)',
    'chown root:root /etc/exports; chmod 644 /etc/exports (and /etc/exports.d/*.exports)',
  ),
  fix: {
    any: ['chown root:root /etc/exports', 'chmod 644 /etc/exports'],
  },
  question: text(
    '접근 제어 목록(ACL)이 권한을 기준보다 넓힙니까?',
    'Does the access-control list widen the mode beyond the limit?',
  ),
  parameters: { limit: modeParameter(text('권한 상한', 'the widest mode'), 0o644) },
  needs: { nfs: nfsExportsProbe },
  judge({ nfs }, _host, { limit }) {
    return (
      judgeExportFiles(nfs.modes, limit) ??
      notApplicable(text('NFS 설정 파일이 없음', 'there is no export file'), [
        { source: '/etc/exports', found: 'absent' },
      ])
    );
  },
});
