// Modes of Tomcat's files: what goes beyond a limit, access-control lists included, and which folders close the way for others.
import type { FileRecord, Proof } from '@bongsu/core';
import { modeAndOwner, modeBeyond, octal } from '@bongsu/core';
import type { TomcatHost, TomcatInstance } from '../probes/tomcat/instance.ts';
import { widens } from './owner-and-mode.ts';

/** Whether a file goes beyond a limit; setuid, setgid and sticky marks give no access and are not counted. */
export function beyondLimit(host: TomcatHost, file: FileRecord, limit: number): boolean {
  return modeBeyond(file.mode & 0o777, limit) !== 0 || host.modes.acl(file.path).some((entry) => widens(entry, limit));
}

export function modeProof(host: TomcatHost, file: FileRecord, limit: number): Proof {
  const link = file.linkTarget ? ` (link to ${file.linkTarget})` : '';
  const list = host.modes.acl(file.path).map((entry) => `, ${entry}`);
  return { source: file.path, found: `${modeAndOwner(file)}${link}${list.join('')}`, expected: `no bit outside ${octal(limit)}` };
}

/** Whether a folder above a path, as far as it was looked at, lets no others in. */
export function closedAbove(host: TomcatHost, { base }: TomcatInstance, path: string): FileRecord | undefined {
  return host.modes.files.find(
    (folder) =>
      folder.state === 'present' &&
      folder.type === 'dir' &&
      (folder.mode & 0o001) === 0 &&
      path.startsWith(`${folder.path}/`) &&
      folder.path.startsWith(base) &&
      !host.modes.acl(folder.path).some((entry) => widens(entry, 0)),
  );
}
