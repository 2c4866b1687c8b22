// The encryption level of remote desktop is "client compatible" or higher (KISA 2026 W-28, 2021 W-58).
import { hostCheck, notApplicable, numberParameter, text } from '@bongsu/core';
import { inForce, remoteDesktop } from '../../criteria/remote-desktop.ts';
import { registryFix } from '../../criteria/windows-fix.ts';
import { judgeReadings, registryReading } from '../../criteria/windows-values.ts';
import { registryOf } from '../../probes/windows/registry.ts';

export const rdpEncryption = hostCheck({
  id: 'windows.rdp-encryption',
  title: text('터미널 서비스 암호화 수준 설정', 'Remote desktop sessions are encrypted'),
  why: text(
    '약한 암호화로 화면과 입력이 도청될 수 있습니다.',
    'With weak encryption screens and keys could be overheard.',
  ),
  importance: 'medium',
  expects: text(
    "원격 데스크톱의 암호화 수준이 '클라이언트 호환 가능' 이상",
    'the encryption level of remote desktop is "client compatible" or higher',
  ),
  remedy: text(
    "'클라이언트 연결 암호화 수준 설정'을 높은 수준으로 설정합니다.",
    'Set "Set client connection encryption level" to High.',
  ),
  fix: { any: [...registryFix('remoteEncryptionPolicy', 3)] },
  parameters: {
    level: numberParameter(
      text(
        '암호화 수준의 최솟값(2 클라이언트 호환, 3 높음, 4 FIPS)',
        'least encryption level (2 client compatible, 3 high, 4 FIPS)',
      ),
      2,
      { min: 1, max: 4 },
    ),
  },
  needs: {
    registry: registryOf('denyRemoteDesktop', 'denyRemoteDesktopPolicy', 'remoteEncryption', 'remoteEncryptionPolicy'),
  },
  judge({ registry }, _host, { level }) {
    const { on, proof } = remoteDesktop(registry);
    if (!on) return notApplicable(text('원격 데스크톱이 꺼져 있음', 'remote desktop is off'), [proof]);
    return judgeReadings(text('원격 데스크톱 암호화 수준', 'the encryption level of remote desktop'), [
      registryReading(inForce(registry.remoteEncryptionPolicy, registry.remoteEncryption), {
        builtIn: 2,
        expected: `${level} or more`,
        good: (value) => value >= level,
      }),
    ]);
  },
});
