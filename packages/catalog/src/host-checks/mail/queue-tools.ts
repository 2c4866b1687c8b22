// Ordinary users cannot run the mail server's queue commands (KISA 2026 U-46; the 2021 edition asks about Sendmail alone).
import type { Judgement, Proof } from '@bongsu/core';
import { fail, hostCheck, manual, modeAndOwner, pass, text } from '@bongsu/core';
import { judgeMail } from '../../criteria/mail-in-use.ts';
import { judgeQueueRuns } from '../../criteria/sendmail-privacy.ts';
import type { MailServers } from '../../probes/mail-servers.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { services } from '../../probes/services.ts';

const tools = { postfix: '/usr/sbin/postsuper', exim: '/usr/sbin/exiqgrep' } as const;

export const queueTools = hostCheck({
  id: 'mail.queue-tools',
  title: text('일반 사용자의 메일 서비스 실행 방지', 'Ordinary users cannot run mail queue commands'),
  why: text(
    '일반 사용자가 메일 큐를 처리하거나 살펴보면 메일을 잃거나 내용이 드러날 수 있습니다.',
    'A user who may work on the mail queue can lose mail or look into it.',
  ),
  importance: 'high',
  expects: text(
    'sendmail은 PrivacyOptions에 restrictqrun, Postfix의 postsuper와 Exim의 exiqgrep은 others 실행 권한 없음',
    'sendmail has restrictqrun in PrivacyOptions; postsuper of Postfix and exiqgrep of Exim have no execute right for others',
  ),
  remedy: text(
    'sendmail.cf의 PrivacyOptions에 restrictqrun 추가, chmod o-x /usr/sbin/postsuper, chmod o-x /usr/sbin/exiqgrep',
    'Add restrictqrun to PrivacyOptions of sendmail.cf; chmod o-x /usr/sbin/postsuper; chmod o-x /usr/sbin/exiqgrep.',
  ),
  fix: {
    any: ['chmod o-x /usr/sbin/postsuper /usr/sbin/exiqgrep'],
  },
  question: text('일반 사용자가 메일 큐를 다루지 못합니까?', 'Are ordinary users kept from the mail queue?'),
  needs: { services, mail: mailServers },
  judge({ services: seen, mail }) {
    return judgeMail(seen, (server) => (server === 'sendmail' ? judgeQueueRuns(mail) : judgeTool(mail, tools[server])));
  },
});

function judgeTool(mail: MailServers, path: string): Judgement {
  const file = mail.tool(path);
  if (file?.type !== 'file')
    return manual(text(`${path}가 없음: 다른 곳에 있는지 확인 필요`, `${path} is not there: is it elsewhere?`), [
      { source: path, found: file?.state ?? 'not seen' },
    ]);
  const proof: Proof = { source: path, found: modeAndOwner(file), expected: 'no execute right for others' };
  if ((file.mode & 0o001) === 0)
    return pass(text(`${path}에 others 실행 권한이 없음`, `others have no execute right on ${path}`), [proof]);
  const stock = file.mode === 0o755;
  return fail(
    text(
      `others가 ${path}를 실행할 수 있음${stock ? '(배포판 기본 0755이나 기준에 어긋남)' : ''}`,
      `others may execute ${path}${stock ? ' (the stock mode 0755, against the letter)' : ''}`,
    ),
    [proof],
  );
}
