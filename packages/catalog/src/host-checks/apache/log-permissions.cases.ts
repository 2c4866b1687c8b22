// Cases of apache.log-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const dir = (mode: string): CaseFile => ({ type: 'dir', mode });
const logs = (folder: string, file: string) => ({
  '/etc/httpd/logs': dir(folder),
  '/etc/httpd/logs/error_log': { mode: file },
  '/etc/httpd/logs/access_log-20240101': { mode: file },
});
const debianLogs = (folder: string, file: string) => ({
  '/var/log/apache2': dir(folder),
  '/var/log/apache2/error.log': { mode: file, gid: 4 },
  '/var/log/apache2/access.log.1': { mode: file, gid: 4 },
});
const one = (text: string, files: Record<string, CaseFile>) => ({ '/etc/httpd/conf/httpd.conf': text, ...files });

export const logPermissionsCases: readonly HostCase[] = [
  ...sharedCases('ErrorLog logs/error_log\n', 'manual'),
  {
    name: 'stock: 0750 and 0640',
    host: debian12,
    ...apache2({ ...stockDebian, ...debianLogs('0750', '0640') }),
    expect: 'pass',
  },
  {
    name: 'stock, to the letter: 0644 in a folder of root alone',
    host: rocky9,
    ...httpd({ ...stockRocky, ...logs('0700', '0644') }),
    expect: 'fail',
    because: '0644',
  },
  {
    name: 'stock, where others reach nothing',
    host: rocky9,
    ...httpd({ ...stockRocky, ...logs('0700', '0644') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'an open folder of the same',
    host: al2023,
    ...httpd({ ...stockRocky, ...logs('0755', '0644') }),
    profile: 'distro-aware',
    expect: 'fail',
    because: '/etc/httpd/logs',
  },
  {
    name: 'a log that was rotated',
    host: ubuntu22,
    ...apache2({ ...stockDebian, ...debianLogs('0750', '0640'), '/var/log/apache2/access.log.2.gz': { mode: '0644' } }),
    expect: 'fail',
    because: 'access.log.2.gz',
  },
  {
    name: '0577 is a smaller number and a wider mode',
    host: ubuntu22,
    ...apache2({ ...stockDebian, ...debianLogs('0577', '0640') }),
    expect: 'fail',
    trap: 'bits, not numbers',
  },
  {
    name: 'a log of a virtual host elsewhere',
    host: al2,
    ...httpd(
      one(`ErrorLog logs/error_log\n${host80('CustomLog /data/log/site.log common\n')}`, {
        ...logs('0700', '0600'),
        '/data/log': dir('0755'),
        '/data/log/site.log': { mode: '0666' },
      }),
    ),
    expect: 'fail',
  },
  {
    name: 'rotatelogs takes the lines',
    host: al2,
    ...httpd(
      one('ErrorLog "|/usr/sbin/rotatelogs /data/log/error_log.%Y 86400"\n', {
        '/data/log': dir('0750'),
        '/data/log/error_log.2024': { mode: '0644' },
      }),
    ),
    expect: 'fail',
    because: 'error_log.2024',
  },
  {
    name: 'another program takes the lines',
    host: rocky8,
    ...httpd(one('ErrorLog "|/opt/ship --to 10.0.0.1"\n', {})),
    expect: 'manual',
  },
  { name: 'syslog takes the lines', host: rocky8, ...httpd(one('ErrorLog syslog:local1\n', {})), expect: 'pass' },
  {
    name: 'logs in /var/log itself: the folder is not of httpd',
    host: debian12,
    ...apache2({
      '/etc/apache2/apache2.conf': 'ErrorLog /var/log/httpd-error.log\n',
      '/var/log': dir('0755'),
      '/var/log/httpd-error.log': { mode: '0640' },
    }),
    expect: 'pass',
  },
  {
    name: 'ErrorLog unset is logs/error_log',
    host: rocky9,
    ...httpd(one('Listen 80\n', logs('0700', '0666'))),
    expect: 'fail',
  },
  { name: 'nothing is there', host: al2023, ...httpd('ErrorLog logs/error_log\n'), expect: 'manual' },
  {
    name: 'as packages install it',
    host: al2023,
    ...httpd({ ...stockRocky, ...logs('0700', '0644') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'every directive that names a log',
    host: rocky9,
    ...httpd(
      one('ErrorLog logs/fault\nTransferLog logs/trf\nGlobalLog logs/glb combined\nCustomLog logs/cus combined\n', {
        '/etc/httpd/logs': dir('0750'),
        '/etc/httpd/logs/fault': { mode: '0640' },
        '/etc/httpd/logs/trf': { mode: '0666' },
        '/etc/httpd/logs/glb': { mode: '0666' },
        '/etc/httpd/logs/cus': { mode: '0640' },
        '/etc/httpd/logs/combined': { mode: '0666' },
        '/etc/httpd/logs/error_log': { mode: '0666' },
        '/etc/httpd/logs/fault.d': dir('0777'),
        '/etc/httpd/combined': { mode: '0666' },
      }),
    ),
    expect: 'fail',
    because: 'too far: /etc/httpd/logs/trf (0666) and 1 more"',
    shows: [
      '"/etc/httpd/logs/glb","found":"0666',
      '"/etc/httpd/logs/fault","found":"0640',
      '"/etc/httpd/logs","found":"0750',
    ],
    hides: ['fault.d', 'error_log', 'combined'],
  },
  {
    name: 'without ErrorLog it is logs/error_log, whatever else is named',
    host: rocky9,
    ...httpd(one('CustomLog logs/access_log combined\n', { '/etc/httpd/logs/error_log': { mode: '0666' } })),
    expect: 'fail',
    because: 'too far: /etc/httpd/logs/error_log (0666)"',
  },
  {
    name: 'a folder of everybody is nobody’s of httpd',
    host: rocky9,
    ...httpd(
      one('ErrorLog /tmp/e\nCustomLog /var/tmp/a x\n', {
        '/tmp': dir('1777'),
        '/var/tmp': dir('1777'),
        '/tmp/e': { mode: '0640' },
      }),
    ),
    expect: 'pass',
    because: '"/tmp/e","found":"0640',
  },
  {
    name: 'a folder of that name elsewhere is one of httpd',
    host: rocky9,
    ...httpd(one('ErrorLog /srv/var/log/e\n', { '/srv/var/log': dir('0777') })),
    expect: 'fail',
    because: '/srv/var/log (0777)"',
  },
  {
    name: 'journald and a terminal keep what they are given, files that sound like them do not',
    host: rocky9,
    ...httpd(
      one(
        'ErrorLog journald\nCustomLog /dev/stdout x\nCustomLog syslog:local1 x\nCustomLog logs/my-syslog x\nCustomLog syslogs x\nCustomLog /srv/dev/log x\n',
        {
          '/etc/httpd/logs/my-syslog': { mode: '0640' },
          '/etc/httpd/syslogs': { mode: '0640' },
          '/srv/dev/log': { mode: '0640' },
        },
      ),
    ),
    expect: 'pass',
    because: 'logs to journald',
    shows: [
      'logs to /dev/stdout',
      'logs to syslog:local1',
      'my-syslog","found":"0640',
      'httpd/syslogs","found":"0640',
      '/srv/dev/log","found":"0640',
    ],
  },
  {
    name: 'programs that turn logs over write where they are told',
    host: rocky9,
    ...httpd(
      one(
        'ErrorLog "||/usr/sbin/rotatelogs -l /srv/a/access.%Y%m%d 86400"\nCustomLog "|/usr/sbin/cronolog /srv/b/$x" x\n',
        {
          '/srv/a/access.20260101': { mode: '0640' },
          '/srv/b/today': { mode: '0666' },
        },
      ),
    ),
    expect: 'fail',
    because: 'too far: /srv/b/today (0666)"',
    shows: ['"/srv/a/access.20260101","found":"0640'],
  },
  {
    name: 'a program of no such name, and one that is told nothing',
    host: rocky9,
    ...httpd(
      one('ErrorLog "|/opt/rotatelogs-ng /srv/a"\nCustomLog "|/usr/sbin/rotatelogs" x\n', {
        '/srv/a': { mode: '0666' },
      }),
    ),
    expect: 'manual',
    because: 'logs to |/opt/rotatelogs-ng /srv/a',
    shows: ['logs to |/usr/sbin/rotatelogs'],
  },
  {
    name: 'more logs than were seen',
    host: rocky9,
    ...httpd(one('ErrorLog logs/error_log\n', logs('0750', '0640')), {}, [
      ['apache.unwalked', '/srv/www', 'more than 1500 names'],
      ['apache.unwalked', '/etc/httpd/logs/error_log', 'more than 200 files'],
    ]),
    expect: 'manual',
    because: 'too many logs',
    hides: ['more than 1500 names'],
    shows: ['"/etc/httpd/logs/error_log","found":"more than 200 files"}]', '"/etc/httpd/logs/error_log","found":"0640'],
  },
];
