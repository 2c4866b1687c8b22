// The automount daemon of autofs is off (KISA 2026 U-41, 2021 U-26). Automount units of systemd and the options of fstab are not autofs.
import { hostCheck, text } from '@bongsu/core';
import { judgeOff } from '../../criteria/service-off.ts';
import { services } from '../../probes/services.ts';

export const automount = hostCheck({
  id: 'service.automount',
  title: text('불필요한 automountd 제거', 'The automount daemon is off'),
  why: text(
    'automountd의 RPC 취약점과 자동으로 붙는 원격 파일 시스템은 침입 경로가 됩니다.',
    'Faults of the automounter, and remote file systems that mount themselves, are ways in.',
  ),
  importance: 'high',
  expects: text('autofs 서비스가 실행되지 않고 시작되지도 않음', 'autofs neither runs nor would be started'),
  remedy: text(
    '쓰는 곳이 없는지 /etc/auto.master를 확인하고 systemctl disable --now autofs.',
    'Make sure from /etc/auto.master that nobody uses it, then systemctl disable --now autofs.',
  ),
  fix: {
    any: ['systemctl disable --now autofs'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services },
  judge({ services: known }) {
    return judgeOff(known, text('automountd 서비스', 'automount daemon'), {
      units: ['autofs.service', 'am-utils.service'],
      programs: ['/usr/sbin/automount'],
    });
  },
});
