// Cases of nginx.size-limit.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const sizeLimitCases: readonly HostCase[] = [
  {
    name: 'unset is one megabyte',
    host: debian12,
    ...web('server { location / { } }'),
    expect: 'pass',
    because: 'unset (1m)',
    trap: 'U-40(2)',
  },
  {
    name: 'a limit',
    host: ubuntu22,
    ...web('client_max_body_size 5m; server { location / { } }'),
    expect: 'pass',
    because: '5m',
  },
  {
    name: 'nought is no limit',
    host: rocky9,
    ...web('server { location / { } location /v2/ { client_max_body_size 0; } }'),
    expect: 'fail',
    because: 'location /v2/',
    trap: 'U-40(2)',
  },
  { name: 'nought in http', host: rocky9, ...web('client_max_body_size 0; server { location / { } }'), expect: 'fail' },
  {
    name: 'nought in http, a limit in the server',
    host: al2023,
    ...web('client_max_body_size 0; server { client_max_body_size 10M; location / { } }'),
    expect: 'pass',
    trap: 'the innermost directive counts',
  },
  {
    name: 'nought where nothing is taken',
    host: al2023,
    ...web('client_max_body_size 0; server { return 301 https://$host$request_uri; }'),
    expect: 'pass',
  },
  {
    name: 'any limit will do by the letter',
    host: debian12,
    ...web('client_max_body_size 20g; server { location / { } }'),
    expect: 'pass',
  },
  {
    name: 'more than is wanted',
    host: debian12,
    ...web('client_max_body_size 20g; server { location / { } }'),
    parameters: { megabytesMax: 100 },
    expect: 'fail',
    because: 'at most 100m',
  },
  {
    name: 'units count',
    host: ubuntu22,
    ...web('client_max_body_size 5120k; server { location / { } }'),
    parameters: { megabytesMax: 5 },
    expect: 'pass',
    trap: 'numbers have units',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { }'), nginxHost('http { server { client_max_body_size 0; } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(al2023),
    ...web('server { client_max_body_size 0; }', { pid: null }),
    expect: 'fail',
  },
  {
    name: 'an included file says so, a saved one does not count',
    host: rocky9,
    ...web('include conf.d/*.conf; server { location / { } }', {
      files: {
        '/etc/nginx/conf.d/a.conf': 'client_max_body_size 8m;',
        '/etc/nginx/conf.d/b.conf.rpmsave': 'client_max_body_size 0;',
      },
    }),
    expect: 'pass',
    because: '/etc/nginx/conf.d/a.conf:1',
    trap: 'U-40(4)',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...(
    [
      ['1k', 'pass'],
      ['1K', 'pass'],
      ['5242880', 'pass'],
      ['5m', 'pass'],
      ['5M', 'pass'],
      ['6m', 'fail'],
      ['5121k', 'fail'],
      ['1g', 'fail'],
      ['5242881', 'fail'],
      ['0', 'fail'],
      ['-5', 'fail'],
      ['5x', 'fail'],
      ['m5', 'fail'],
      ['5mm', 'fail'],
    ] as const
  ).map(
    ([said, expect]): HostCase => ({
      name: `client_max_body_size ${said}`,
      host: debian12,
      ...web(`server { server_name a; client_max_body_size ${said}; root /srv/a; }`),
      parameters: { megabytesMax: 5 },
      expect,
      because: `server a: client_max_body_size ${said}"`,
    }),
  ),
  {
    name: 'no place takes a body',
    host: rocky9,
    ...web('client_max_body_size 0; server { server_name a; return 404; location / { deny all; } }'),
    expect: 'pass',
    because: 'server a: client_max_body_size 0',
  },
  {
    name: 'places that take a body, and one that takes none',
    host: rocky9,
    ...web('server { server_name a; location / { root /srv/a; } location /x { client_max_body_size 0; return 404; } }'),
    expect: 'pass',
    because: 'server a, location /: client_max_body_size unset (1m)',
    hides: ['location /x'],
  },
];
