// A warning is shown at login by the server and by each service that runs, SSH among them (KISA 2026 U-62, whose samples set its Banner).
import { hostCheck, text } from '@bongsu/core';
import { sshGreeting } from '../../criteria/greetings.ts';
import { greetingNeeds, greetingsNamed, judgeGreetings } from './parts/greetings.ts';

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
  needs: greetingNeeds,
  judge(seen) {
    const { ssh, texts } = seen;
    const server = ssh.installed && ssh.mayRun ? [sshGreeting(ssh, texts)] : [];
    return judgeGreetings([...greetingsNamed(seen), ...server]);
  },
});
