// Cases of nginx.virtual-directory.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, folderNotes, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const alias = 'server { root /srv/a; location /i/ { alias /data/i/; } }';

export const virtualDirectoryCases: readonly HostCase[] = [
  {
    name: 'none',
    host: debian12,
    ...web('server { root /srv/a; location / { } }'),
    expect: 'pass',
    because: 'no alias',
  },
  {
    name: 'one that is there',
    host: debian12,
    ...web(alias, { notes: folderNotes('/data/i') }),
    expect: 'manual',
    because: 'alias /data/i/',
  },
  {
    name: 'one that leads nowhere',
    host: rocky9,
    ...web(alias, { notes: [['nginx-root', '/data/i', 'absent']] }),
    expect: 'fail',
    because: 'lead nowhere',
  },
  {
    name: 'packaged documents',
    host: ubuntu22,
    ...web('server { location /doc { alias /usr/share/doc; } }', {
      notes: [['nginx-root', '/usr/share/doc', 'folder']],
    }),
    expect: 'fail',
    because: '/usr/share/doc',
  },
  {
    name: 'a single file',
    host: ubuntu22,
    ...web('server { location = /robots.txt { alias /srv/r.txt; } }', {
      notes: [['nginx-root', '/srv/r.txt', 'file']],
    }),
    expect: 'manual',
  },
  { name: 'a variable', host: al2023, ...web('server { location ~ ^/u/(.+) { alias /srv/u/$1; } }'), expect: 'manual' },
  { name: 'in a comment', host: al2023, ...web('server { # location /i { alias /i; }\n}'), expect: 'pass' },
  {
    name: 'where a redirect answers all',
    host: rocky9,
    ...web('server { return 301 https://a; location /i { alias /i; } }'),
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { }'), nginxHost(`http { ${alias} }`, second)),
    expect: 'manual',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...web(alias, { pid: null, notes: [['nginx-root', '/data/i', 'absent']] }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  {
    name: 'documentation elsewhere than where packages put it',
    host: rocky9,
    ...web('server { location /d/ { alias /srv/usr/share/doc/; } }'),
    expect: 'manual',
  },
];
