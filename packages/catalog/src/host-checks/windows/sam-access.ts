// Only Administrators and SYSTEM have permissions on the SAM file (KISA 2026 W-46, 2021 W-37).
import { administratorsSid, fail, hostCheck, manual, pass, systemSid, text } from '@bongsu/core';
import { accessProof, entryText, everyoneOn } from '../../criteria/windows-access.ts';
import { accessListsOn } from '../../probes/windows/access-lists.ts';

export const samAccess = hostCheck({
  id: 'windows.sam-access',
  title: text('SAM 파일 접근 통제 설정', 'Only the system and administrators reach the SAM'),
  why: text(
    'SAM에는 로컬 계정의 비밀번호 해시가 있습니다.',
    'The SAM holds the password hashes of the local accounts.',
  ),
  importance: 'high',
  expects: text(
    'SAM 파일 접근이 Administrators와 SYSTEM으로 제한됨',
    'only Administrators and SYSTEM have permissions on the SAM file',
  ),
  remedy: text(
    'SAM 파일의 권한을 Administrators와 SYSTEM만 남깁니다.',
    'Leave Administrators and SYSTEM alone on the access list of the SAM file.',
  ),
  fix: { any: ['icacls C:\\Windows\\System32\\config\\SAM /inheritance:r /grant:r *S-1-5-18:F *S-1-5-32-544:F'] },
  question: text(
    'SAM 파일에 Administrators와 SYSTEM 외의 권한이 있습니까? (icacls)',
    'Has anybody but Administrators and SYSTEM permissions on the SAM? (icacls)',
  ),
  needs: { lists: accessListsOn('sam') },
  judge({ lists }) {
    const seen = lists.flatMap(({ path, access }) => (access ? [{ path, access }] : []));
    if (seen.length === 0)
      return manual(
        text('SAM이 기본 위치에 없음: 접근 권한 확인 필요', 'the SAM is not where Windows keeps it: who may reach it?'),
        lists.map(({ path }) => ({ source: path, found: 'not there' })),
      );
    const expected = 'Administrators and SYSTEM alone';
    const strange = seen.flatMap(({ path, access }) =>
      access.entries === null
        ? everyoneOn(path, access)
        : access.entries
            .filter(({ type, sid }) => type !== 'D' && sid !== systemSid && sid !== administratorsSid)
            .map((entry) => ({ source: path, found: entryText(entry), expected })),
    );
    return strange.length > 0
      ? fail(text('SAM에 다른 계정이나 그룹의 권한이 있음', 'others have permissions on the SAM'), strange)
      : pass(
          text('SAM 접근이 제한됨', 'access to the SAM is limited'),
          seen.map(({ path, access }) => accessProof(path, access, expected)),
        );
  },
});
