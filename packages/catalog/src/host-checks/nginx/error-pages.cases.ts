// Cases of nginx.error-pages.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const pages = 'error_page 400 401 403 404 /40x.html; error_page 500 502 503 504 /50x.html;';

export const errorPagesCases: readonly HostCase[] = [
  { name: 'both classes', host: rocky9, ...web(`server { root /srv/a; ${pages} location / { } }`), expect: 'pass' },
  {
    name: 'none',
    host: debian12,
    ...web('server { root /srv/a; location / { } }'),
    expect: 'fail',
    because: 'error_page unset',
  },
  {
    name: 'of the server only',
    host: ubuntu22,
    ...web('server { root /srv/a; error_page 500 502 /50x.html; }'),
    expect: 'manual',
    because: 'a page for 400, 401, 403, 404',
  },
  {
    name: 'for all in http',
    host: al2023,
    ...web(`${pages} server { root /srv/a; } server { root /srv/b; }`),
    expect: 'pass',
  },
  {
    name: 'a location replaces all of them',
    host: al2023,
    ...web(`server { root /srv/a; ${pages} location / { } location /b { error_page 403 /403.html; } }`),
    expect: 'manual',
    because: 'location /b',
    trap: 'settings that add up are replaced, not merged',
  },
  {
    name: 'an application may have its own',
    host: rocky9,
    ...web('server { location / { proxy_pass http://b; } }'),
    expect: 'manual',
    because: 'application',
    trap: 'WEB-22: set by the application',
  },
  {
    name: 'a server that redirects',
    host: rocky9,
    ...web('server { return 301 https://$host$request_uri; }'),
    expect: 'notApplicable',
  },
  {
    name: 'one list in one line',
    host: ubuntu22,
    ...web('error_page 400 401 403 404 500 =200 /e.html; server { root /srv/a; }'),
    expect: 'pass',
  },
  {
    name: 'the codes that are wanted',
    host: debian12,
    ...web(`${pages} server { root /srv/a; }`),
    parameters: { codes: ['404', '405', '500'] },
    expect: 'manual',
    because: 'a page for 405',
  },
  { name: 'in a comment', host: debian12, ...web(`server { root /srv/a;\n#${pages}\n}`), expect: 'fail' },
  {
    name: 'as the package of Red Hat has it',
    host: rocky9,
    ...web('server { root /srv/a; error_page 404 /404.html; error_page 500 502 503 504 /50x.html; }'),
    parameters: { codes: ['404', '500'] },
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(web(`${pages} server { root /srv/a; }`), nginxHost('http { server { } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  { name: 'an image', host: image(rocky9), ...web('server { root /srv/a; }', { pid: null }), expect: 'fail' },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  {
    name: 'what needs no page: exact addresses, conditions, redirects and refusals',
    host: rocky9,
    ...web(
      'server { server_name a; location / { error_page 400 401 403 404 500 502 503 504 =200 /e.html; root /srv/a; if ($x) { error_page 404 /x; } } location = /e.html { error_page 404 /e.html; root /srv/a; } location /r { error_page 404 /x; return 301 /a; } location /n { error_page 404 /x; deny all; } }',
    ),
    expect: 'pass',
    because: 'server a, location /: error_page 400 401',
  },
  {
    name: 'nothing is served, and it says so',
    host: rocky9,
    ...web('server { server_name a; return 301 /x; }'),
    expect: 'notApplicable',
    because: 'server a: answers with redirects or refusals alone',
  },
];
