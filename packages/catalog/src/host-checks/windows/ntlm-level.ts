// Only NTLMv2 answers are sent (KISA 2026 W-59, 2021 W-77).
import { hostCheck, numberParameter, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const ntlmLevel = hostCheck({
  id: 'windows.ntlm-level',
  title: text('LAN Manager 인증 수준', 'LAN Manager authentication level'),
  why: text(
    'LM과 NTLM 응답은 가로채면 빠르게 풀립니다.',
    'LM and NTLM answers are soon cracked where they are overheard.',
  ),
  importance: 'medium',
  expects: text('NTLMv2 응답만 보냄', 'only NTLMv2 answers are sent'),
  remedy: text(
    "'네트워크 보안: LAN Manager 인증 수준'을 'NTLMv2 응답만 보냄' 이상으로 설정합니다.",
    'Set "Network security: LAN Manager authentication level" to "Send NTLMv2 response only" or stricter.',
  ),
  fix: { any: [...registryFix('lmCompatibilityLevel', 3)] },
  parameters: {
    level: numberParameter(text('LAN Manager 인증 수준의 최솟값', 'least LAN Manager level'), 3, { min: 0, max: 5 }),
  },
  needs: { registry: registryOf('lmCompatibilityLevel') },
  judge({ registry }, _host, { level }) {
    return judgeReadings(text('LAN Manager 인증 수준', 'the LAN Manager level'), [
      registryReading(registry.lmCompatibilityLevel, {
        builtIn: 3,
        expected: `${level} to 5`,
        good: (value) => value >= level && value <= 5,
      }),
    ]);
  },
});
