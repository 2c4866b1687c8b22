// Cases of apache.cgi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, optionCases, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const root = (options: string, more = '') =>
  `LoadModule cgid_module modules/mod_cgid.so\nDocumentRoot /srv/www\n<Directory /srv/www>\nOptions ${options}\nAllowOverride None\n</Directory>\n${more}`;

export const cgiCases: readonly HostCase[] = [
  ...sharedCases(root('ExecCGI')),
  ...optionCases('ExecCGI', '1 folders and sections, none with ExecCGI', '0 folders and sections, none with ExecCGI'),
  ...['cgi', 'cgid', 'fcgid', 'fastcgi'].map(
    (name): HostCase => ({
      name: `mod_${name} is there`,
      host: ubuntu22,
      ...apache2('DocumentRoot /srv/www\nOptions ExecCGI\n', { modules: ['alias', name] }),
      expect: 'fail',
    }),
  ),
  {
    name: 'stock: no module',
    host: debian12,
    ...apache2(stockDebian, { modules: ['alias', 'autoindex'] }),
    expect: 'pass',
    because: 'no module',
    shows: ['none of cgi_module, cgid_module'],
  },
  {
    name: 'stock: ScriptAlias to cgi-bin',
    host: rocky9,
    ...httpd(stockRocky),
    expect: 'pass',
    because: '/var/www/cgi-bin',
  },
  { name: 'ExecCGI among the documents', host: al2, ...httpd(root('ExecCGI')), expect: 'fail', because: '/srv/www' },
  { name: 'Options All holds ExecCGI', host: al2023, ...httpd(root('All')), expect: 'fail' },
  { name: '-ExecCGI', host: al2023, ...httpd(root('-ExecCGI')), expect: 'pass', trap: 'the word alone says nothing' },
  {
    name: 'ExecCGI in a folder of its own below the documents',
    host: ubuntu22,
    ...apache2(root('None', '<Directory /srv/www/bin>\nOptions +ExecCGI\n</Directory>\n')),
    expect: 'pass',
  },
  {
    name: 'ExecCGI by file name is everywhere',
    host: ubuntu22,
    ...apache2(root('None', '<FilesMatch "\\.cgi$">\nOptions +ExecCGI\n</FilesMatch>\n')),
    expect: 'fail',
  },
  {
    name: 'ScriptAlias over the documents',
    host: rocky8,
    ...httpd(root('None', 'ScriptAlias /run/ /srv/\n')),
    expect: 'fail',
  },
  {
    name: 'ScriptAlias of /usr/lib/cgi-bin',
    host: debian12,
    ...apache2(
      root(
        'None',
        'ScriptAlias /cgi-bin/ /usr/lib/cgi-bin/\n<Directory /usr/lib/cgi-bin>\nOptions +ExecCGI -MultiViews +SymLinksIfOwnerMatch\n</Directory>\n',
      ),
    ),
    expect: 'pass',
  },
  {
    name: '.htaccess turns CGI on',
    host: rocky8,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': root('None').replace('AllowOverride None', 'AllowOverride All'),
      '/srv/www/up/.htaccess': 'Options +ExecCGI\nAddHandler cgi-script .txt\n',
    }),
    expect: 'fail',
    because: '.htaccess',
  },
  {
    name: 'the module is commented',
    host: al2,
    ...httpd(root('ExecCGI').replace(/^LoadModule/, '# LoadModule'), { modules: ['alias'] }),
    expect: 'pass',
  },
  {
    name: 'the whole host is a folder of scripts',
    host: al2,
    ...httpd(host80('ProxyPass / http://127.0.0.1:3000/\nScriptAlias /run /\n')),
    expect: 'fail',
  },
  {
    name: 'ExecCGI for one name of a file is everywhere too',
    host: al2,
    ...httpd(root('None', '<Files run.cgi>\nOptions +ExecCGI\n</Files>\n')),
    expect: 'fail',
    because: '<files run.cgi>',
  },
];
