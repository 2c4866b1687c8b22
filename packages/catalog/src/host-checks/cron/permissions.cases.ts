// Cases of cron.permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';

const crontab = '/usr/bin/crontab';
const at = '/usr/bin/at';
const passwd = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nkim:x:1000:1000::/home/kim:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
};
const mode = (octal: string, uid = 0): CaseFile => ({ mode: octal, uid });
/** A host within every limit, with what a case changes. */
const tight = (files: Readonly<Record<string, CaseFile>> = {}) => ({
  files: {
    ...passwd,
    [crontab]: mode('0750'),
    '/etc/crontab': mode('0640'),
    '/etc/cron.d/0hourly': mode('0640'),
    ...files,
  },
});

export const permissionsCases: readonly HostCase[] = [
  { name: 'all within the limits', host: rocky9, ...tight(), expect: 'pass' },
  {
    name: 'narrower than the limits',
    host: debian12,
    ...tight({ [crontab]: mode('0700'), '/etc/crontab': mode('0600') }),
    expect: 'pass',
  },
  { name: 'stock crontab is SUID', host: al2, ...tight({ [crontab]: mode('4755') }), expect: 'fail', because: '4755' },
  {
    name: 'stock crontab is SGID',
    host: ubuntu22,
    ...tight({ [crontab]: mode('2755') }),
    expect: 'fail',
    because: '2755',
  },
  { name: 'SUID alone is a fault', host: rocky9, ...tight({ [crontab]: mode('4750') }), expect: 'fail' },
  {
    name: 'stock 644 of /etc/crontab',
    host: rocky9,
    ...tight({ '/etc/crontab': mode('0644') }),
    expect: 'fail',
    because: '/etc/crontab',
  },
  {
    name: '577 is a smaller number and a wider mode',
    host: rocky9,
    ...tight({ '/etc/crontab': mode('0577') }),
    expect: 'fail',
  },
  {
    name: 'a job of somebody else',
    host: ubuntu22,
    ...tight({ '/etc/cron.d/app': mode('0640', 1000) }),
    expect: 'fail',
    because: '/etc/cron.d/app',
  },
  {
    name: 'folders need x and are no files',
    host: rocky9,
    ...tight({ '/var/spool/cron/crontabs': { type: 'dir', mode: '1730' } }),
    expect: 'pass',
  },
  {
    name: 'scripts need x to run',
    host: debian12,
    ...tight({ '/etc/cron.daily/logrotate': mode('0750'), '/etc/cron.hourly/x': mode('0700') }),
    expect: 'pass',
  },
  {
    name: 'stock 755 of a script',
    host: debian12,
    ...tight({ '/etc/cron.daily/logrotate': mode('0755') }),
    expect: 'fail',
    because: 'logrotate',
  },
  {
    name: 'a job file of cron.d needs no x',
    host: debian12,
    ...tight({ '/etc/cron.d/x': mode('0750') }),
    expect: 'fail',
  },
  {
    name: 'a link that leads nowhere runs nothing',
    host: debian12,
    ...tight({ '/etc/cron.daily/gone': { type: 'link', mode: '0777', linkTarget: '/nowhere' } }),
    expect: 'pass',
  },
  {
    name: 'a user owns the own crontab',
    host: rocky9,
    ...tight({ '/var/spool/cron/kim': mode('0600', 1000) }),
    expect: 'pass',
  },
  {
    name: 'and on Debian',
    host: debian12,
    ...tight({ '/var/spool/cron/crontabs/kim': mode('0600', 1000) }),
    expect: 'pass',
  },
  {
    name: 'a crontab of root that a user owns',
    host: rocky9,
    ...tight({ '/var/spool/cron/root': mode('0600', 1000) }),
    expect: 'fail',
    because: '/var/spool/cron/root',
  },
  {
    name: 'a user of a directory service',
    host: rocky9,
    ...tight({ '/var/spool/cron/lee': mode('0600', 70001) }),
    expect: 'pass',
  },
  {
    name: 'a crontab that others may read',
    host: rocky9,
    ...tight({ '/var/spool/cron/kim': mode('0644', 1000) }),
    expect: 'fail',
  },
  {
    name: 'a hostile name',
    host: rocky9,
    ...tight({ '/etc/cron.d/x\n#note\t$(id)': mode('0666') }),
    expect: 'fail',
    because: '#note',
  },
  {
    name: 'at within the limit, and its list',
    host: rocky9,
    ...tight({ [at]: mode('0750'), '/etc/at.deny': mode('0640') }),
    expect: 'pass',
    because: 'deny is empty',
  },
  {
    name: 'stock at of Debian',
    host: debian12,
    ...tight({ [at]: mode('6755', 1) }),
    expect: 'fail',
    because: '6755 1:0',
  },
  { name: 'daemon owns at on Debian', host: debian12, ...tight({ [at]: mode('0750', 1) }), expect: 'pass' },
  { name: 'a user owns at', host: debian12, ...tight({ [at]: mode('0750', 1000) }), expect: 'fail' },
  {
    name: 'a waiting job has x once it is complete',
    host: rocky9,
    ...tight({ '/var/spool/at/a0000101b5a2c1': mode('0700', 1000) }),
    expect: 'pass',
  },
  {
    name: 'at alone',
    host: ubuntu22,
    files: { ...passwd, [at]: mode('0755') },
    expect: 'fail',
    because: '/usr/bin/at',
  },
  {
    name: 'nobody said who may use cron: root only',
    host: rocky9,
    ...tight({ '/etc/cron.allow': 'absent', '/etc/cron.deny': 'absent' }),
    expect: 'pass',
    because: 'both absent: only root',
  },
  {
    name: 'nobody said who may use cron: everybody on Debian',
    host: debian12,
    ...tight(),
    expect: 'pass',
    because: 'everybody on this distribution',
  },
  {
    name: 'the allowed are named',
    host: ubuntu22,
    ...tight({ '/etc/cron.allow': { text: 'kim\n# x\n', mode: '0640' } }),
    expect: 'pass',
    because: 'those allowed: kim',
  },
  {
    name: 'a list wider than 640',
    host: rocky9,
    ...tight({ '/etc/cron.deny': mode('0644') }),
    expect: 'fail',
    because: '/etc/cron.deny',
  },
  {
    name: 'neither is installed, whatever packages leave in cron.daily',
    host: al2023,
    files: { ...passwd, [crontab]: 'absent', [at]: 'absent', '/etc/cron.daily/dpkg': mode('0755') },
    expect: 'notApplicable',
  },
  {
    name: 'a daemon without its program still runs jobs',
    host: image(rocky9),
    files: { ...passwd, '/usr/sbin/crond': mode('0755'), '/etc/cron.d/x': mode('0666') },
    expect: 'fail',
  },
  {
    name: 'a spool that could not be read',
    host: rocky9,
    ...tight({ '/var/spool/cron': 'unreadable' }),
    expect: 'unknown',
  },
];
