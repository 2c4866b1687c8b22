// Servers of an Apache httpd configuration: which are reached, and what applies to a folder of each.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import { apacheConfig } from './apache-config.ts';
import { apacheCovers, apacheMatches, apachePath } from './apache-paths.ts';
import {
  apacheAll,
  apacheFolder,
  apacheLast,
  apacheLayers,
  apacheListens,
  apacheListensOf,
  apacheReached,
  apacheSections,
  apacheServers,
  apacheSetting,
} from './apache-servers.ts';

function read(text: string) {
  const file: FileRecord = {
    kind: 'file',
    path: '/c',
    state: 'present',
    type: 'file',
    mode: 0,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
  const world = {
    modules: new Set<string>(),
    modulesKnown: true,
    defines: new Map<string, string>(),
    environment: new Map<string, string>(),
    version: '',
    fileThere: () => null,
  };
  const config = apacheConfig({ main: '/c', serverRoot: '/etc/httpd', files: [file], world });
  const servers = apacheServers(config);
  return { config, servers, named: (name: string) => servers.find((one) => one.names.includes(name)) ?? servers[0] };
}

it('finds the main server and every virtual host with its names', () => {
  const { servers } = read(
    'ServerName Main.example:80\n<VirtualHost *:80 [::1]:81>\nServerName https://A.example:443\nServerAlias b.example *.c.example\n</VirtualHost>\n',
  );
  expect(servers.map(({ name, names, addresses }) => [name, names, addresses])).toEqual([
    ['main server main.example', ['main.example'], []],
    ['*:80 [::1]:81 a.example', ['a.example', 'b.example', '*.c.example'], ['*:80', '[::1]:81']],
  ]);
});

it('keeps what is no name and no server apart', () => {
  const { config, servers } = read(
    'VirtualHost *:1\nServerName a b\nServerName [2001:10::1]:80\nAlias /x /y\n<Files x>\n</Files>\n<VirtualHost *:80>\nAlias /z /z\n</VirtualHost>\n',
  );
  expect(servers.map(({ names, source, virtual }) => [names, source, virtual])).toEqual([
    [['a', '[2001:10::1]'], '', false],
    [[], '/c:7', true],
  ]);
  expect(servers.map(({ own, outer }) => [own.map(({ key }) => key), outer.map(({ key }) => key)])).toEqual([
    [['servername', 'servername', 'alias', 'files'], []],
    [['alias'], ['servername', 'servername', 'alias', 'files']],
  ]);
  expect(servers.map((one) => apacheSections(one).map(({ key }) => key))).toEqual([['files'], ['files']]);
  expect(config.nodes).toHaveLength(6);
});

it('reads Listen', () => {
  const { config } = read('Listen 80\nListen [::1]:8443 HTTPS\nListen a80\nListen 80x\nListen\nPort 81\n');
  expect(apacheListens(config)).toEqual([
    { address: '*', port: '80', protocol: '', source: '/c:1' },
    { address: '[::1]', port: '8443', protocol: 'https', source: '/c:2' },
  ]);
});

it.each([
  ['*:80', '80', true],
  ['*:80', '81', false],
  ['*', '80', true],
  ['*:80', '192.0.2.1:80', true],
  ['_default_:80', '192.0.2.1:80', true],
  ['192.0.2.1:80', '80', true],
  ['192.0.2.1:80', '192.0.2.1:80', true],
  ['192.0.2.1:80', '192.0.2.2:80', false],
  ['192.0.2.1:80', '10.0.0.0:80', false],
  ['192.0.2.1', '0.0.0.0:81', true],
  ['192.0.2.1:*', '192.0.2.1:81', true],
  ['[::1]:80', '[::]:80', true],
  ['[::1]', '[::1]:80', true],
  ['[::1]:80', '[::1]:81', false],
  ['x*:80', '192.0.2.1:80', false],
  ['192.0.2.9:1 192.0.2.1:80', '192.0.2.1:80', true],
])('a virtual host of %s is reached by Listen %s: %s', (addresses, listen, taken) => {
  const { config, servers } = read(`Listen ${listen}\n<VirtualHost ${addresses}>\n</VirtualHost>\n`);
  const host = servers.find(({ virtual }) => virtual);
  expect(host && apacheListensOf(host, config)).toHaveLength(taken ? 1 : 0);
  expect(host && apacheReached(host, config)).toBe(true);
});

it.each([
  ['Listen 80\n', '*:80', false],
  ['Listen 80\nListen 8080\n', '*:80', true],
  ['Listen 80\n', '_default_:*', false],
  ['Listen 80\n', '*', false],
  ['Listen 80\n', '192.0.2.1:80', true],
  ['Listen 192.0.2.1:80\n', '192.0.2.1:80', false],
  ['Listen 192.0.2.1:80\n', '192.0.2.1', false],
  ['Listen 192.0.2.1:80\n', '192.0.2.9:1 192.0.2.1:80', false],
  ['Listen 192.0.2.1:80\n', '192.0.2.9:1 192.0.2.1', false],
  ['Listen 192.0.2.1:80\n', '192.0.2.1:81', true],
  ['', '*:80', true],
  ['Listen 80\n', '*:443', true],
])('%j with a virtual host of %s reaches the main server: %s', (listen, address, reached) => {
  const { config, servers } = read(`${listen}<VirtualHost ${address}>\n</VirtualHost>\n`);
  const [main] = servers;
  expect(main && apacheReached(main, config)).toBe(reached);
});

it('tells by which lines a server is reached', () => {
  const { config, servers } = read(
    'Listen 127.0.0.1:80\nListen 0.0.0.0:81\nListen 82\n<VirtualHost *:81>\n</VirtualHost>\n',
  );
  expect(
    servers.map((server) => apacheListensOf(server, config).map(({ address, port }) => `${address}:${port}`)),
  ).toEqual([['127.0.0.1:80', '*:82'], ['0.0.0.0:81']]);
});

it('lets a virtual host outweigh the main server', () => {
  const { named } = read(
    'ServerSignature On\nUser x\n<VirtualHost *:80>\nServerName a\nServerSignature Off\n</VirtualHost>\n',
  );
  const host = named('a');
  expect(host && apacheSetting(host, 'serversignature')?.words).toEqual(['Off']);
  expect(host && apacheSetting(host, 'user')?.words).toEqual(['x']);
});

it('takes no section for a directive', () => {
  const { servers } = read('User x\n<User y>\nUser z\n</User>\nGroup g\n');
  const [main] = servers;
  expect(main && apacheSetting(main, 'user')?.words).toEqual(['x']);
  expect(main && apacheAll(main, 'user', 'group').map(({ words }) => words[0])).toEqual(['x', 'z', 'g']);
  expect(main && apacheLast([{ label: '', source: '', body: main.own }], 'user')?.words).toEqual(['x']);
});

it('takes the folder of a section that names one', () => {
  const folders = (text: string) => read(text).config.nodes.map(apacheFolder);
  expect(folders('<Directory srv/>\n</Directory>\n<Directory>\n</Directory>\n')).toEqual(['/srv', '/']);
  expect(folders('<Directory ~ "^/">\n</Directory>\n<Files x>\n</Files>\n')).toEqual([null, null]);
});

it('asks each folder down to the place for its .htaccess file, with what applies by then', () => {
  const { servers } = read(
    'ServerName m\n<Directory /srv>\nX srv\n</Directory>\n<Directory />\nX root\n</Directory>\n<Location /srv>\nX other\n</Location>\n<Location / >\nX location\n</Location>\n',
  );
  const asked: string[] = [];
  const [main] = servers;
  const layers = main
    ? apacheLayers(main, '/srv/www/', (folder, so) => {
        asked.push(`${folder} ${so.length}`);
        return folder === '/srv/www' ? { label: '.htaccess', source: '/srv/www/.htaccess', body: [] } : null;
      })
    : [];
  expect(asked).toEqual(['/ 3', '/srv 4', '/srv/www 4']);
  expect(layers.map(({ label, source }) => [label, source])).toEqual([
    ['server', ''],
    ['main server m', ''],
    ['<directory />', '/c:5'],
    ['<directory /srv>', '/c:2'],
    ['.htaccess', '/srv/www/.htaccess'],
    ['<location />', '/c:11'],
  ]);
  const { named } = read(
    '<Directory ~ x y>\n</Directory>\n<VirtualHost *>\nServerName v\n<Location / x>\n</Location>\n</VirtualHost>\n',
  );
  const host = named('v');
  expect(host && apacheLayers(host, '/').at(-1)?.label).toBe('<location / x>');
});

it('merges folder sections from the shortest to the longest, the main server first, Location / last', () => {
  const { named } = read(
    '<Location />\nX location\n</Location>\n<Directory /srv/www/a>\nX a\n</Directory>\n<Directory "/srv/*/a/">\nX star\n</Directory>\n<Directory />\nX root\n</Directory>\n<Directory ~ "^/srv">\nX regex\n</Directory>\n<VirtualHost *>\nServerName v\n<Directory /srv>\nX host\n</Directory>\n</VirtualHost>\n',
  );
  const host = named('v');
  const layers = host ? apacheLayers(host, '/srv/www/a/b') : [];
  expect(layers.slice(2).map(({ body }) => body[0]?.words[0])).toEqual(['root', 'host', 'a', 'star', 'location']);
  expect(apacheLast(layers, 'x')?.words).toEqual(['location']);
});

it.each([
  ['/a/*.conf', '/a/b.conf', true],
  ['/a/*.conf', '/a/.b.conf', false],
  ['/a/*.conf', '/a/b/c.conf', false],
  ['/a/?.conf', '/a/b.conf', true],
  ['/a/[0-9]*', '/a/10-x', true],
  ['/a/[!0-9]*', '/a/10-x', false],
  ['/a/[a', '/a/[a', true],
  ['/*/x', '/a/x', true],
  ['/a/a*a*a*', '/a/aba', false],
  ['/a/*', '/a/b/c', false],
  ['/.a*', '/.ab', true],
  ['/aab', '/xb', false],
  ['/a*b', '/ab', true],
  ['/a*', '/a', true],
  ['/a*b*', '/ab', true],
  ['/ab]', '/ab]', true],
  ['/[]]', '/]', true],
  ['/[a', '/xa', false],
  ['/[a', '/[b', false],
  ['/[a!]', '/a', true],
  ['/[a!]', '/b', false],
  ['/[^a]', '/b', true],
  ['/[^a]', '/a', false],
  ['/[!a]', '/!', true],
  ['/[ab]', '/c', false],
  ['/[a-c]', '/a', true],
  ['/[a-c]', '/b', true],
  ['/[a-c]', '/c', true],
  ['/[b-c]', '/a', false],
  ['/[b-c]', '/d', false],
  ['/[a-]', '/-', true],
  ['/[a-]', '/b', false],
  ['/x[ab]y', '/xay', true],
  ['/x?y', '/xy', false],
])('%s matches %s: %s', (pattern, path, matches) => expect(apacheMatches(pattern, path)).toBe(matches));

it('spends no longer on a pattern made to cost', () => {
  const began = performance.now();
  expect(apacheMatches(`/${'a*'.repeat(2000)}b`, `/${'a'.repeat(4000)}`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(2000);
});

it('covers what is below', () => {
  expect(apacheCovers('/', '/srv')).toBe(true);
  expect(apacheCovers('/srv', '/srv/www')).toBe(true);
  expect(apacheCovers('/srv', '/srv2')).toBe(false);
  expect(apacheCovers('/home/*/public_html', '/home/kim/public_html/a')).toBe(true);
});

it.each([
  ['conf.d//x/', '/etc/httpd', '/etc/httpd/conf.d/x'],
  ['/a/./b/../c', '/', '/a/c'],
  ['../..', '/a', '/'],
])('%s below %s is %s', (path, root, wanted) => expect(apachePath(path, root)).toBe(wanted));
