// rlogin, rsh and rexec are off (KISA 2026 U-36, 2021 U-21).
import { hostCheck, text } from '@bongsu/core';
import { judgeRServicesOff } from '../../criteria/r-services.ts';
import { services } from '../../probes/services.ts';

export const rCommands = hostCheck({
  id: 'service.r-commands',
  title: text('r 계열 서비스 비활성화', 'The r services are off'),
  why: text(
    'rlogin·rsh·rexec는 주소만 믿고 평문으로 통신하므로 주소를 속이면 인증 없이 들어올 수 있습니다.',
    'rlogin, rsh and rexec trust an address and speak in clear text: whoever forges the address is let in.',
  ),
  importance: 'high',
  expects: text(
    'rlogin, rsh, rexec 서비스가 실행되지 않고 시작되지도 않음',
    'rlogin, rsh and rexec neither run nor would be started',
  ),
  remedy: text(
    'systemctl disable --now rlogin.socket rsh.socket rexec.socket, 또는 xinetd·inetd 설정에서 login, shell, exec를 끄고 SSH로 바꿉니다.',
    'systemctl disable --now rlogin.socket rsh.socket rexec.socket, or turn login, shell and exec off in the files of xinetd or inetd, and use SSH.',
  ),
  fix: {
    any: ['systemctl disable --now rlogin.socket rsh.socket rexec.socket'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge: ({ services: known }) => judgeRServicesOff(known),
});
