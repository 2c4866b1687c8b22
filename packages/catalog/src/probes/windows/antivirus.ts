// Microsoft Defender's own word on itself; other products are seen among the services.
import { unread, windowsProbe } from '@bongsu/core';

export interface Antivirus {
  /** Null where Defender is not installed or does not answer. */
  readonly defender: {
    readonly enabled: boolean;
    readonly realTime: boolean;
    readonly signatureAgeDays: number | null;
  } | null;
  /** Why Defender did not answer; empty where it did. */
  readonly fault: string;
}

export const antivirus = windowsProbe<Antivirus>({
  name: 'windows-antivirus',
  timeoutSeconds: 60,
  sizeBytesMax: 16384,
  script: String.raw`
if (Installed 'WinDefend') {
  try {
    $status = Get-MpComputerStatus
    Note 'defender' $status.AntivirusEnabled $status.RealTimeProtectionEnabled $status.AntivirusSignatureAge
  } catch {
    Note 'defender-fault' $_.Exception.Message
  }
} else {
  Note 'defender-fault' 'not installed'
}
`,
  read(records) {
    const said = records.note('defender');
    const fault = records.note('defender-fault');
    if (!said)
      return fault
        ? { defender: null, fault: fault.values[0] ?? '' }
        : unread('Defender 상태를 알 수 없음', 'the state of Defender is not told');
    const [enabled, realTime, age = ''] = said.values;
    return {
      defender: {
        enabled: enabled === 'True',
        realTime: realTime === 'True',
        // Defender says 65535 where it never had signatures.
        signatureAgeDays: /^\d+$/.test(age) && Number(age) < 65535 ? Number(age) : null,
      },
      fault: '',
    };
  },
});
