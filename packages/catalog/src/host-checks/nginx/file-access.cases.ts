// Cases of nginx.file-access.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, folderNotes, http, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';
import type { NginxState } from '../nginx-host.ts';

const accounts = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
};
const site = 'server { root /srv/a; location / { } }';
const host = (files: Record<string, CaseFile>, text = site, state: NginxState = {}) =>
  web(text, { ...state, notes: state.notes ?? folderNotes('/srv/a'), files: { ...accounts, ...files } });
const holding = (text: string, ...entries: (readonly [string, string?, string?, string?])[]) =>
  host({}, text, { notes: folderNotes('/srv/a', entries) });
const key = 'ssl_certificate_key /etc/ssl/k.pem;';

export const fileAccessCases: readonly HostCase[] = [
  { name: 'closed', host: debian12, ...host({}), expect: 'pass' },
  {
    name: 'a main file that a group may write',
    host: debian12,
    ...host({ '/etc/nginx/nginx.conf': { text: http(site), mode: '0664' } }),
    expect: 'fail',
    because: '0664',
  },
  {
    name: 'an included file of somebody',
    host: rocky9,
    ...host({ '/etc/nginx/conf.d/a.conf': { text: site, uid: 1000 } }, 'include conf.d/*.conf;'),
    expect: 'fail',
    because: '/etc/nginx/conf.d/a.conf',
  },
  {
    name: 'a file that is not included',
    host: rocky9,
    ...host({ '/etc/nginx/conf.d/a.conf.bak': { mode: '0666' } }),
    expect: 'pass',
  },
  {
    name: 'a key that all may read',
    host: ubuntu22,
    ...host({ '/etc/ssl/k.pem': { mode: '0644' } }, `${key} ${site}`),
    expect: 'fail',
    because: '/etc/ssl/k.pem',
  },
  {
    name: 'a key of root',
    host: ubuntu22,
    ...host({ '/etc/ssl/k.pem': { mode: '0600' } }, `${key} ${site}`),
    expect: 'pass',
    because: '/etc/ssl/k.pem',
  },
  {
    name: 'a link to a key, judged where it leads',
    host: ubuntu22,
    ...host({ '/etc/ssl/k.pem': { mode: '0600', linkTarget: '../x' } }, `${key} ${site}`),
    expect: 'pass',
    trap: 'rule 2: links',
  },
  {
    name: 'passwords that all may read',
    host: al2023,
    ...host({ '/etc/nginx/p': { mode: '0644', uid: 33 } }, `auth_basic_user_file p; ${site}`),
    expect: 'fail',
  },
  {
    name: 'passwords for the workers',
    host: al2023,
    ...host({ '/etc/nginx/p': { mode: '0640', uid: 33 } }, `auth_basic_user_file p; ${site}`),
    expect: 'pass',
  },
  {
    name: 'content that anybody may write',
    host: al2023,
    ...holding(site, ['up.php', '666']),
    expect: 'fail',
    because: '/srv/a/up.php',
  },
  {
    name: 'a link looks open and is not',
    host: al2023,
    ...holding(site, ['x', '777', 'symbolic link', '/y']),
    expect: 'pass',
  },
  {
    name: 'a repository is handed out',
    host: debian12,
    ...holding(site, ['.git', '755', 'directory']),
    expect: 'fail',
    because: 'handed out',
  },
  {
    name: 'a repository is refused',
    host: debian12,
    ...holding('server { root /srv/a; location / { } location ~ /\\.(?!well-known) { deny all; } }', [
      '.git',
      '755',
      'directory',
    ]),
    expect: 'pass',
  },
  {
    name: 'only password files are refused',
    host: rocky9,
    ...holding('server { root /srv/a; location / { } location ~ /\\.ht { deny all; } }', ['.env']),
    expect: 'fail',
    because: '.env',
  },
  { name: 'not all was seen', host: rocky9, ...host({}, site, { notes: [] }), expect: 'manual' },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(host({}), nginxHost('events {}', { ...second, files: { '/opt/shop/nginx.conf': { mode: '0646' } } })),
    expect: 'fail',
    because: '/opt/shop/nginx.conf',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...host({ '/etc/nginx/nginx.conf': { text: http(site), mode: '0666' } }, site, {
      pid: null,
      notes: folderNotes('/srv/a'),
    }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, files: accounts, expect: 'notApplicable' },
  {
    name: 'a key that is hidden',
    host: rocky9,
    ...host({ '/etc/ssl/k.pem': 'unreadable' }, `${key} ${site}`),
    expect: 'unknown',
  },
  {
    name: 'a main file that everybody may write, and a folder that was not seen',
    host: debian12,
    ...host({ '/etc/nginx/nginx.conf': { text: http(site), mode: '0666' } }, site, { notes: [] }),
    expect: 'fail',
  },
  {
    name: 'files that are not loaded yet change no mode',
    host: debian12,
    ...host({}, site, { notes: [...folderNotes('/srv/a'), ['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'pass',
  },
  {
    name: 'what goes too far is shown first, and keys with their own limit',
    host: debian12,
    ...host(
      {
        '/etc/nginx/conf.d/a.conf': { text: `${key} auth_basic_user_file users;`, mode: '0640' },
        '/etc/nginx/conf.d/b.conf': { text: 'gzip on;', mode: '0666' },
        '/etc/ssl/k.pem': { mode: '0600' },
        '/etc/nginx/users': { type: 'dir', mode: '0777' },
      },
      `include conf.d/*.conf; auth_basic_user_file gone; ${site}`,
    ),
    expect: 'fail',
    because:
      '"/etc/nginx/conf.d/b.conf","found":"0666 0:0","expected":"uid 0, no bit outside 0644"},{"source":"/etc/nginx/nginx.conf"',
    shows: ['beyond their limit: /etc/nginx/conf.d/b.conf"', '"/etc/ssl/k.pem","found":"0600'],
    hides: ['/etc/nginx/users"'],
  },
  ...(
    [
      ['', '.git', 'fail'],
      ['', '.gitignore', 'pass'],
      ['', '.svn', 'fail'],
      ['', '.environment', 'fail'],
      ['', '.htpasswd', 'fail'],
      ['', '.well-known', 'pass'],
      ['location /.git/ { deny all; }', '.git', 'pass'],
      ['location ^~ /.git { return 404; }', '.git', 'pass'],
      ['location /.git/ { deny all; }', 'sub/.git', 'fail'],
      ['location /.git/ { root /srv/b; }', '.git', 'fail'],
      ['location /git { deny all; }', '.git', 'fail'],
      ['location /.svn { deny all; }', '.git', 'fail'],
      ['location ~ /\\. { deny all; }', '.git', 'pass'],
      ['location ~ /\\.(?!well-known) { deny all; }', '.env', 'pass'],
      ['location ~ /\\. { allow all; }', '.git', 'fail'],
      ['location ~ /\\.ht { deny all; }', '.htpasswd', 'pass'],
      ['location ~ /\\.ht { deny all; }', '.env', 'fail'],
      ['location ~ \\.git { return 403; }', '.git', 'pass'],
      ['location ~ \\.git { return 403; }', 'sub/.git', 'pass'],
      ['', '.environment/readme', 'pass'],
    ] as const
  ).map(
    ([text, name, expect]): HostCase => ({
      name: `${name} with "${text}"`,
      host: ubuntu22,
      ...holding(`server { root /srv/a; location / { } ${text} }`, [name]),
      expect,
    }),
  ),
];
