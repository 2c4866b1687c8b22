// Cases of nginx.https-redirect.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const tls = 'server { listen 443 ssl; server_name a.example; root /srv/a; }';
const plain = (text: string) => web(`${tls} server { listen 80; server_name a.example; ${text} }`);

export const httpsRedirectCases: readonly HostCase[] = [
  {
    name: 'all of it',
    host: debian12,
    ...plain('return 301 https://$host$request_uri;'),
    expect: 'pass',
    because: 'return 301',
  },
  { name: 'none of it', host: debian12, ...plain('root /srv/a;'), expect: 'fail', because: 'a.example' },
  {
    name: 'to plain HTTP',
    host: rocky9,
    ...plain('return 301 http://www.a.example$request_uri;'),
    expect: 'fail',
    trap: 'a redirect is not one to HTTPS',
  },
  { name: 'by a rewrite', host: rocky9, ...plain('rewrite ^(.*)$ https://$host$1 permanent;'), expect: 'pass' },
  {
    name: 'by a rewrite of some paths',
    host: rocky9,
    ...plain('rewrite ^/shop https://$host/shop permanent; root /srv/a;'),
    expect: 'fail',
  },
  {
    name: 'by a rewrite of part of a location',
    host: rocky9,
    ...plain('location / { rewrite ^/shop https://$host/shop permanent; root /srv/a; }'),
    expect: 'fail',
    trap: 'a rewrite that takes some paths only',
  },
  {
    name: 'in every location',
    host: ubuntu22,
    ...plain('location / { return 308 https://$host$request_uri; }'),
    expect: 'pass',
  },
  {
    name: 'all but the certificate authority’s',
    host: ubuntu22,
    ...plain(
      'location ^~ /.well-known/acme-challenge/ { root /srv/acme; } location / { return 301 https://$host$request_uri; }',
    ),
    expect: 'pass',
    trap: 'the challenge has to be answered in plain text',
  },
  {
    name: 'all but one location',
    host: ubuntu22,
    ...plain('location /api { proxy_pass http://b; } location / { return 301 https://$host$request_uri; }'),
    expect: 'fail',
    because: 'location /api',
  },
  {
    name: 'as certbot writes it',
    host: debian12,
    ...plain('if ($host = a.example) { return 301 https://$host$request_uri; } return 404;'),
    expect: 'pass',
  },
  {
    name: 'one name of several',
    host: debian12,
    ...plain('if ($host = a.example) { return 301 https://$host$request_uri; } root /srv/a;'),
    expect: 'fail',
  },
  {
    name: 'one server for both, by its scheme',
    host: al2023,
    ...web(
      'server { listen 80; listen 443 ssl; if ($scheme != "https") { return 301 https://$host$request_uri; } root /srv/a; }',
    ),
    expect: 'pass',
  },
  {
    name: 'one server for both',
    host: al2023,
    ...web('server { listen 80; listen 443 ssl; root /srv/a; }'),
    expect: 'fail',
    because: 'listen 80',
  },
  {
    name: 'as the load balancer says',
    host: al2023,
    ...web(
      'server { listen 80; if ($http_x_forwarded_proto != https) { return 301 https://$host$request_uri; } root /srv/a; }',
    ),
    expect: 'pass',
  },
  {
    name: 'a load balancer in front',
    host: al2023,
    ...web('set_real_ip_from 10.0.0.0/8; server { listen 80; root /srv/a; }'),
    expect: 'manual',
    because: 'in front',
    trap: 'WEB-21: TLS may end in front',
  },
  {
    name: 'redirected before the host, as somebody found out',
    host: al2023,
    ...web('server { listen 80; root /srv/a; }'),
    parameters: { tlsInFront: true },
    expect: 'pass',
    because: 'parameter',
  },
  { name: 'refused', host: rocky9, ...plain('return 444;'), expect: 'pass', because: 'no content' },
  {
    name: 'for the host itself',
    host: rocky9,
    ...web('server { listen 127.0.0.1:80; root /srv/a; }'),
    expect: 'pass',
    because: 'itself',
  },
  {
    name: '443 without TLS',
    host: ubuntu22,
    ...web('server { listen 443; root /srv/a; }'),
    expect: 'fail',
    trap: 'a port is no protocol',
  },
  {
    name: 'unset listens on port 80',
    host: ubuntu22,
    ...web('server { root /srv/a; }'),
    expect: 'fail',
    because: 'listen unset',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web(tls), nginxHost('http { server { listen 8080; } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  { name: 'an image', host: image(debian12), ...web('server { root /srv/a; }', { pid: null }), expect: 'fail' },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  {
    name: 'TLS and plain HTTP at the host itself only',
    host: rocky9,
    ...web('server { listen 443 ssl; root /srv/a; }'),
    expect: 'pass',
    because: 'it takes no plain HTTP',
  },
  {
    name: 'a load balancer in front, and TLS in another server of this one, on one port of two',
    host: rocky9,
    ...web(
      'set_real_ip_from 10.0.0.0/8; server { listen 80; root /srv/a; } server { listen 81; listen 443 ssl; return 404; }',
    ),
    expect: 'fail',
  },
  {
    name: 'a load balancer in front, with what tells of it',
    host: rocky9,
    ...web('set_real_ip_from 10.0.0.0/8; server { listen 80; root /srv/a; }'),
    expect: 'manual',
    because: '"found":"set_real_ip_from 10.0.0.0/8"',
    shows: ['listen 80"'],
  },
];
