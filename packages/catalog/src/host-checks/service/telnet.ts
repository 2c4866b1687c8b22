// The Telnet server is off (KISA 2026 U-52, 2021 U-60). A host without any remote login (SSM alone) passes.
import { hostCheck, text } from '@bongsu/core';
import { judgeOff, superServers } from '../../criteria/service-off.ts';
import { services } from '../../probes/services.ts';

export const telnet = hostCheck({
  id: 'service.telnet',
  title: text('Telnet 서비스 비활성화', 'The Telnet service is off'),
  why: text(
    'Telnet은 비밀번호와 화면을 평문으로 보내므로 경로에 있는 누구나 볼 수 있습니다.',
    'Telnet sends passwords and screens in clear text for anybody on the way to read.',
  ),
  importance: 'medium',
  expects: text('Telnet 서비스가 실행되지 않고 시작되지도 않음', 'Telnet neither runs nor would be started'),
  remedy: text(
    'SSH 또는 Session Manager로 접속되는지 먼저 확인하고 systemctl disable --now telnet.socket, 또는 xinetd·inetd 설정에서 telnet을 끕니다.',
    'Make sure that SSH or Session Manager lets you in, then systemctl disable --now telnet.socket, or turn telnet off in the files of xinetd or inetd.',
  ),
  fix: {
    any: ['systemctl disable --now telnet.socket'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: known }) {
    return judgeOff(
      known,
      text('Telnet 서비스', 'Telnet'),
      {
        units: ['telnet.socket', 'telnetd.socket', 'telnetd.service', 'inetutils-telnetd.service'],
        inetd: ['telnet'],
        programs: ['/usr/sbin/in.telnetd'],
      },
      { tcp: [23], servers: [...superServers, 'in.telnetd', 'telnetd', 'utelnetd'] },
    );
  },
});
