// The shape of a probe that runs on Windows: a PowerShell fragment whose records are those of every other probe.
import type { Probe, Records, Unread } from './units.ts';

/**
 * Windows PowerShell 5.1 in a runspace of its own after the functions of the Windows preamble (engines, host-script/windows). It prints only
 * through `Note`, `Ask`, `AskFile`, `RegistryValue`, `RegistryPresence` and `AccessList`; what it may call is held by a test over its parse tree.
 */
export interface WindowsProbe<Fact> extends Probe<Fact> {
  readonly platform: 'windows';
}

export function windowsProbe<Fact>(unit: {
  readonly name: string;
  readonly timeoutSeconds: number;
  readonly sizeBytesMax: number;
  readonly script: string;
  read(records: Records): Fact | Unread;
}): WindowsProbe<Fact> {
  // There is no mounted Windows image to read: every probe asks the running system.
  return { ...unit, live: true, platform: 'windows' };
}
