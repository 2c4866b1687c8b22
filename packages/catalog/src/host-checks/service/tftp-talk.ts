// tftp, talk and ntalk are off (KISA 2026 U-44, 2021 U-29). dnsmasq serves TFTP without a unit of that name, so the port is looked at too.
import { hostCheck, text } from '@bongsu/core';
import { judgeOff, superServers } from '../../criteria/service-off.ts';
import { services } from '../../probes/services.ts';

const talk = ['talk', 'ntalk', 'talkd', 'ntalkd'];

export const tftpTalk = hostCheck({
  id: 'service.tftp-talk',
  title: text('tftp, talk 서비스 비활성화', 'tftp and talk are off'),
  why: text(
    'tftp는 인증 없이 파일을 주고받고, talk는 인증 없이 사용자에게 메시지를 보냅니다.',
    'tftp hands files out and takes them in without authentication; talk reaches users without any.',
  ),
  importance: 'high',
  expects: text(
    'tftp, talk, ntalk 서비스가 실행되지 않고 시작되지도 않음',
    'tftp, talk and ntalk neither run nor would be started',
  ),
  remedy: text(
    'systemctl disable --now tftp.socket tftp.service tftpd-hpa atftpd ntalk.socket 가운데 있는 것을 끄고, xinetd·inetd의 항목과 dnsmasq의 enable-tftp도 끕니다.',
    'systemctl disable --now whichever of tftp.socket, tftp.service, tftpd-hpa, atftpd and ntalk.socket is there; turn entries of xinetd and inetd and enable-tftp of dnsmasq off too.',
  ),
  fix: {
    any: [
      'systemctl disable --now tftp.socket',
      'systemctl disable --now tftpd-hpa',
      'systemctl disable --now ntalk.socket',
    ],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: known }) {
    const units = ['tftp', 'tftpd-hpa', 'atftpd', 'tftpd', ...talk].flatMap((name) => [
      `${name}.socket`,
      `${name}.service`,
    ]);
    return judgeOff(
      known,
      text('tftp 또는 talk 서비스', 'tftp and talk'),
      { units, inetd: ['tftp', ...talk], programs: ['/usr/sbin/in.tftpd'] },
      {
        udp: [69, 517, 518],
        servers: [...superServers, 'in.tftpd', 'tftpd', 'atftpd', 'dnsmasq', 'in.talkd', 'in.ntalkd', 'talkd'],
      },
    );
  },
});
