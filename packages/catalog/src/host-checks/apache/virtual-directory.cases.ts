// Cases of apache.virtual-directory.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

export const virtualDirectoryCases: readonly HostCase[] = [
  ...sharedCases('Alias /manual /usr/share/httpd/manual\n'),
  { name: 'stock: icons', host: debian12, ...apache2(stockDebian), expect: 'manual', because: '/icons/' },
  { name: 'stock: icons and cgi-bin', host: rocky9, ...httpd(stockRocky), expect: 'manual', because: '/cgi-bin/' },
  { name: 'none', host: al2, ...httpd('DocumentRoot /srv/www\n'), expect: 'pass' },
  {
    name: 'the manual',
    host: al2,
    ...httpd('AliasMatch ^/manual(?:/(?:de|en))?(/.*)?$ "/usr/share/httpd/manual$1"\n'),
    expect: 'fail',
  },
  { name: 'samples', host: al2023, ...httpd('Alias /examples /opt/app/examples\n'), expect: 'fail' },
  {
    name: 'of the site itself',
    host: al2023,
    ...httpd(host80('Alias /virtual /var/www/virtual\n')),
    expect: 'manual',
    because: '/virtual',
  },
  {
    name: 'commented',
    host: ubuntu22,
    ...apache2('# Alias /manual /usr/share/doc/apache2-doc/manual\n'),
    expect: 'pass',
  },
  {
    name: 'homes',
    host: ubuntu22,
    ...apache2('UserDir public_html\nUserDir disabled root\n'),
    expect: 'manual',
    because: '/~user',
  },
  { name: 'homes, disabled', host: ubuntu22, ...apache2('UserDir disabled\n'), expect: 'pass' },
  {
    name: 'a target that is not there',
    host: debian12,
    ...apache2({ '/etc/apache2/apache2.conf': 'Alias /old /srv/old\n', '/srv/old': 'absent' }),
    expect: 'manual',
    because: 'not there',
  },
  {
    name: 'what is left of examples, and what only sounds like them',
    host: rocky9,
    ...httpd(
      'Alias /example /srv/a\nAlias /sample /srv/b\nAlias ^/Docs /srv/c\nAlias /my/docs /srv/d\nAlias /document /srv/e\nScriptAlias /run /srv/f\n',
    ),
    expect: 'fail',
    because: 'there: /example, /sample, ^/Docs"',
    shows: ['/my/docs → /srv/d"', '/run → /srv/f (CGI)"'],
  },
  {
    name: 'several that a person has to look at',
    host: al2023,
    ...httpd('Alias /a /srv/a\nAlias /b /srv/b\n'),
    expect: 'manual',
    because: 'needed: /a, /b?',
  },
  {
    name: 'where none were looked for',
    host: al2023,
    ...httpd('DocumentRoot /srv/www\n'),
    expect: 'pass',
    because: 'no Alias, ScriptAlias or UserDir',
  },
];
