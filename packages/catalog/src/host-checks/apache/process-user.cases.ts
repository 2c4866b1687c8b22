// Cases of apache.process-user.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { apache2, both, built, httpd, sharedCases, stockDebian } from '../apache-answers.ts';
import { wanted } from '../service-answers.ts';

const user = (name: string) => `User ${name}\nGroup apache\n`;

export const processUserCases: readonly HostCase[] = [
  ...sharedCases(user('root'), 'manual'),
  {
    name: 'the leader is root, its children are not',
    host: rocky9,
    ...httpd(user('apache')),
    expect: 'pass',
    because: '3 as apache',
    trap: 'U-36(1)',
  },
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'pass', because: 'www-data' },
  { name: 'children are root', host: al2, ...httpd(user('root'), { workers: [0, 0] }), expect: 'fail' },
  { name: 'one child is root', host: al2, ...httpd(user('apache'), { workers: [48, 0] }), expect: 'fail' },
  {
    name: 'the file was changed, the processes were not started again',
    host: al2023,
    ...httpd(user('apache'), { workers: [0] }),
    expect: 'fail',
    trap: 'what runs outweighs what is written',
  },
  {
    name: 'nobody leads: all of it without root',
    host: ubuntu22,
    ...apache2(user('www-data'), { leader: 33, workers: [] }),
    expect: 'pass',
  },
  { name: 'no child was seen', host: ubuntu22, ...apache2(user('www-data'), { workers: [] }), expect: 'manual' },
  { name: 'enabled, not running: root', host: ubuntu24, ...apache2(user('root'), { workers: null }), expect: 'fail' },
  {
    name: 'enabled, not running: a name with the number of root',
    host: ubuntu24,
    ...apache2(user('toor'), { workers: null }),
    expect: 'fail',
  },
  { name: 'enabled, not running: #0', host: ubuntu24, ...apache2(user('#0'), { workers: null }), expect: 'fail' },
  {
    name: 'an image',
    host: image(rocky9),
    ...httpd({ '/etc/httpd/conf/httpd.conf': user('apache'), ...wanted('httpd.service') }, { workers: null }),
    commands: {},
    expect: 'pass',
  },
  {
    name: 'an image without User',
    host: image(rocky9),
    ...httpd({ '/etc/httpd/conf/httpd.conf': 'Listen 80\n', ...wanted('httpd.service') }, { workers: null }),
    commands: {},
    expect: 'manual',
  },
  {
    name: 'the second server serves as root',
    host: debian12,
    ...both(apache2(stockDebian), built(user('root'), { id: '2', workers: [0] })),
    expect: 'fail',
    because: '/usr/local/apache2/conf/httpd.conf: processes',
  },
  {
    name: 'what no include names is not active',
    host: rocky9,
    ...httpd(
      {
        '/etc/httpd/conf/httpd.conf': `${user('apache')}IncludeOptional conf.d/*.conf\n`,
        '/etc/httpd/conf.d/old.conf.rpmsave': user('root'),
        '/etc/httpd/sites-available/old.conf': user('root'),
      },
      { workers: null },
    ),
    expect: 'pass',
    trap: 'U-36(4)',
  },
];
