// Sendmail refuses EXPN and VRFY (KISA 2021 U-70; the 2026 edition asks every mail server).
import { hostCheck, text } from '@bongsu/core';
import { judgeSendmailAlone } from '../../criteria/mail-in-use.ts';
import { judgeExpnVrfy } from '../../criteria/sendmail-privacy.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { services } from '../../probes/services.ts';

export const sendmailExpnVrfy = hostCheck({
  id: 'mail.sendmail-expn-vrfy',
  title: text('expn, vrfy 명령어 제한(Sendmail)', 'Sendmail refuses EXPN and VRFY'),
  why: text(
    'EXPN과 VRFY로 어떤 계정이 있는지 물어볼 수 있습니다.',
    'EXPN and VRFY tell a stranger which accounts there are.',
  ),
  importance: 'medium',
  expects: text(
    'Sendmail이 꺼져 있거나 PrivacyOptions에 noexpn,novrfy(또는 goaway)가 있음',
    'Sendmail is off, or has noexpn,novrfy (or goaway) in PrivacyOptions',
  ),
  remedy: text(
    'sendmail.cf의 O PrivacyOptions에 noexpn,novrfy를 더하고 다시 시작합니다.',
    'Add noexpn,novrfy to O PrivacyOptions of sendmail.cf and restart.',
  ),
  fix: { any: ['grep -n PrivacyOptions /etc/mail/sendmail.cf', 'systemctl restart sendmail'] },
  question: text('메일 포트를 연 서버가 Sendmail입니까?', 'Is the server at the mail port Sendmail?'),
  needs: { services, mail: mailServers },
  judge: ({ services: seen, mail }) => judgeSendmailAlone(seen, () => judgeExpnVrfy(mail)),
});
