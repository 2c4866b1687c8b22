// Telnet is off (KISA 2026 W-34).
import { hostCheck, text } from '@bongsu/core';
import { judgeQuiet } from '../../criteria/service-quiet.ts';
import { serviceFix } from '../../criteria/windows-fix.ts';
import { windowsServices } from '../../probes/windows/service-states.ts';

export const telnet = hostCheck({
  id: 'windows.telnet',
  title: text('Telnet 서비스 비활성화', 'The Telnet service is off'),
  why: text('Telnet은 비밀번호와 화면을 평문으로 보냅니다.', 'Telnet sends passwords and screens in clear text.'),
  importance: 'medium',
  expects: text('Telnet 서비스가 꺼져 있음', 'Telnet is off'),
  remedy: text('Telnet 서버를 중지하고 제거합니다.', 'Stop the Telnet server and remove it.'),
  fix: { any: [...serviceFix('TlntSvr')] },
  needs: { services: windowsServices },
  judge({ services }) {
    return judgeQuiet(services, text('Telnet 서비스', 'Telnet'), ['TlntSvr']);
  },
});
