// Cases of apache.directory-listing.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';
import {
  apache2,
  both,
  built,
  host80,
  httpd,
  optionCases,
  sharedCases,
  stockDebian,
  stockRocky,
} from '../apache-answers.ts';
import { wanted } from '../service-answers.ts';

const listed = 'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions Indexes\n</Directory>\n';
const calm = 'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride None\n</Directory>\n';
const site = (body: string) => ({ ...stockDebian, '/etc/apache2/sites-enabled/000-default.conf': host80(body) });

export const directoryListingCases: readonly HostCase[] = [
  ...sharedCases(listed),
  ...optionCases('Indexes'),
  {
    name: 'stock: Indexes on /var/www',
    host: debian12,
    ...apache2(stockDebian),
    expect: 'fail',
    because: '/etc/apache2/apache2.conf:17',
    trap: 'U-35(3)',
  },
  {
    name: 'stock: Indexes on /var/www/html and icons',
    host: rocky9,
    ...httpd(stockRocky),
    expect: 'fail',
    because: '/etc/httpd/conf/httpd.conf:16',
  },
  {
    name: '-Indexes below an Indexes of above',
    host: ubuntu22,
    ...apache2(site('DocumentRoot /var/www/html\n<Directory /var/www/html>\nOptions -Indexes\n</Directory>\n')),
    expect: 'pass',
    trap: 'U-35(1)',
  },
  {
    name: '+Indexes adds to an empty list',
    host: al2,
    ...httpd(
      'DocumentRoot /srv/www\n<Directory />\nOptions None\n</Directory>\n<Directory /srv/www>\nOptions +Indexes\n</Directory>\n',
    ),
    expect: 'fail',
    trap: 'U-35(1)',
  },
  {
    name: 'a plain list replaces what is above',
    host: al2,
    ...httpd(
      'DocumentRoot /srv/www\n<Directory />\nOptions Indexes\n</Directory>\n<Directory /srv/www>\nOptions SymLinksIfOwnerMatch\n</Directory>\n',
    ),
    expect: 'pass',
    trap: 'U-35(1)',
  },
  {
    name: 'Options All holds Indexes',
    host: al2023,
    ...httpd('DocumentRoot /srv/www\n<Directory /srv/www>\noptions all\n</Directory>\n'),
    expect: 'fail',
  },
  {
    name: 'the last of two sections of one folder',
    host: rocky9,
    ...httpd(
      'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions Indexes\n</Directory>\n<Directory "/srv/www/">\nOptions -Indexes\n</Directory>\n',
    ),
    expect: 'pass',
  },
  {
    name: '.htaccess turns it on where AllowOverride lets it',
    host: ubuntu20,
    ...apache2({
      '/etc/apache2/apache2.conf':
        'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride Options\n</Directory>\n',
      '/srv/www/a/.htaccess': 'Options +Indexes\n',
    }),
    expect: 'fail',
    because: '/srv/www/a/.htaccess:1',
    trap: 'U-35(2)',
  },
  {
    name: '.htaccess where AllowOverride is None says nothing',
    host: ubuntu20,
    ...apache2({ '/etc/apache2/apache2.conf': calm, '/srv/www/a/.htaccess': 'Options +Indexes\n' }),
    expect: 'pass',
    trap: 'U-35(2)',
  },
  {
    name: 'AllowOverride Options=MultiViews does not cover Indexes',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf':
        'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride Options=MultiViews\n</Directory>\n',
      '/srv/www/.htaccess': 'Options +Indexes\n',
    }),
    expect: 'pass',
  },
  {
    name: '.htaccess files that were not all seen',
    host: rocky9,
    ...httpd('DocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride All\n</Directory>\n', {}, [
      ['apache.unwalked', '/srv/www', 'more than 1500 names'],
    ]),
    expect: 'manual',
    trap: 'U-35(2)',
  },
  {
    name: 'sites-available, *.rpmsave and a file of no include are not active',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${calm}IncludeOptional conf.d/*.conf\n`,
      '/etc/httpd/conf.d/old.conf.rpmsave': listed,
      '/etc/httpd/sites-available/a.conf': listed,
    }),
    expect: 'pass',
    trap: 'U-35(5)',
  },
  {
    name: 'an include of an include',
    host: al2023,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${calm}Include conf.d/\n`,
      '/etc/httpd/conf.d/a.conf': 'IncludeOptional vhosts/*/site.conf\n',
      '/etc/httpd/vhosts/x/site.conf': host80(
        'DocumentRoot /data/x\n<Directory /data/x>\nOptions +Indexes\n</Directory>\n',
      ),
    }),
    expect: 'fail',
    because: '/etc/httpd/vhosts/x/site.conf:6',
    trap: 'U-35(5)',
  },
  { name: 'a commented line', host: al2, ...httpd(`${calm}# Options Indexes\n`), expect: 'pass' },
  {
    name: 'a section under IfDefine without its flag',
    host: ubuntu24,
    ...apache2(`${calm}<IfDefine LIST>\n<Directory /srv/www>\nOptions Indexes\n</Directory>\n</IfDefine>\n`),
    expect: 'pass',
  },
  {
    name: 'a section under IfDefine with its flag',
    host: ubuntu24,
    ...apache2(`${calm}<IfDefine LIST>\n<Directory /srv/www>\nOptions Indexes\n</Directory>\n</IfDefine>\n`, {
      flags: ['LIST'],
    }),
    expect: 'fail',
  },
  {
    name: 'a folder by a variable of Define',
    host: ubuntu24,
    ...apache2('Define TOP /srv/www\nDocumentRoot ${TOP}\n<Directory "${TOP}">\nOptions Indexes\n</Directory>\n'),
    expect: 'fail',
  },
  {
    name: 'a variable that nobody defines',
    host: ubuntu24,
    ...apache2(`${calm}<Directory "\${NOWHERE}">\nOptions None\n</Directory>\n`),
    expect: 'manual',
    because: '${NOWHERE}',
  },
  {
    name: 'UserDir disabled: the section of the homes reaches nobody',
    host: rocky9,
    ...httpd({
      ...stockRocky,
      '/etc/httpd/conf/httpd.conf': calm + 'Include conf.modules.d/*.conf\nInclude conf.d/userdir.conf\n',
    }),
    expect: 'pass',
  },
  {
    name: 'UserDir of everybody',
    host: rocky9,
    ...httpd(`${calm}UserDir public_html\n<Directory /home/*/public_html>\nOptions Indexes\n</Directory>\n`),
    expect: 'fail',
  },
  {
    name: 'Location / takes it away for all',
    host: al2,
    ...httpd(`${listed}<Location />\nOptions -Indexes\n</Location>\n`),
    expect: 'pass',
  },
  {
    name: 'a Location gives it to one address',
    host: al2,
    ...httpd(`${calm}<Location /pub>\nOptions +Indexes\n</Location>\n`),
    expect: 'fail',
  },
  {
    name: 'one virtual host of two',
    host: debian12,
    ...apache2(
      `${calm}${host80('DocumentRoot /srv/a\n', 'a.example')}${host80('DocumentRoot /srv/b\n<Directory /srv/b>\nOptions Indexes\n</Directory>\n', 'b.example')}`,
    ),
    expect: 'fail',
    because: 'b.example',
    trap: 'every virtual host is judged',
  },
  {
    name: 'AllowOverrideList lets .htaccess say Options',
    host: al2023,
    ...httpd({
      '/etc/httpd/conf/httpd.conf':
        'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride None\nAllowOverrideList Options\n</Directory>\n',
      '/srv/www/.htaccess': 'Options +Indexes\n',
    }),
    expect: 'fail',
  },
  {
    name: 'a deeper section outweighs the .htaccess file of a folder above',
    host: al2023,
    ...httpd({
      '/etc/httpd/conf/httpd.conf':
        'DocumentRoot /srv/www/a\nAlias /b /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride All\n</Directory>\n<Directory /srv/www/a>\nOptions -Indexes\n</Directory>\n',
      '/srv/www/.htaccess': 'Options -Indexes\n',
    }),
    expect: 'pass',
  },
  {
    name: 'AccessFileName gives .htaccess another name, which is not looked for',
    host: ubuntu22,
    ...apache2(
      'AccessFileName .acl\nDocumentRoot /srv/www\n<Directory /srv/www>\nOptions None\nAllowOverride All\n</Directory>\n',
    ),
    expect: 'manual',
    because: '.acl',
  },
  {
    name: 'a module that may be built in, and a configuration that loads none',
    host: ubuntu22,
    ...apache2(`${calm}<IfModule mod_userdir.c>\n<Location /pub>\nOptions None\n</Location>\n</IfModule>\n`),
    expect: 'manual',
    because: 'may or may not hold',
  },
  {
    name: 'mod_autoindex is not there, as the program says',
    host: al2,
    ...httpd(listed, { modules: ['alias', 'dir'] }),
    expect: 'pass',
    because: 'mod_autoindex',
  },
  {
    name: 'a second server of the host, built from source',
    host: ubuntu22,
    ...both(
      apache2(calm),
      built(
        'DocumentRoot htdocs\n<Directory /usr/local/apache2/htdocs>\nOptions Indexes FollowSymLinks\n</Directory>\n',
        { id: '2' },
      ),
    ),
    expect: 'fail',
    because: '/usr/local/apache2/conf/httpd.conf: a listing',
    trap: 'every server is judged',
  },
  {
    name: 'an image is judged by its files',
    host: image(rocky9),
    ...httpd({ ...stockRocky, ...wanted('httpd.service') }, { workers: null }),
    commands: {},
    expect: 'fail',
  },
  {
    name: 'a continued line',
    host: rocky9,
    ...httpd(
      'DocumentRoot /srv/www\n<Directory /srv/www>\nOptions \\\n  SymLinksIfOwnerMatch \\\n  Indexes\n</Directory>\n',
    ),
    expect: 'fail',
    because: 'httpd.conf:3',
  },
  {
    name: 'an alias that names a file lists nothing',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${calm}<Directory />\nOptions Indexes\n</Directory>\nAlias /robots.txt /srv/robots.txt\n`,
      '/srv/robots.txt': 'User-agent: *\n',
    }),
    expect: 'pass',
  },
  {
    name: 'nothing makes a listing',
    host: rocky9,
    ...httpd(listed, { modules: ['alias'] }),
    expect: 'pass',
    because: 'no autoindex_module',
    shows: ['/srv/www: Options Indexes'],
  },
  {
    name: 'the program can make one',
    host: rocky9,
    ...httpd(listed, { modules: ['autoindex'] }),
    expect: 'fail',
  },
];
