// Cases of nginx.directory-listing.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, containedNginx, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const site = 'server { listen 80; root /srv/a; location / { } }';

export const directoryListingCases: readonly HostCase[] = [
  {
    name: 'unset is off',
    host: ubuntu22,
    ...web(site),
    expect: 'pass',
    because: 'autoindex unset (off)',
    trap: 'U-35(4)',
  },
  {
    name: 'on in one location',
    host: ubuntu22,
    ...web('server { location / { } location /pub/ { autoindex on; } }'),
    expect: 'fail',
    because: 'location /pub/',
  },
  {
    name: 'on in http, for all',
    host: debian12,
    ...web(`autoindex on; ${site}`),
    expect: 'fail',
    because: 'nginx.conf:4',
  },
  {
    name: 'on in http, off again in each server',
    host: debian12,
    ...web('autoindex on; server { autoindex off; location / { } }'),
    expect: 'pass',
    trap: 'the innermost directive counts',
  },
  {
    name: 'off in the server, on again in a nested location',
    host: rocky9,
    ...web('server { autoindex off; location / { location /x/ { autoindex ON; } } }'),
    expect: 'fail',
    because: 'location /x/',
    trap: 'nginx takes ON as well',
  },
  {
    name: 'the word in a comment and in a text',
    host: al2023,
    ...web('# autoindex on;\nserver { location / { return 200 "autoindex on;"; } }'),
    expect: 'pass',
    trap: 'words in comments and texts',
  },
  {
    name: 'an included file has it',
    host: rocky9,
    ...web('include conf.d/*.conf;', { files: { '/etc/nginx/conf.d/a.conf': 'server {\n autoindex on;\n}\n' } }),
    expect: 'fail',
    because: '/etc/nginx/conf.d/a.conf:2',
  },
  {
    name: 'sites-available and *.bak are not included',
    host: debian12,
    ...web(`${site} include conf.d/*.conf; include sites-enabled/*;`, {
      files: {
        '/etc/nginx/sites-available/old': 'server { autoindex on; }',
        '/etc/nginx/conf.d/a.conf.bak': 'server { autoindex on; }',
      },
    }),
    expect: 'pass',
    trap: 'U-35(5)',
  },
  {
    name: 'a server that redirects everything lists nothing',
    host: al2023,
    ...web('server { autoindex on; return 301 https://$host$request_uri; }'),
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web(site), nginxHost('events {} http { server { autoindex on; } }', second)),
    expect: 'fail',
    because: '/opt/shop/nginx.conf (pid 4711)',
    trap: 'more than the packaged instance',
  },
  {
    name: 'the fancy module',
    host: ubuntu22,
    ...web('server { location / { fancyindex on; } }'),
    expect: 'fail',
    because: 'fancyindex',
  },
  {
    name: 'Lua is no configuration',
    host: al2023,
    ...web('server { location / { content_by_lua_block {\n ngx.say("} autoindex on;") -- }\n} } }'),
    expect: 'pass',
    trap: 'opaque blocks',
  },
  {
    name: 'put right, and not loaded',
    host: rocky9,
    ...web(site, { notes: [['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'manual',
    because: 'written after nginx loaded it',
    trap: 'what runs may not be what is written',
  },
  {
    name: 'wrong, and not loaded',
    host: rocky9,
    ...web('server { autoindex on; }', { notes: [['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable', because: 'installed' },
  { name: 'not there', host: al2023, expect: 'notApplicable' },
  { name: 'in a container', host: al2023, ...containedNginx, expect: 'manual', because: 'container' },
  {
    name: 'an include that was not gathered',
    host: rocky9,
    ...web(`${site} include /srv/conf/sites.conf;`),
    expect: 'unknown',
    because: '/srv/conf/sites.conf',
  },
  {
    name: 'a folder of includes that cannot be listed',
    host: rocky9,
    ...web(`${site} include conf.d/*.conf;`, { files: { '/etc/nginx/conf.d': 'unreadable' } }),
    expect: 'unknown',
  },
  {
    name: 'an image that would start it',
    host: image(ubuntu22),
    ...web('server { autoindex on; }', { pid: null }),
    expect: 'fail',
    because: 'parsed',
  },
  {
    name: 'where nothing could be listed',
    host: rocky9,
    ...web(
      'autoindex on; server { server_name a; location / { return 404; } location /b { return 301 /c; } location /t { return 200 x; } }',
    ),
    expect: 'pass',
    because: '"found":"autoindex on"',
  },
  {
    name: 'a place of a program or of another server may list',
    host: rocky9,
    ...web('server { server_name a; location / { proxy_pass http://b; autoindex on; } }'),
    expect: 'fail',
    because: 'server a, location /: autoindex on',
  },
];
