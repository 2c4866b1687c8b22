// Cases of file.services-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const services = '/etc/services';
const rhel = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nbin:x:1:1::/bin:/sbin/nologin\nadm:x:3:4::/var/adm:\n' };
const debian = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:\nbin:x:2:2::/bin:\nsys:x:3:3::/dev:\n' };
const on = (base: Readonly<Record<string, string>>, file: CaseFile) => ({ files: { ...base, [services]: file } });

export const servicesPermissionsCases: readonly HostCase[] = [
  { name: 'stock', host: rocky9, ...on(rhel, { mode: '0644' }), expect: 'pass' },
  { name: 'stock', host: ubuntu24, ...on(debian, { mode: '0644' }), expect: 'pass' },
  { name: 'bin may own it', host: al2, ...on(rhel, { mode: '0644', uid: 1 }), expect: 'pass' },
  { name: 'sys may own it', host: debian12, ...on(debian, { mode: '0444', uid: 3 }), expect: 'pass' },
  {
    name: 'the number of sys elsewhere is adm here',
    host: rocky9,
    ...on(rhel, { mode: '0644', uid: 3 }),
    expect: 'fail',
    because: '3:0',
  },
  { name: '577 is a smaller number', host: al2, ...on(rhel, { mode: '0577' }), expect: 'fail', trap: 'U-12(1)' },
  { name: 'the group may write', host: debian12, ...on(debian, { mode: '0664' }), expect: 'fail', because: '0664' },
  {
    name: 'a list that lets a user write',
    host: ubuntu24,
    ...on(debian, { mode: '0644' }),
    notes: [['acl', services, 'user:1000:rw-']],
    expect: 'fail',
    because: 'user:1000:rw-',
  },
  {
    name: 'a list that nobody could read',
    host: ubuntu24,
    ...on(debian, { mode: '0644' }),
    notes: [['acl-unread', services]],
    expect: 'manual',
    because: 'getfacl',
  },
  {
    name: 'an image without netbase',
    host: image(debian12),
    ...on(debian, 'absent'),
    expect: 'notApplicable',
    trap: 'U-12(2)',
  },
  { name: 'cannot be seen', host: al2, ...on(rhel, 'unreadable'), expect: 'unknown' },
  {
    name: 'a site that wants it narrower',
    host: rocky9,
    ...on(rhel, { mode: '0644' }),
    parameters: { limit: 0o444 },
    expect: 'fail',
    because: '0644',
  },
  {
    name: 'what is not there is shown',
    host: image(debian12),
    ...on(debian, 'absent'),
    expect: 'notApplicable',
    because: wholeEvidence([services, 'absent']),
  },
];
