// Which places warn at login, of those that run: the server's own texts, and the greeting of each service.
import type { Judgement } from '@bongsu/core';
import { fail, manual, pass, text } from '@bongsu/core';
import { ftpInUse } from '../../../criteria/ftp-in-use.ts';
import type { Greeting } from '../../../criteria/greetings.ts';
import { dnsGreeting, ftpGreeting, localGreeting, smtpGreeting, telnetGreeting } from '../../../criteria/greetings.ts';
import { mailInUse } from '../../../criteria/mail-in-use.ts';
import { dnsUse } from '../../../criteria/dns-in-use.ts';
import type { FtpServers } from '../../../probes/ftp-servers.ts';
import { ftpServers } from '../../../probes/ftp-servers.ts';
import type { LoginTexts } from '../../../probes/login-texts.ts';
import { loginTexts } from '../../../probes/login-texts.ts';
import type { MailServers } from '../../../probes/mail-servers.ts';
import { mailServers } from '../../../probes/mail-servers.ts';
import type { NamedConfig } from '../../../probes/named-config.ts';
import { namedConfig } from '../../../probes/named-config.ts';
import type { HostServices } from '../../../probes/services.ts';
import { services } from '../../../probes/services.ts';
import type { SshServer } from '../../../probes/ssh-server.ts';
import { sshServer } from '../../../probes/ssh-server.ts';

export const greetingNeeds = {
  services,
  texts: loginTexts,
  ssh: sshServer,
  ftp: ftpServers,
  mail: mailServers,
  named: namedConfig,
};

interface Seen {
  readonly services: HostServices;
  readonly texts: LoginTexts;
  readonly ssh: SshServer;
  readonly ftp: FtpServers;
  readonly mail: MailServers;
  readonly named: NamedConfig;
}

/** The places that both editions name: the server, and Telnet, FTP, SMTP and DNS where they run. */
export function greetingsNamed({ services: seen, texts, ssh, ftp, mail, named }: Seen): Greeting[] {
  return [
    localGreeting(texts),
    ...(ssh.telnet === null ? [] : [telnetGreeting(texts)]),
    ...ftpInUse(seen).map(({ server }) => ftpGreeting(ftp, server)),
    ...mailInUse(seen).map(({ server }) => smtpGreeting(mail, server)),
    ...(dnsUse(seen).state === 'on' ? [dnsGreeting(named.statements ?? [])] : []),
  ];
}

export function judgeGreetings(greetings: readonly Greeting[]): Judgement {
  const evidence = greetings.flatMap(({ proofs }) => proofs);
  const places = (state: Greeting['state']): string =>
    [...new Set(greetings.filter((one) => one.state === state).map(({ place }) => place))].join(', ');
  if (places('silent') !== '')
    return fail(
      text(`경고 메시지가 없는 곳: ${places('silent')}`, `no warning is shown by: ${places('silent')}`),
      evidence,
    );
  if (places('unclear') !== '')
    return manual(
      text(
        `${places('unclear')}의 문구가 로그인 경고인지 확인 필요`,
        `is the text of these a warning: ${places('unclear')}?`,
      ),
      evidence,
    );
  return pass(text(`경고 메시지를 보임: ${places('warns')}`, `a warning is shown by: ${places('warns')}`), evidence);
}
