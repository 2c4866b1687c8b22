// Cases of nginx.webdav.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

export const webdavCases: readonly HostCase[] = [
  {
    name: 'unset is off',
    host: debian12,
    ...web('server { location / { } }'),
    expect: 'pass',
    because: 'no dav_methods',
  },
  {
    name: 'methods are taken',
    host: debian12,
    ...web('server { location /dav/ { dav_methods PUT DELETE MKCOL COPY MOVE; } }'),
    expect: 'fail',
    because: 'location /dav/',
  },
  { name: 'the word off', host: ubuntu22, ...web('server { dav_methods off; }'), expect: 'pass' },
  {
    name: 'a password does not turn it off',
    host: rocky9,
    ...web('server { location /dav { auth_basic x; auth_basic_user_file p; dav_methods PUT; } }'),
    expect: 'fail',
  },
  {
    name: 'the extended methods alone',
    host: ubuntu24,
    ...web('server { location /dav { dav_ext_methods PROPFIND OPTIONS; } }'),
    expect: 'fail',
    because: 'PROPFIND',
  },
  {
    name: 'inherited from http',
    host: al2023,
    ...web('dav_methods PUT;\nserver { location / { root /srv/a; } }'),
    expect: 'fail',
    because: 'nginx.conf:4',
  },
  {
    name: 'inherited and turned off where it would count',
    host: al2023,
    ...web('dav_methods PUT;\nserver { dav_methods off; location / { root /srv/a; } }'),
    expect: 'pass',
    trap: 'the innermost directive counts',
  },
  { name: 'in a comment', host: rocky9, ...web('server { # dav_methods PUT;\n}'), expect: 'pass' },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { }'), nginxHost('http { server { dav_methods PUT; } }', second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  { name: 'an image', host: image(debian12), ...web('server { dav_methods PUT; }', { pid: null }), expect: 'fail' },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  {
    name: 'the main file is hidden',
    host: al2023,
    ...web('', { files: { '/etc/nginx/nginx.conf': 'unreadable' } }),
    expect: 'unknown',
  },
  { name: 'off beside a method', host: rocky9, ...web('server { dav_methods off PUT; }'), expect: 'fail' },
];
