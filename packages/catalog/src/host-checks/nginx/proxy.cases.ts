// Cases of nginx.proxy.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const proxyCases: readonly HostCase[] = [
  { name: 'none', host: debian12, ...web('server { root /srv/a; }'), expect: 'pass', because: 'no proxy_pass' },
  {
    name: 'a server of one’s own',
    host: debian12,
    ...web('server { location /api/ { proxy_pass http://127.0.0.1:8080; } }'),
    expect: 'manual',
    because: '127.0.0.1:8080',
  },
  {
    name: 'wherever the client asks',
    host: rocky9,
    ...web('server { listen 3128; resolver 8.8.8.8; location / { proxy_pass http://$http_host$request_uri; } }'),
    expect: 'fail',
    because: 'the client decides',
  },
  {
    name: 'by an argument',
    host: ubuntu22,
    ...web('server { location /get { proxy_pass $arg_url; } }'),
    expect: 'fail',
  },
  {
    name: 'by a capture of the path',
    host: ubuntu22,
    ...web('server { location ~ ^/p/([^/]+)/(.*)$ { proxy_pass http://$1/$2; } }'),
    expect: 'fail',
  },
  {
    name: 'by a named capture',
    host: al2023,
    ...web('server { location ~ ^/p/(?<dest>[^/]+)/ { proxy_pass http://$dest; } }'),
    expect: 'fail',
  },
  {
    name: 'a host of any name',
    host: al2023,
    ...web('server { location / { proxy_pass $scheme://$host$request_uri; } }'),
    expect: 'fail',
  },
  {
    name: 'a host whose name is fixed',
    host: al2023,
    ...web('server { server_name a.example; location / { proxy_pass http://$host:8080; } }'),
    expect: 'manual',
  },
  {
    name: 'an upstream, with the path in a variable',
    host: rocky9,
    ...web('upstream back { server 10.0.0.5; } server { location / { proxy_pass http://back$request_uri; } }'),
    expect: 'manual',
    trap: 'a variable behind the host decides the path alone',
  },
  {
    name: 'CONNECT',
    host: ubuntu22,
    ...web('server { listen 3128; proxy_connect; }'),
    expect: 'fail',
    because: 'proxy_connect',
  },
  {
    name: 'CONNECT for the own network',
    host: ubuntu22,
    ...web('server { listen 3128; allow 10.0.0.0/8; deny all; proxy_connect; }'),
    expect: 'manual',
  },
  {
    name: 'a stream',
    host: debian12,
    ...nginxHost('stream { server { listen 3306; proxy_pass db:3306; } }'),
    expect: 'manual',
    because: 'db:3306',
  },
  {
    name: 'FastCGI is no proxy',
    host: debian12,
    ...web('server { location / { fastcgi_pass unix:/run/x; } }'),
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { }'), nginxHost('http { server { location / { proxy_pass http://$http_host; } } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(rocky9),
    ...web('server { location / { proxy_pass http://$http_host; } }', { pid: null }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...(
    [
      ['proxy_pass http://b.example;', 'manual'],
      ['proxy_pass http://$http_host;', 'fail'],
      ['proxy_pass $scheme://$http_host/x;', 'fail'],
      ['proxy_pass http://b.example/$http_x;', 'manual'],
      ['proxy_pass http://b.example/api/$http_x;', 'manual'],
      ['proxy_pass http://b.example$request_uri;', 'manual'],
      ['proxy_pass http://b.example${uri}x$http_x;', 'manual'],
      ['proxy_pass http://$request_uri;', 'fail'],
      ['proxy_pass http://$host;', 'manual'],
      ['proxy_pass http://$hostname;', 'manual'],
      ['proxy_pass;', 'manual'],
      ['grpc_pass grpc://b.example;', 'manual'],
      ['memcached_pass 127.0.0.1:11211;', 'manual'],
    ] as const
  ).map(
    ([text, expect]): HostCase => ({
      name: text,
      host: debian12,
      ...web(`server { server_name a.example; ${text} location /b { return 404; } }`),
      expect,
      because: `server a.example: ${text.slice(0, -1)}"`,
    }),
  ),
  ...(
    [
      ['server_name *.a.example; listen 80;', 'fail'],
      ['server_name www.*; listen 80;', 'fail'],
      ['server_name a.example *.b.example; listen 80;', 'fail'],
      ['server_name _; listen 80;', 'fail'],
      ['listen 80;', 'fail'],
      ['server_name a.example; listen 80; listen 81 default_server;', 'fail'],
      ['server_name a.example b.example; listen 80; listen 81;', 'manual'],
    ] as const
  ).map(
    ([text, expect]): HostCase => ({
      name: `to $host, with ${text}`,
      host: debian12,
      ...web(`server { ${text} location / { proxy_pass http://$host; } }`),
      expect,
    }),
  ),
  {
    name: 'a capture that chooses the host, and one that does not',
    host: rocky9,
    ...web(
      'server { server_name a; location ~ "^/(?<to>[^/]+)/" { proxy_pass http://$to; } location ~ "^/(?P<id>\\d+)" { proxy_pass http://$pool; } }',
    ),
    expect: 'fail',
    because: 'proxy goes: server a, location ~ ^/(?<to>[^/]+)/"',
  },
  {
    name: 'a capture that does not choose the host',
    host: rocky9,
    ...web('server { server_name a; location ~ "^/(?<id>\\d+)" { proxy_pass http://$pool; } }'),
    expect: 'manual',
  },
  { name: 'no server block', host: rocky9, ...web(''), expect: 'pass', because: 'no server block' },
  {
    name: 'streams and mail',
    host: rocky9,
    ...nginxHost(
      'stream { server { listen 3306; proxy_pass 10.0.0.5:3306; } }\nmail { auth_http http://127.0.0.1/auth; server { listen 25; protocol smtp; } }\n',
    ),
    expect: 'manual',
    because: 'stream: proxy_pass 10.0.0.5:3306; mail: auth_http http://127.0.0.1/auth?',
  },
];
