// Cases of nginx.ssi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const ssiCases: readonly HostCase[] = [
  {
    name: 'unset is off',
    host: debian12,
    ...web('server { location / { } }'),
    expect: 'pass',
    because: 'ssi unset (off)',
  },
  { name: 'off', host: ubuntu22, ...web('ssi off; server { location / { } }'), expect: 'pass', because: 'ssi off' },
  {
    name: 'on in a location',
    host: rocky9,
    ...web('server { location /inc { ssi on; } }'),
    expect: 'fail',
    because: '/inc',
  },
  { name: 'on in http', host: al2, ...web('ssi on; server { location / { } }'), expect: 'fail' },
  {
    name: 'on in http, off in the server',
    host: al2,
    ...web('ssi on; server { ssi off; location / { } }'),
    expect: 'pass',
    trap: 'the innermost directive counts',
  },
  {
    name: 'on for what a server behind answers',
    host: al2023,
    ...web('server { location / { ssi on; proxy_pass http://127.0.0.1:8080; } }'),
    expect: 'fail',
  },
  {
    name: 'on within an if',
    host: al2023,
    ...web('server { location / { if ($request_uri ~ x) { ssi on; } } }'),
    expect: 'fail',
    trap: 'an if is a scope too',
  },
  {
    name: 'its kin do not turn it on',
    host: rocky9,
    ...web('ssi_silent_errors on; ssi_types text/xml; server { location / { } }'),
    expect: 'pass',
    trap: 'names are whole words',
  },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(web('server { }'), nginxHost('http { server { ssi on; } }', second)),
    expect: 'fail',
    because: 'pid 4711',
  },
  { name: 'an image', host: image(rocky9), ...web('server { ssi on; }', { pid: null }), expect: 'fail' },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: debian12, ...web('include gone.conf;'), expect: 'unknown' },
  {
    name: 'off, shown with what says so',
    host: rocky9,
    ...web('ssi off; server { server_name a; }'),
    expect: 'pass',
    because: 'server a: ssi off',
  },
  {
    name: 'on, shown with what says so',
    host: rocky9,
    ...web('server { server_name a; location /b { ssi on; } }'),
    expect: 'fail',
    because: 'server a, location /b: ssi on","expected":"off"',
  },
];
