// Fixed volumes: their file system, and whether BitLocker protects them.
import { unread, windowsProbe } from '@bongsu/core';

export interface Volume {
  /** `C:`, or the volume's id where it has no letter. */
  readonly name: string;
  readonly fileSystem: string;
}

export interface Volumes {
  readonly volumes: readonly Volume[];
  /** Protection by drive letter; null where BitLocker is not installed. */
  readonly bitlocker: ReadonlyMap<string, boolean> | null;
}

export const fixedVolumes = windowsProbe<Volumes>({
  name: 'windows-volumes',
  timeoutSeconds: 60,
  sizeBytesMax: 65536,
  // DriveType 3 is a fixed disk. The BitLocker class is there only where the feature is.
  script: String.raw`
foreach ($volume in @(Get-CimInstance -ClassName Win32_Volume | Where-Object { $_.DriveType -eq 3 })) {
  $letter = [string]$volume.DriveLetter
  if ($letter -eq '') { $letter = [string]$volume.DeviceID }
  Note 'volume' $letter $volume.FileSystem
}
Note 'volumes' 'listed'
try {
  $space = 'root/CIMV2/Security/MicrosoftVolumeEncryption'
  foreach ($volume in @(Get-CimInstance -Namespace $space -ClassName Win32_EncryptableVolume)) {
    Note 'bitlocker' $volume.DriveLetter $volume.ProtectionStatus
  }
  Note 'bitlockers' 'listed'
} catch {
  Note 'bitlockers' 'no-class'
}
`,
  read(records) {
    const bitlockers = records.note('bitlockers')?.values[0];
    if (records.note('volumes') === undefined || bitlockers === undefined)
      return unread('볼륨을 알 수 없음', 'the volumes are not told');
    const volumes = records
      .notes('volume')
      .map(({ values: [name = '', fileSystem = ''] }) => ({ name, fileSystem: fileSystem.toUpperCase() }));
    const bitlocker = new Map(
      records.notes('bitlocker').map(({ values: [letter = '', status] }) => [letter, status === '1'] as const),
    );
    return { volumes, bitlocker: bitlockers === 'listed' ? bitlocker : null };
  },
});
