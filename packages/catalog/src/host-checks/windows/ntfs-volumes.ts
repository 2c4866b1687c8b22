// Every fixed volume is NTFS or ReFS (KISA 2026 W-61, 2021 W-79).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { fixedVolumes } from '../../probes/windows/volumes.ts';

export const ntfsVolumes = hostCheck({
  id: 'windows.ntfs-volumes',
  title: text('파일 및 디렉토리 보호', 'Volumes have a file system with permissions'),
  why: text('FAT에는 파일 권한이 없어 누구나 읽고 씁니다.', 'FAT has no permissions: everybody reads and writes.'),
  importance: 'medium',
  expects: text('모든 고정 볼륨이 NTFS 또는 ReFS임', 'every fixed volume is NTFS or ReFS'),
  remedy: text('FAT 볼륨을 NTFS로 변환합니다.', 'Convert FAT volumes to NTFS.'),
  fix: { any: ['convert.exe D: /FS:NTFS'] },
  question: text(
    '이 서버의 데이터는 어느 파일 시스템에 있습니까?',
    'On which file systems is the data of this server?',
  ),
  needs: { volumes: fixedVolumes },
  judge({ volumes: { volumes } }) {
    // The EFI system partition has no letter and has to be FAT; a volume without a file system holds no files.
    const held = volumes.filter(
      ({ name, fileSystem }) => fileSystem !== '' && !(fileSystem.startsWith('FAT') && !name.endsWith(':')),
    );
    const evidence: Proof[] = held
      .slice(0, quotedMax)
      .map(({ name, fileSystem }) => ({ source: `volume ${name}`, found: fileSystem, expected: 'NTFS or ReFS' }));
    if (held.some(({ fileSystem }) => fileSystem !== 'NTFS' && fileSystem !== 'REFS' && fileSystem !== 'CSVFS'))
      return fail(
        text('권한이 없는 파일 시스템의 볼륨이 있음', 'a volume has a file system without permissions'),
        evidence,
      );
    return held.length > 0
      ? pass(text('모든 볼륨이 권한을 가진 파일 시스템임', 'every volume has a file system with permissions'), evidence)
      : manual(text('볼륨을 찾지 못함', 'no volume was found'), [{ source: 'Win32_Volume', found: 'none' }]);
  },
});
