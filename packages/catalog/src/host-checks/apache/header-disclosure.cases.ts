// Cases of apache.header-disclosure.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const good = 'ServerTokens Prod\nServerSignature Off\n';

export const headerDisclosureCases: readonly HostCase[] = [
  ...sharedCases('ServerTokens Full\n'),
  { name: 'stock: OS and On', host: debian12, ...apache2(stockDebian), expect: 'fail', because: 'ServerTokens OS' },
  {
    name: 'stock: unset is Full',
    host: rocky9,
    ...httpd(stockRocky),
    expect: 'fail',
    because: 'built-in Full',
    trap: 'U-71(1)',
  },
  { name: 'both set', host: al2, ...httpd(good), expect: 'pass' },
  {
    name: 'ProductOnly is Prod',
    host: al2,
    ...httpd('servertokens ProductOnly\nserversignature off\n'),
    expect: 'pass',
    trap: 'U-71(3)',
  },
  { name: 'ServerSignature unset is Off', host: al2023, ...httpd('ServerTokens Prod\n'), expect: 'pass' },
  {
    name: 'the last ServerTokens counts: back to OS',
    host: ubuntu22,
    ...apache2({
      '/etc/apache2/apache2.conf': 'ServerTokens Prod\nInclude conf/*.conf\n',
      '/etc/apache2/conf/z.conf': 'ServerTokens OS\n',
    }),
    expect: 'fail',
    because: '/etc/apache2/conf/z.conf:1',
    trap: 'U-71(2)',
  },
  {
    name: 'the last ServerTokens counts: forth to Prod',
    host: ubuntu22,
    ...apache2('ServerTokens OS\nServerTokens Prod\n'),
    expect: 'pass',
    trap: 'U-71(2)',
  },
  {
    name: 'ServerSignature On in a virtual host',
    host: rocky9,
    ...httpd(`${good}${host80('ServerSignature On\n')}`),
    expect: 'fail',
    trap: 'U-71(2)',
  },
  {
    name: 'ServerSignature Off in the only virtual host that is reached',
    host: rocky9,
    ...httpd(`ServerTokens Prod\nServerSignature On\n${host80('ServerSignature Off\n')}`),
    expect: 'pass',
    trap: 'U-71(2)',
  },
  {
    name: 'ServerSignature EMail',
    host: al2023,
    ...httpd('ServerTokens Prod\nServerSignature EMail\n'),
    expect: 'fail',
  },
  {
    name: 'in one folder',
    host: debian12,
    ...apache2(`${good}<Directory /srv/www>\nServerSignature On\n</Directory>\n`),
    expect: 'fail',
  },
  { name: 'Minimal shows the version', host: debian12, ...apache2('ServerTokens Min\n'), expect: 'fail' },
  {
    name: 'what stands in front and rewrites headers excuses nothing',
    host: rocky9,
    ...httpd('ServerTokens Full\nRemoteIPHeader X-Forwarded-For\n'),
    expect: 'fail',
    trap: 'U-71(4)',
  },
  {
    name: 'the name alone, spelt out, and no signature',
    host: rocky9,
    ...httpd('ServerTokens ProductOnly\n'),
    expect: 'pass',
    because: 'ServerTokens ProductOnly',
    shows: ['"/etc/httpd/conf/httpd.conf","found":"ServerSignature unset (built-in Off)"'],
  },
  ...['Production', 'NoProd', ''].map(
    (word): HostCase => ({
      name: `ServerTokens ${word} is no word of it`,
      host: rocky9,
      ...httpd(`ServerTokens ${word}\nServerSignature Off\n`),
      expect: 'fail',
      because: 'ServerTokens',
      shows: ['"ServerSignature Off"'],
    }),
  ),
  {
    name: 'ServerSignature without a word',
    host: rocky9,
    ...httpd('ServerTokens Prod\nServerSignature\n'),
    expect: 'fail',
    because: 'ServerSignature (/etc/httpd/conf/httpd.conf:2)',
  },
  {
    name: 'a folder signs by .htaccess',
    host: rocky9,
    ...httpd({
      '/etc/httpd/conf/httpd.conf': `${good}DocumentRoot /srv/www\n<Directory /srv/www>\nAllowOverride All\n</Directory>\n`,
      '/srv/www/.htaccess': 'Options None\nServerSignature On\n',
    }),
    expect: 'fail',
    because: 'shown: ServerSignature (/srv/www/.htaccess:2)"',
    hides: ['.htaccess:1'],
  },
];
