// Modes of Tomcat's files: what goes beyond a limit, access-control lists included, and which folders close the way for others.
import type { FileRecord, Judgement, Proof } from '@bongsu/core';
import { manual, modeAndOwner, modeBeyond, octal, text } from '@bongsu/core';
import type { TomcatHost, TomcatInstance } from '../probes/tomcat/instance.ts';
import { widens } from './owner-and-mode.ts';

/** Whether a file goes beyond a limit; setuid, setgid and sticky marks give no access and are not counted. */
export function beyondLimit(host: TomcatHost, file: FileRecord, limit: number): boolean {
  return modeBeyond(file.mode & 0o777, limit) !== 0 || host.modes.acl(file.path).some((entry) => widens(entry, limit));
}

export function modeProof(host: TomcatHost, file: FileRecord, limit: number): Proof {
  const link = file.linkTarget ? ` (link to ${file.linkTarget})` : '';
  const list = host.modes.acl(file.path).map((entry) => `, ${entry}`);
  return {
    source: file.path,
    found: `${modeAndOwner(file)}${link}${list.join('')}`,
    expected: `no bit outside ${octal(limit)}`,
  };
}

/** Whether a folder above a path, as far as it was looked at, lets no others in. */
export function closedAbove(host: TomcatHost, { base }: TomcatInstance, path: string): FileRecord | undefined {
  return host.modes.files.find(
    (folder) =>
      folder.type === 'dir' &&
      (folder.mode & 0o001) === 0 &&
      path.startsWith(`${folder.path}/`) &&
      folder.path.startsWith(base) &&
      !host.modes.acl(folder.path).some((entry) => widens(entry, 0)),
  );
}

/** Where more was found than was noted, nothing passes: what was not noted was not looked at. */
export function unlessMore({ foundMore }: TomcatInstance, judged: Judgement): Judgement {
  if (foundMore.length === 0 || judged.status !== 'pass') return judged;
  return manual(
    text(
      '링크나 쓰기 가능한 파일이 너무 많아 모두 보지 못함',
      'there were too many links, left-overs or writable files to look at them all',
    ),
    [...foundMore.map((path) => ({ source: path, found: 'more than 200' })), ...judged.evidence],
  );
}
