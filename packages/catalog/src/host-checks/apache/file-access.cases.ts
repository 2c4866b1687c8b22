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
  ...[al2023, ubuntu22].map(
    (host): HostCase => ({
      name: 'as packages install it',
      host,
      ...httpd(conf(root, '0644', dirs('0755'))),
      profile: 'distro-aware',
      expect: 'pass',
    }),
  ),
  {
    name: 'the folder of the main file, and what is sourced before the start',
    host: debian12,
    ...apache2({
      ...stockDebian,
      '/etc/apache2': { type: 'dir', mode: '0777' },
      '/etc/apache2/envvars': { text: '', mode: '0666' },
    }),
    profile: 'distro-aware',
    expect: 'fail',
    because: 'too far: /etc/apache2 and 1 more',
    shows: ['"/etc/apache2","found":"0777', '"/etc/apache2/envvars","found":"0666', 'no bit outside 0755'],
  },
  {
    name: 'the folder of the main file alone',
    host: rocky9,
    ...httpd(conf(root, '0640', { '/etc/httpd/conf': { type: 'dir', mode: '0777' } })),
    expect: 'fail',
    because: 'too far: /etc/httpd/conf"',
  },
  {
    name: 'a file of another account than the server’s',
    host: rocky9,
    ...httpd(
      conf(`User apache\n${root}`, '0640', {
        '/etc/httpd/conf/httpd.conf': { text: `User apache\n${root}`, mode: '0640', uid: 33 },
      }),
    ),
    expect: 'fail',
    because: '0640 33:0","expected":"uid 0 or 48,',
  },
  {
    name: 'a file that the account of the server owns, where nobody saw it serve',
    host: rocky9,
    ...httpd(
      conf(`User apache\n${root}`, '0640', {
        '/etc/httpd/conf/httpd.conf': { text: `User apache\n${root}`, mode: '0640', uid: 48 },
      }),
      { workers: [] },
    ),
    expect: 'pass',
    because: '0640 48:0',
  },
  {
    name: 'keys and lists of passwords stay closed to others, whatever the limit',
    host: rocky9,
    ...httpd(
      conf(
        `${root}SSLCertificateKeyFile\nSSLCertificateKeyFile tls/a.key\nAuthUserFile /etc/httpd/users\nAuthUserFile /etc/httpd/gone\n`,
        '0640',
        {
          '/etc/httpd/tls/a.key': { text: '', mode: '0640' },
          '/etc/httpd/users': { text: '', mode: '0644' },
        },
      ),
    ),
    parameters: { limit: 0o755 },
    expect: 'fail',
    because: 'too far: /etc/httpd/users"',
    shows: ['"/etc/httpd/tls/a.key","found":"0640 0:0","expected":"uid 0 or 48, no bit outside 0750"'],
  },
  {
    name: 'a served file that everybody may write, and one that is not served',
    host: rocky9,
    ...httpd(conf(`${root}Alias /a /srv/a\n`), {}, [
      ['apache.writable', '/srv/www/x', '666', '48', '48'],
      ['apache.writable', '/srv/b/x', '666', '48', '48'],
    ]),
    expect: 'fail',
    because: 'too far: /srv/www/x"',
    shows: ['666 48:48, served'],
    hides: ['/srv/b/x'],
  },
];
