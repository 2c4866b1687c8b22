// Secure channel data is encrypted and signed, always and where possible (KISA 2026 W-60, 2021 W-78).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const secureChannel = hostCheck({
  id: 'windows.secure-channel',
  title: text('보안 채널 데이터 디지털 암호화 또는 서명', 'Secure channel data is encrypted or signed'),
  why: text(
    '도메인 컨트롤러와 주고받는 인증 정보를 가로채거나 바꿀 수 있습니다.',
    'What goes to and from the domain controller could be read or changed on the way.',
  ),
  importance: 'medium',
  expects: text(
    '보안 채널 데이터를 항상, 그리고 가능하면 암호화하고 서명함',
    'secure channel data is encrypted and signed, always and where possible',
  ),
  remedy: text(
    "'도메인 구성원: 보안 채널 데이터를 디지털 암호화 또는 서명'의 세 정책을 사용으로 설정합니다.",
    'Enable the three policies "Domain member: Digitally encrypt or sign secure channel data".',
  ),
  fix: {
    any: [
      ...registryFix('requireSignOrSeal', 1),
      ...registryFix('sealSecureChannel', 1),
      ...registryFix('signSecureChannel', 1),
    ],
  },
  needs: { registry: registryOf('requireSignOrSeal', 'sealSecureChannel', 'signSecureChannel') },
  judge({ registry }) {
    return judgeReadings(text('보안 채널 보호', 'the protection of the secure channel'), [
      registryReading(registry.requireSignOrSeal, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
      registryReading(registry.sealSecureChannel, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
      registryReading(registry.signSecureChannel, { builtIn: 1, expected: '1', good: (value) => value === 1 }),
    ]);
  },
});
