// The NFS server is off (KISA 2026 U-39, 2021 U-24). Whether it is needed is for a person to say by a waiver; running is a fault.
import { hostCheck, text } from '@bongsu/core';
import { nfsServerNames, nfsServerPorts } from '../../criteria/nfs-server.ts';
import { judgeOff } from '../../criteria/service-off.ts';
import { services } from '../../probes/services.ts';

export const server = hostCheck({
  id: 'nfs.server',
  title: text('불필요한 NFS 서비스 비활성화', 'The NFS server is off'),
  why: text(
    'NFS 서버는 주소만 믿고 파일을 내주므로 필요 없이 켜 두면 자료가 새어 나갑니다.',
    'An NFS server trusts addresses: left on without need, it gives files away.',
  ),
  importance: 'high',
  expects: text(
    'NFS 서버(nfsd, mountd)가 실행되지 않고 시작되지도 않음',
    'the NFS server (nfsd, mountd) neither runs nor would be started',
  ),
  remedy: text(
    '쓰지 않으면 systemctl disable --now nfs-server. 업무에 필요하면 예외로 승인받고 접근을 제한합니다(U-40).',
    'Where nobody uses it, systemctl disable --now nfs-server. Where business needs it, have the exception approved and restrict access (U-40).',
  ),
  fix: {
    any: ['systemctl disable --now nfs-server'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: known }) {
    return judgeOff(known, text('NFS 서버 서비스', 'NFS server'), nfsServerNames, nfsServerPorts);
  },
});
