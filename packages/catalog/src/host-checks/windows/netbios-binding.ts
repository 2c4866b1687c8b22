// NetBIOS over TCP/IP is off on every adapter (KISA 2026 W-20, 2021 W-24).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { networkBindings } from '../../probes/windows/network-bindings.ts';

export const netbiosBinding = hostCheck({
  id: 'windows.netbios-binding',
  title: text('NetBIOS 바인딩 서비스 구동 점검', 'NetBIOS is not bound to TCP/IP'),
  why: text(
    '인터넷에서 NetBIOS로 이름과 공유를 캐낼 수 있습니다.',
    'From outside NetBIOS gives away names and shares.',
  ),
  importance: 'high',
  expects: text('TCP/IP와 NetBIOS의 바인딩이 제거됨', 'NetBIOS over TCP/IP is off on every adapter'),
  remedy: text(
    '어댑터의 고급 TCP/IP 설정에서 NetBIOS over TCP/IP를 사용 안 함으로 둡니다.',
    'Disable NetBIOS over TCP/IP in the advanced TCP/IP settings of each adapter.',
  ),
  fix: {
    any: [
      'Get-CimInstance Win32_NetworkAdapterConfiguration -Filter IPEnabled=True | Invoke-CimMethod -MethodName SetTcpipNetbios -Arguments @{ TcpipNetbiosOptions = 2 }',
    ],
  },
  needs: { bindings: networkBindings },
  judge({ bindings }) {
    const bound = bindings.filter(({ netbios, byDhcp }) => !(netbios === 2 || (netbios === 0 && byDhcp === 2)));
    const evidence: Proof[] = bindings.map(({ adapter, netbios, byDhcp }) => ({
      source: `TcpipNetbiosOptions of ${adapter}`,
      found: `${netbios ?? 'not told'}${netbios === 0 ? `, DHCP says ${byDhcp ?? 'nothing'}` : ''}`,
      expected: '2 (disabled)',
    }));
    if (bindings.length === 0)
      return pass(text('IP 주소를 가진 어댑터가 없음', 'no adapter has an address'), [
        { source: 'Win32_NetworkAdapterConfiguration', found: 'no adapter with IPEnabled' },
      ]);
    return bound.length > 0
      ? fail(text('NetBIOS가 바인딩된 어댑터가 있음', 'NetBIOS is bound to an adapter'), evidence)
      : pass(text('NetBIOS 바인딩이 제거됨', 'NetBIOS is bound to no adapter'), evidence);
  },
});
