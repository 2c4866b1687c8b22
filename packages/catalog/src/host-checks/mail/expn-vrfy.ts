// EXPN and VRFY are refused (KISA 2026 U-48; the 2021 edition asks about Sendmail alone).
import type { Judgement, Proof } from '@bongsu/core';
import { eximSettings, fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { judgeMail } from '../../criteria/mail-in-use.ts';
import { judgeExpnVrfy } from '../../criteria/sendmail-privacy.ts';
import type { MailServers } from '../../probes/mail-servers.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { services } from '../../probes/services.ts';

const refused = text('EXPN, VRFY 명령이 거부됨', 'EXPN and VRFY are refused');

export const expnVrfy = hostCheck({
  id: 'mail.expn-vrfy',
  title: text('expn, vrfy 명령어 제한', 'EXPN and VRFY are refused'),
  why: text(
    'EXPN과 VRFY로 어떤 계정이 있는지 물어볼 수 있습니다.',
    'EXPN and VRFY tell a stranger which accounts there are.',
  ),
  importance: 'medium',
  expects: text('SMTP 서버가 EXPN과 VRFY에 답하지 않음', 'the SMTP server answers neither EXPN nor VRFY'),
  remedy: text(
    'Sendmail: PrivacyOptions에 noexpn,novrfy(또는 goaway). Postfix: disable_vrfy_command = yes. Exim: acl_smtp_vrfy, acl_smtp_expn을 지우거나 deny로 둡니다.',
    'Sendmail: noexpn,novrfy (or goaway) in PrivacyOptions. Postfix: disable_vrfy_command = yes. Exim: remove acl_smtp_vrfy and acl_smtp_expn, or set them to deny.',
  ),
  fix: {
    any: ['postconf -e disable_vrfy_command=yes', 'systemctl reload postfix'],
  },
  question: text('메일 서버가 EXPN과 VRFY를 거부합니까?', 'Does the mail server refuse EXPN and VRFY?'),
  needs: { services, mail: mailServers },
  judge({ services: seen, mail }) {
    return judgeMail(seen, (server, proofs) => {
      if (server === 'sendmail') return judgeExpnVrfy(mail);
      return server === 'exim' ? judgeExim(mail) : judgePostfix(mail, proofs);
    });
  },
});

function judgePostfix({ postfix }: MailServers, running: readonly Proof[]): Judgement {
  if (!postfix)
    return manual(text('Postfix 설정 파일이 없음', 'Postfix runs without its files in /etc/postfix'), running);
  // Postfix has no EXPN at all (postconf(5), disable_vrfy_command: built-in no).
  const values = postfix.servers.map((server) => ({ server, set: postfix.value(server, 'disable_vrfy_command') }));
  const evidence: Proof[] = values.map(({ server, set }) => ({
    source: set?.source ?? '/etc/postfix/main.cf',
    found: `${server.name}: disable_vrfy_command = ${set?.value ?? 'no (built-in)'}`,
    expected: 'yes',
  }));
  if (values.length === 0)
    return pass(text('Postfix가 SMTP로 받지 않음', 'Postfix takes no mail over SMTP'), [
      { source: '/etc/postfix/master.cf', found: 'no inet service runs smtpd' },
    ]);
  return values.every(({ set }) => set?.value.toLowerCase() === 'yes')
    ? pass(refused, evidence)
    : fail(
        text(
          'Postfix가 VRFY에 답함(기본값 no는 기준에 어긋남)',
          'Postfix answers VRFY (its built-in "no" is against the letter)',
        ),
        evidence,
      );
}

const answering = ['acl_smtp_vrfy', 'acl_smtp_expn'];

function judgeExim({ eximConf }: MailServers): Judgement {
  if (!eximConf)
    return manual(text('Exim 설정 파일이 없음', 'the configuration of Exim is not where it is known to be'), [
      { source: 'exim.conf', found: 'not there' },
    ]);
  // Both commands are refused where no ACL is named (Exim specification, chapter 44).
  const acls = eximSettings(eximConf).filter(({ key, value }) => answering.includes(key) && value !== '');
  const evidence: Proof[] =
    acls.length > 0
      ? acls.map(({ key, value, source }) => ({ source, found: `${key} = ${value}`, expected: 'unset or deny' }))
      : [{ source: eximConf.path, found: 'acl_smtp_vrfy and acl_smtp_expn unset: refused' }];
  if (acls.every(({ value }) => value === 'deny')) return pass(refused, evidence);
  if (acls.some(({ value }) => value.split(' ')[0] === 'accept'))
    return fail(text('Exim ACL이 VRFY나 EXPN을 허용함', 'an ACL of Exim accepts VRFY or EXPN'), evidence);
  return manual(text('이름으로 지정된 ACL이 누구에게 답하는지 확인 필요', 'whom does the named ACL answer?'), evidence);
}
