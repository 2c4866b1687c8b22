// No Samba share lets guests in (KISA 2026 U-35, the part on Samba). `map to guest` alone opens no share: it is shown, not judged.
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { sambaGuests } from '../../probes/samba-guests.ts';
import { services } from '../../probes/services.ts';

const shownMax = 20;

export const anonymousSamba = hostCheck({
  id: 'service.anonymous-samba',
  title: text('Samba 익명 접근 제한', 'No guest access over Samba'),
  why: text(
    '비밀번호 없이 공유 폴더를 읽고 쓸 수 있어 유출과 랜섬웨어 확산의 통로가 됩니다.',
    'Shares that need no password leak files and spread malware.',
  ),
  importance: 'high',
  expects: text('Samba가 켜져 있지 않거나 모든 공유가 guest ok = no', 'Samba is off, or every share has guest ok = no'),
  remedy: text(
    'smb.conf의 공유마다(전역의 guest ok도) guest ok = no, 전역에 map to guest = never를 두고 smbcontrol all reload-config.',
    'Set guest ok = no in every share of smb.conf (and in its global section), map to guest = never in the global section, then smbcontrol all reload-config.',
  ),
  fix: {
    any: ['testparm -s | grep -n "guest ok"', 'smbcontrol all reload-config'],
  },
  question: text('Samba 공유에 손님(guest) 접근이 없습니까?', 'Is no Samba share open to guests?'),
  needs: { services, samba: sambaGuests },
  judge({ services: known, samba }) {
    const server = known.use({
      units: ['smb.service', 'smbd.service', 'samba.service', 'samba-ad-dc.service'],
      programs: ['/usr/sbin/smbd'],
    });
    const ports = known.listeners
      .filter((one) => one.protocol === 'tcp' && [139, 445].includes(one.port) && one.programs.includes('smbd'))
      .map((one) => ({ source: `ss -l -n -p tcp/${one.port}`, found: 'smbd' }));
    if (server.state !== 'on' && ports.length === 0)
      return pass(text('Samba가 켜져 있지 않음', 'Samba is not on'), server.proofs);
    if (samba.open.length > 0)
      return fail(text('손님 접근을 허용하는 Samba 공유가 있음', 'a Samba share lets guests in'), [
        ...samba.open.slice(0, shownMax),
        ...samba.settings,
      ]);
    const evidence = [...server.proofs, ...ports, ...samba.settings];
    if (samba.elsewhere)
      return manual(
        text(
          'smb.conf 밖의 설정(include, registry, copy)이 손님 접근을 허용하는지 확인 필요',
          'do the settings outside smb.conf (include, registry, copy) let guests in?',
        ),
        [...evidence, samba.elsewhere],
      );
    return pass(text('손님 접근을 허용하는 Samba 공유가 없음', 'no Samba share lets guests in'), evidence);
  },
});
