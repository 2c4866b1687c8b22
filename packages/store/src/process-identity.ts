// Tells one process from another, so that a lock's owner can be known to be dead.
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessIdentity {
  readonly pid: number;
  readonly hostname: string;
  /** Boot id and start time in ticks, where the system shows them (Linux): a process id is used again, this is not. */
  readonly start: string | null;
}

/** This process. */
export function processSelf(): ProcessIdentity {
  return { pid: process.pid, hostname: hostname(), start: processStart(process.pid) };
}

/** True only where the process is known to have ended; a process of another machine is never known to. */
export function processEnded(owner: ProcessIdentity): boolean {
  if (owner.hostname !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM says that the process is there and belongs to another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const now = processStart(owner.pid);
  if (now === 'ended') return true;
  // Without both start times nothing more can be known, and the process is taken to live.
  return now !== null && owner.start !== null && now !== owner.start;
}

/** `ended` where the process waits only to be reaped; null where the system does not show it (no /proc, not ours). */
function processStart(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // proc(5): field 2 is the name in brackets and may hold anything; field 3 is the state, field 22 the start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X') return 'ended';
    return ticks === undefined ? null : `${boot}:${ticks}`;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM') return null;
    throw error;
  }
}
