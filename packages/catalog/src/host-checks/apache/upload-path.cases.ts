// Cases of apache.upload-path.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian } from '../apache-answers.ts';

const root = 'DocumentRoot /srv/www\n<Directory /srv/www>\nRequire all granted\n</Directory>\n';
const closed = `${root}<Directory /srv/www/uploads>\nRequire all denied\n</Directory>\n`;
const up = (mode: string, path = '/srv/www/uploads') => [['apache.upload', path, mode, '48', '48']] as const;

export const uploadPathCases: readonly HostCase[] = [
  ...sharedCases(root, 'manual'),
  { name: 'none seen', host: debian12, ...apache2(stockDebian), expect: 'manual' },
  { name: 'among the documents, served', host: rocky9, ...httpd(root, {}, up('750')), expect: 'fail' },
  { name: 'among the documents, not served', host: rocky9, ...httpd(closed, {}, up('750')), expect: 'pass' },
  { name: 'not served, open to others', host: al2, ...httpd(closed, {}, up('757')), expect: 'fail' },
  { name: 'not served, readable by others', host: al2, ...httpd(closed, {}, up('755')), expect: 'fail' },
  {
    name: 'another folder is denied',
    host: al2023,
    ...httpd(closed, {}, up('750', '/srv/www/board/upload')),
    expect: 'fail',
    because: '/srv/www/board/upload',
  },
  {
    name: 'denied by the words of 2.2',
    host: al2023,
    ...httpd(
      `${root}<Directory /srv/www/uploads>\nOrder allow,deny\nDeny from all\n</Directory>\n`.replace(
        'Require all granted',
        'Allow from all',
      ),
      {},
      up('700'),
    ),
    expect: 'pass',
  },
  {
    name: 'of a folder that this server does not serve',
    host: ubuntu22,
    ...apache2(root, {}, up('777', '/usr/share/nginx/html/upload')),
    expect: 'manual',
  },
  {
    name: 'a wider mode by choice of the house',
    host: ubuntu22,
    ...apache2(closed, {}, up('770')),
    parameters: { limit: 0o770 },
    expect: 'pass',
  },
  {
    name: 'one of two is open',
    host: debian12,
    ...apache2(closed, {}, [...up('750'), ...up('750', '/srv/www/x/upload')]),
    expect: 'fail',
  },
  {
    name: 'closed in one virtual host and served in another, and one outside of what is served',
    host: rocky9,
    ...httpd(
      `Listen 80\n<VirtualHost *:80>\nServerName a\n${closed}</VirtualHost>\n<VirtualHost *:80>\nServerName b\nDocumentRoot /srv/www\n</VirtualHost>\n`,
      {},
      [...up('50'), ...up('777', '/data/uploads')],
    ),
    expect: 'fail',
    because: 'open: /srv/www/uploads"',
    shows: ['0050 48:48, served', 'not served, no bit outside 0750'],
    hides: ['/data/uploads'],
  },
  {
    name: 'a closed one, shown',
    host: al2,
    ...httpd(closed, {}, up('750')),
    expect: 'pass',
    because: '0750 48:48, not served (Require all denied)',
  },
  {
    name: 'none, and where it was looked for',
    host: al2,
    ...httpd(`${root}Alias /a /srv/a\n`),
    expect: 'manual',
    because: 'named for uploads in /srv/www, /srv/a',
  },
  {
    name: 'none where nothing is served',
    host: al2,
    ...httpd(host80('ProxyPass / http://127.0.0.1:3000/\n')),
    expect: 'manual',
    because: 'named for uploads in none',
  },
];
