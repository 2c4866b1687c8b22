// Volumes with data are encrypted, or physically safe (KISA 2021 W-45).
import type { Proof } from '@bongsu/core';
import { hostCheck, manual, pass, text } from '@bongsu/core';
import { fixedVolumes } from '../../probes/windows/volumes.ts';

export const diskEncryption = hostCheck({
  id: 'windows.disk-encryption',
  title: text('디스크 볼륨 암호화 설정', 'Disk volumes are encrypted'),
  why: text(
    '디스크나 스냅숏을 얻은 사람이 자료를 읽을 수 있습니다.',
    'Whoever gets the disk, or a snapshot of it, could read the data.',
  ),
  importance: 'high',
  expects: text('데이터 볼륨이 암호화되거나 물리적으로 보호됨', 'volumes with data are encrypted, or physically safe'),
  remedy: text(
    'EBS 암호화 또는 BitLocker로 볼륨을 암호화합니다.',
    'Encrypt the volumes by EBS encryption or BitLocker.',
  ),
  fix: { any: ['Get-BitLockerVolume'] },
  question: text(
    '이 인스턴스의 EBS 볼륨이 모두 암호화되어 있습니까?',
    'Are all EBS volumes of this instance encrypted?',
  ),
  needs: { volumes: fixedVolumes },
  judge({ volumes: { volumes, bitlocker } }) {
    const lettered = volumes.filter(({ name }) => name.endsWith(':'));
    const evidence: Proof[] = lettered.map(({ name }) => ({
      source: `BitLocker ${name}`,
      found: bitlocker === null ? 'not installed' : bitlocker.get(name) ? 'protected' : 'not protected',
      expected: 'protected, or encrypted below',
    }));
    if (lettered.length > 0 && lettered.every(({ name }) => bitlocker?.get(name) === true))
      return pass(text('모든 볼륨이 BitLocker로 암호화됨', 'BitLocker protects every volume'), evidence);
    return manual(
      text(
        'BitLocker로 보호되지 않은 볼륨의 EBS 암호화를 확인해야 함',
        'are the volumes that BitLocker does not protect encrypted by EBS?',
      ),
      evidence.length > 0 ? evidence : [{ source: 'Win32_Volume', found: 'no volume with a letter' }],
    );
  },
});
