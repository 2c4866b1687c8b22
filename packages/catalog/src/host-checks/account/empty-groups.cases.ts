// Cases of account.empty-groups.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';
const stock = 'root:x:0:\ntty:x:5:\ndisk:x:6:\nsudo:x:27:\nusers:x:100:\nnogroup:x:65534:\n';

function files(passwd: string, group: string, defs: CaseFile = 'GID_MIN 1000\n'): Record<string, CaseFile> {
  return { '/etc/passwd': root + passwd, '/etc/group': stock + group, '/etc/login.defs': defs };
}

export const emptyGroupsCases: readonly HostCase[] = [
  {
    name: 'the stock groups without members do not count',
    host: debian12,
    files: files('', ''),
    expect: 'pass',
    trap: 'U-51(1)',
  },
  {
    name: 'a primary group is no empty group',
    host: al2023,
    files: files(kim, 'kim:x:1000:\n'),
    expect: 'pass',
    trap: 'U-51(3)',
  },
  {
    name: 'members make a group, though it is nobody’s primary',
    host: ubuntu24,
    files: files(kim, 'kim:x:1000:\nweb:x:1001:kim\n'),
    expect: 'pass',
  },
  { name: 'an image', host: image(rocky9), files: files(kim, 'kim:x:1000:\n'), expect: 'pass' },
  {
    name: 'an ordinary group that nobody has goes to a person',
    host: rocky9,
    files: files('', 'oldteam:x:1005:\n'),
    expect: 'manual',
    because: 'oldteam?',
  },
  {
    name: 'members that are no local accounts',
    host: ubuntu22,
    files: files('', 'oldteam:x:1005:gone\n'),
    expect: 'manual',
    because: 'only members without a local account: gone',
  },
  {
    name: 'GID_MIN of the host draws the line',
    host: al2,
    files: files('', 'oldteam:x:600:\n', 'GID_MIN\t500\n'),
    expect: 'manual',
    because: 'GID_MIN 500',
  },
  { name: 'below GID_MIN', host: al2, files: files('', 'docker:x:999:\n'), expect: 'pass' },
  {
    name: 'without GID_MIN the built-in value holds',
    host: rocky8,
    files: files('', 'docker:x:999:\noldteam:x:1000:\n', '#GID_MIN 500\n'),
    expect: 'manual',
    because: 'built in 1000',
  },
  { name: 'without login.defs too', host: debian12, files: files('', 'docker:x:999:\n', 'absent'), expect: 'pass' },
  {
    name: 'an account whose GID has no group',
    host: rocky8,
    files: files('kim:x:1000:1777::/home/kim:/bin/bash\n', ''),
    expect: 'fail',
    because: 'kim GID 1777',
    trap: 'U-51(2)',
  },
  {
    name: 'an empty group beside it is shown too',
    host: rocky8,
    files: files('kim:x:1000:1777::/home/kim:/bin/bash\n', 'oldteam:x:1005:\n'),
    expect: 'fail',
    because: 'oldteam GID 1005: no member',
  },
  {
    name: 'no group file',
    host: debian12,
    files: { ...files('', ''), '/etc/group': 'absent' },
    expect: 'fail',
    because: 'root',
  },
  {
    name: 'a GID that is no number',
    host: ubuntu22,
    files: files('kim:x:1000:::/home/kim:/bin/sh\n', ''),
    expect: 'fail',
  },
  {
    name: 'comments and NIS entries',
    host: al2023,
    files: files('+kim::::::\n#lee:x:1:1777::/:/bin/sh\n', '#oldteam:x:1005:\n+:::\n'),
    expect: 'pass',
  },
  {
    name: 'CRLF',
    host: ubuntu22,
    files: files(kim.replace('\n', '\r\n'), 'kim:x:1000:\r\nweb:x:1001:kim\r\n'),
    expect: 'pass',
  },
  {
    name: 'groups that cannot be read',
    host: rocky9,
    files: { ...files('', ''), '/etc/group': 'unreadable' },
    expect: 'unknown',
  },
  { name: 'login.defs that cannot be read', host: rocky9, files: files('', '', 'unreadable'), expect: 'unknown' },
  {
    name: 'a group that is known to be needed',
    host: rocky9,
    files: files('', 'oldteam:x:1005:\n'),
    parameters: { needed: ['oldteam'] },
    expect: 'pass',
  },
  {
    name: 'a GID that is no number has no group, though a group has none either',
    host: rocky9,
    files: files('odd:x:1000:abc::/home/odd:/bin/bash\n', 'odd:x:abc:\n'),
    expect: 'fail',
    because: 'odd GID is no number',
  },
  {
    name: 'a group without a number is no ordinary one',
    host: rocky9,
    files: files(kim, 'kim:x:1000:\nodd:x:abc:\n'),
    expect: 'pass',
  },
  {
    name: 'a GID_MIN that is no number holds nowhere',
    host: al2,
    files: files('', 'old:x:500:\n', 'GID_MIN many\n'),
    expect: 'pass',
    because: 'built in 1000',
  },
  {
    name: 'nor is it where every group counts',
    host: rocky9,
    files: files('', 'odd:x:abc:\n', 'GID_MIN 0\n'),
    parameters: { needed: ['tty', 'disk', 'sudo', 'users'] },
    expect: 'pass',
  },
];
