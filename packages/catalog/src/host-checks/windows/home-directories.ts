// Everyone has no permission on any home directory (KISA 2026 W-58, 2021 W-76).
import type { Proof } from '@bongsu/core';
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { quotedMax } from '../../criteria/quoted.ts';
import { accessProof, everyoneOn } from '../../criteria/windows-access.ts';
import { accessListsOn } from '../../probes/windows/access-lists.ts';

export const homeDirectories = hostCheck({
  id: 'windows.home-directories',
  title: text('사용자별 홈 디렉터리 권한 설정', 'Everyone has no permission on the homes of users'),
  why: text(
    '다른 사용자의 문서와 설정을 읽거나 바꿀 수 있습니다.',
    'One user could read and change what belongs to another.',
  ),
  importance: 'medium',
  expects: text('홈 디렉터리에 Everyone 권한이 없음', 'Everyone has no permission on any home directory'),
  remedy: text('홈 디렉터리의 권한에서 Everyone을 제거합니다.', 'Take Everyone off the access lists of the homes.'),
  fix: { any: ['icacls C:\\Users\\NAME /remove:g *S-1-1-0'] },
  needs: { lists: accessListsOn('homes') },
  judge({ lists }) {
    const open = lists.flatMap(({ path, access }) => (access ? everyoneOn(path, access) : []));
    if (open.length > 0)
      return fail(text('Everyone 권한이 있는 홈 디렉터리가 있음', 'Everyone has permissions on a home'), open);
    const evidence: Proof[] = lists
      .slice(0, quotedMax)
      .flatMap(({ path, access }) => (access ? [accessProof(path, access, 'no entry for Everyone')] : []));
    return pass(
      text('홈 디렉터리에 Everyone 권한이 없음', 'Everyone has no permission on any home'),
      evidence.length > 0 ? evidence : [{ source: 'the folder of profiles', found: 'no home' }],
    );
  },
});
