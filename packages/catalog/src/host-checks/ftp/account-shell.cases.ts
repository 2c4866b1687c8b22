// Cases of ftp.account-shell.
import type { HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const passwd = (line: string) => ({
  files: { '/etc/passwd': `root:x:0:0::/root:/bin/bash\n${line}`, '/etc/group': 'root:x:0:\n' },
});
const ftp = (shell: string) => passwd(`ftp:x:14:50:FTP User:/var/ftp:${shell}\n`);

export const accountShellCases: readonly HostCase[] = [
  { name: 'stock', host: al2, ...ftp('/sbin/nologin'), expect: 'pass' },
  { name: 'false', host: rocky9, ...ftp('/bin/false'), expect: 'pass' },
  { name: 'Debian', host: debian12, ...ftp('/usr/sbin/nologin'), expect: 'pass' },
  { name: 'a shell', host: rocky9, ...ftp('/bin/bash'), expect: 'fail' },
  { name: 'an empty field is /bin/sh', host: rocky9, ...ftp(''), expect: 'fail', because: '/bin/sh' },
  { name: 'a program that only sounds so', host: ubuntu22, ...ftp('/opt/nologin'), expect: 'fail' },
  {
    name: 'no such account',
    host: ubuntu22,
    ...passwd(''),
    expect: 'pass',
    because: 'no account ftp',
    trap: 'U-62(2)',
  },
  {
    name: 'names that contain ftp are others',
    host: debian12,
    ...passwd('ftpadmin:x:1000:1000::/home/a:/bin/bash\nproftpd:x:101:65534::/run/proftpd:/bin/sh\n'),
    expect: 'pass',
    trap: 'U-62(1)',
  },
  { name: 'an image', host: image(debian12), ...ftp('/bin/sh'), expect: 'fail' },
  { name: 'no passwd to read', host: al2, files: { '/etc/passwd': 'unreadable' }, expect: 'unknown' },
  ...['/bin/false', '/sbin/false', '/bin/nologin', '/sbin/nologin'].flatMap((shell): HostCase[] => [
    { name: shell, host: al2, ...ftp(shell), expect: 'pass' },
    { name: `/usr${shell}`, host: ubuntu22, ...ftp(`/usr${shell}`), expect: 'pass' },
    { name: `${shell}2`, host: rocky9, ...ftp(`${shell}2`), expect: 'fail' },
    { name: `/opt${shell}`, host: rocky9, ...ftp(`/opt${shell}`), expect: 'fail' },
  ]),
  {
    name: 'the name twice, once with a shell',
    host: al2,
    ...passwd('ftp:x:14:50::/var/ftp:/sbin/nologin\nftp:x:15:50::/var/ftp:/bin/bash\n'),
    expect: 'fail',
    because: 'ftp /bin/bash',
  },
];
