// The rule that many items share: a file belongs to root and its mode stays within a limit, access-control lists included.
import type { Judgement, Proof } from '@bongsu/core';
import { fail, manual, modeAndOwner, modeBeyond, octal, pass, text } from '@bongsu/core';
import type { FileModes } from '../probes/file-modes.ts';

/** Judges one file that must exist. `limit` is the widest mode, as KISA writes it ("644 이하"). */
export function judgeOwnerAndMode(modes: FileModes, path: string, limit: number): Judgement {
  const file = modes.file(path);
  const expected = `uid 0, no bit outside ${octal(limit)}`;
  if (file?.type !== 'file') {
    const found = file?.state === 'present' ? `a ${file.type}` : (file?.state ?? 'not seen');
    return fail(text(`${path} 파일이 없음`, `${path} is not there as a file`), [{ source: path, found, expected }]);
  }
  const link = file.linkTarget ? ` (link to ${file.linkTarget})` : '';
  const proofs: Proof[] = [{ source: path, found: `${modeAndOwner(file)}${link}`, expected }];
  const wider = modes.acl(path).filter((entry) => widens(entry, limit));
  for (const entry of wider)
    proofs.push({ source: `getfacl ${path}`, found: entry, expected: 'no entry wider than the limit' });
  if (file.uid !== 0)
    return fail(
      text(`${path}의 소유자가 root가 아님(uid ${file.uid})`, `${path} belongs to uid ${file.uid}, not to root`),
      proofs,
    );
  const beyond = modeBeyond(file.mode, limit);
  if (beyond !== 0)
    return fail(
      text(
        `${path}의 권한 ${octal(file.mode)}이 ${octal(limit)}을 넘음`,
        `the mode ${octal(file.mode)} of ${path} goes beyond ${octal(limit)}`,
      ),
      proofs,
    );
  if (wider.length > 0)
    return fail(text(`${path}의 ACL이 권한을 넓힘`, `an access-control list of ${path} widens its mode`), proofs);
  if (modes.aclUnread.includes(path))
    return manual(
      text(
        `${path}에 ACL이 있으나 getfacl이 없어 읽지 못함`,
        `${path} has an access-control list that could not be read: getfacl is missing`,
      ),
      proofs,
    );
  return pass(
    text(`${path}: root 소유, 권한 ${octal(file.mode)}`, `${path} belongs to root with mode ${octal(file.mode)}`),
    proofs,
  );
}

/** A named user or group of a list is no owner: it may do what "others" may do under the limit. */
export function widens(entry: string, limit: number): boolean {
  const rights = entry.split(':')[2] ?? '';
  const bits = (rights.includes('r') ? 4 : 0) | (rights.includes('w') ? 2 : 0) | (rights.includes('x') ? 1 : 0);
  return (bits & ~(limit & 7)) !== 0;
}
