// Warnings, stock texts of distributions, and what only a person can tell.
import { expect, it } from 'vitest';
import { warningState } from './warning-text.ts';

it.each([
  ['', 'silent'],
  ['Debian GNU/Linux 12 \\n \\l\n', 'silent'],
  ['\\S\nKernel \\r on an \\m (\\l)\n', 'silent'],
  ['Ubuntu 22.04.5 LTS \\n \\l', 'silent'],
  [
    '   ,     #_\n   ~\\_  ####_        Amazon Linux 2023\n  ~~  \\_#####\\\n  https://aws.amazon.com/linux/amazon-linux-2023',
    'silent',
  ],
  [
    'The programs included with the Debian GNU/Linux system are free software;\nthe exact distribution terms for each program are described in the\nindividual files in /usr/share/doc/*/copyright.\n\nDebian GNU/Linux comes with ABSOLUTELY NO WARRANTY, to the extent\npermitted by applicable law.\n',
    'silent',
  ],
  ['Welcome to our server', 'unclear'],
  ['Authorised people only', 'warns'],
  ['Authorized people only', 'warns'],
  ['no unauthorised access', 'warns'],
  ['no unauthorizeduse', 'warns'],
  ['\\S{PRETTY_NAME} \\4{eth0}', 'silent'],
  ['Kernel 6.1 on a (x86_64 box) on an host', 'unclear'],
  ['Rocky Linux 9 (Blue Onyx) on a 5.14', 'silent'],
  ['http://example.org/welcome-page', 'silent'],
  ['- - 1.2.3 == 4', 'silent'],
  ['\\n{a}b', 'silent'],
  ['\\s\\r', 'silent'],
  ['WARNING: Authorized users only. All activity is monitored.', 'warns'],
  ['비인가자의 접속을 금지합니다.', 'warns'],
  ['허가된 사용자만 접속할 수 있습니다', 'warns'],
])('%s is %s', (text, state) => expect(warningState(text)).toBe(state));
