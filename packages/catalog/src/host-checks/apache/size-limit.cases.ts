// Cases of apache.size-limit.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu20, ubuntu22 } from '../hosts.ts';
import { apache2, built, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

export const sizeLimitCases: readonly HostCase[] = [
  ...sharedCases('LimitRequestBody 0\n'),
  {
    name: 'unset since 2.4.54',
    host: debian12,
    ...apache2(stockDebian, { version: '2.4.62' }),
    expect: 'pass',
    because: '1 GiB',
    trap: 'U-40(1)',
  },
  {
    name: 'unset before 2.4.54, of a package',
    host: ubuntu20,
    ...apache2(stockDebian, { version: '2.4.41' }),
    expect: 'manual',
    trap: 'U-40(1)',
  },
  {
    name: 'unset before 2.4.54, of a build',
    host: ubuntu20,
    ...built('DocumentRoot /srv/www\n', { version: '2.4.53' }),
    expect: 'fail',
    trap: 'U-40(1)',
  },
  { name: 'unset, and no version', host: rocky9, ...httpd(stockRocky), expect: 'manual' },
  { name: 'five megabytes for everything', host: al2, ...httpd('LimitRequestBody 5000000\n'), expect: 'pass' },
  {
    name: 'in <Directory />',
    host: al2,
    ...httpd('DocumentRoot /srv/www\n<Directory />\nLimitRequestBody 5000000\n</Directory>\n'),
    expect: 'pass',
  },
  {
    name: 'in <Directory />, which a proxy does not meet',
    host: al2023,
    ...httpd(`<Directory />\nLimitRequestBody 5000000\n</Directory>\n${host80('ProxyPass / http://10.0.0.5/\n')}`, {
      version: '2.4.6',
    }),
    expect: 'manual',
  },
  {
    name: '0 is no limit',
    host: al2023,
    ...httpd('LimitRequestBody 0\n', { version: '2.4.62' }),
    expect: 'fail',
    because: 'switched off',
    trap: 'U-40(2)',
  },
  {
    name: 'an address lifts it again',
    host: ubuntu22,
    ...apache2(
      'DocumentRoot /srv/www\nLimitRequestBody 5000000\n<Location /upload>\nLimitRequestBody 0\n</Location>\n',
    ),
    expect: 'fail',
    because: '/upload',
  },
  {
    name: 'one virtual host lifts it',
    host: ubuntu22,
    ...apache2(`LimitRequestBody 5000000\n${host80('DocumentRoot /srv/b\nLimitRequestBody 0\n', 'b.example')}`),
    expect: 'fail',
    because: 'b.example',
  },
  {
    name: 'beyond a limit of the house',
    host: rocky8,
    ...httpd('LimitRequestBody 104857600\n'),
    parameters: { bytesMax: 5242880 },
    expect: 'fail',
  },
  {
    name: 'the built-in is beyond a limit of the house',
    host: debian12,
    ...apache2(stockDebian, { version: '2.4.62' }),
    parameters: { bytesMax: 5242880 },
    expect: 'fail',
  },
  { name: 'a limit that is no number', host: rocky8, ...httpd('LimitRequestBody 5M\n'), expect: 'fail' },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': 'LimitRequestBody 5000000\nIncludeOptional conf.d/*.conf\n',
      '/etc/httpd/conf.d/old.conf.rpmsave': 'LimitRequestBody 0\n',
      '/etc/httpd/sites-available/old.conf': 'LimitRequestBody 0\n',
    }),
    expect: 'pass',
    trap: 'U-40(4)',
  },
  {
    name: 'unset in the first version that has a bound',
    host: al2,
    ...built('Listen 80\n', { version: '2.4.54' }),
    expect: 'pass',
    because: 'unset, 1 GiB built into 2.4.54',
  },
  {
    name: 'unset before, in a build',
    host: al2,
    ...built('Listen 80\n', { version: '2.4.53' }),
    expect: 'fail',
    because:
      '"/usr/local/apache2/conf/httpd.conf","found":"main server: LimitRequestBody unset, no limit built into 2.4.53"',
  },
  {
    name: 'the built-in is beyond a limit of the house, and shown',
    host: al2,
    ...built(host80('DocumentRoot /srv/www\n'), { version: '2.4.62' }),
    parameters: { bytesMax: 1000 },
    expect: 'fail',
    because:
      '"/usr/local/apache2/conf/httpd.conf:2","found":"*:80 www.example.com: LimitRequestBody unset, 1 GiB built in"',
  },
  {
    name: 'unset in a build of no known version',
    host: al2,
    ...built('Listen 80\n'),
    expect: 'manual',
    because: 'unset, version unknown',
  },
  {
    name: 'unset in a package of an old version',
    host: ubuntu20,
    ...apache2('Listen 80\n', { version: '2.4.41' }),
    expect: 'manual',
    because: 'unset, packaged 2.4.41',
  },
  {
    name: 'unset in a package of no known version',
    host: ubuntu20,
    ...apache2('Listen 80\n'),
    expect: 'manual',
    because: 'packaged in an unknown version',
  },
  {
    name: 'a distribution that is not known brings nothing back',
    host: { ...ubuntu20, family: 'other', distro: 'gentoo' },
    ...apache2('Listen 80\n', { version: '2.4.41' }),
    expect: 'fail',
  },
  {
    name: 'as much as the house allows',
    host: rocky9,
    ...httpd('LimitRequestBody 1000\n'),
    parameters: { bytesMax: 1000 },
    expect: 'pass',
    because: 'main server: LimitRequestBody 1000","expected":"1 to 1000 bytes"',
  },
  ...['1000k', '0x1F4', '1e3', ''].map(
    (value): HostCase => ({
      name: `${value} is no number`,
      host: rocky9,
      ...httpd(`LimitRequestBody ${value}\n`),
      expect: 'fail',
      because: `LimitRequestBody ${value || 'nothing'}"`,
    }),
  ),
  {
    name: 'the words of the server count for what is proxied, and a folder’s do not lift them',
    host: rocky9,
    ...httpd(
      host80(
        'ProxyPass / http://127.0.0.1:3000/\nLimitRequestBody 1000\n<Directory />\nLimitRequestBody 0\n</Directory>\n',
      ),
    ),
    expect: 'pass',
    because: '*:80 www.example.com: LimitRequestBody 1000',
  },
  {
    name: '.htaccess lifts it',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf':
        'LimitRequestBody 1000\nDocumentRoot /srv/www\n<Directory /srv/www>\nAllowOverride All\n</Directory>\n',
      '/srv/www/up/.htaccess': 'LimitRequestBody 0\n',
      '/srv/www/x/.htaccess': 'Options None\n',
    }),
    expect: 'fail',
    because: '"/srv/www/up/.htaccess:1","found":"main server: /srv/www/up/.htaccess: LimitRequestBody 0"',
  },
];
