// Cases of account.unneeded-accounts.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const redHat =
  'lp:x:4:7:lp:/var/spool/lpd:/sbin/nologin\nsync:x:5:0:sync:/sbin:/bin/sync\nshutdown:x:6:0:shutdown:/sbin:/sbin/shutdown\nhalt:x:7:0:halt:/sbin:/sbin/halt\ngames:x:12:100:games:/usr/games:/sbin/nologin\nftp:x:14:50::/var/ftp:/sbin/nologin\noperator:x:11:0::/root:/sbin/nologin\n';
const debian =
  'lp:x:7:7:lp:/var/spool/lpd:/usr/sbin/nologin\nuucp:x:10:10:uucp:/var/spool/uucp:/usr/sbin/nologin\nlist:x:38:38::/var/list:/usr/sbin/nologin\n';
const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';
const lastlog = `Username         Port     From             Latest
root             pts/0    10.0.0.7         Mon Nov  3 10:00:00 +0900 2025
lp                                         **Never logged in**
kim              pts/1    10.0.0.7         Tue Jan  2 03:04:05 +0000 2024
lee                                        **Never logged in**
`;

function files(passwd: string, shadow = ''): Record<string, string> {
  return {
    '/etc/passwd': root + passwd,
    '/etc/group': 'root:x:0:\n',
    '/etc/shadow': `root:locked:19700:0:99999:7::\n${shadow}`,
  };
}

export const unneededAccountsCases: readonly HostCase[] = [
  {
    name: 'stock accounts alone fail nobody',
    host: rocky9,
    files: files(redHat),
    expect: 'pass',
    because: 'lp UID 4: /sbin/nologin',
    trap: 'U-49(2)',
  },
  { name: 'stock accounts alone fail nobody', host: debian12, files: files(debian), expect: 'pass', trap: 'U-49(2)' },
  { name: 'an image', host: image(al2023), files: files(redHat), expect: 'pass' },
  {
    name: 'who can log in is asked about, with the last login',
    host: ubuntu22,
    files: files(kim, 'kim:sha512:19700:0:99999:7::\n'),
    commands: { lastlog: { stdout: lastlog } },
    expect: 'manual',
    because: 'kim UID 1000: /bin/bash, password sha512, last login Tue Jan  2 03:04:05 +0000 2024',
    trap: 'U-49(1)',
  },
  {
    name: 'never logged in, by lastlog2',
    host: ubuntu24,
    files: files('lee:x:1001:1001::/home/lee:/bin/bash\n', 'lee:locked:19700:0:99999:7::\n'),
    commands: { lastlog2: { stdout: lastlog } },
    expect: 'manual',
    because: 'password locked, last login never',
    trap: 'U-49(3)',
  },
  {
    name: 'the limits of lastlog are told',
    host: al2,
    files: files(kim),
    commands: { lastlog: { stdout: lastlog } },
    expect: 'manual',
    because: 'knows nothing of SSM Session Manager',
    trap: 'U-49(3)',
  },
  {
    name: 'no lastlog, an image',
    host: image(ubuntu24),
    files: files(kim),
    expect: 'manual',
    because: 'last login not told',
  },
  {
    name: 'a lastlog that failed tells nothing',
    host: al2023,
    files: files(kim),
    commands: { lastlog: { exitCode: 124, stdout: lastlog } },
    expect: 'manual',
    because: 'last login not told',
  },
  {
    name: 'a default account that the guide names can log in',
    host: rocky8,
    files: files('nuucp:x:9:9::/var/spool/uucp:/usr/lib/uucp/uucico\n'),
    expect: 'fail',
    because: 'nuucp',
  },
  {
    name: 'an empty shell is /bin/sh',
    host: debian12,
    files: files('uucp:x:10:10::/var/spool/uucp:\n'),
    expect: 'fail',
    because: 'uucp',
  },
  {
    name: 'a # before the line removes nothing',
    host: ubuntu22,
    files: files('#old:x:1003:1003::/home/old:/bin/bash\n# just a note: nothing\n'),
    expect: 'manual',
    because: 'old: commented out, not removed',
    trap: 'U-49(4)',
  },
  { name: 'NIS entries are no local accounts', host: rocky8, files: files('+::::::\n'), expect: 'pass' },
  { name: 'CRLF', host: ubuntu22, files: files('lp:x:7:7::/:/usr/sbin/nologin\r\n'), expect: 'pass' },
  {
    name: 'accounts that cannot be read',
    host: rocky9,
    files: { ...files(''), '/etc/passwd': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'shadow that cannot be read',
    host: rocky9,
    files: { ...files(kim), '/etc/shadow': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'accounts that are known to be needed',
    host: ubuntu22,
    files: files('kim:x:1000:1000::/home/kim:/bin/bash\n'),
    parameters: { needed: ['kim'] },
    expect: 'pass',
    because: 'known to be needed: kim',
  },
  {
    name: 'one of two is known',
    host: rocky9,
    files: files('kim:x:1000:1000::/home/kim:/bin/bash\nlee:x:1001:1001::/home/lee:/bin/bash\n'),
    parameters: { needed: ['kim'] },
    expect: 'manual',
    because: 'needed: lee?',
  },
  {
    name: 'a default account that the policy adds',
    host: al2,
    files: files('guest:x:1000:1000::/home/guest:/bin/sh\n'),
    parameters: { defaults: ['guest'] },
    expect: 'fail',
    because: 'guest',
  },
  {
    name: 'a UID that is no number is shown as such',
    host: al2,
    files: files('kim:x:10oo:1000::/home/kim:/bin/bash\n'),
    expect: 'manual',
    because: 'kim UID ?: /bin/bash',
  },
];
