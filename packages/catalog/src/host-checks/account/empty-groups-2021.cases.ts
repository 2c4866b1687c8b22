// Cases of account.empty-groups-2021: where it differs from 2026; how groups are counted are the cases of account.empty-groups.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';

const files = (passwd: string, group: string): Record<string, string> => ({
  '/etc/passwd': `root:x:0:0::/root:/bin/bash\n${passwd}`,
  '/etc/group': `root:x:0:\nadm:x:4:\ncdrom:x:24:\nnogroup:x:65534:\n${group}`,
  '/etc/login.defs': 'GID_MIN 1000\n',
});
const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';

export const emptyGroups2021Cases: readonly HostCase[] = [
  {
    name: 'an ordinary group without an account fails, needed or not',
    host: rocky9,
    files: files(kim, 'kim:x:1000:\noldteam:x:1005:\n'),
    expect: 'fail',
    because: 'oldteam',
    trap: 'the editions ask different things of a group that nobody is in',
  },
  {
    name: 'the groups of the distribution do not count',
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
    name: 'an account whose GID has no group',
    host: ubuntu22,
    files: files('kim:x:1000:1777::/home/kim:/bin/bash\n', ''),
    expect: 'fail',
    because: 'kim GID 1777',
    trap: 'U-51(2)',
  },
  {
    name: 'a group that is kept on purpose',
    host: al2,
    files: files('', 'oldteam:x:1005:\n'),
    parameters: { needed: ['oldteam'] },
    expect: 'pass',
  },
  {
    name: 'groups that cannot be read',
    host: rocky9,
    files: { ...files('', ''), '/etc/group': 'unreadable' },
    expect: 'unknown',
  },
];
