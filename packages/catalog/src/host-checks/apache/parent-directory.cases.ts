// Cases of apache.parent-directory.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const root = (body: string) =>
  `DocumentRoot /srv/www\n<Directory />\nRequire all denied\n</Directory>\n<Directory /srv/www>\n${body}\n</Directory>\n`;
const granted = 'AllowOverride None\nRequire all granted';

export const parentDirectoryCases: readonly HostCase[] = [
  ...sharedCases(root(granted)),
  { name: 'stock, to the letter', host: debian12, ...apache2(stockDebian), expect: 'fail', trap: 'U-37(1)' },
  {
    name: 'stock, by what protects',
    host: debian12,
    ...apache2(stockDebian),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'Require all denied',
    trap: 'U-37(1)',
  },
  { name: 'stock, by what protects', host: rocky9, ...httpd(stockRocky), profile: 'distro-aware', expect: 'pass' },
  {
    name: 'by what protects, and the file system is open',
    host: al2,
    ...httpd('DocumentRoot /srv/www\n<Directory />\nRequire all granted\n</Directory>\n'),
    parameters: { authOverride: false },
    expect: 'fail',
  },
  {
    name: 'AllowOverride AuthConfig',
    host: al2,
    ...httpd(root('AllowOverride AuthConfig\nRequire all granted')),
    expect: 'pass',
  },
  { name: 'AllowOverride All', host: al2023, ...httpd(root('AllowOverride All\nRequire all granted')), expect: 'pass' },
  {
    name: 'AllowOverride FileInfo is not enough',
    host: al2023,
    ...httpd(root('AllowOverride FileInfo\nRequire all granted')),
    expect: 'fail',
  },
  {
    name: 'limited by Require',
    host: ubuntu22,
    ...apache2(root('AllowOverride None\nRequire valid-user')),
    expect: 'pass',
  },
  {
    name: 'limited by the words of 2.2',
    host: ubuntu22,
    ...apache2(
      'DocumentRoot /srv/www\n<Directory /srv/www>\nOrder deny,allow\nDeny from all\nAllow from 10.0.0.0/8\n</Directory>\n',
    ),
    expect: 'pass',
  },
  {
    name: 'RequireAny with everybody in it',
    host: ubuntu22,
    ...apache2(root('AllowOverride None\n<RequireAny>\nRequire ip 10.0.0.0/8\nRequire all granted\n</RequireAny>')),
    expect: 'fail',
  },
  {
    name: 'AllowOverride is None where nothing is said',
    host: rocky9,
    ...httpd('DocumentRoot /srv/www\n'),
    expect: 'fail',
  },
  {
    name: 'DocumentRoot /',
    host: rocky9,
    ...httpd('DocumentRoot /\n<Directory />\nAllowOverride All\n</Directory>\n'),
    expect: 'fail',
  },
  {
    name: 'a virtual host that forgets it',
    host: debian12,
    ...apache2(
      `${root('AllowOverride AuthConfig')}${host80('DocumentRoot /data/b\n<Directory /data/b>\nRequire all granted\n</Directory>\n', 'b.example')}`,
    ),
    expect: 'fail',
    because: 'b.example',
  },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${root('AllowOverride AuthConfig')}IncludeOptional conf.d/*.conf\n`,
      '/etc/httpd/conf.d/old.conf.rpmsave': 'DocumentRoot /\n',
      '/etc/httpd/sites-available/old.conf': 'DocumentRoot /\n',
    }),
    expect: 'pass',
    trap: 'U-37(3)',
  },
  ...[al2023, ubuntu22].map(
    (host): HostCase => ({
      name: 'by what protects',
      host,
      ...httpd(root(granted)),
      profile: 'distro-aware',
      expect: 'pass',
      because: 'main server: <Directory />: Require all denied',
    }),
  ),
  {
    name: 'the documents are the whole host',
    host: al2023,
    ...httpd('DocumentRoot /\n'),
    expect: 'fail',
    because: '"found":"DocumentRoot /","expected"',
  },
  {
    name: 'nothing is said of the documents',
    host: al2023,
    ...httpd('DocumentRoot /srv/www\n'),
    expect: 'fail',
    because: '"/etc/httpd/conf/httpd.conf","found":"main server: /srv/www: AllowOverride none, no Require"',
  },
  {
    name: 'one root of two is limited',
    host: al2023,
    ...httpd(`${root('AllowOverride FileInfo\nRequire all granted')}VirtualDocumentRoot /srv/vhosts/%0\n`),
    expect: 'fail',
    because:
      '"/etc/httpd/conf/httpd.conf:6","found":"main server: /srv/www: AllowOverride fileinfo, Require all granted"',
  },
  {
    name: 'limited, by a line that is shown',
    host: al2023,
    ...httpd(root('AllowOverride None\nRequire ip 10.0.0.0/8')),
    expect: 'pass',
    because:
      '"/etc/httpd/conf/httpd.conf:7","found":"main server: /srv/www: AllowOverride none, Require ip 10.0.0.0/8"',
  },
  {
    name: 'there are no documents',
    host: rocky9,
    ...httpd(host80('ProxyPass / http://127.0.0.1:3000/\n')),
    expect: 'pass',
    because: '"/etc/httpd/conf/httpd.conf:2","found":"*:80 www.example.com serves no documents of its own"',
  },
  {
    name: 'the main server has no documents',
    host: rocky9,
    ...httpd('Redirect / https://a.example/\n'),
    expect: 'pass',
    because: '"/etc/httpd/conf/httpd.conf","found":"main server serves no documents of its own"',
  },
  {
    name: 'the file system is closed in part, and nothing is said of it in another server',
    host: rocky9,
    ...httpd(
      'Listen 80\nListen 81\nDocumentRoot /srv/www\n<Directory /srv>\nRequire all denied\n</Directory>\n<VirtualHost *:81>\nDocumentRoot /srv/b\n</VirtualHost>\n',
    ),
    parameters: { authOverride: false },
    expect: 'fail',
    because: '"<Directory />","found":"main server: <Directory />: no Require"',
    shows: ['"/etc/httpd/conf/httpd.conf:7","found":"*:81: <Directory />: no Require"'],
  },
];
