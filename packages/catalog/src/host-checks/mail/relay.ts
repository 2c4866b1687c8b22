// No open mail relay (KISA 2026 U-47, 2021 U-31).
import type { Judgement, Proof, SmtpServer } from '@bongsu/core';
import {
  eximSettings,
  fail,
  holdsEverybody,
  hostCheck,
  loopbackOnly,
  manual,
  pass,
  refusesStrangers,
  sendmailOption,
  text,
} from '@bongsu/core';
import { judgeMail } from '../../criteria/mail-in-use.ts';
import { worstOf } from '../../criteria/worst-of.ts';
import type { MailServers, Postfix } from '../../probes/mail-servers.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { services } from '../../probes/services.ts';

const foundMax = 120;
/** Built-in since Postfix 2.10 (postconf(5)); every supported distribution is as new. */
const relayBuiltIn = 'permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination';
const bounded = text('릴레이가 허용된 대상으로 제한됨', 'relaying is limited to permitted sources');
const loopback = text('메일 서버가 자기 자신의 주소에서만 받음', 'the mail server listens to the host itself only');

export const relay = hostCheck({
  id: 'mail.relay',
  title: text('스팸 메일 릴레이 제한', 'Mail relay restriction'),
  why: text(
    '누구나 릴레이할 수 있는 서버는 스팸 발송에 쓰이고 차단 목록에 오릅니다.',
    'An open relay sends the spam of strangers and ends on block lists.',
  ),
  importance: 'high',
  expects: text('SMTP 릴레이가 허용된 대상에게만 열려 있음', 'SMTP relaying is open to permitted sources only'),
  remedy: text(
    'Postfix: mynetworks를 필요한 대역으로 줄이고 smtpd_relay_restrictions에 reject_unauth_destination을 둡니다. Sendmail: Relaying denied 규칙과 /etc/mail/access를 둡니다. Exim: relay_from_hosts를 줄입니다.',
    'Postfix: narrow mynetworks and keep reject_unauth_destination in smtpd_relay_restrictions. Sendmail: keep the "Relaying denied" rule and /etc/mail/access. Exim: narrow relay_from_hosts.',
  ),
  fix: {
    any: [
      "postconf -e 'mynetworks = 127.0.0.0/8 [::1]/128'",
      "postconf -e 'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
      'systemctl reload postfix',
    ],
  },
  question: text('허용된 대역과 사용자만 릴레이할 수 있습니까?', 'May only permitted networks and users relay?'),
  needs: { services, mail: mailServers },
  judge({ services: seen, mail }) {
    return judgeMail(seen, (server, proofs) => {
      if (server === 'sendmail') return judgeSendmail(mail);
      return server === 'exim' ? judgeExim(mail) : judgePostfix(mail, proofs);
    });
  },
});

function judgePostfix({ postfix }: MailServers, running: readonly Proof[]): Judgement {
  if (!postfix)
    return manual(text('Postfix 설정 파일이 없음', 'Postfix runs without its files in /etc/postfix'), running);
  const judged = worstOf(postfix.servers.map((server) => judgeServer(postfix, server)));
  return (
    judged ??
    pass(text('Postfix가 SMTP로 받지 않음', 'Postfix takes no mail over SMTP'), [
      { source: '/etc/postfix/master.cf', found: 'no inet service runs smtpd' },
    ])
  );
}

