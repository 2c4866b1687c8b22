// Cases of file.world-writable.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, ubuntu24 } from '../hosts.ts';
import { walked } from '../walked-host.ts';

const everyone = walked({ 'writable-file': ['0666 /usr/local/bin/tool', '0666 /srv/upload/a'] });

export const worldWritableCases: readonly HostCase[] = [
  { name: 'none', host: al2023, notes: walked(), expect: 'pass' },
  { name: 'none on an image', host: image(debian12), notes: walked(), expect: 'pass' },
  {
    name: 'a program that anybody may change',
    host: rocky8,
    notes: everyone,
    expect: 'fail',
    because: '/usr/local/bin/tool',
  },
  {
    name: 'a crontab that anybody may change',
    host: ubuntu24,
    notes: walked({ 'writable-file': ['0646 /etc/cron.d/job'] }),
    expect: 'fail',
    because: '0646',
  },
  {
    name: 'elsewhere a reason may be given',
    host: ubuntu24,
    notes: walked({ 'writable-file': ['0666 /srv/upload/a 1000:1000'] }),
    expect: 'manual',
    because: '/srv/upload/a',
    trap: 'U-15(2)',
  },
  {
    name: 'a folder without a sticky bit',
    host: debian12,
    notes: walked({ 'writable-directory': ['0777 /srv/drop'] }),
    expect: 'manual',
    because: '0777',
  },
  {
    name: 'a folder of programs without a sticky bit',
    host: debian12,
    notes: walked({ 'writable-directory': ['0777 /opt/app/bin'] }),
    expect: 'fail',
    because: '/opt/app/bin',
  },
  {
    name: 'a crowd elsewhere does not hide one in a system place',
    host: al2023,
    notes: walked(
      { 'writable-file': ['0666 /etc/profile', ...Array.from({ length: 200 }, (_, n) => `0666 /home/u/${n}`)] },
      { totals: { 'writable-file': 90000 } },
    ),
    expect: 'fail',
    because: '/etc/profile',
  },
  {
    name: 'more than can be listed',
    host: rocky8,
    notes: walked({ 'writable-file': ['0666 /home/u/1'] }, { totals: { 'writable-file': 5000 } }),
    expect: 'manual',
    because: '4999 more',
  },
  { name: 'folders that could not be read', host: rocky8, notes: walked({}, { denied: 1 }), expect: 'unknown' },

  {
    name: 'each is known with its reason',
    host: ubuntu24,
    notes: walked({ 'writable-file': ['0666 /srv/upload/a'], 'writable-directory': ['0777 /opt/app/run'] }),
    parameters: { known: ['/srv/upload/', '/opt/app/run'] },
    expect: 'pass',
    because: 'known with its reason',
    trap: 'U-15(2)',
  },
  {
    name: 'one beside the known',
    host: rocky8,
    notes: everyone,
    parameters: { known: ['/srv/upload/'] },
    expect: 'fail',
    because: '1 files or folders in system places',
  },
  {
    name: 'what is known does not speak for what was not listed',
    host: rocky8,
    notes: walked({ 'writable-file': ['0666 /home/u/1'] }, { totals: { 'writable-file': 5000 } }),
    parameters: { known: ['/home/'] },
    expect: 'manual',
    because: '4999',
  },
  {
    name: 'files and as many folders',
    host: debian12,
    notes: walked({ 'writable-file': ['0666 /srv/a'], 'writable-directory': ['0777 /srv/b'] }),
    expect: 'manual',
    because: '1 files and 1 folders',
  },
];
