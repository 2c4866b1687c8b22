// Cases of nginx.tls.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const good = 'server { listen 443 ssl; server_name a.example; ssl_protocols TLSv1.2 TLSv1.3; root /srv/a; }';

export const tlsCases: readonly HostCase[] = [
  { name: 'on', host: debian12, ...web(good), expect: 'pass' },
  {
    name: 'none at all',
    host: debian12,
    ...web('server { listen 80; root /srv/a; }'),
    expect: 'fail',
    because: 'without TLS',
  },
  {
    name: '443 without ssl',
    host: rocky9,
    ...web('server { listen 443; root /srv/a; }'),
    expect: 'fail',
    trap: 'a port is no protocol',
  },
  {
    name: 'as it was written before 1.15',
    host: al2,
    ...web('server { listen 443; ssl on; ssl_protocols TLSv1.2; root /srv/a; }'),
    expect: 'pass',
  },
  {
    name: 'withdrawn versions',
    host: debian12,
    ...web('ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; server { listen 443 ssl; root /srv/a; }'),
    expect: 'fail',
    because: 'TLSv1, TLSv1.1',
  },
  {
    name: 'withdrawn in http, set again in the server',
    host: ubuntu22,
    ...web(`ssl_protocols TLSv1 TLSv1.2; ${good}`),
    expect: 'pass',
    trap: 'the innermost directive counts',
  },
  {
    name: 'withdrawn, by another measure',
    host: ubuntu22,
    ...web('server { listen 443 ssl; ssl_protocols TLSv1.1 TLSv1.2; }'),
    parameters: { withdrawn: ['SSLv2', 'SSLv3', 'TLSv1'] },
    expect: 'pass',
  },
  {
    name: 'unset in a new nginx',
    host: al2023,
    ...web('server { listen 443 ssl; }', { version: 'nginx/1.28.0' }),
    expect: 'pass',
    because: 'TLSv1.2 TLSv1.3',
  },
  {
    name: 'unset in an old one',
    host: rocky9,
    ...web('server { listen 443 ssl; }', { version: 'nginx/1.20.1' }),
    expect: 'manual',
    because: 'ssl_protocols unset',
  },
  {
    name: 'unset, and no version',
    host: rocky9,
    ...web('server { listen 443 ssl; }', { version: '' }),
    expect: 'manual',
  },
  {
    name: 'plain, and sent on',
    host: debian12,
    ...web(`${good} server { listen 80; return 301 https://$host$request_uri; }`),
    expect: 'pass',
  },
  {
    name: 'plain beside TLS for the same name',
    host: debian12,
    ...web(`${good} server { listen 80; server_name a.example; root /srv/a; }`),
    expect: 'pass',
    because: 'same name',
  },
  {
    name: 'plain beside TLS for another name',
    host: ubuntu22,
    ...web(`${good} server { listen 80; server_name b.example; root /srv/b; }`),
    expect: 'fail',
    because: 'b.example',
  },
  {
    name: 'a load balancer in front',
    host: al2023,
    ...web('real_ip_header X-Forwarded-For; server { listen 80; root /srv/a; }'),
    expect: 'manual',
    because: 'in front',
    trap: 'WEB-20: TLS may end in front',
  },
  {
    name: 'for the host itself',
    host: al2023,
    ...web('server { listen 127.0.0.1:8080; root /srv/a; }'),
    expect: 'pass',
  },
  {
    name: 'a stream with TLS is no website',
    host: rocky9,
    ...nginxHost('stream { server { listen 443 ssl; } } http { server { listen 80; root /srv/a; } }'),
    expect: 'fail',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web(good), nginxHost('http { server { listen 8080; } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...web('server { listen 80; root /srv/a; }', { pid: null }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
];
