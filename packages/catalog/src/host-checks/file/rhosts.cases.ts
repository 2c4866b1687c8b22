// Cases of file.rhosts.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky8, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const equiv = '/etc/hosts.equiv';
const kim = '/home/kim/.rhosts';
const accounts = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim/:/bin/sh\n',
  [equiv]: 'absent',
} as const;
const on = (files: Readonly<Record<string, CaseFile>>) => ({ files: { ...accounts, ...files } });
const runs = { commands: booted(['rlogin.socket']) };
const off = { commands: booted(['ssh.service']) };

export const rhostsCases: readonly HostCase[] = [
  { name: 'nothing of it', host: ubuntu22, ...on({ [kim]: 'absent' }), ...off, expect: 'pass' },
  {
    name: 'a service that runs and no file',
    host: al2,
    ...on({}),
    ...runs,
    expect: 'pass',
    because: 'no .rhosts',
  },
  {
    name: 'everybody is trusted',
    host: al2,
    ...on({ [equiv]: { text: '\n+\n', mode: '0600' } }),
    ...runs,
    expect: 'fail',
    because: '/etc/hosts.equiv:2',
  },
  {
    name: 'every user of a host',
    host: rocky8,
    ...on({ [kim]: { text: 'build.example +\n', mode: '0600', uid: 1000 } }),
    ...runs,
    expect: 'fail',
    because: 'build.example +',
    trap: 'U-17(2)',
  },
  {
    name: 'hosts by name, owned and narrow',
    host: rocky8,
    ...on({ [kim]: { text: '\n\n', mode: '0600', uid: 1000 } }),
    ...runs,
    expect: 'pass',
    because: kim,
  },
  { name: 'root may own it', host: debian12, ...on({ [kim]: { mode: '0400' } }), ...runs, expect: 'pass' },
  {
    name: 'others may read',
    host: debian12,
    ...on({ [kim]: { mode: '0644', uid: 1000 } }),
    ...runs,
    expect: 'fail',
    because: '0644',
  },
  {
    name: 'somebody else owns it',
    host: debian12,
    ...on({ [kim]: { mode: '0600', uid: 1001 } }),
    ...runs,
    expect: 'fail',
    because: '1001:0',
  },
  { name: '477 is a smaller number', host: al2, ...on({ [equiv]: { mode: '0477' } }), ...runs, expect: 'fail' },
  {
    name: 'files remain while the services are off',
    host: ubuntu22,
    ...on({ [equiv]: { text: '+\n', mode: '0644' } }),
    ...off,
    expect: 'pass',
    because: 'would break the rule remain (/etc/hosts.equiv',
    trap: 'U-17(1)',
  },
  {
    name: 'a link to /dev/null keeps it from being made',
    host: rocky8,
    ...on({ [kim]: { type: 'other', mode: '0666', linkTarget: '/dev/null' } }),
    ...runs,
    expect: 'pass',
  },
  {
    name: 'somebody unknown answers at its port',
    host: al2,
    ...on({ [equiv]: { text: '+\n', mode: '0644' } }),
    commands: booted([], [], [listens('tcp', 513, 'java')]),
    expect: 'manual',
    because: 'tcp/513',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: { ...accounts, ...wanted('rsh.socket', 'sockets.target'), [equiv]: { text: '+\n', mode: '0600' } },
    expect: 'fail',
  },
  { name: 'a file that cannot be read', host: al2, ...on({ [kim]: 'unreadable' }), ...runs, expect: 'unknown' },
  {
    name: 'accounts that cannot be read',
    host: al2,
    files: {},
    notes: [['homes', 'unreadable']],
    ...runs,
    expect: 'unknown',
  },
  {
    name: 'more faults than are shown',
    host: al2,
    ...on({ [equiv]: { text: '+\n'.repeat(60), mode: '0600' } }),
    ...runs,
    expect: 'fail',
    because: '"trust files","found":"10 more"',
  },
  {
    name: 'a file of an account in the home of another',
    host: al2,
    ...on({
      '/etc/passwd':
        'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim//:/bin/sh\nlee:x:1001:1001::/home/lee:/bin/sh\n',
      [kim]: { text: '', mode: '0600', uid: 1001 },
    }),
    ...runs,
    expect: 'fail',
    because: '0600 1001:0',
  },
  {
    name: 'a home written with more than one slash at its end',
    host: al2,
    ...on({
      '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim//:/bin/sh\n',
      [kim]: { text: '', mode: '0600', uid: 1000 },
    }),
    ...runs,
    expect: 'pass',
  },
  {
    name: 'a line of blanks',
    host: al2,
    ...on({ [kim]: { text: '  \n', mode: '0600', uid: 1000 } }),
    ...runs,
    expect: 'pass',
    because: kim,
  },
  {
    name: 'every proof of a file that keeps the rule',
    host: al2,
    ...on({ [kim]: { text: '', mode: '0600', uid: 1000 } }),
    ...off,
    expect: 'pass',
    because: `,${wholeEvidence([kim, '0600 1000:0']).slice(1)}`,
  },
  {
    name: 'no file is shown as such',
    host: al2,
    ...on({}),
    ...runs,
    expect: 'pass',
    because: '.rhosts","found":"absent"}]',
  },
  {
    name: 'as many faults as are shown',
    host: al2,
    ...on({ [equiv]: { text: '+\n'.repeat(50), mode: '0600' } }),
    ...runs,
    expect: 'fail',
    because: `${wholeEvidence(['/etc/hosts.equiv:50', '+', 'no "+"']).slice(1, -1)},${wholeEvidence([equiv, '0600 0:0']).slice(1)}`,
  },
];
