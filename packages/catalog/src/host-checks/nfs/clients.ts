// Every NFS export is limited to named hosts (KISA 2021 U-25; the 2026 edition asks for the mode of the export files with it).
import { hostCheck, text } from '@bongsu/core';
import { judgeClients, judgeNfs } from '../../criteria/nfs-clients.ts';
import { nfsExportsProbe } from '../../probes/nfs-exports.ts';
import { services } from '../../probes/services.ts';

export const clients = hostCheck({
  id: 'nfs.clients',
  title: text('NFS 접근 통제', 'NFS access control'),
  why: text(
    '모두에게 열린 공유는 네트워크에 닿는 누구나 마운트하여 읽고 쓸 수 있습니다.',
    'An export to everybody can be mounted, read and written by whoever reaches the network.',
  ),
  importance: 'high',
  expects: text('공유마다 접근할 호스트나 네트워크가 정해져 있음', 'each export names its hosts or networks'),
  remedy: text(
    '/etc/exports의 *와 빈 클라이언트를 호스트나 대역으로 바꾸고("host(rw)"처럼 붙여 씀) exportfs -ra.',
    'Put hosts or networks in place of * and of missing clients in /etc/exports ("host(rw)", no blank), then exportfs -ra.',
  ),
  fix: { any: ["sed -i 's/\\*(/CLIENT(/' /etc/exports", 'exportfs -ra'] },
  question: text('공유를 허용받은 호스트가 모두 필요합니까?', 'Are all hosts that may mount the exports needed?'),
  needs: { services, nfs: nfsExportsProbe },
  judge: ({ services: known, nfs }) => judgeNfs(known, () => judgeClients(nfs)),
});
