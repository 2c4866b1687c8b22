// The Remote Registry service is stopped (KISA 2026 W-44, 2021 W-35).
import { hostCheck, text } from '@bongsu/core';
import { judgeQuiet } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const remoteRegistry = hostCheck({
  id: 'windows.remote-registry',
  title: text('원격으로 액세스할 수 있는 레지스트리 경로', 'The registry cannot be reached remotely'),
  why: text(
    '원격 레지스트리로 설정과 자격 증명이 새고 바뀔 수 있습니다.',
    'Through the remote registry settings and credentials can be read and changed.',
  ),
  importance: 'high',
  expects: text('Remote Registry 서비스가 중지됨', 'the Remote Registry service is stopped'),
  remedy: text(
    'Remote Registry 서비스를 중지하고 사용 안 함으로 둡니다.',
    'Stop the Remote Registry service and disable it.',
  ),
  fix: { any: [...serviceFix('RemoteRegistry')] },
  needs: { services: windowsServices },
  judge({ services }) {
    return judgeQuiet(services, text('Remote Registry 서비스', 'Remote Registry'), ['RemoteRegistry']);
  },
});
