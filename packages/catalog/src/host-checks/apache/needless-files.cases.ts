// Cases of apache.needless-files.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const root = 'DocumentRoot /srv/www\n';
const shared = sharedCases(root, 'manual');

export const needlessFilesCases: readonly HostCase[] = [
  ...shared,
  {
    name: 'nothing of the kind',
    host: rocky9,
    ...httpd(stockRocky, {}, [['apache.walked', '/var/www/html']]),
    expect: 'pass',
  },
  {
    name: 'the stock page',
    host: debian12,
    ...apache2(stockDebian, {}, [['apache.leftover', '/var/www/html/index.html', 'default-page']]),
    expect: 'fail',
    because: 'default-page',
  },
  {
    name: 'a backup',
    host: al2,
    ...httpd(root, {}, [['apache.leftover', '/srv/www/a/config.php.bak', 'backup']]),
    expect: 'fail',
  },
  {
    name: 'a dump of a database',
    host: al2,
    ...httpd(root, {}, [['apache.leftover', '/srv/www/db.sql', 'archive']]),
    expect: 'fail',
  },
  {
    name: 'a backup where another server of the host serves',
    host: al2023,
    ...httpd(root, {}, [['apache.leftover', '/usr/share/nginx/html/a.bak', 'backup']]),
    expect: 'pass',
  },
  {
    name: 'the manual, linked in',
    host: ubuntu22,
    ...apache2({
      '/etc/apache2/apache2.conf': `${root}Alias /manual /usr/share/doc/apache2-doc/manual/\n`,
      '/usr/share/doc/apache2-doc/manual': { type: 'dir' },
    }),
    expect: 'fail',
    because: 'manual',
  },
  {
    name: 'the manual, installed and not linked in',
    host: ubuntu22,
    ...apache2({ '/etc/apache2/apache2.conf': root, '/usr/share/doc/apache2-doc/manual': { type: 'dir' } }),
    expect: 'pass',
    trap: 'U-38(2)',
  },
  {
    name: 'the manual, linked in and not installed',
    host: ubuntu22,
    ...apache2({
      '/etc/apache2/apache2.conf': `${root}Alias /manual /usr/share/httpd/manual\n`,
      '/usr/share/httpd/manual': 'absent',
    }),
    expect: 'pass',
    trap: 'U-38(2)',
  },
  {
    name: 'a folder named test is for a person',
    host: al2023,
    ...httpd(root, {}, [['apache.leftover', '/srv/www/app/test', 'test-folder']]),
    expect: 'manual',
    trap: 'U-38(1)',
  },
  {
    name: 'a folder that was not walked to its end',
    host: rocky9,
    ...httpd(root, {}, [['apache.unwalked', '/srv/www', 'more than 1500 names']]),
    expect: 'manual',
  },
  {
    name: 'a folder of Git in the second virtual host',
    host: debian12,
    ...apache2(`${host80('DocumentRoot /srv/a\n', 'a.example')}${host80('DocumentRoot /srv/b\n', 'b.example')}`, {}, [
      ['apache.leftover', '/srv/b/.git', 'version-control'],
    ]),
    expect: 'fail',
  },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${root}IncludeOptional conf.d/*.conf\n`,
      '/etc/httpd/conf.d/old.conf.rpmsave': 'Alias /manual /usr/share/httpd/manual\n',
      '/etc/httpd/sites-available/old.conf': 'Alias /manual /usr/share/httpd/manual\n',
      '/usr/share/httpd/manual': { type: 'dir' },
    }),
    expect: 'pass',
    trap: 'U-38(3)',
  },
  {
    name: 'manuals by their address and by their folder, and what only sounds like them',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf':
        'DocumentRoot /srv/www\nAlias /manual /srv/m1\nAlias ^/manual /srv/m2\nAlias /apache2-manual /srv/m3\nAlias /help /usr/share/httpd/manual\nAlias /user/manual /srv/m4\nAlias /manuals /srv/m5\nAlias /x /srv/apache2/manual/y\nAlias /manual /srv/gone\n',
      ...Object.fromEntries(
        ['m1', 'm2', 'm3', 'm4', 'm5', 'apache2/manual/y'].map((name) => [`/srv/${name}`, { type: 'dir' } as const]),
      ),
      '/usr/share/httpd/manual': { type: 'dir' },
    }),
    expect: 'fail',
    because: '9 folders looked at: /srv/www, /srv/m1, /srv/m2, /srv/m3, /usr/share/httpd/manual"',
    shows: [
      '/manual serves /srv/m1 ',
      '^/manual serves /srv/m2 ',
      '/apache2-manual serves /srv/m3 ',
      '/help serves /usr',
    ],
    hides: ['serves /srv/m4', 'serves /srv/m5', 'serves /srv/apache2', 'serves /srv/gone'],
  },
  {
    name: 'left-overs, some for a person, some outside of what is served',
    host: rocky9,
    ...httpd(root, {}, [
      ['apache.leftover', '/srv/www/sample', 'sample'],
      ['apache.leftover', '/srv/www/a.bak', 'backup'],
      ['apache.leftover', '/srv/www/test', 'test-folder'],
      ['apache.leftover', '/data/b.bak', 'backup'],
    ]),
    expect: 'fail',
    because: 'are there: /srv/www/a.bak (backup)"',
    shows: ['"found":"sample","expected":"not there"},{"source":"/srv/www/test"', '1 folders looked at: /srv/www"'],
    hides: ['/data/b.bak'],
  },
  ...['sample', 'test-folder'].map(
    (kind): HostCase => ({
      name: `a ${kind} needs a person`,
      host: al2023,
      ...httpd(root, {}, [['apache.leftover', '/srv/www/x', kind]]),
      expect: 'manual',
      because: `"/srv/www/x","found":"${kind}"`,
      shows: ['1 folders looked at'],
    }),
  ),
  {
    name: 'homes are not walked',
    host: al2023,
    ...httpd(`${root}UserDir public_html\n`),
    expect: 'manual',
    because: '/home/*/public_html not looked at',
  },
  {
    name: 'what was not walked is not served',
    host: al2023,
    ...httpd(root, {}, [['apache.unwalked', '/data', 'more than 1500 names']]),
    expect: 'pass',
    because: '1 folders looked at: /srv/www"',
  },
  {
    name: 'a folder that was not walked to its end is named',
    host: al2023,
    ...httpd(root, {}, [['apache.unwalked', '/srv/www', 'more than 1500 names']]),
    expect: 'manual',
    because: '"/srv/www","found":"not wholly looked at: more than 1500 names"',
  },
  {
    name: 'nothing is served',
    host: al2023,
    ...httpd(host80('ProxyPass / http://127.0.0.1:3000/\n')),
    expect: 'pass',
    because: '0 folders looked at: none is served',
  },
];
