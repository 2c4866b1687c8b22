// Cases of apache.document-root.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, built, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

export const documentRootCases: readonly HostCase[] = [
  ...sharedCases('DocumentRoot /var/www/html\n'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'fail', because: '/var/www/html', trap: 'U-41(1)' },
  { name: 'stock', host: rocky9, ...httpd(stockRocky), expect: 'fail' },
  {
    name: 'htdocs of a build',
    host: al2,
    ...built('DocumentRoot "/usr/local/apache2/htdocs"\n'),
    expect: 'fail',
    trap: 'U-41(1)',
  },
  { name: 'unset is htdocs', host: al2, ...built('Listen 80\n'), expect: 'fail', because: 'built-in' },
  { name: 'a folder of its own', host: al2023, ...httpd('DocumentRoot "/data/www/site/"\n'), expect: 'pass' },
  {
    name: 'a folder below the default',
    host: ubuntu22,
    ...apache2(host80('DocumentRoot /var/www/shop\n')),
    expect: 'pass',
  },
  {
    name: 'one virtual host of two',
    host: ubuntu22,
    ...apache2(
      `${host80('DocumentRoot /data/a\n', 'a.example')}${host80('DocumentRoot /var/www/html\n', 'b.example')}`,
    ),
    expect: 'fail',
    because: 'b.example',
    trap: 'U-41(2)',
  },
  {
    name: 'the main server is not reached',
    host: rocky8,
    ...httpd(`DocumentRoot /var/www/html\n${host80('DocumentRoot /data/a\n')}`),
    expect: 'pass',
    trap: 'U-41(2)',
  },
  {
    name: 'the main server is reached at another port',
    host: rocky8,
    ...httpd(`DocumentRoot /var/www/html\nListen 8080\n${host80('DocumentRoot /data/a\n')}`),
    expect: 'fail',
  },
  {
    name: 'a reverse proxy has no documents',
    host: rocky9,
    ...httpd(host80('ProxyPass / http://127.0.0.1:8080/\n')),
    expect: 'pass',
    because: 'no documents',
    trap: 'U-41(2)',
  },
  {
    name: 'a redirect has no documents',
    host: debian12,
    ...apache2(host80('Redirect permanent / https://www.example.com/\n')),
    expect: 'pass',
  },
  { name: 'the system itself', host: debian12, ...apache2('DocumentRoot /\n'), expect: 'fail' },
  { name: 'home folders', host: al2023, ...httpd('DocumentRoot /home\n'), expect: 'fail' },
  {
    name: 'a link to the default',
    host: al2023,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': 'DocumentRoot /data/www\n',
      '/data/www': { type: 'dir', linkTarget: '/var/www/html/' },
    }),
    expect: 'fail',
  },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': 'DocumentRoot /data/www\nIncludeOptional conf.d/*.conf\n',
      '/etc/httpd/conf.d/old.conf.rpmsave': 'DocumentRoot /var/www/html\n',
      '/etc/httpd/sites-available/old.conf': 'DocumentRoot /var/www/html\n',
    }),
    expect: 'pass',
    trap: 'U-41(3)',
  },
  ...[
    '/usr/share/httpd',
    '/usr/share/httpd/noindex',
    '/opt/rh/httpd24/root/var/www/html',
    '/usr/local/apache2/htdocs',
    '/opt/httpd-2.4/htdocs',
    '/etc',
    '/etc/a/b',
    '/usr',
    '/usr/bin',
    '/usr/sbin',
    '/tmp/a',
    '/var/log/app',
  ].map(
    (path): HostCase => ({
      name: `${path} is stock, or of the system`,
      host: rocky9,
      ...httpd(`DocumentRoot ${path}\n`),
      expect: 'fail',
      because: `among the system: ${path}"`,
      shows: [`main server: DocumentRoot ${path}`],
    }),
  ),
  ...['/data/var/www/html', '/data/etc', '/opt/apache/x/htdocs', '/data/usr/share/httpd'].map(
    (path): HostCase => ({
      name: `${path} is a folder of its own`,
      host: rocky9,
      ...httpd(`DocumentRoot ${path}\n`),
      expect: 'pass',
      because: `main server: DocumentRoot ${path}`,
    }),
  ),
  {
    name: 'htdocs of a build anywhere',
    host: al2,
    ...built(
      { '/srv/own/conf/httpd.conf': 'DocumentRoot /srv/own/htdocs\n' },
      { main: '/srv/own/conf/httpd.conf', root: '/srv/own', program: '/srv/own/bin/httpd' },
    ),
    expect: 'fail',
  },
  {
    name: 'a link to the default, from beside it',
    host: al2023,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': 'DocumentRoot /srv/www\n',
      '/srv/www': { type: 'dir', linkTarget: '../var/www/html' },
    }),
    expect: 'fail',
  },
  {
    name: 'a folder that is no link, below the default',
    host: al2023,
    ...httpd({ '/etc/httpd/conf/httpd.conf': 'DocumentRoot /var/www/shop\n', '/var/www/shop': { type: 'dir' } }),
    expect: 'pass',
  },
];
