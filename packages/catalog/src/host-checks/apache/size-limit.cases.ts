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
];
