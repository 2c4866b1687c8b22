// The rule that the mail items share: only the mail server that runs, or would, is judged.
import type { Judgement, Proof } from '@bongsu/core';
import { manual, notApplicable, text } from '@bongsu/core';
import type { HostServices, ServiceNames } from '../probes/services.ts';
import { worstOf } from './worst-of.ts';

export type MailServer = 'postfix' | 'sendmail' | 'exim';

// /usr/sbin/sendmail is a wrapper of Postfix and Exim too: it tells nothing.
const names: Readonly<Record<MailServer, ServiceNames>> = {
  postfix: { units: ['postfix.service', 'postfix@-.service'], programs: ['/usr/sbin/postfix'] },
  sendmail: { units: ['sendmail.service'] },
  exim: { units: ['exim4.service', 'exim.service'], programs: ['/usr/sbin/exim4', '/usr/sbin/exim'] },
};
const servers: readonly MailServer[] = ['postfix', 'sendmail', 'exim'];
/** SMTP, submissions and submission (RFC 8314). */
const ports = [25, 465, 587];

/** The mail servers in use. */
export function mailInUse(
  services: HostServices,
): { readonly server: MailServer; readonly proofs: readonly Proof[] }[] {
  return servers
    .map((server) => ({ server, ...services.use(names[server]) }))
    .filter(({ state }) => state === 'on')
    .map(({ server, proofs }) => ({ server, proofs }));
}

/** Judges Sendmail alone, as the 2021 edition asks; another server that runs is named. */
export function judgeSendmailAlone(services: HostServices, judge: (proofs: readonly Proof[]) => Judgement): Judgement {
  return judgeMail(services, (server, proofs) =>
    server === 'sendmail'
      ? judge(proofs)
      : notApplicable(
          text(
            `Sendmail이 켜져 있지 않음(${server}가 켜져 있으나 2021년 가이드는 Sendmail만 점검함)`,
            `Sendmail is not on (${server} is, but the 2021 edition asks about Sendmail alone)`,
          ),
          proofs,
        ),
  );
}

/** Judges each mail server in use; none is not applicable, and a mail port of somebody else is for a person. */
export function judgeMail(
  services: HostServices,
  judge: (server: MailServer, proofs: readonly Proof[]) => Judgement,
): Judgement {
  const worst = worstOf(mailInUse(services).map(({ server, proofs }) => judge(server, proofs)));
  if (worst) return worst;
  const strangers = services.listeners.filter(({ protocol, port }) => protocol === 'tcp' && ports.includes(port));
  if (strangers.length > 0)
    return manual(
      text(
        '알려진 메일 서버는 꺼져 있으나 메일 포트가 열려 있음: 어떤 서버인지 확인 필요',
        'no mail server that is known runs, yet a mail port listens: which server is it?',
      ),
      strangers.map(({ address, port }) => ({ source: 'ss -l -n -t', found: `tcp ${address}:${port}` })),
    );
  return notApplicable(
    text('메일 서버가 켜져 있지 않음', 'no mail server is on'),
    servers.flatMap((server) => services.use(names[server]).proofs),
  );
}
