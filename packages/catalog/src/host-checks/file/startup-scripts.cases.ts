// Cases of file.startup-scripts.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { wholeEvidence } from '../whole-evidence.ts';

const unit = '/etc/systemd/system/app.service';
const wants = '/etc/systemd/system/multi-user.target.wants/app.service';
const stock: Readonly<Record<string, CaseFile>> = {
  '/etc/systemd/system': { type: 'dir', mode: '0755' },
  '/usr/lib/systemd/system/sshd.service': { mode: '0644' },
};
const on = (files: Readonly<Record<string, CaseFile>>) => ({ files: { ...stock, ...files } });

export const startupScriptsCases: readonly HostCase[] = [
  { name: 'stock units', host: al2023, ...on({ [unit]: { mode: '0644' } }), expect: 'pass' },
  { name: 'stock scripts', host: al2, ...on({ '/etc/rc.d/init.d/network': { mode: '0755' } }), expect: 'pass' },
  {
    name: 'others may write a script',
    host: debian12,
    ...on({ '/etc/init.d/app': { mode: '0757' } }),
    expect: 'fail',
    because: '/etc/init.d/app',
  },
  {
    name: 'a unit of a user',
    host: ubuntu22,
    ...on({ [unit]: { mode: '0644', uid: 1000 } }),
    expect: 'fail',
    because: '1000:0',
  },
  {
    name: 'root’s group may write',
    host: rocky9,
    ...on({ [unit]: { mode: '0664', gid: 0 } }),
    expect: 'pass',
    trap: 'U-17/2026(4)',
  },
  {
    name: 'a user’s group may write',
    host: rocky9,
    ...on({ [unit]: { mode: '0664', gid: 1000 } }),
    expect: 'fail',
    trap: 'U-17/2026(4)',
  },
  {
    name: 'a link is judged by the unit to which it leads',
    host: debian12,
    ...on({ [wants]: { mode: '0644', linkTarget: '/usr/lib/systemd/system/app.service' } }),
    expect: 'pass',
    trap: 'U-17/2026(1)',
  },
  {
    name: 'a link to a unit in a user’s folder',
    host: ubuntu22,
    ...on({ [wants]: { mode: '0644', uid: 1000, linkTarget: '/home/kim/app.service' } }),
    expect: 'fail',
    because: '/home/kim/app.service',
  },
  {
    name: 'a masked unit is a device that everybody may write',
    host: ubuntu22,
    ...on({ [unit]: { type: 'other', mode: '0666', linkTarget: '/dev/null' } }),
    expect: 'pass',
    trap: 'U-17/2026(2)',
  },
  {
    name: 'a masked unit of an image without devices',
    host: image(debian12),
    ...on({ [unit]: { type: 'link', mode: '0777', linkTarget: '/dev/null' } }),
    expect: 'pass',
  },
  {
    name: 'a broken link is shown and is no fault',
    host: rocky9,
    ...on({ [wants]: { type: 'link', mode: '0777', linkTarget: '/opt/gone.service' } }),
    expect: 'pass',
    because: 'link to nothing (/opt/gone.service)',
    trap: 'U-17/2026(3)',
  },
  {
    name: 'a folder of drop-ins that others may write',
    host: al2023,
    ...on({ '/etc/systemd/system/sshd.service.d': { type: 'dir', mode: '0777' } }),
    expect: 'fail',
    because: 'sshd.service.d',
  },
  {
    name: 'a vendor unit that others may write',
    host: al2023,
    ...on({ '/usr/lib/systemd/system/x.timer': { mode: '0646' } }),
    expect: 'fail',
    trap: 'U-17/2026(5)',
  },
  {
    name: 'a run level link that leads past init.d',
    host: al2,
    ...on({ '/etc/rc.d/rc3.d/S99x': { mode: '0777', linkTarget: '/tmp/x' } }),
    expect: 'fail',
    because: 'S99x',
  },
  {
    name: 'a run level link to its script counts once',
    host: al2,
    ...on({
      '/etc/rc.d/init.d/x': { mode: '0777' },
      '/etc/rc.d/rc3.d/S99x': { mode: '0777', linkTarget: '../init.d/x' },
    }),
    expect: 'fail',
    because: '/etc/rc.d/init.d/x (0777 0:0)"',
  },
  {
    name: 'a list that lets a user write',
    host: rocky9,
    ...on({ [unit]: { mode: '0644' } }),
    notes: [['acl', unit, 'user:1000:rw-']],
    expect: 'fail',
    because: 'user:1000:rw-',
  },
  {
    name: 'an image without an init',
    host: image(debian12),
    files: { '/etc/systemd/system': { type: 'dir', mode: '0755' } },
    expect: 'notApplicable',
  },
  { name: 'a folder that cannot be listed', host: debian12, ...on({ '/etc/init.d': 'unreadable' }), expect: 'unknown' },
  { name: 'a group of others that may not write', host: rocky9, ...on({ [unit]: { gid: 1000 } }), expect: 'pass' },
  {
    name: 'no file is shown as such',
    host: image(debian12),
    files: { '/etc/systemd/system': { type: 'dir', mode: '0755' } },
    expect: 'notApplicable',
    because: wholeEvidence(['/etc/init.d, /etc/rc.d, /etc/systemd/system', 'no file']),
  },
];
