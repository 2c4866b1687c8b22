// Cases of apache.file-access.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const dirs = (mode: string): Record<string, CaseFile> => ({
  '/etc/httpd': { type: 'dir', mode },
  '/etc/httpd/conf': { type: 'dir', mode },
});
const conf = (text: string, mode = '0640', more: Record<string, CaseFile> = {}) => ({
  ...dirs('0750'),
  '/etc/httpd/conf/httpd.conf': { text, mode },
  ...more,
});
const root = 'DocumentRoot /srv/www\n';

export const fileAccessCases: readonly HostCase[] = [
  ...sharedCases(root),
  { name: 'stock, to the letter', host: debian12, ...apache2(stockDebian), expect: 'fail', because: '0644' },
  {
    name: 'stock, as the packages install it',
    host: debian12,
    ...apache2(stockDebian),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'stock, as the packages install it',
    host: rocky9,
    ...httpd({ ...stockRocky, ...dirs('0755') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  { name: '0640 in 0750', host: al2, ...httpd(conf(root)), expect: 'pass' },
  {
    name: 'one included file is open',
    host: al2,
    ...httpd(
      conf(`${root}Include conf.d/*.conf\n`, '0640', { '/etc/httpd/conf.d/a.conf': { text: '', mode: '0646' } }),
    ),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'a.conf',
  },
  {
    name: 'of somebody else',
    host: al2023,
    ...httpd({ ...dirs('0750'), '/etc/httpd/conf/httpd.conf': { text: root, mode: '0640', uid: 1000 } }),
    expect: 'fail',
  },
  {
    name: 'of the account of httpd',
    host: al2023,
    ...httpd({ ...dirs('0750'), '/etc/httpd/conf/httpd.conf': { text: root, mode: '0640', uid: 48 } }),
    expect: 'pass',
  },
  {
    name: 'of the account of httpd, which does not run',
    host: al2023,
    ...httpd(
      { ...dirs('0750'), '/etc/httpd/conf/httpd.conf': { text: `${root}User apache\n`, mode: '0640', uid: 48 } },
      { workers: null },
    ),
    expect: 'pass',
  },
  {
    name: 'a key that others read',
    host: ubuntu22,
    ...apache2({
      '/etc/apache2/apache2.conf': { text: host80('SSLCertificateKeyFile /etc/ssl/private/a.key\n'), mode: '0640' },
      '/etc/ssl/private/a.key': { mode: '0644' },
    }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'a.key',
  },
  {
    name: 'a list of passwords that others read',
    host: ubuntu22,
    ...apache2({
      '/etc/apache2/apache2.conf': {
        text: '<Directory /srv/www>\nAuthUserFile "/etc/apache2/.htpasswd"\n</Directory>\n',
        mode: '0640',
      },
      '/etc/apache2/.htpasswd': { mode: '0644' },
    }),
    profile: 'distro-aware',
    expect: 'fail',
    because: '.htpasswd',
  },
  {
    name: 'a document that anybody writes',
    host: rocky8,
    ...httpd(conf(root), {}, [['apache.writable', '/srv/www/a.php', '666', '0', '0', 'file']]),
    expect: 'fail',
    because: '/srv/www/a.php',
  },
  {
    name: 'a file that anybody writes and nobody serves',
    host: rocky8,
    ...httpd(conf(root), {}, [['apache.writable', '/usr/share/nginx/html/a', '666', '0', '0', 'file']]),
    expect: 'pass',
  },
  {
    name: '0577 is a smaller number and a wider mode',
    host: rocky9,
    ...httpd(conf(root, '0577')),
    expect: 'fail',
    trap: 'bits, not numbers',
  },
];
