// Cases of apache.webdav.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

export const webdavCases: readonly HostCase[] = [
  ...sharedCases('<Location /dav>\nDav On\n</Location>\n'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'pass' },
  {
    name: 'stock: the module is loaded and used nowhere',
    host: rocky9,
    ...httpd(stockRocky),
    expect: 'pass',
    because: 'dav_module loaded',
  },
  { name: 'on at an address', host: al2, ...httpd('<Location /dav>\nDav On\n</Location>\n'), expect: 'fail' },
  {
    name: 'on in a folder of a virtual host',
    host: ubuntu22,
    ...apache2(host80('<Directory /srv/dav>\ndav on\n</Directory>\n')),
    expect: 'fail',
  },
  {
    name: 'a provider is on too',
    host: al2023,
    ...httpd('<Location /svn>\nDAV svn\n</Location>\n'),
    expect: 'fail',
    because: 'Dav svn',
  },
  { name: 'off', host: rocky8, ...httpd('<Location /dav>\nDav Off\n</Location>\n'), expect: 'pass' },
  {
    name: 'off below, on above',
    host: rocky8,
    ...httpd('<Location />\nDav On\n</Location>\n<Location /a>\nDav Off\n</Location>\n'),
    expect: 'fail',
  },
  { name: 'a lock file alone', host: debian12, ...apache2('DavLockDB /var/lock/dav\n'), expect: 'pass' },
  {
    name: 'within a condition on a module that is not there',
    host: ubuntu22,
    ...apache2('LoadModule alias_module a.so\n<IfModule mod_dav.c>\n<Location />\nDav On\n</Location>\n</IfModule>\n'),
    expect: 'pass',
  },
  { name: 'commented', host: al2, ...httpd('# Dav On\n'), expect: 'pass' },
  {
    name: 'one address of two',
    host: rocky9,
    ...httpd(
      '<Location /a>\nDav off\n</Location>\n<Location /b>\nDav svn\n</Location>\n<Location /c>\nDav\n</Location>\n',
    ),
    expect: 'fail',
    because: 'WebDAV is on: /etc/httpd/conf/httpd.conf:5',
    shows: ['"found":"Dav svn"', '"found":"Dav "', '"found":"Dav off"', 'no LoadModule of dav_module'],
  },
  {
    name: 'the program has no such module',
    host: al2023,
    ...httpd('<Location />\nDav On\n</Location>\n', { modules: ['alias'] }),
    expect: 'pass',
    because: 'no dav_module',
    shows: ['Dav On'],
  },
  {
    name: 'the program has the module',
    host: al2023,
    ...httpd('<Location />\nDav On\n</Location>\n', { modules: ['dav'] }),
    expect: 'fail',
    because: 'dav_module loaded',
  },
  { name: 'without a word', host: al2, ...httpd('<Location />\nDav\n</Location>\n'), expect: 'fail' },
];
