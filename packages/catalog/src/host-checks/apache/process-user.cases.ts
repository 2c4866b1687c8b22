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
  {
    name: 'running as root, and shown',
    host: rocky9,
    ...httpd(user('root'), { workers: [0, 0] }),
    expect: 'fail',
    because: '"children of process 1234","found":"2 as root (uid 0)"',
    shows: ['"/etc/httpd/conf/httpd.conf:1","found":"User root"'],
  },
  {
    name: 'children of another account than the leader’s',
    host: rocky9,
    ...httpd(user('apache'), { workers: [48], leader: 33 }),
    expect: 'pass',
    because: 'the children run as apache"',
    shows: ['1 as apache (uid 48)'],
  },
  {
    name: 'nobody leads, and it is shown as whom it serves',
    host: rocky9,
    ...httpd(user('apache'), { workers: [], leader: 48 }),
    expect: 'pass',
    because: '"found":"1 as apache (uid 48)"',
  },
  ...['root', '#0', '#00', 'toor'].map(
    (name): HostCase => ({
      name: `${name} is root where it is set up`,
      host: rocky9,
      ...httpd(user(name), { workers: null }),
      expect: 'fail',
      because: `"found":"User ${name}"`,
    }),
  ),
  {
    name: 'root, where the list of accounts does not name it',
    host: rocky9,
    ...httpd(
      { '/etc/httpd/conf/httpd.conf': user('root'), '/etc/passwd': 'apache:x:48:48::/:/sbin/nologin\n' },
      { workers: null },
    ),
    expect: 'fail',
  },
  {
    name: 'an account that the list does not name',
    host: rocky9,
    ...httpd(user('gone'), { workers: null }),
    expect: 'pass',
    because: '"found":"User gone"',
  },
  {
    name: 'without User',
    host: rocky9,
    ...httpd('Listen 80\n', { workers: null }),
    expect: 'manual',
    because: '"/etc/httpd/conf/httpd.conf","found":"User unset"',
  },
];
