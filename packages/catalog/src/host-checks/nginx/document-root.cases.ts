// Cases of nginx.document-root.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const documentRootCases: readonly HostCase[] = [
  {
    name: 'a folder of its own',
    host: debian12,
    ...web('server { root /srv/www/a; location / { } }'),
    expect: 'pass',
    because: '/srv/www/a',
  },
  {
    name: 'what Debian fills',
    host: debian12,
    ...web('server { root /var/www/html; location / { try_files $uri =404; } }'),
    expect: 'fail',
    because: '/var/www/html',
    trap: 'U-41(1)',
  },
  {
    name: 'what Red Hat fills',
    host: rocky9,
    ...web('server { root /usr/share/nginx/html/; }'),
    expect: 'fail',
    trap: 'U-41(1)',
  },
  {
    name: 'unset is html under the prefix',
    host: rocky9,
    ...web('server { location / { } }', { prefix: '/etc/nginx' }),
    expect: 'fail',
    because: '/etc/nginx/html',
  },
  {
    name: 'built by hand',
    host: al2023,
    ...web('server { root html; }', { prefix: '/usr/local/nginx' }),
    expect: 'fail',
    because: '/usr/local/nginx/html',
  },
  {
    name: 'one of two servers',
    host: ubuntu22,
    ...web('server { root /srv/a; } server { server_name b; root /usr/share/nginx/html; }'),
    expect: 'fail',
    trap: 'U-41(2)',
  },
  {
    name: 'a proxy has no files',
    host: al2023,
    ...web('server { location / { proxy_pass http://127.0.0.1:8080; } }'),
    expect: 'notApplicable',
    trap: 'U-41(2)',
  },
  {
    name: 'the page of an error is no document root',
    host: rocky8,
    ...web(
      'server { root /srv/a; location / { } error_page 500 502 /50x.html; location = /50x.html { root /usr/share/nginx/html; } }',
    ),
    expect: 'pass',
    trap: 'the packaged error page',
  },
  {
    name: 'settings, by a detour',
    host: ubuntu22,
    ...web('server { root /srv/www/../../etc; }'),
    expect: 'fail',
    trap: 'a path that climbs',
  },
  { name: 'the whole system', host: ubuntu22, ...web('server { root /; }'), expect: 'fail', because: 'system folder' },
  {
    name: 'settings',
    host: ubuntu22,
    ...web('server { root /srv/a; location /c/ { alias /etc/; } }'),
    expect: 'fail',
    because: '/etc',
  },
  {
    name: 'a variable that is set to a folder',
    host: debian12,
    ...web('server { set $docs /srv/a; root $docs/public; location / { } }'),
    expect: 'pass',
    because: '/srv/a/public',
  },
  {
    name: 'a variable of the request',
    host: debian12,
    ...web('server { root /srv/$host; location / { } }'),
    expect: 'manual',
    because: '/srv/$host',
  },
  {
    name: 'a regular expression that denies all serves nothing',
    host: rocky9,
    ...web('server { root /srv/a; location / { } location ~ /\\.ht { root /var/www/html; deny all; } }'),
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { root /srv/a; }'), nginxHost('http { server { } }', second)),
    expect: 'fail',
    because: '/opt/shop/html',
  },
  { name: 'an image', host: image(ubuntu22), ...web('server { root /var/www/html; }', { pid: null }), expect: 'fail' },
  {
    name: 'a site that is not enabled',
    host: debian12,
    ...web('server { root /srv/a; } include sites-enabled/*;', {
      files: { '/etc/nginx/sites-available/default': 'server { root /var/www/html; }' },
    }),
    expect: 'pass',
    trap: 'U-41(3)',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...[
    '/usr/share/nginx/html',
    '/usr/share/nginx/www',
    '/usr/local/nginx/html',
    '/usr/local/openresty/nginx/html',
    '/var/www',
    '/var/www/html',
  ].map(
    (path): HostCase => ({
      name: `${path} is stock`,
      host: rocky9,
      ...web(`server { root ${path}; }`, { prefix: '/srv/own' }),
      expect: 'fail',
      because: path,
    }),
  ),
  {
    name: 'the pages of errors as packages have them',
    host: rocky9,
    ...web(
      'server { root /srv/a; error_page 404 /404.html; error_page 500 502 /50x.html; location = /50x.html { root /usr/share/nginx/html; } }',
    ),
    expect: 'pass',
    because: '/srv/a',
  },
  {
    name: 'the page of errors of one location',
    host: rocky9,
    ...web(
      'server { root /srv/a; location /app { error_page 500 /50x.html; root /srv/b; } location = /50x.html { root /usr/share/nginx/html; } }',
    ),
    expect: 'pass',
  },
  {
    name: 'exact addresses of something else, and a folder of errors',
    host: rocky9,
    ...web(
      'server { root /srv/a; index /x.html; error_page 500 /50x.html; location = /x.html { root /usr/share/nginx/html; } }',
    ),
    expect: 'fail',
  },
  {
    name: 'a folder of errors, by no exact address',
    host: rocky9,
    ...web('server { root /srv/a; error_page 500 /err/; location /err/ { root /usr/share/nginx/html; } }'),
    expect: 'fail',
  },
  {
    name: 'no files, and it says so',
    host: rocky9,
    ...web('server { server_name a; return 404; }'),
    expect: 'notApplicable',
    because: 'server a: no place answers from files',
  },
];
