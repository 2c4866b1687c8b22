// What each network service says before its login, for the rule that all of them warn.
import type { NamedStatement, Proof, WarningState } from '@bongsu/core';
import {
  eximSettings,
  namedStatement,
  sendmailOption,
  settingLast,
  settingSource,
  sshdGlobal,
  warningState,
} from '@bongsu/core';
import type { FtpServer, FtpServers } from '../probes/ftp-servers.ts';
import type { LoginTexts } from '../probes/login-texts.ts';
import type { MailServers } from '../probes/mail-servers.ts';
import type { SshServer } from '../probes/ssh-server.ts';
import type { MailServer } from './mail-in-use.ts';

export interface Greeting {
  readonly place: string;
  readonly state: WarningState;
  readonly proofs: readonly Proof[];
}

const expected = 'a warning';

function greeting(place: string, source: string, said: string | null): Greeting {
  const found = said === null ? 'unset' : said.trim() === '' ? 'empty' : said.trim().slice(0, 160);
  return { place, state: warningState(said ?? ''), proofs: [{ source, found, expected }] };
}

/** One of motd and issue is enough: a login at the host shows both. */
export function localGreeting(texts: LoginTexts): Greeting {
  const each = texts.local.map((file) => greeting('server', file.path, file.lines.join('\n')));
  const state = (['warns', 'unclear'] as const).find((one) => each.some((text) => text.state === one)) ?? 'silent';
  const proofs = each.flatMap((text) => text.proofs);
  return {
    place: 'server (motd, issue)',
    state,
    proofs: proofs.length > 0 ? proofs : [{ source: '/etc/motd, /etc/issue', found: 'not there', expected }],
  };
}

/** The built-in of Banner is none, and issue.net is shown only where Banner names it (sshd_config(5)). */
export function sshGreeting(ssh: SshServer, texts: LoginTexts): Greeting {
  const set = sshdGlobal(ssh.settings, 'banner');
  const value = ssh.effective?.get('banner') ?? set?.value ?? 'none';
  const source = set ? `${set.path}:${set.line}` : 'sshd_config';
  if (value.toLowerCase() === 'none') return greeting('SSH', source, null);
  return greeting('SSH', `${source} Banner ${value}`, texts.text(value));
}

export function telnetGreeting(texts: LoginTexts): Greeting {
  return greeting('Telnet', '/etc/issue.net', texts.text('/etc/issue.net'));
}

export function ftpGreeting(ftp: FtpServers, server: FtpServer): Greeting {
  if (server === 'vsftpd') {
    const file = settingLast(ftp.vsftpd, 'banner_file');
    const line = settingLast(ftp.vsftpd, 'ftpd_banner');
    if (file)
      return greeting('FTP', `${settingSource(file)} ${file.value}`, ftp.file(file.value)?.lines.join('\n') ?? '');
    return greeting('FTP', line ? settingSource(line) : ftp.mainOf(server) || 'vsftpd.conf', line?.value ?? null);
  }
  if (server === 'proftpd') {
    const ident = settingLast(ftp.proftpd, 'serverident');
    const own = /^on\s+(.+)$/i.exec(ident?.value ?? '')?.[1] ?? null;
    return greeting('FTP', ident ? settingSource(ident) : ftp.mainOf(server) || 'proftpd.conf', own);
  }
  return { place: 'FTP', state: 'unclear', proofs: [{ source: server, found: 'its greeting was not read', expected }] };
}

/** The built-in greetings of all three name the host and the product only. */
export function smtpGreeting(mail: MailServers, server: MailServer): Greeting {
  if (server === 'postfix') {
    const banner = mail.postfix?.value(mail.postfix.servers[0] ?? null, 'smtpd_banner') ?? null;
    const own = banner?.value.replace(/\$\{?[a-z_]+\}?|\bE?SMTP\b|\bPostfix\b|^\S*\.\S*/gi, '') ?? null;
    return greeting('SMTP', banner?.source ?? '/etc/postfix/main.cf', own);
  }
  const set =
    server === 'sendmail'
      ? sendmailOption(mail.sendmailCf, 'SmtpGreetingMessage')[0]
      : eximSettings(mail.eximConf).find(({ key }) => key === 'smtp_banner');
  const own = set?.value.replace(/\$\S+|\bE?SMTP\b|\b(?:Sendmail|Exim)\b/gi, '') ?? null;
  return greeting('SMTP', set?.source ?? `configuration of ${server}`, own);
}

/** The guide's place for DNS is the answer to a question for the version. */
export function dnsGreeting(statements: readonly NamedStatement[]): Greeting {
  const version = namedStatement(namedStatement(statements, 'options')?.block ?? [], 'version');
  return greeting('DNS', version?.source ?? 'named.conf options', version?.words.slice(1).join(' ') ?? null);
}
