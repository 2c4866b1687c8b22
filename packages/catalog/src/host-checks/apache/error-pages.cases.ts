// Cases of apache.error-pages.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const pages = (codes: string) =>
  codes
    .split(' ')
    .map((code) => `ErrorDocument ${code} /error.html\n`)
    .join('');
const usual = pages('400 401 403 404 500');

export const errorPagesCases: readonly HostCase[] = [
  ...sharedCases('Listen 80\n'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'fail' },
  { name: 'stock: the page of the welcome is for one address', host: rocky9, ...httpd(stockRocky), expect: 'fail' },
  { name: 'all of the usual', host: al2, ...httpd(usual), expect: 'pass' },
  { name: 'some of them', host: al2, ...httpd(pages('404 500')), expect: 'manual', because: '400, 401, 403' },
  {
    name: 'a virtual host takes the pages of the main server',
    host: al2023,
    ...httpd(`${usual}${host80('DocumentRoot /srv/a\n')}`),
    expect: 'pass',
  },
  {
    name: 'one virtual host has none',
    host: ubuntu22,
    ...apache2(`${host80(usual, 'a.example')}${host80('DocumentRoot /srv/b\n', 'b.example')}`),
    expect: 'fail',
    because: 'b.example',
  },
  {
    name: 'default takes a page away',
    host: ubuntu22,
    ...apache2(`${usual}ErrorDocument 404 default\n`),
    expect: 'manual',
    because: '404',
  },
  {
    name: 'one that redirects all answers no fault',
    host: rocky9,
    ...httpd(`${host80('Redirect / https://www.example.com/\n')}`),
    expect: 'pass',
  },
  {
    name: 'codes of the house',
    host: debian12,
    ...apache2(pages('404 500')),
    parameters: { codes: ['404', '500'] },
    expect: 'pass',
  },
  { name: 'commented', host: debian12, ...apache2('# ErrorDocument 404 /missing.html\n'), expect: 'fail' },
  {
    name: 'for every address, one page of them taken back',
    host: rocky9,
    ...httpd(`<Location />\n${usual}ErrorDocument 404\nErrorDocument\nRequire all granted\n</Location>\n`),
    expect: 'manual',
    because: 'main server: no ErrorDocument for 404"',
    shows: ['ErrorDocument 500 /error.html', '"/etc/httpd/conf/httpd.conf","found":"main server: no'],
  },
  {
    name: 'for the whole of the host',
    host: rocky9,
    ...httpd(host80(`<Directory />\n${usual}</Directory>\n`)),
    expect: 'pass',
    because: 'ErrorDocument 400 /error.html',
  },
  {
    name: 'for one address, one folder and one file',
    host: al2,
    ...httpd(
      host80(
        `<Location /a>\n${usual}</Location>\n<Directory /srv>\n${usual}</Directory>\n<Files />\n${usual}</Files>\n`,
      ),
    ),
    expect: 'fail',
    because: '"/etc/httpd/conf/httpd.conf:2","found":"*:80 www.example.com: no ErrorDocument for 400, 401',
  },
  {
    name: 'one that answers nothing by itself',
    host: al2,
    ...httpd(host80('Redirect / https://www.example.com/\n')),
    expect: 'pass',
    because: 'no server answers by itself',
  },
];
