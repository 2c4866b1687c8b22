// Cases of apache.ssi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, httpd, optionCases, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const root = (options: string) =>
  `DocumentRoot /srv/www\n<Directory /srv/www>\nOptions ${options}\nAllowOverride None\n</Directory>\n`;

export const ssiCases: readonly HostCase[] = [
  ...sharedCases(root('Includes')),
  ...optionCases('Includes'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'pass' },
  { name: 'stock: the section of the homes reaches nobody', host: rocky9, ...httpd(stockRocky), expect: 'pass' },
  { name: 'Includes', host: al2, ...httpd(root('Indexes Includes')), expect: 'fail' },
  { name: 'IncludesNOEXEC parses pages too', host: al2, ...httpd(root('IncludesNOEXEC')), expect: 'fail' },
  { name: 'Options All', host: al2023, ...httpd(root('All')), expect: 'fail' },
  {
    name: '-Includes after All of above',
    host: rocky8,
    ...httpd(`<Directory />\nOptions All\n</Directory>\n${root('-Includes')}`),
    expect: 'pass',
  },
  {
    name: '-IncludesNOEXEC takes Includes away',
    host: rocky8,
    ...httpd(`<Directory />\nOptions Includes\n</Directory>\n${root('-IncludesNOEXEC')}`),
    expect: 'pass',
  },
  {
    name: 'mod_include is not there, as the program says',
    host: ubuntu22,
    ...apache2(root('Includes'), { modules: ['alias'] }),
    expect: 'pass',
    because: 'mod_include',
  },
  {
    name: 'mod_include is there',
    host: ubuntu22,
    ...apache2(root('Includes'), { modules: ['alias', 'include'] }),
    expect: 'fail',
  },
  {
    name: 'one address',
    host: debian12,
    ...apache2(`${root('None')}<Location /pages>\nOptions +Includes\n</Location>\n`),
    expect: 'fail',
  },
  {
    name: 'the program has no such module',
    host: al2023,
    ...httpd(root('Includes'), { modules: ['alias'] }),
    expect: 'pass',
    because: 'no include_module',
    shows: ['Options Includes'],
  },
  {
    name: 'an alias beside a calm root',
    host: rocky9,
    ...httpd(`${root('None')}Alias /a /srv/a\n<Directory /srv/a>\nOptions IncludesNOEXEC Indexes\n</Directory>\n`),
    expect: 'fail',
    because: '/srv/a: Options Includes Indexes',
    shows: ['/srv/www: Options None', 'httpd.conf:8"'],
  },
];
