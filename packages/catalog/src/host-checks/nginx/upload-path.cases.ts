// Cases of nginx.upload-path.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, folderNotes, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const app = 'server { root /srv/a; location / { } location /app { proxy_pass http://b; } }';

export const uploadPathCases: readonly HostCase[] = [
  {
    name: 'files alone take nothing',
    host: debian12,
    ...web('server { root /srv/a; location / { } }'),
    expect: 'pass',
    because: '405',
  },
  { name: 'an application takes them', host: debian12, ...web(app), expect: 'manual', because: 'location /app' },
  {
    name: 'bodies below the document root',
    host: rocky9,
    ...web(`client_body_temp_path /srv/a/tmp; ${app}`),
    expect: 'fail',
    because: '/srv/a/tmp',
  },
  {
    name: 'bodies beside it',
    host: rocky9,
    ...web(`client_body_temp_path /srv/a-tmp 1 2; ${app}`),
    expect: 'manual',
    trap: 'a name that begins alike is no folder below',
  },
  {
    name: 'the upload module',
    host: ubuntu22,
    ...web('server { root /srv/a; location / { } location /u { upload_pass @x; upload_store /srv/a/up; } }'),
    expect: 'fail',
  },
  {
    name: 'a folder for uploads that anybody may write',
    host: ubuntu22,
    ...web(app, { notes: folderNotes('/srv/a', [['uploads', '777', 'directory']]) }),
    expect: 'fail',
    because: '/srv/a/uploads',
  },
  {
    name: 'a folder for uploads',
    host: al2023,
    ...web(app, { notes: folderNotes('/srv/a', [['uploads', '750', 'directory']]) }),
    expect: 'manual',
    because: '/srv/a/uploads',
  },
  { name: 'WebDAV', host: al2023, ...web('server { root /srv/a; location / { dav_methods PUT; } }'), expect: 'manual' },
  { name: 'redirects alone', host: rocky9, ...web('server { return 301 https://$host; }'), expect: 'pass' },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(web('server { root /srv/a; }'), nginxHost('http { client_body_temp_path html/t; server { } }', second)),
    expect: 'fail',
    because: '/opt/shop/html/t',
  },
  { name: 'an image', host: image(debian12), ...web(app, { pid: null }), expect: 'manual' },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...(
    [
      ['upload', '755', 'fail'],
      ['Uploads', '755', 'fail'],
      ['attachments', '755', 'fail'],
      ['attach', '755', 'fail'],
      ['files', '755', 'fail'],
      ['uploads', '750', 'manual'],
      ['uploads.d', '777', 'pass'],
      ['myuploads', '777', 'pass'],
    ] as const
  ).map(
    ([name, mode, expect]): HostCase => ({
      name: `a folder ${name} of mode ${mode}`,
      host: debian12,
      ...web('server { root /srv/a; }', { notes: folderNotes('/srv/a', [[name, mode, 'directory']]) }),
      expect,
    }),
  ),
  {
    name: 'a file of that name is no folder',
    host: debian12,
    ...web('server { root /srv/a; }', { notes: folderNotes('/srv/a', [['uploads', '777', 'regular file']]) }),
    expect: 'pass',
  },
  {
    name: 'where bodies are kept, beside what is served',
    host: rocky9,
    ...web(
      'client_body_temp_path /srv/ab/; client_body_temp_path; server { server_name a; root /srv/a; location /b { root /srv/b; } location /up { dav_methods PUT DELETE; } location /x { dav_methods PUTS DELETE; } }',
      { prefix: '/var/nginx', files: { '/srv/ab': { type: 'dir', mode: '0700', uid: 33 } } },
    ),
    expect: 'manual',
    because: 'client_body_temp_path /srv/ab/ (0700 33:0',
    shows: ['server a, location /up takes requests with a body'],
    hides: ['location /x takes'],
  },
  {
    name: 'where bodies are kept, below one of two folders',
    host: rocky9,
    ...web('client_body_temp_path /srv/a/tmp/; server { root /srv/a; location /b { root /srv/b; } }'),
    expect: 'fail',
    because: 'below a document root: /srv/a/tmp"',
  },
  {
    name: 'a program takes what comes',
    host: rocky9,
    ...web('server { root /srv/a; location /x { content_by_lua_file a.lua; } }'),
    expect: 'manual',
    because: 'where are uploads kept?"',
  },
];
