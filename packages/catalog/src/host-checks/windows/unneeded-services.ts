// The services that are commonly unneeded are off (KISA 2026 W-18, 2021 W-09).
import { hostCheck, listParameter, manual, pass, text } from '@bongsu/core';
import { inUse } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

/** Of the list that the 2021 guide gives, those that a server can do without; what Windows itself needs (DHCP, DNS, updates) is left out. Our reading. */
const commonly = [
  'Alerter',
  'Browser',
  'ClipSrv',
  'hidserv',
  'ImapiService',
  'Messenger',
  'mnmsrvc',
  'RemoteRegistry',
  'SCardSvr',
  'simptcp',
  'Spooler',
  'SSDPSRV',
  'TrkWks',
  'upnphost',
  'WerSvc',
  'WZCSVC',
] as const;

export const unneededServices = hostCheck({
  id: 'windows.unneeded-services',
  title: text('불필요한 서비스 제거', 'Unneeded services are off'),
  why: text('쓰지 않는 서비스는 공격할 곳만 늘립니다.', 'A service that nobody uses is only one more thing to attack.'),
  importance: 'high',
  expects: text('일반적으로 불필요한 서비스가 꺼져 있음', 'the services that are commonly unneeded are off'),
  remedy: text(
    '쓰지 않는 서비스를 중지하고 시작 유형을 사용 안 함으로 둡니다.',
    'Stop the services that are not needed and disable their start.',
  ),
  fix: { any: [...serviceFix('NAME')] },
  question: text('켜져 있는 이 서비스들을 쓰는 업무가 있습니까?', 'Does anything here need these services?'),
  parameters: {
    needless: listParameter(text('불필요한 것으로 꼽히는 서비스', 'services counted as unneeded'), commonly),
  },
  needs: { services: windowsServices },
  judge({ services }, _host, { needless }) {
    const on = needless.filter((name) => inUse(services, name));
    if (on.length === 0)
      return pass(text('불필요한 서비스로 꼽히는 서비스가 꺼져 있음', 'none of the commonly unneeded services is on'), [
        { source: 'Get-Service', found: `${services.all.length} services; on of the list: none`, expected: 'none on' },
      ]);
    return manual(
      text(`켜진 서비스가 필요한지 확인 필요: ${on.join(', ')}`, `are these services needed? ${on.join(', ')}`),
      services.proofs(...on),
    );
  },
});
