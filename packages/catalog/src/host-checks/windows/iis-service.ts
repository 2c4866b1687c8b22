// IIS is off unless it is needed (KISA 2026 W-19, 2021 W-10).
import { hostCheck, text } from '@bongsu/core';
import { judgeQuiet } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const iisService = hostCheck({
  id: 'windows.iis-service',
  title: text('불필요한 IIS 서비스 구동 점검', 'IIS runs only where it is needed'),
  why: text(
    '쓰지 않는 웹 서버는 공격할 곳만 늘립니다.',
    'A web server that nobody uses is only one more thing to attack.',
  ),
  importance: 'high',
  expects: text('필요하지 않으면 IIS가 꺼져 있음', 'IIS is off unless it is needed'),
  remedy: text('쓰지 않으면 IIS를 중지하거나 제거합니다.', 'Stop IIS, or remove it, where it is not needed.'),
  fix: { any: [...serviceFix('W3SVC')] },
  question: text('이 서버에서 웹 서비스(IIS)를 제공합니까?', 'Does this server offer web services by IIS?'),
  needs: { services: windowsServices },
  judge({ services }) {
    return judgeQuiet(
      services,
      text('IIS 서비스', 'IIS'),
      ['W3SVC', 'IISADMIN'],
      text('IIS가 켜져 있음: 필요한 서비스인지 확인 필요', 'IIS is on: is it needed here?'),
    );
  },
});
