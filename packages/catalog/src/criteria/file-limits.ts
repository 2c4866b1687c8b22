// The rule of the items that name many files: each belongs to one of its owners and stays within its limit, access-control lists included.
import type { FileRecord, Judgement, LocalAccount, Proof } from '@bongsu/core';
import { fail, manual, modeAndOwner, modeBeyond, octal, pass, text } from '@bongsu/core';
import type { FileModes } from '../probes/file-modes.ts';
import { widens } from './owner-and-mode.ts';

export interface FileLimit {
  /** Numbers of the accounts that may own the file. */
  readonly owners: readonly number[];
  /** The widest mode, as KISA writes it ("644 이하"). */
  readonly limit: number;
  /** What is wanted in words, where numbers would not say it. */
  readonly wanted?: string;
}

const shownMax = 50;

/** The files that are there to be judged (what is not there has no type): a link that leads nowhere, a folder and a device hold no text of their own. */
export function regular(files: readonly FileRecord[]): FileRecord[] {
  return files.filter((file) => file.type === 'file');
}

/** The numbers of root, bin and sys on this host; the guide lets them own what the system ships. */
export function systemOwners(users: readonly LocalAccount[]): number[] {
  return [0, ...users.flatMap(({ name, uid }) => (name === 'bin' || name === 'sys' ? (uid ?? []) : []))];
}

/** Whether a file keeps its limit; its access-control list too, where one was read. */
export function keeps(modes: FileModes, file: FileRecord, { owners, limit }: FileLimit): boolean {
  return (
    owners.includes(file.uid) &&
    modeBeyond(file.mode, limit) === 0 &&
    !modes.acl(file.path).some((entry) => widens(entry, limit))
  );
}

/** Owner, mode, where a link leads and what a list adds, against the limit. */
export function limitProof(modes: FileModes, file: FileRecord, { owners, limit, wanted }: FileLimit): Proof {
  const link = file.linkTarget ? ` (link to ${file.linkTarget})` : '';
  const list = modes.acl(file.path).map((entry) => `, ${entry}`);
  return {
    source: file.path,
    found: `${modeAndOwner(file)}${link}${list.join('')}`,
    expected: wanted ?? `uid ${owners.join(' or ')}, no bit outside ${octal(limit)}`,
  };
}

/** Judges every file by its own limit. At most fifty are quoted, those at fault first. */
export function judgeLimits(
  modes: FileModes,
  files: readonly FileRecord[],
  limitOf: (file: FileRecord) => FileLimit,
): Judgement {
  const faults = files.filter((file) => !keeps(modes, file, limitOf(file)));
  const shown = [...faults, ...files.filter((file) => !faults.includes(file))].slice(0, shownMax);
  const rest = files.length - shown.length;
  const proofs = shown.map((file) => limitProof(modes, file, limitOf(file)));
  if (rest > 0) proofs.push({ source: `${files.length} files`, found: `${rest} more` });
  const [first] = faults;
  if (first)
    return fail(
      text(
        `소유자, 권한이나 ACL이 기준을 넘는 파일: ${first.path}(${modeAndOwner(first)})${faults.length > 1 ? ` 등 ${faults.length}개` : ''}`,
        `the owner, mode or access-control list goes beyond the limit: ${first.path} (${modeAndOwner(first)})${faults.length > 1 ? ` and ${faults.length - 1} more` : ''}`,
      ),
      proofs,
    );
  const unread = files.find((file) => modes.aclUnread.includes(file.path));
  if (unread)
    return manual(
      text(
        `${unread.path}에 ACL이 있으나 getfacl이 없어 읽지 못함: 권한을 넓히는지 확인이 필요함`,
        `${unread.path} has an access-control list that could not be read (getfacl is missing): does it widen the mode?`,
      ),
      proofs,
    );
  const what = files.length === 1 ? files[0]?.path : undefined;
  return pass(
    text(
      `${what ?? `파일 ${files.length}개`}의 소유자와 권한이 기준 안에 있음`,
      `${what ?? `all ${files.length} files`}: owner and mode within the limit`,
    ),
    proofs,
  );
}
