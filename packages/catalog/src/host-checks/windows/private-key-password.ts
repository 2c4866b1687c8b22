// Users enter a password each time they use a private key (KISA 2026 W-15).
import { hostCheck, text } from '@bongsu/core';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const privateKeyPassword = hostCheck({
  id: 'windows.private-key-password',
  title: text('사용자 개인키 사용 시 암호 입력', 'A password is asked for whenever a private key is used'),
  why: text(
    '세션을 얻은 공격자가 저장된 개인키로 서명하거나 인증할 수 있습니다.',
    'Whoever gets a session could sign and log in with the stored keys.',
  ),
  importance: 'high',
  expects: text('개인키를 쓸 때마다 암호를 입력해야 함', 'users enter a password each time they use a private key'),
  remedy: text(
    "'시스템 암호화: 컴퓨터에 저장된 사용자 키에 대해 강력한 키 보호 강제 적용'을 '키를 사용할 때마다 암호를 매번 입력해야 함'으로 설정합니다.",
    'Set "System cryptography: Force strong key protection" to "User must enter a password each time they use a key".',
  ),
  fix: { any: [...registryFix('forceKeyProtection', 2)] },
  needs: { registry: registryOf('forceKeyProtection') },
  judge({ registry }) {
    return judgeReadings(text('강력한 키 보호', 'strong key protection'), [
      registryReading(registry.forceKeyProtection, { builtIn: 0, expected: '2', good: (value) => value === 2 }),
    ]);
  },
});
