// A warning is shown at login by the server and by Telnet, FTP, SMTP and DNS where they run (KISA 2021 U-68, which does not name SSH).
import { hostCheck, text } from '@bongsu/core';
import { greetingNeeds, greetingsNamed, judgeGreetings } from './parts/greetings.ts';

export const warning2021 = hostCheck({
  id: 'login.warning-2021',
  title: text('로그온 시 경고 메시지 제공', 'Warning banner at login (2021)'),
  why: text(
    '경고가 없으면 무단 접속자가 몰랐다고 주장할 수 있고, 배너의 시스템 정보는 공격에 쓰입니다.',
    'Without a warning an intruder may plead ignorance, and a stock banner tells what system this is.',
  ),
  importance: 'low',
  expects: text(
    '서버와 켜져 있는 Telnet·FTP·SMTP·DNS 서비스가 로그인 경고를 보임',
    'the server, and Telnet, FTP, SMTP and DNS where they run, show a warning',
  ),
  remedy: text(
    '경고 문구를 /etc/motd, /etc/issue, /etc/issue.net에 쓰고 ftpd_banner, smtpd_banner, named version에 지정합니다.',
    'Write the warning into /etc/motd, /etc/issue and /etc/issue.net; set ftpd_banner, smtpd_banner and version of named.',
  ),
  fix: {
    any: ["echo 'Authorized use only. All activity is logged.' | tee /etc/motd /etc/issue /etc/issue.net"],
  },
  question: text(
    '경고 문구가 허가받지 않은 사용을 금한다고 말합니까?',
    'Does the text warn off those who have no permission?',
  ),
  needs: greetingNeeds,
  judge(seen) {
    return judgeGreetings(greetingsNamed(seen));
  },
});
