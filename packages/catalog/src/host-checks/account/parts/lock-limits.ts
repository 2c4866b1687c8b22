// After how many failures, and for how long, a lock module locks: its argument, else faillock.conf, else what is built in.
import type { Host, PamModule, Proof, Setting } from '@bongsu/core';
import { keyValues, pamArgument, settingLast, settingSource, wholeNumber } from '@bongsu/core';
import type { Pam } from '../../../probes/pam.ts';

/** Infinity: never locks (`deny`), or stays locked until somebody releases it (`unlockSeconds`). */
export interface LockLimit {
  readonly deny: number;
  readonly unlockSeconds: number;
  /** What stands elsewhere than on the module's own line. */
  readonly proofs: readonly Proof[];
}

type Key = 'deny' | 'unlock_time';

/** pam_faillock(8). pam_tally2(8) and pam_tally(8) lock nobody without `deny=`, and release nobody without `unlock_time=`. */
const builtIn = {
  pam_faillock: { deny: 3, unlock_time: 600 },
  others: { deny: 0, unlock_time: 0 },
} as const;

export function lockLimit(module: PamModule, stacks: Pam, host: Host): LockLimit {
  const proofs: Proof[] = [];
  const valueOf = (key: Key): number => {
    const given = numberOf(pamArgument(module, key));
    if (given !== null) return given;
    if (module.target !== 'pam_faillock') return builtIn.others[key];
    const setting = confSetting(key, module, stacks, host);
    const number = numberOf(setting?.value);
    if (setting && number !== null) {
      proofs.push({ source: settingSource(setting), found: `${key} = ${setting.value}` });
      return number;
    }
    const value = builtIn.pam_faillock[key];
    proofs.push({ source: 'pam_faillock(8)', found: `${key} not set, built in ${value}` });
    return value;
  };
  const [deny, unlock] = [valueOf('deny'), valueOf('unlock_time')];
  return { deny: deny === 0 ? Infinity : deny, unlockSeconds: unlock === 0 ? Infinity : unlock, proofs };
}

/** `never` is 0 (faillock.conf(5)); a value that is no number is not taken. */
function numberOf(value: string | undefined): number | null {
  return value === 'never' ? 0 : wholeNumber(value);
}

/** faillock.conf came with Linux-PAM 1.4; the 1.1.8 of Amazon Linux 2 reads arguments only. */
function confSetting(key: Key, module: PamModule, stacks: Pam, host: Host): Setting | undefined {
  if (`${host.distro} ${host.version}` === 'amzn 2') return undefined;
  const path = pamArgument(module, 'conf') ?? '/etc/security/faillock.conf';
  return settingLast(keyValues(stacks.settings(path)), key);
}
