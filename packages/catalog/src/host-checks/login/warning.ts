// A warning is shown at login by the server and by each service that runs (KISA 2026 U-62, 2021 U-68).
import { fail, hostCheck, manual, pass, text } from '@bongsu/core';
import { ftpInUse } from '../../criteria/ftp-in-use.ts';
import type { Greeting } from '../../criteria/greetings.ts';
import {
  dnsGreeting,
  ftpGreeting,
  localGreeting,
  smtpGreeting,
  sshGreeting,
  telnetGreeting,
} from '../../criteria/greetings.ts';
import { mailInUse } from '../../criteria/mail-in-use.ts';
import { dnsUse } from '../../criteria/dns-in-use.ts';
import { ftpServers } from '../../probes/ftp-servers.ts';
import { loginTexts } from '../../probes/login-texts.ts';
import { mailServers } from '../../probes/mail-servers.ts';
import { namedConfig } from '../../probes/named-config.ts';
import { services } from '../../probes/services.ts';
import { sshServer } from '../../probes/ssh-server.ts';

export const warning = hostCheck({
  id: 'login.warning',
  title: text('로그인 시 경고 메시지 설정', 'Warning banner at login'),
  why: text(
    '경고가 없으면 무단 접속자가 몰랐다고 주장할 수 있고, 배너의 시스템 정보는 공격에 쓰입니다.',
    'Without a warning an intruder may plead ignorance, and a stock banner tells what system this is.',
  ),
  importance: 'low',
  expects: text(
    '서버와 켜져 있는 SSH·Telnet·FTP·SMTP·DNS 서비스가 로그인 경고를 보임',
    'the server, and SSH, Telnet, FTP, SMTP and DNS where they run, show a warning',
  ),
  remedy: text(
    '경고 문구를 /etc/motd, /etc/issue, /etc/issue.net에 쓰고 sshd Banner, ftpd_banner, smtpd_banner, named version에 지정합니다.',
    'Write the warning into /etc/motd, /etc/issue and /etc/issue.net; set Banner of sshd, ftpd_banner, smtpd_banner and version of named.',
  ),
  fix: {
    any: [
      "echo 'Authorized use only. All activity is logged.' | tee /etc/motd /etc/issue /etc/issue.net",
      "echo 'Banner /etc/issue.net' > /etc/ssh/sshd_config.d/10-banner.conf",
      'systemctl reload sshd',
    ],
  },
  question: text(
    '경고 문구가 허가받지 않은 사용을 금한다고 말합니까?',
    'Does the text warn off those who have no permission?',
  ),
  needs: { services, texts: loginTexts, ssh: sshServer, ftp: ftpServers, mail: mailServers, named: namedConfig },
  judge({ services: seen, texts, ssh, ftp, mail, named }) {
    const greetings: Greeting[] = [
      localGreeting(texts),
      ...(ssh.installed && ssh.mayRun ? [sshGreeting(ssh, texts)] : []),
      ...(ssh.telnet === null ? [] : [telnetGreeting(texts)]),
      ...ftpInUse(seen).map(({ server }) => ftpGreeting(ftp, server)),
      ...mailInUse(seen).map(({ server }) => smtpGreeting(mail, server)),
      ...(dnsUse(seen).state === 'on' ? [dnsGreeting(named.statements ?? [])] : []),
    ];
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
  },
});
