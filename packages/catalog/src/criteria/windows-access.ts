// The rule that many Windows items share: Everyone is not on the list of a file, folder or share.
import type { AccessControl, AccessEntry, Proof } from '@bongsu/core';
import { allowedTo, everyoneSid, sidName } from '@bongsu/core';

const noList = 'no access list at all: open to everybody';

/** An entry as evidence: `Everyone (S-1-1-0): FA`. */
export function entryText({ sid, rights, flags }: AccessEntry): string {
  return `${sidName(sid)}: ${rights}${flags === '' ? '' : ` (${flags})`}`;
}

/** Proofs that Everyone is allowed something there; empty where not. */
export function everyoneOn(path: string, access: AccessControl): Proof[] {
  const expected = 'no entry for Everyone';
  if (access.entries === null) return [{ source: path, found: noList, expected }];
  return allowedTo(access, everyoneSid).map((entry) => ({ source: path, found: entryText(entry), expected }));
}

/** The whole list as one proof. */
export function accessProof(path: string, access: AccessControl, expected?: string): Proof {
  const found =
    access.entries === null
      ? noList
      : access.entries.slice(0, 12).map(entryText).join('; ') || 'nobody is allowed anything';
  return expected === undefined ? { source: path, found } : { source: path, found, expected };
}
