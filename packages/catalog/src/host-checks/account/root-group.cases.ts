// Cases of account.root-group.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const stock =
  'sync:x:5:0:sync:/sbin:/bin/sync\nshutdown:x:6:0:shutdown:/sbin:/sbin/shutdown\nhalt:x:7:0:halt:/sbin:/sbin/halt\noperator:x:11:0:operator:/root:/sbin/nologin\n';

function files(passwd = '', group = 'root:x:0:\n'): Record<string, string> {
  return { '/etc/passwd': root + passwd, '/etc/group': group };
}

export const rootGroupCases: readonly HostCase[] = [
  { name: 'root alone', host: debian12, files: files(), expect: 'pass', trap: 'U-50(3)' },
  {
    name: 'the stock accounts with GID 0',
    host: al2023,
    files: files(stock),
    expect: 'pass',
    because: 'operator',
    trap: 'U-50(1)',
  },
  { name: 'an image', host: image(rocky9), files: files(stock), expect: 'pass' },
  { name: 'root named as a member of its own group', host: al2, files: files('', 'root:x:0:root\n'), expect: 'pass' },
  {
    name: 'a second group of a member',
    host: ubuntu22,
    files: files('kim:x:1000:1000::/home/kim:/bin/bash\n', 'root:x:0:kim\n'),
    expect: 'manual',
    because: 'kim?',
    trap: 'U-50(1) U-50(3)',
  },
  {
    name: 'a primary group is only in passwd',
    host: ubuntu22,
    files: files('kim:x:1000:0::/home/kim:/bin/bash\n'),
    expect: 'manual',
    because: 'kim: primary group 0',
    trap: 'U-50(1)',
  },
  {
    name: 'a stock name with a login shell is no stock account',
    host: rocky8,
    files: files('operator:x:11:0:operator:/root:/bin/bash\n'),
    expect: 'manual',
    because: 'operator',
  },
  {
    name: 'what is stock on one family is not on another',
    host: debian12,
    files: files('operator:x:11:0:operator:/root:/usr/sbin/nologin\n'),
    expect: 'manual',
  },
  {
    name: 'another name for GID 0, written as 00',
    host: rocky9,
    files: files('', 'root:x:0:\ntoor:x:00:lee\n'),
    expect: 'manual',
    because: 'lee?',
  },
  {
    name: 'wheel and sudo are shown and not judged',
    host: al2,
    files: files('', 'root:x:0:\nwheel:x:10:ec2-user\n'),
    expect: 'pass',
    because: 'wheel GID 10: ec2-user',
    trap: 'U-50(2)',
  },
  {
    name: 'comments and NIS entries',
    host: rocky8,
    files: files('#kim:x:1000:0::/:/bin/sh\n+lee::::::\n', 'root:x:0:\n#root:x:0:kim\n'),
    expect: 'pass',
  },
  { name: 'CRLF', host: ubuntu22, files: files('', 'root:x:0:kim\r\n'), expect: 'manual', because: 'kim?' },
  {
    name: 'no group file',
    host: debian12,
    files: { ...files(), '/etc/group': 'absent' },
    expect: 'pass',
    because: 'no group with GID 0',
  },
  {
    name: 'groups that cannot be read',
    host: debian12,
    files: { ...files(), '/etc/group': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a member that the policy needs',
    host: ubuntu22,
    files: files('', 'root:x:0:backup\n'),
    parameters: { needed: ['root', 'backup'] },
    expect: 'pass',
  },
  ...['wheel', 'sudo', 'adm', 'admin'].map(
    (name): HostCase => ({
      name: `${name} is shown and not judged`,
      host: ubuntu22,
      files: files('kim:x:1000:1000::/home/kim:/bin/bash\n', `root:x:0:\n${name}:x:27:kim\n`),
      expect: 'pass',
      because: `"${name} GID 27: kim"}`,
    }),
  ),
  {
    name: 'what is wanted of the root group is said',
    host: debian12,
    files: files(),
    expect: 'pass',
    because: '"root GID 0: no member","expected":"root alone"',
  },
  {
    name: 'a primary group with the empty shell',
    host: debian12,
    files: files('kim:x:1000:0::/home/kim:\n'),
    expect: 'manual',
    because: '/bin/sh (empty)',
  },
  {
    name: 'two accounts',
    host: debian12,
    files: files('kim:x:1000:0::/home/kim:/bin/sh\n', 'root:x:0:lee\n'),
    expect: 'manual',
    because: 'lee, kim?',
  },
  {
    name: 'every proof: the root group, who is in it, what is stock, and the groups beside it',
    host: rocky9,
    files: files(
      'kim:x:1000:0::/home/kim:/bin/bash\noperator:x:11:0:operator:/root:/sbin/nologin\nlee:x:1001:1001::/:/bin/sh\n',
      'root:x:0:\nwheel:x:1o:lee\nusers:x:100:lee\n',
    ),
    expect: 'manual',
    because: wholeEvidence(
      ['/etc/group:1', 'root GID 0: no member', 'root alone'],
      ['/etc/passwd:2', 'kim: primary group 0, shell /bin/bash', 'root alone'],
      [
        '/etc/passwd:3',
        'operator: primary group 0, shell /sbin/nologin',
        'stock account of the distribution, no login shell',
      ],
      ['/etc/group:2', 'wheel GID ?: lee'],
    ),
  },
];
