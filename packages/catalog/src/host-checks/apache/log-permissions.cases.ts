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
];
