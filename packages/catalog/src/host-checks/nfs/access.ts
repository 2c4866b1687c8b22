// Every NFS export is limited to named hosts, and the export files belong to root within 644 (KISA 2026 U-40). Either fault fails.
import { fail, hostCheck, manual, modeParameter, text } from '@bongsu/core';
import { judgeExportFiles } from '../../criteria/export-files.ts';
import { judgeClients, judgeNfs } from '../../criteria/nfs-clients.ts';
import { nfsExportsProbe } from '../../probes/nfs-exports.ts';
import { services } from '../../probes/services.ts';

export const access = hostCheck({
  id: 'nfs.access',
  title: text('NFS 접근 통제', 'NFS access control'),
  why: text(
    '모두에게 열린 공유는 네트워크에 닿는 누구나 마운트하여 읽고 쓸 수 있습니다.',
    'An export to everybody can be mounted, read and written by whoever reaches the network.',
  ),
  importance: 'high',
  expects: text(
    '공유마다 접근할 호스트나 네트워크가 정해져 있고 설정 파일이 root 소유, 644 이하',
    'each export names its hosts or networks, and the export files belong to root within 0644',
  ),
  remedy: text(
    '/etc/exports의 *와 빈 클라이언트를 호스트나 대역으로 바꾸고("host(rw)"처럼 붙여 씀) exportfs -ra. 파일은 chown root, chmod 644.',
    'Put hosts or networks in place of * and of missing clients in /etc/exports ("host(rw)", no blank), then exportfs -ra. chown root and chmod 644 the files.',
  ),
  fix: {
    any: [
      "sed -i 's/\\*(/CLIENT(/' /etc/exports",
      'exportfs -ra',
      'chown root:root /etc/exports && chmod 644 /etc/exports',
    ],
  },
  question: text('공유를 허용받은 호스트가 모두 필요합니까?', 'Are all hosts that may mount the exports needed?'),
  parameters: { limit: modeParameter(text('export 파일의 권한 상한', 'the widest mode of the export files'), 0o644) },
  needs: { services, nfs: nfsExportsProbe },
  judge({ services: known, nfs }, _host, { limit }) {
    return judgeNfs(known, () => {
      const who = judgeClients(nfs);
      const files = judgeExportFiles(nfs.modes, limit);
      const evidence = [...who.evidence, ...(files?.evidence ?? [])];
      if (who.status === 'fail') return fail(who.reason, evidence);
      if (files?.status === 'fail') return fail(files.reason, evidence);
      if (files?.status === 'manual') return manual(files.reason, evidence);
      return { ...who, evidence };
    });
  },
});
