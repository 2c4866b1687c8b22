// The finger service is off (KISA 2026 U-34, 2021 U-19).
import { fail, hostCheck, pass, text } from '@bongsu/core';
import { services } from '../../probes/services.ts';

export const finger = hostCheck({
  id: 'service.finger',
  title: text('Finger 서비스 비활성화', 'The finger service is off'),
  why: text(
    'finger는 인증 없이 계정 이름과 접속 시각을 알려 줍니다.',
    'finger tells account names and login times to anybody who asks.',
  ),
  importance: 'high',
  expects: text('finger 서비스가 실행되지 않고 시작되지도 않음', 'finger neither runs nor would be started'),
  remedy: text(
    'systemctl disable --now finger.socket, 또는 /etc/xinetd.d/finger에 disable = yes를 넣고 xinetd를 다시 시작합니다.',
    'systemctl disable --now finger.socket, or put disable = yes into /etc/xinetd.d/finger and restart xinetd.',
  ),
  fix: {
    any: ['systemctl disable --now finger.socket'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: { use } }) {
    const { state, proofs } = use({
      units: ['finger.socket', 'finger.service', 'fingerd.service'],
      inetd: ['finger'],
      programs: ['/usr/sbin/in.fingerd'],
    });
    return state === 'on'
      ? fail(text('finger 서비스가 켜져 있음', 'the finger service is on'), proofs)
      : pass(text('finger 서비스가 켜져 있지 않음', 'the finger service is not on'), proofs);
  },
});
