// Which folders an nginx server serves, and which of them are the system's own.
import { expect, it } from 'vitest';
import { web } from '../host-checks/nginx-host.ts';
import { isSystemFolder, servedFolder, servedFolders } from './nginx-folders.ts';
import { nginxHost, nginxInstance } from './testing/web-hosts.ts';

const folder = (text: string) => {
  const instance = nginxInstance(`server { ${text} }`);
  const place = instance.servers[0]?.places.at(-1);
  if (!place) throw new Error('no place');
  return servedFolder(instance, place);
};

it.each([
  ['root /srv/a;', '/srv/a'],
  ['root /srv/a/;', '/srv/a'],
  ['root /;', '/'],
  ['root html;', '/usr/share/nginx/html'],
  ['root;', '/usr/share/nginx'],
  ['root /srv/a; location /b { alias /srv/b/; }', '/srv/b'],
  ['root /srv/a; location /b { index x; }', '/srv/a'],
  ['root /srv/a; root /srv/b;', '/srv/b'],
  ['index x;', '/usr/share/nginx/html'],
  ['set $site /srv/site; root $site/docs;', '/srv/site/docs'],
  ['set $site /srv/site; location / { root ${site}; }', '/srv/site'],
  ['set $other /srv/x; root $site;', '/usr/share/nginx/$site'],
  ['map $site /srv/x; root $site;', '/usr/share/nginx/$site'],
  ['set $site; root $site;', '/usr/share/nginx/$site'],
  ['set $site /srv/site; root $site/$host;', '/usr/share/nginx/$site/$host'],
  ['set $site /srv/site; root /data/$site;', '/data/$site'],
  ['set $site www; root $site;', '/usr/share/nginx/www'],
])('%s serves %s', (text, path) => expect(folder(text).path).toBe(path));

it('shows what says so', () => {
  expect(folder('location /b {\nalias /srv/b/; }')).toEqual({
    path: '/srv/b',
    alias: true,
    source: '/etc/nginx/nginx.conf:5',
    said: 'alias /srv/b/',
  });
  expect(folder('root /srv/a;')).toMatchObject({ alias: false, said: 'root /srv/a' });
  expect(folder('index x;')).toMatchObject({
    alias: false,
    source: '/etc/nginx/nginx.conf:4',
    said: 'root unset (html)',
  });
});

it.each([
  '/',
  '/home',
  '/usr/local',
  '/srv',
  '/var/www/..',
  '/tmp',
  '/etc',
  '/etc/nginx/html',
  '/lib',
  '/lib64/x',
  '/libx32',
  '/usr/bin',
  '/usr/lib',
  '/usr/libexec/a',
  '/usr/local/etc',
  '/usr/local/lib/a/b',
  '/var/log/app',
  '/root/',
  '//etc',
  '/./etc',
  '/srv/../etc',
])('%s is of the system', (path) => expect(isSystemFolder(path)).toBe(true));

it.each([
  '/srv/www',
  '/home/kim',
  '/usr/share/nginx',
  '/usr/local/nginx',
  '/var/www',
  '/opt/app',
  '/srv/etc',
  '/data/var/log',
  '/etcetera',
  '/library',
  '/var/lib/app',
  '/etc/../srv/www',
])('%s is not', (path) => expect(isSystemFolder(path)).toBe(false));

it('names each folder once, and none that a variable decides', () => {
  const nginx = nginxHost(
    web(
      'server { root /srv/a; location /b { root /srv/b; } location /c { root /srv/a; } location /d { root /srv/$host; } location /e { proxy_pass http://b; root /srv/e; } }',
      {
        notes: [['nginx-root', '/srv/a', 'folder']],
      },
    ),
  );
  const [instance] = nginx.instances;
  expect(instance && servedFolders(nginx, instance, instance.servers)).toEqual([
    { path: '/srv/a', source: '/etc/nginx/nginx.conf:4', folder: { state: 'folder', entries: [], cut: '' } },
    { path: '/srv/b', source: '/etc/nginx/nginx.conf:4', folder: { state: 'unseen', entries: [], cut: '' } },
  ]);
});
