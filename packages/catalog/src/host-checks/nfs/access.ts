// Every NFS export is limited to named hosts, and the export files belong to root within 644 (KISA 2026 U-40, 2021 U-25). Either fault fails.
import type { NfsExport, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, nfsClientIsEverybody, notApplicable, pass, text } from '@bongsu/core';
import { judgeExportFiles } from '../../criteria/export-files.ts';
import { nfsServerNames, nfsServerPorts } from '../../criteria/nfs-server.ts';
import { judgeOff } from '../../criteria/service-off.ts';
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
  needs: { services, nfs: nfsExportsProbe },
  judge({ services: known, nfs }) {
    const server = judgeOff(known, text('NFS 서버 서비스', 'NFS server'), nfsServerNames, nfsServerPorts);
    if (server.status !== 'fail')
      return notApplicable(text('NFS 서버가 켜져 있지 않음', 'the NFS server is not on'), server.evidence);
    const open = nfs.exports.filter((one) => nfsClientIsEverybody(one.client));
    const files = judgeExportFiles(nfs.modes);
    if (open.length > 0)
      return fail(text(`모두에게 열린 공유가 있음(${open[0]?.path})`, `${open[0]?.path} is exported to everybody`), [
        ...open.slice(0, 20).map(exportProof),
        ...(files?.evidence ?? []),
      ]);
    if (files && files.status !== 'pass') return files;
    const evidence = [
      { source: 'exports', found: nfs.asked },
      ...nfs.exports.slice(0, 20).map(exportProof),
      ...(files?.evidence ?? []),
    ];
    const group = nfs.exports.find((one) => one.client.startsWith('@'));
    if (group)
      return manual(
        text(`넷그룹 ${group.client}의 구성원 확인 필요`, `who is in the netgroup ${group.client}?`),
        evidence,
      );
    if (nfs.exports.length === 0)
      return pass(text('NFS 서버가 켜져 있으나 공유가 없음', 'the NFS server is on and exports nothing'), evidence);
    return pass(text('공유마다 접근할 호스트가 정해져 있음', 'each export names its hosts'), evidence);
  },
});

function exportProof(one: NfsExport): Proof {
  return {
    source: one.source,
    found: `${one.path} ${one.client}(${one.options.join(',')})`,
    expected: 'named hosts or networks',
  };
}
