// Cases of nginx.header-disclosure.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const headerDisclosureCases: readonly HostCase[] = [
  { name: 'off in http', host: debian12, ...web('server_tokens off; server { location / { } }'), expect: 'pass' },
  {
    name: 'unset is on',
    host: rocky9,
    ...web('server { location / { } }'),
    expect: 'fail',
    because: 'server_tokens unset (on)',
    trap: 'absent is a value',
  },
  {
    name: 'commented, as Debian ships it',
    host: debian12,
    ...web('# server_tokens off;\nserver { location / { } }'),
    expect: 'fail',
    trap: 'absent is a value',
  },
  {
    name: 'on in one location again',
    host: al2023,
    ...web('server_tokens off; server { location /x { server_tokens on; } }'),
    expect: 'fail',
    because: '/x',
  },
  {
    name: 'off in one server of two',
    host: al2023,
    ...web('server { server_tokens off; } server { server_name b.example; }'),
    expect: 'fail',
    because: 'b.example',
    trap: 'it counts for each server',
  },
  { name: 'build tells more', host: ubuntu22, ...web('server_tokens build; server { }'), expect: 'fail' },
  { name: 'a text of its own', host: al2, ...web('server_tokens "web"; server { }'), expect: 'pass' },
  { name: 'a text with a version', host: al2, ...web('server_tokens "x/1.2.3"; server { }'), expect: 'fail' },
  {
    name: 'the header is taken away, the error pages still tell',
    host: ubuntu22,
    ...web('more_clear_headers Server; server { }'),
    expect: 'fail',
    trap: 'the version stands on error pages too',
  },
  {
    name: 'a redirect sends the header as well',
    host: rocky9,
    ...web('server { server_tokens off; } server { server_name r.example; return 301 https://$host; }'),
    expect: 'fail',
    because: 'r.example',
  },
  {
    name: 'what is behind may tell',
    host: rocky9,
    ...web('server_tokens off; server { location / { proxy_pass http://b; proxy_pass_header Server; } }'),
    expect: 'manual',
    trap: 'U-71(4)',
  },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(web('server_tokens off; server { }'), nginxHost('http { server { } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(rocky9),
    ...web('server_tokens off; server { }', { pid: null }),
    expect: 'pass',
    because: 'parsed',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  {
    name: 'off, shown with what says so',
    host: rocky9,
    ...web('server_tokens off;\nserver { server_name a; location / { limit_except GET { deny all; } } }'),
    expect: 'pass',
    because: '"/etc/nginx/nginx.conf:4","found":"server a: server_tokens off"',
  },
  ...(
    [
      ['OFF', 'pass'],
      ['""', 'pass'],
      ['web', 'pass'],
      ['ON', 'fail'],
      ['build', 'fail'],
      ['"web 1.2"', 'fail'],
      ['$nginx_version', 'fail'],
    ] as const
  ).map(
    ([word, expect]): HostCase => ({
      name: `server_tokens ${word}`,
      host: ubuntu22,
      ...web(`server_tokens ${word}; server { server_name a; }`),
      expect,
    }),
  ),
  {
    name: 'unset, and a limit of methods is no place of its own',
    host: rocky9,
    ...web('server { server_name a; location /a { limit_except GET { deny all; } } }'),
    expect: 'fail',
    because: 'is shown: server a; server a, location /a"',
    shows: ['server a: server_tokens unset (on)'],
    hides: ['limit_except'],
  },
  {
    name: 'the header of the server behind is passed on',
    host: rocky9,
    ...web('server_tokens off; server { server_name a; proxy_pass_header SERVER; proxy_pass_header Date; }'),
    expect: 'manual',
    because: '"proxy_pass_header SERVER"',
    shows: ['server a: server_tokens off'],
    hides: ['proxy_pass_header Date'],
  },
  {
    name: 'other headers are passed on',
    host: rocky9,
    ...web('server_tokens off; server { proxy_pass_header Date; location /a { proxy_pass_header; } }'),
    expect: 'pass',
  },
];
