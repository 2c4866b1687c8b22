// echo, discard, daytime and chargen are off (KISA 2026 U-38, 2021 U-23). The 2026 text also names needless ntp, dns and snmp: they have items of their own, and a time client is no fault.
import { hostCheck, text } from '@bongsu/core';
import { judgeOff, superServers } from '../../criteria/service-off.ts';
import { services } from '../../probes/services.ts';

const names = ['echo', 'discard', 'daytime', 'chargen'];

export const dosProne = hostCheck({
  id: 'service.dos-prone',
  title: text('DoS 공격에 취약한 서비스 비활성화', 'Services that lend themselves to denial of service are off'),
  why: text(
    'echo·chargen 같은 서비스는 보낸 주소를 속인 요청에 답하여 다른 서버를 공격하는 데 쓰입니다.',
    'echo, chargen and their like answer forged requests and are used to flood others.',
  ),
  importance: 'high',
  expects: text(
    'echo, discard, daytime, chargen 서비스가 실행되지 않고 시작되지도 않음',
    'echo, discard, daytime and chargen neither run nor would be started',
  ),
  remedy: text(
    '/etc/xinetd.d의 echo, discard, daytime, chargen 블록마다(tcp와 udp) disable = yes를 넣거나 inetd.conf의 줄을 주석으로 바꾸고 다시 시작합니다.',
    'Put disable = yes into every echo, discard, daytime and chargen block (tcp and udp) of /etc/xinetd.d, or comment the lines of inetd.conf out, and restart.',
  ),
  fix: {
    any: [
      "sed -i 's/disable\\s*=\\s*no/disable = yes/' /etc/xinetd.d/echo* /etc/xinetd.d/discard* /etc/xinetd.d/daytime* /etc/xinetd.d/chargen*",
      'systemctl restart xinetd',
    ],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: known }) {
    return judgeOff(
      known,
      text('DoS 공격에 취약한 서비스', 'echo, discard, daytime and chargen'),
      { units: names.flatMap((name) => [`${name}.socket`, `${name}.service`]), inetd: names },
      // Ports of RFC 862, 863, 867 and 864.
      { tcp: [7, 9, 13, 19], udp: [7, 9, 13, 19], servers: superServers },
    );
  },
});
