// Ordinary users cannot run the queue of Sendmail (KISA 2021 U-32; the 2026 edition asks every mail server).
import { hostCheck, text } from '@bongsu/core';
import { judgeSendmailAlone } from '../../criteria/mail-in-use.ts';
import { judgeQueueRuns } from '../../criteria/sendmail-privacy.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { services } from '../../probes/services.ts';

export const sendmailQueue = hostCheck({
  id: 'mail.sendmail-queue',
  title: text('일반사용자의 Sendmail 실행 방지', 'Ordinary users cannot run the queue of Sendmail'),
  why: text(
    '일반 사용자가 메일 큐를 처리하면 메일을 잃거나 내용이 드러날 수 있습니다.',
    'A user who may run the queue can lose mail or look into it.',
  ),
  importance: 'high',
  expects: text(
    'Sendmail이 꺼져 있거나 PrivacyOptions에 restrictqrun이 있음',
    'Sendmail is off, or has restrictqrun in PrivacyOptions',
  ),
  remedy: text(
    'sendmail.cf의 O PrivacyOptions에 restrictqrun을 더하고 다시 시작합니다.',
    'Add restrictqrun to O PrivacyOptions of sendmail.cf and restart.',
  ),
  fix: { any: ['grep -n PrivacyOptions /etc/mail/sendmail.cf', 'systemctl restart sendmail'] },
  question: text('메일 포트를 연 서버가 Sendmail입니까?', 'Is the server at the mail port Sendmail?'),
  needs: { services, mail: mailServers },
  judge: ({ services: seen, mail }) => judgeSendmailAlone(seen, () => judgeQueueRuns(mail)),
});
