// The RPC programs that the guide lists are off (KISA 2026 U-42, 2021 U-27). rpcbind is not on the list: it is shown, not judged.
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, text } from '@bongsu/core';
import { registered } from '../../criteria/rpc-programs.ts';
import { judgeOff } from '../../criteria/service-off.ts';
import { rpc } from '../../probes/rpc.ts';
import { services } from '../../probes/services.ts';

/** Program numbers of /etc/rpc for the names of the guide; kcms_server and cachefsd are of Solaris. */
const listed = new Map([
  [100001, 'rstatd'],
  [100002, 'rusersd'],
  [100008, 'walld'],
  [100011, 'rquotad'],
  [100012, 'sprayd'],
  [100017, 'rexd'],
  [100028, 'ypupdated'],
  [100068, 'cmsd'],
  [100083, 'ttdbserverd'],
  [100221, 'kcms_server'],
  [100232, 'sadmind'],
  [100235, 'cachefsd'],
  [100300, 'nisd'],
  [150001, 'pcnfsd'],
]);
const names = [...listed.values()].flatMap((name) => [name, `rpc.${name}`]);
const packaged = ['rwalld', 'rpc.rwalld', 'rpc-rquotad', 'quotarpc', 'rpc-sprayd'];
const units = [...names, ...packaged].flatMap((name) => [`${name}.socket`, `${name}.service`]);

export const rpcPrograms = hostCheck({
  id: 'service.rpc-programs',
  title: text('불필요한 RPC 서비스 비활성화', 'Needless RPC services are off'),
  why: text(
    '목록의 RPC 서비스는 인증이 약하고 원격 명령 실행 취약점이 이어져 왔습니다.',
    'The listed RPC programs authenticate weakly and have a record of remote execution faults.',
  ),
  importance: 'high',
  expects: text(
    'rstatd, rusersd, walld, sprayd, rquotad, statd 등 가이드 목록의 RPC 서비스가 실행되지 않음',
    'none of the listed programs (rstatd, rusersd, walld, sprayd, rquotad, statd and others) runs or would be started',
  ),
  remedy: text(
    '쓰지 않는 것을 systemctl disable --now로 끄고(rpc-statd는 NFSv3을 쓰지 않을 때), rpcbind도 필요 없으면 rpcbind.socket까지 끕니다.',
    'systemctl disable --now what is not used (rpc-statd where no NFSv3 is), and rpcbind.socket too where nothing needs rpcbind.',
  ),
  fix: {
    any: ['systemctl disable --now rpc-statd rpcbind.socket rpcbind'],
  },
  question: text('등록된 RPC 프로그램이 업무에 필요합니까?', 'Are the registered RPC programs needed?'),
  needs: { services, rpc },
  judge({ services: known, rpc: mapped }) {
    const what = text('불필요한 RPC 서비스', 'listed RPC programs');
    const judged = judgeOff(
      known,
      what,
      { units, inetd: [...names, 'rwalld', 'rpc.rwalld'] },
      undefined,
      registered(mapped, listed),
    );
    if (judged.status === 'fail') return judged;
    const statd = judgeOff(
      known,
      text('rpc.statd 서비스', 'rpc.statd'),
      { units: ['rpc-statd.service', 'nfs-lock.service'] },
      undefined,
      registered(mapped, new Map([[100024, 'statd']])),
    );
    if (statd.status === 'fail' && mapped.mountsV3.length === 0) return statd;
    const evidence = [...judged.evidence, ...mapperProofs(known.use({ units: ['rpcbind.socket', 'rpcbind.service'] }))];
    if (statd.status !== 'fail') return { ...judged, evidence };
    const mounts = mapped.mountsV3.slice(0, 20).join(', ');
    return manual(
      text(
        'rpc.statd가 켜져 있으나 NFSv3 마운트가 씀: 그 마운트가 필요한지 확인 필요',
        'rpc.statd is on for mounts of NFSv3: are those mounts needed?',
      ),
      [...statd.evidence, { source: '/proc/1/mounts', found: `NFSv3: ${mounts}` }],
    );
  },
});

function mapperProofs({ state, proofs }: { readonly state: string; readonly proofs: readonly Proof[] }): Proof[] {
  return state === 'on'
    ? proofs.map((proof) => ({ ...proof, found: `rpcbind ${proof.found}; not on the list of the guide` }))
    : [];
}
