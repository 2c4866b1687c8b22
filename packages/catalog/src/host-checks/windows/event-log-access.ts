// Everyone has no permission on the folder of the logs and on the logs (KISA 2026 W-43, 2021 W-71).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { accessProof, everyoneOn } from '../../criteria/windows-access.ts';
import { accessListsOn } from '../../probes/windows/access-lists.ts';

export const eventLogAccess = hostCheck({
  id: 'windows.event-log-access',
  title: text('이벤트 로그 파일 접근 통제 설정', 'Everyone has no permission on the event logs'),
  why: text(
    '로그를 지우거나 고치면 침해의 흔적이 사라집니다.',
    'Whoever can change the logs can wipe out the traces of an intrusion.',
  ),
  importance: 'medium',
  expects: text(
    '로그 폴더와 파일에 Everyone 권한이 없음',
    'Everyone has no permission on the folder of the logs and on the logs',
  ),
  remedy: text('로그 폴더의 권한에서 Everyone을 제거합니다.', 'Take Everyone off the access lists of the log folder.'),
  fix: { any: ['icacls C:\\Windows\\System32\\winevt\\Logs /remove:g *S-1-1-0 /T'] },
  question: text(
    '이벤트 로그는 어디에 저장되며 누가 접근할 수 있습니까?',
    'Where are the event logs kept, and who may reach them?',
  ),
  needs: { lists: accessListsOn('event-logs') },
  judge({ lists }) {
    const open = lists.flatMap(({ path, access }) => (access ? everyoneOn(path, access) : []));
    const evidence = lists.flatMap(({ path, access }) =>
      access ? [accessProof(path, access, 'no entry for Everyone')] : [],
    );
    if (evidence.length === 0)
      return manual(
        text(
          '로그 파일이 기본 위치에 없음: 접근 권한 확인 필요',
          'the logs are not where Windows keeps them: who may reach them?',
        ),
        lists.map(({ path }) => ({ source: path, found: 'not there' })),
      );
    return open.length > 0
      ? fail(text('로그에 Everyone 권한이 있음', 'Everyone has permissions on the logs'), open)
      : pass(text('로그에 Everyone 권한이 없음', 'Everyone has no permission on the logs'), evidence);
  },
});
