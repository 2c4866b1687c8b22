// Cases of apache.symbolic-links.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu20, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, optionCases, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const folder = (options: string) => `DocumentRoot /srv/www\n<Directory /srv/www>\n${options}\n</Directory>\n`;

export const symbolicLinksCases: readonly HostCase[] = [
  ...sharedCases(folder('Options FollowSymLinks')),
  ...optionCases('FollowSymLinks'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'fail' },
  { name: 'stock', host: rocky9, ...httpd(stockRocky), expect: 'fail' },
  {
    name: 'without any Options it is built in',
    host: al2023,
    ...httpd('DocumentRoot /srv/www\n'),
    expect: 'fail',
    because: 'built-in',
    trap: 'U-39(1)',
  },
  { name: 'Options None', host: al2, ...httpd(folder('Options None')), expect: 'pass', trap: 'U-39(2)' },
  { name: '-FollowSymLinks', host: al2, ...httpd(folder('Options -FollowSymLinks')), expect: 'pass', trap: 'U-39(2)' },
  { name: 'Options All holds it', host: ubuntu20, ...apache2(folder('Options All')), expect: 'fail', trap: 'U-39(2)' },
  {
    name: 'SymLinksIfOwnerMatch alone',
    host: ubuntu22,
    ...apache2(folder('Options SymLinksIfOwnerMatch')),
    expect: 'pass',
    trap: 'U-39(3)',
  },
  {
    name: 'both: links are followed whoever owns them',
    host: ubuntu22,
    ...apache2(folder('Options FollowSymLinks SymLinksIfOwnerMatch')),
    expect: 'fail',
  },
  {
    name: '+SymLinksIfOwnerMatch leaves the built-in on',
    host: rocky9,
    ...httpd(folder('Options +SymLinksIfOwnerMatch')),
    expect: 'fail',
    trap: 'U-39(1)',
  },
  {
    name: 'an alias beside a calm root',
    host: rocky9,
    ...httpd(
      `<Directory />\nOptions None\n</Directory>\n${folder('Options None')}Alias /x /data/x\n<Directory /data/x>\nOptions FollowSymLinks\n</Directory>\n`,
    ),
    expect: 'fail',
    because: '/data/x',
  },
  {
    name: 'Options at the virtual host, not in a folder',
    host: debian12,
    ...apache2(host80('DocumentRoot /srv/www\nOptions -FollowSymLinks\n')),
    expect: 'pass',
  },
  {
    name: '.htaccess gives it back',
    host: debian12,
    ...apache2({
      '/etc/apache2/apache2.conf': folder('Options None\nAllowOverride All'),
      '/srv/www/.htaccess': 'Options +FollowSymLinks\n',
    }),
    expect: 'fail',
  },
  {
    name: 'a Location comes too late to forbid them',
    host: al2,
    ...httpd(`${folder('Options FollowSymLinks')}<Location />\nOptions None\n</Location>\n`),
    expect: 'fail',
    trap: 'links are looked at before addresses',
  },
  {
    name: 'a Location comes too late to allow them',
    host: al2,
    ...httpd(`${folder('Options None')}<Location /a>\nOptions FollowSymLinks\n</Location>\n`),
    expect: 'pass',
    trap: 'links are looked at before addresses',
  },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${folder('Options None')}IncludeOptional conf.d/*.conf\n`,
      '/etc/httpd/conf.d/old.conf.rpmsave': folder('Options FollowSymLinks'),
      '/etc/httpd/sites-available/old.conf': folder('Options FollowSymLinks'),
    }),
    expect: 'pass',
    trap: 'U-39(4)',
  },
  {
    name: 'links that lie there are shown',
    host: rocky9,
    ...httpd(folder('Options None'), {}, [['apache.link', '/srv/www/up', '/etc']]),
    expect: 'pass',
    because: '"source":"/srv/www/up","found":"link to /etc"',
  },
];
