// Cases of nginx.parent-directory.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const parentDirectoryCases: readonly HostCase[] = [
  { name: 'a root', host: debian12, ...web('server { root /srv/a; location / { } }'), expect: 'pass' },
  {
    name: 'an alias that climbs',
    host: debian12,
    ...web('server { location /img { alias /data/img/; } }'),
    expect: 'fail',
    because: 'alias /data/img/',
    trap: 'U-37(2)',
  },
  {
    name: 'both end in a slash',
    host: ubuntu22,
    ...web('server { location /img/ { alias /data/img/; } }'),
    expect: 'pass',
  },
  { name: 'neither does', host: ubuntu22, ...web('server { location /img { alias /data/img; } }'), expect: 'pass' },
  {
    name: 'the stronger prefix climbs as well',
    host: rocky9,
    ...web('server { location ^~ /img { alias /data/img/; } }'),
    expect: 'fail',
  },
  {
    name: 'an exact one does not',
    host: rocky9,
    ...web('server { location = /img { alias /data/img/; } }'),
    expect: 'pass',
  },
  {
    name: 'a capture that begins with the dots',
    host: al2023,
    ...web('server { location ~ ^/img(.*)$ { alias /data/img/$1; } }'),
    expect: 'fail',
  },
  {
    name: 'a capture behind a slash',
    host: al2023,
    ...web('server { location ~ ^/img/(.*)$ { alias /data/img/$1; } }'),
    expect: 'pass',
  },
  {
    name: 'a named capture',
    host: al2023,
    ...web('server { location ~ ^/img(?<rest>.*)$ { alias /data/img/$rest; } }'),
    expect: 'fail',
  },
  {
    name: 'a nested location',
    host: rocky9,
    ...web('server { root /srv/a; location / { location /s { alias /data/s/; } } }'),
    expect: 'fail',
    because: 'location /s',
  },
  { name: 'the root of the system', host: ubuntu22, ...web('server { root /; }'), expect: 'fail', because: 'system' },
  {
    name: 'everybody’s homes',
    host: ubuntu22,
    ...web('server { root /srv/a; location /h/ { alias /home/; } }'),
    expect: 'fail',
  },
  {
    name: 'an alias that nobody reaches',
    host: debian12,
    ...web('server { location /img { deny all; alias /data/img/; } }'),
    expect: 'pass',
  },
  {
    name: 'in an included file',
    host: debian12,
    ...web('server { include snip/*.conf; }', {
      files: { '/etc/nginx/snip/i.conf': '\nlocation /i { alias /data/i/; }' },
    }),
    expect: 'fail',
    because: '/etc/nginx/snip/i.conf:2',
    trap: 'U-37(3)',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { root /srv/a; }'), nginxHost('http { server { location /i { alias /d/; } } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...web('server { location /i { alias /d/; } }', { pid: null }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...(
    [
      ['location ~ ^/img(.*)$ { alias /data/img/$1; }', 'fail'],
      ['location ~ ^/img(.+) { alias /data/img/${1}; }', 'fail'],
      ['location ~ ^/img(.*?)$ { alias /data/img/$1; }', 'fail'],
      ['location ~ "^/img(?<rest>.*)$" { alias /data/img/$rest; }', 'fail'],
      ['location ~ "^/img(?P<rest>.*)$" { alias /data/img/$rest; }', 'fail'],
      ['location ~ "^/img([^/.]+)$" { alias /data/img/$1; }', 'fail'],
      ['location ~ ^/img/(.*)$ { alias /data/img/$1; }', 'pass'],
      ['location ~ ^/img(.*)/x$ { alias /data/img/$1; }', 'pass'],
      ['location ~ ^/img(.*)$ { alias /data/img/$1/x; }', 'pass'],
      ['location ~ ^/img(.*)$ { alias /data/img$1; }', 'pass'],
      ['location = /img { alias /data/img/; }', 'pass'],
      ['location @img { alias /data/img/; }', 'pass'],
      ['location ^~ /img { alias /data/img/; }', 'fail'],
    ] as const
  ).map(
    ([text, expect]): HostCase => ({
      name: text,
      host: debian12,
      ...web(`server { server_name a; root /srv/a; ${text} }`),
      expect,
      because: 'alias /data/img',
    }),
  ),
  {
    name: 'what is served, and to whom',
    host: rocky9,
    ...web('server { server_name a; root /srv/a; location /b { allow 10.0.0.0/8; deny all; root /srv/b; } }'),
    expect: 'pass',
    because: 'server a: root /srv/a"',
    shows: ['server a, location /b: root /srv/b (limited)'],
  },
  {
    name: 'no files are served',
    host: rocky9,
    ...web('server { server_name a; return 301 https://b; }'),
    expect: 'pass',
    because: '"/etc/nginx/nginx.conf:4","found":"server a: serves no files"',
  },
];
