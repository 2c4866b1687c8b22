// NIS is off, server and client (KISA 2026 U-43, 2021 U-28). NIS+ is accepted by the text, and does not exist on current Linux.
import { hostCheck, text } from '@bongsu/core';
import { judgeOff } from '../../criteria/service-off.ts';
import { registered } from '../../criteria/rpc-programs.ts';
import { rpc } from '../../probes/rpc.ts';
import { services } from '../../probes/services.ts';

/** Program numbers of /etc/rpc. */
const programs = new Map([
  [100004, 'ypserv'],
  [100007, 'ypbind'],
  [100009, 'yppasswdd'],
  [100028, 'rpc.ypupdated'],
  [100069, 'ypxfrd'],
]);

export const nis = hostCheck({
  id: 'service.nis',
  title: text('NIS, NIS+ 점검', 'NIS and NIS+ are off'),
  why: text(
    'NIS는 계정과 비밀번호 해시를 인증 없이 네트워크로 내줍니다.',
    'NIS hands accounts and password hashes out over the network without authentication.',
  ),
  importance: 'high',
  expects: text(
    'ypserv, ypbind, yppasswdd, ypxfrd, rpc.ypupdated가 실행되지 않고 시작되지도 않음',
    'ypserv, ypbind, yppasswdd, ypxfrd and rpc.ypupdated neither run nor would be started',
  ),
  remedy: text(
    '계정을 LDAP·SSSD 등으로 옮기고 systemctl disable --now ypbind ypserv yppasswdd ypxfrd, nsswitch.conf에서 nis를 지웁니다.',
    'Move the accounts to LDAP or SSSD, systemctl disable --now ypbind ypserv yppasswdd ypxfrd, and take nis out of nsswitch.conf.',
  ),
  fix: {
    any: ['systemctl disable --now ypbind ypserv yppasswdd ypxfrd'],
  },
  question: text(
    '이 서비스의 상태를 읽지 못한 까닭을 보고, 켜져 있는지 확인해 주십시오.',
    'Is this service on? Its state could not be told from the host alone.',
  ),
  needs: { services, rpc },
  judge({ services: known, rpc: mapped }) {
    // nis-domainname.service only sets a name and is enabled on every RHEL; it is not NIS.
    const daemons = ['ypserv', 'ypbind', 'yppasswdd', 'ypxfrd', 'ypupdated', 'rpc-ypupdated', 'nis'];
    return judgeOff(
      known,
      text('NIS 서비스', 'NIS'),
      {
        units: daemons.map((name) => `${name}.service`),
        inetd: ['ypupdated', 'rpc.ypupdated'],
        programs: ['/usr/sbin/ypserv', '/usr/sbin/ypbind'],
      },
      undefined,
      registered(mapped, programs),
    );
  },
});
