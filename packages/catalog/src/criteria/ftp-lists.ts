// The lists of users that an FTP server asks, by owner and mode: all of the item of 2021, one way of two in 2026.
import type { FileRecord, Proof } from '@bongsu/core';
import { modeAndOwner, modeBeyond, modeParameter, octal, text } from '@bongsu/core';
import type { Acceptance } from '@bongsu/core';

export interface FtpListFile {
  readonly file: FileRecord;
  /** What names it. */
  readonly source: string;
}

/** The guide's limit as the parameter of an item. */
export const ftpListParameters = {
  limit: modeParameter(text('목록 파일의 권한 상한', 'the widest mode of the list'), 0o640),
};

export const ftpListAccepted: readonly Acceptance<typeof ftpListParameters>[] = [
  {
    families: ['debian', 'ubuntu'],
    values: { limit: 0o644 },
    why: text(
      'Debian의 FTP 서버 패키지는 /etc/ftpusers를 0644 root로 설치합니다(Debian vsftpd). 막을 계정 이름만 있어 읽어도 새는 것이 없고, root만 고칠 수 있습니다.',
      'the FTP servers of Debian install /etc/ftpusers as 0644 of root (its package vsftpd): it names the accounts that are kept out, which is no secret, and root alone may write it',
    ),
  },
];

export function wideLists(files: readonly FtpListFile[], limit: number): readonly FtpListFile[] {
  return files.filter(({ file }) => file.uid !== 0 || modeBeyond(file.mode, limit) !== 0);
}

export function listProofs(files: readonly FtpListFile[], limit: number): Proof[] {
  return files.map(({ file, source }) => ({
    source: file.path,
    found: `${modeAndOwner(file)} (${source})`,
    expected: listExpected(limit),
  }));
}

export function listExpected(limit: number): string {
  return `uid 0, no bit outside ${octal(limit)}`;
}
