// No NFS export lets an unknown client in (KISA 2026 U-35, the part on NFS): none to everybody without Kerberos, none whose writers are all made anonymous, none that makes the anonymous root.
import type { NfsExport } from '@bongsu/core';
import { fail, hostCheck, nfsClientIsEverybody, nfsNeedsKerberos, pass, text } from '@bongsu/core';
import { nfsServerNames, nfsServerPorts } from '../../criteria/nfs-server.ts';
import { judgeOff } from '../../criteria/service-off.ts';
import { nfsExportsProbe } from '../../probes/nfs-exports.ts';
import { services } from '../../probes/services.ts';

const shownMax = 20;

export const anonymous = hostCheck({
  id: 'nfs.anonymous',
  title: text('NFS 익명 접근 제한', 'No anonymous access over NFS'),
  why: text(
    '누구인지 모르는 클라이언트가 공유를 읽거나 쓰면 유출도 변조도 추적할 수 없습니다.',
    'What an unknown client reads or writes on a share can neither be stopped nor traced.',
  ),
  importance: 'high',
  expects: text(
    '모두에게 열린 공유, 쓰기 가능한 all_squash, anonuid=0이 없음',
    'no export to everybody without Kerberos, no writable all_squash, no anonuid=0',
  ),
  remedy: text(
    '/etc/exports에서 클라이언트를 호스트나 대역으로 제한하고 쓰기 공유의 all_squash와 anonuid/anongid를 지운 뒤 exportfs -ra.',
    'Limit the clients in /etc/exports to hosts or networks, take all_squash and anonuid/anongid off writable exports, then exportfs -ra.',
  ),
  fix: {
    any: ['exportfs -v', 'exportfs -ra'],
  },
  question: text('익명으로 접근되는 공유가 있습니까?', 'Is any export open to anonymous access?'),
  needs: { services, nfs: nfsExportsProbe },
  judge({ services: known, nfs }) {
    const server = judgeOff(known, text('NFS 서버 서비스', 'NFS server'), nfsServerNames, nfsServerPorts);
    if (server.status === 'manual') return server;
    if (server.status === 'pass')
      return pass(text('NFS 서버가 켜져 있지 않음', 'the NFS server is not on'), server.evidence);
    const proofs = nfs.exports.map((one) => ({
      open: isAnonymous(one),
      proof: { source: one.source, found: `${one.path} ${one.client}(${one.options.join(',')})` },
    }));
    const open = proofs.filter((one) => one.open);
    return open.length > 0
      ? fail(
          text('익명으로 접근할 수 있는 NFS 공유가 있음', 'an NFS export gives anonymous access'),
          open.slice(0, shownMax).map((one) => one.proof),
        )
      : pass(text('익명으로 접근할 수 있는 NFS 공유가 없음', 'no NFS export gives anonymous access'), [
          { source: 'exports', found: nfs.asked },
          ...proofs.slice(0, shownMax).map((one) => one.proof),
        ]);
  },
});

function isAnonymous(one: NfsExport): boolean {
  const last = (first: string, second: string): string | undefined =>
    one.options.findLast((option) => option === first || option === second);
  if (nfsClientIsEverybody(one.client) && !nfsNeedsKerberos(one)) return true;
  if (last('all_squash', 'no_all_squash') === 'all_squash' && last('rw', 'ro') === 'rw') return true;
  return one.options.some((option) => {
    const [key, value] = option.split('=');
    return (key === 'anonuid' || key === 'anongid') && Number(value) === 0;
  });
}
