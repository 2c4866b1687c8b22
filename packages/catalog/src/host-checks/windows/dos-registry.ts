// The four registry settings against denial of service are set (KISA 2026 W-54, 2021 W-72).
import { hostCheck, switchParameter, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const dosRegistry = hostCheck({
  id: 'windows.dos-registry',
  title: text('Dos 공격 방어 레지스트리 설정', 'The registry settings against denial of service are set'),
  why: text(
    'SYN 폭주 같은 공격으로 서비스가 멈출 수 있습니다.',
    'A flood of SYN packets and the like could stop the service.',
  ),
  importance: 'medium',
  expects: text(
    'DoS 방어 레지스트리 값 네 가지가 설정됨',
    'the four registry settings against denial of service are set',
  ),
  remedy: text(
    'SynAttackProtect 1 이상, EnableDeadGWDetect 0, KeepAliveTime 300000, NoNameReleaseOnDemand 1을 설정합니다.',
    'Set SynAttackProtect to 1 or more, EnableDeadGWDetect to 0, KeepAliveTime to 300000 and NoNameReleaseOnDemand to 1.',
  ),
  fix: {
    any: [
      ...registryFix('synAttackProtect', 1),
      ...registryFix('enableDeadGwDetect', 0),
      ...registryFix('keepAliveTime', 300000),
      ...registryFix('noNameReleaseOnDemand', 1),
    ],
  },
  parameters: {
    builtIn: switchParameter(
      text('없는 값은 Windows 기본 동작으로 봄', 'take absent values for the built-in behaviour'),
      false,
    ),
  },
  accepted: [
    {
      families: ['windows'],
      values: { builtIn: true },
      why: text(
        'Windows Server 2008부터 TCP/IP 스택이 SYN 공격을 항상 막으며 SynAttackProtect 등의 값은 쓰이지 않습니다(Microsoft, Windows Vista 이후 TCP/IP 스택).',
        'since Windows Server 2008 the TCP/IP stack always protects against SYN floods and no longer reads SynAttackProtect and its kin (Microsoft, the next generation TCP/IP stack)',
      ),
    },
  ],
  needs: { registry: registryOf('synAttackProtect', 'enableDeadGwDetect', 'keepAliveTime', 'noNameReleaseOnDemand') },
  judge({ registry }, _host, { builtIn }) {
    const fallback = (value: number) => (builtIn ? { builtIn: value } : {});
    return judgeReadings(text('DoS 방어 레지스트리', 'the settings against denial of service'), [
      registryReading(registry.synAttackProtect, {
        ...fallback(1),
        expected: '1 or more',
        good: (value) => value >= 1,
      }),
      registryReading(registry.enableDeadGwDetect, { ...fallback(0), expected: '0', good: (value) => value === 0 }),
      registryReading(registry.keepAliveTime, {
        ...fallback(300_000),
        expected: '1 to 300000 (milliseconds)',
        good: (value) => value >= 1 && value <= 300_000,
      }),
      registryReading(registry.noNameReleaseOnDemand, { ...fallback(1), expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