function judgeServer(postfix: Postfix, server: SmtpServer): Judgement {
  const setting = (key: string, builtIn: string): { value: string; proof: Proof } => {
    const found = postfix.value(server, key);
    const value = found?.value ?? builtIn;
    const source = found?.source ?? '/etc/postfix/main.cf';
    return { value, proof: { source, found: `${server.name}: ${key} = ${value}${found ? '' : ' (built-in)'}` } };
  };
  // `127.0.0.1:10025`, `[::1]:25`; a bare port is taken on all of inet_interfaces.
  const host = server.name.split(':').slice(0, -1).join(':');
  const own: Proof = { source: server.source, found: server.name };
  const addresses = host === '' ? setting('inet_interfaces', 'all') : { value: host, proof: own };
  if (loopbackOnly(addresses.value)) return pass(loopback, [addresses.proof]);
  const networks = setting('mynetworks', 'own addresses');
  const relaying = setting('smtpd_relay_restrictions', relayBuiltIn);
  const recipients = setting('smtpd_recipient_restrictions', '');
  const evidence = [addresses.proof, networks.proof, relaying.proof, recipients.proof];
  if (holdsEverybody(networks.value))
    return fail(text('mynetworks가 모든 주소를 포함함', 'mynetworks holds every address'), evidence);
  return refusesStrangers(relaying.value) || refusesStrangers(recipients.value)
    ? pass(bounded, evidence)
    : fail(text('릴레이를 막는 제한이 없음', 'no restriction refuses strangers: an open relay'), evidence);
}

const denied = text('릴레이 거부 규칙이 없거나 주석임', 'the rule that denies relaying is missing or commented');

function judgeSendmail({ sendmailCf }: MailServers): Judgement {
  if (!sendmailCf) return fail(denied, [{ source: '/etc/mail/sendmail.cf', found: 'not there' }]);
  const rules = sendmailCf.lines.flatMap((line, index) =>
    /relaying denied/i.test(line)
      ? [{ source: `${sendmailCf.path}:${index + 1}`, found: line.trim().slice(0, foundMax), line }]
      : [],
  );
  const evidence: Proof[] = rules.map(({ source, found }) => ({ source, found, expected: 'an active rule' }));
  if (rules.some(({ line }) => line.startsWith('R'))) return pass(bounded, evidence);
  if (rules.length === 0) evidence.push({ source: sendmailCf.path, found: 'no "Relaying denied" rule' });
  const ports = sendmailOption(sendmailCf, 'DaemonPortOptions');
  // Sendmail looks at the first letter of a field: A, Addr and Address are one.
  const addresses = ports.map(({ value }) => /\bA\w*=([^,\s]+)/i.exec(value)?.[1] ?? 'any');
  evidence.push(...ports.map(({ value, source }) => ({ source, found: `DaemonPortOptions=${value}` })));
  return loopbackOnly(addresses.join(' ')) ? pass(loopback, evidence) : fail(denied, evidence);
}

function judgeExim({ eximConf }: MailServers): Judgement {
  if (!eximConf)
    return manual(text('Exim 설정 파일이 없음', 'the configuration of Exim is not where it is known to be'), [
      { source: 'exim.conf', found: 'not there' },
    ]);
  const settings = eximSettings(eximConf);
  const find = (key: string) => settings.find((setting) => setting.key === key);
  const interfaces = find('local_interfaces');
  const acl = find('acl_smtp_rcpt');
  const hosts = find('relay_from_hosts');
  const evidence: Proof[] = [interfaces, acl, hosts].flatMap((setting) =>
    setting ? [{ source: setting.source, found: `${setting.key} = ${setting.value}` }] : [],
  );
  if (interfaces && loopbackOnly(items(interfaces.value).join(' '))) return pass(loopback, evidence);
  if (hosts && items(hosts.value).some((host) => host === '*' || host.endsWith('/0')))
    return fail(text('relay_from_hosts가 모든 주소를 포함함', 'relay_from_hosts holds every address'), evidence);
  if (!acl)
    return pass(text('acl_smtp_rcpt가 없어 모든 수신이 거부됨', 'without acl_smtp_rcpt Exim refuses every recipient'), [
      ...evidence,
      { source: eximConf.path, found: 'acl_smtp_rcpt unset' },
    ]);
  if (hosts) return pass(bounded, evidence);
  return manual(
    text(
      'relay_from_hosts가 없음: ACL이 릴레이를 어떻게 제한하는지 확인 필요',
      'there is no relay_from_hosts: how does the ACL limit relaying?',
    ),
    evidence,
  );
}

/** A list of Exim: between colons, where one of an address is doubled, or by `<;` between semicolons (Exim specification 6.21). */
function items(list: string): string[] {
  return list
    .replace('<;', '')
    .replaceAll('::::', '::')
    .split(/[\s;]|(?<!:):(?!:)/);
}
