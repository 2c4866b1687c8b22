// What a host told of the access list of one path: the list, that the path is not there, or nothing that could be read.
import type { AccessControl, Records, Unread } from '@bongsu/core';
import { accessControl, unread } from '@bongsu/core';

export interface AccessOn {
  readonly path: string;
  /** Null where the path is not there. */
  readonly access: AccessControl | null;
}

/** Of the fields of one note: path, state, and the list in SDDL. */
export function accessTold([path = '', state, sddl = '']: readonly string[]): AccessOn | Unread {
  const access = state === 'present' ? accessControl(sddl) : null;
  return state === 'absent' || access !== null
    ? { path, access }
    : unread(`${path}의 권한을 읽을 수 없음`, `the access list of ${path} could not be read`);
}

export function accessAt(records: Records, path: string): AccessOn | Unread {
  return accessTold(records.notes('access').find(({ values }) => values[0] === path)?.values ?? [path]);
}
