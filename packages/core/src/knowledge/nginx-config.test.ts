// nginx's configuration: words, blocks, includes, and which directive counts where.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import type { NginxDirective } from './nginx-config.ts';
import { nginxDirectives, nginxPath, nginxText } from './nginx-config.ts';
import {
  nginxBlocks,
  nginxEvery,
  nginxLocalOnly,
  nginxPlaceName,
  nginxServers,
  nginxSetting,
} from './nginx-servers.ts';
import { nginxWords } from './nginx-words.ts';

const file = (path: string, text: string, state: FileRecord['state'] = 'present'): FileRecord => ({
  kind: 'file',
  path,
  state,
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: text.length,
  linkTarget: '',
  lines: text.split('\n'),
});
const read = (text: string, more: readonly FileRecord[] = [], globals = '') =>
  nginxDirectives({ conf: '/e/nginx.conf', prefix: '/p', files: [file('/e/nginx.conf', text), ...more], globals });
const parse = (text: string, more: readonly FileRecord[] = []): NginxDirective[] => {
  const found = read(text, more);
  if ('missing' in found) throw new Error(`missing ${found.missing}`);
  return found;
};
const words = (text: string): string[] => nginxWords(text.split('\n')).map((one) => one.text);

describe('words', () => {
  it.each([
    ['a b;# c;\nd;', ['a', 'b', ';', 'd', ';']],
    ['a#b "c # d" \'e;f\';', ['a#b', 'c # d', 'e;f', ';']],
    ['log "a\\"b" \'it\\\'s\' c\\;d e\\td;', ['log', 'a"b', "it's", 'c\\;d', 'e\td', ';']],
    ['root /srv/${host}x;', ['root', '/srv/${host}x', ';']],
    ['a{b c;}', ['a', '{', 'b', 'c', ';', '}']],
    ['location ~ "^/[0-9]{4}$" {}', ['location', '~', '^/[0-9]{4}$', '{', '}']],
    ['if ($a = "x y") {}', ['if', '($a', '=', 'x y', ')', '{', '}']],
    ['a "open', ['a', 'open']],
    ['a "";', ['a', '', ';']],
    ['', []],
    ['a; # end', ['a', ';']],
    ['a "x\\r\\ny\\\\z";', ['a', 'x\r\ny\\z', ';']],
    ['a "x\\', ['a', 'x\\']],
    ['a \'b"c\' d"e', ['a', 'b"c', 'd"e']],
    ['a b\\', ['a', 'b\\']],
    ['a b\\;c\\{d;', ['a', 'b\\;c\\{d', ';']],
    ['a b}c#d;', ['a', 'b}c#d', ';']],
    ['a "" b', ['a', '', 'b']],
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

  it('mark what is no word', () => {
    expect(nginxWords(['a ";" {', '}'])).toEqual([
      { text: 'a', mark: '', line: 1 },
      { text: ';', mark: '', line: 1 },
      { text: '{', mark: '{', line: 1 },
      { text: '}', mark: '}', line: 2 },
    ]);
  });

  it('keep lines, across strings of several', () => {
    expect(nginxWords(['a "1', '2";', 'b;']).map((one) => one.line)).toEqual([1, 1, 2, 3, 3]);
  });

  it('leave Lua out, whatever braces, quotes and comments it holds', () => {
    const lua = [
      'content_by_lua_block {',
      '  local t = { "}", \'}\', [[ } ]], [==[ ]] } ]==] } -- }',
      '  --[[ } ]] if x then y = {} end',
      '}',
      'autoindex on;',
    ];
    expect(nginxWords(lua).map((one) => one.text)).toEqual(['content_by_lua_block', '{', '}', 'autoindex', 'on', ';']);
    expect(words('a; content_by_lua_block { x = {{}} } b;')).toEqual([
      'a',
      ';',
      'content_by_lua_block',
      '{',
      '}',
      'b',
      ';',
    ]);
    expect(words('x_by_lua_block; a { b; }')).toEqual(['x_by_lua_block', ';', 'a', '{', 'b', ';', '}']);
    for (const inner of [
      '[=[ ]] } ]=]',
      '--[==[ }\n ]==]',
      '-- } {\n',
      `"\\"}" '"}'`,
      `'it"s }'`,
      'a[[ } ]]',
      'x - y',
      String.raw`"\\\\"`,
    ])
      expect(words(`a_by_lua_block { ${inner} } b;`), inner).toEqual(['a_by_lua_block', '{', '}', 'b', ';']);
    for (const open of ['[[ }', '--[[ }', '"}', '{', '-- }'])
      expect(words(`a_by_lua_block { ${open}`), open).toEqual(['a_by_lua_block', '{']);
    expect(words('set_by_lua_block $x { return "}" }\na;')).toEqual(['set_by_lua_block', '$x', '{', '}', 'a', ';']);
  });
});

describe('includes', () => {
  it('stand where they are written, relative to the folder of the main file, in the order of names', () => {
    const found = parse('a;\nhttp { include conf.d/*.conf; include one; }', [
      file('/e/conf.d/b.conf', 'b;'),
      file('/e/conf.d/a.conf', 'include one;\na;'),
      file('/e/conf.d/a.conf.bak', 'bak;'),
      file('/e/conf.d/.x.conf', 'dot;'),
      file('/e/one', 'one;'),
    ]);
    expect(found[1]?.block?.map((one) => `${one.name} ${one.source}`)).toEqual([
      'one /e/one:1',
      'a /e/conf.d/a.conf:2',
      'b /e/conf.d/b.conf:1',
      'one /e/one:1',
    ]);
  });

  it('say which file is missing, or hidden, and take a pattern without a match for nothing', () => {
    expect(read('include gone.conf;')).toEqual({ missing: '/e/gone.conf' });
    expect(parse('include none/*.conf;')).toEqual([]);
    expect(read('include d/*.conf;', [file('/e/d', '', 'unreadable')])).toEqual({ missing: '/e/d' });
    expect(read('include d/*.conf;', [file('/e/d/a.conf', '', 'unreadable')])).toEqual({ missing: '/e/d/a.conf' });
    expect(read('include x.conf;', [file('/e/x.conf', '', 'unreadable')])).toEqual({ missing: '/e/x.conf' });
  });

  it.each(['map', 'geo', 'types', 'split_clients', 'charset_map', 'match'])('do not need the lists of %s', (name) => {
    expect(parse(`${name} x { include big.list; }`)[0]?.block).toEqual([]);
  });

  it('take a folder, and what is not there, for no file', () => {
    expect(read('include x;', [{ ...file('/e/x', 'a;'), type: 'dir' }])).toEqual({ missing: '/e/x' });
    expect(
      parse('include d/*;', [
        { ...file('/e/d/a', 'a;'), type: 'dir' },
        { ...file('/e/d/b', 'b;', 'absent') },
        file('/e/d/c', 'c;'),
        file('/e/d/c', 'c;'),
      ]).map(({ name }) => name),
    ).toEqual(['c']);
    expect(read('include;')).toEqual({ missing: '/e/' });
    expect(parse('include x { y; }')).toMatchObject([{ name: 'include', args: ['x'], block: [{ name: 'y' }] }]);
  });

  it('are counted', () => {
    const again = (count: number) => read('include x;'.repeat(count), [file('/e/x', '')]);
    expect(again(4999)).toEqual([]);
    expect(again(5000)).toMatchObject({ missing: expect.stringContaining('too often') as string });
    const chain = (length: number) =>
      Array.from({ length }, (_, at) => file(`/e/${at}`, at === length - 1 ? 'end;' : `include ${at + 1};`));
    expect(read('include 0;', chain(40))).toMatchObject([{ name: 'end' }]);
    expect(read('include 0;', chain(41))).toEqual({ missing: '/e/40 (included too often)' });
  });

  it('and blocks are read to a depth', () => {
    const nested = (depth: number) => `${'a {'.repeat(depth)}${'}'.repeat(depth)}`;
    expect(read(nested(40))).toHaveLength(1);
    expect(read(nested(41))).toMatchObject({ missing: expect.stringContaining('nested') as string });
    expect(read('', [], nested(40))).toHaveLength(1);
    expect(read('', [], nested(41))).toMatchObject({ missing: expect.stringContaining('nested') as string });
  });

  it('leave what is unfinished or unnamed as it is', () => {
    expect(parse('a b')).toEqual([{ name: 'a', args: ['b'], block: null, source: '/e/nginx.conf:1' }]);
    expect(parse('{ x; } ; a { b')).toMatchObject([{ name: 'a', block: [{ name: 'b' }] }]);
    expect(nginxDirectives({ conf: '/c', prefix: '/p', files: [file('/c', 'a;')] })).toHaveLength(1);
  });

  it('do not need the lists of a map', () => {
    expect(parse('map $a $b { include big.map; }')[0]?.block).toEqual([]);
  });

  it('end, also where a file includes itself or many do so', () => {
    expect(read('include nginx.conf;')).toMatchObject({ missing: expect.stringContaining('too often') });
    const many = (name: string) => `include ${name};\n`.repeat(100);
    const bomb = [file('/e/b', many('c')), file('/e/c', many('d')), file('/e/d', 'x;')];
    expect(read(many('b'), bomb)).toMatchObject({ missing: expect.stringContaining('too often') });
    expect(read('a {'.repeat(100))).toMatchObject({ missing: expect.stringContaining('nested') });
  });

  it('know what -g says', () => {
    expect(read('user a;', [], 'daemon off; user b;')).toMatchObject([
      { name: 'daemon', source: '-g:1' },
      { name: 'user', args: ['b'] },
      { name: 'user', args: ['a'] },
    ]);
  });
});

describe('servers', () => {
  const places = (text: string) => nginxServers(parse(text)).flatMap((server) => server.places);
  const values = (text: string, name: string) =>
    places(text).map((place) => nginxSetting(place, name).map((one) => one.args.join(' ')));

  it('take a setting from the nearest scope that has it', () => {
    expect(
      values('http { x 1; server { location / { location /a { x 3; } } } server { x 2; if ($a) { y; } } }', 'x'),
    ).toEqual([['1'], ['1'], ['3'], ['2'], ['2']]);
  });

  it('replace settings that add up, and do not merge them', () => {
    expect(
      values('http { add_header A 1; add_header B 2; server { location / { add_header C 3; } } }', 'add_header'),
    ).toEqual([['A 1', 'B 2'], ['C 3']]);
  });

  it('are those of http alone', () => {
    expect(nginxServers(parse('stream { server { listen 1; } }\nmail { server { listen 2; } }\nhttp { }'))).toEqual([]);
  });

  it.each([
    ['', ['*:80']],
    ['listen 8080;', ['*:8080']],
    ['listen 443 ssl; listen [::]:443 ssl;', ['*:443 tls', '[::]:443 tls']],
    ['listen 443;', ['*:443']],
    ['listen 443; ssl on;', ['*:443 tls']],
    ['listen 10.0.0.1;', ['10.0.0.1:80']],
    ['listen unix:/run/x.sock;', ['unix:/run/x.sock:0']],
    ['listen 443 quic reuseport;', ['*:443 tls']],
    ['listen 8000-8010;', ['*:8000', '*:8010']],
  ])('listen: %s', (text, expected) => {
    const [server] = nginxServers(parse(`http { server { ${text} } }`));
    expect(server?.listens.map((one) => `${one.address}:${one.port}${one.tls ? ' tls' : ''}`)).toEqual(expected);
  });

  it('share the TLS of a socket', () => {
    const servers = nginxServers(
      parse('http { server { listen 443 ssl; } server { listen 443; } server { listen 444; } }'),
    );
    expect(servers.map((one) => one.listens[0]?.tls)).toEqual([true, true, false]);
  });

  it.each([
    ['location = /a {}', '=', '/a'],
    ['location ^~ /a {}', '^~', '/a'],
    ['location ~* \\.php$ {}', '~*', '\\.php$'],
    ['location ~\\.php$ {}', '~', '\\.php$'],
    ['location =/a {}', '=', '/a'],
    ['location /a {}', '', '/a'],
    ['location @app {}', '@', '@app'],
  ])('%s', (text, modifier, path) => {
    expect(places(`http { server { ${text} } }`)[1]?.location).toEqual({ modifier, path });
  });

  it('tell the sockets of the host itself', () => {
    const local = (said: string) =>
      nginxServers(parse(`http { server { listen ${said}; } }`))[0]?.listens.map(nginxLocalOnly);
    expect(['127.0.0.1:80', '[::1]:80', 'localhost:80', 'unix:/x', '80', '10.0.0.1:80'].flatMap(local)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('are named by their names, or by where they listen', () => {
    const names = (text: string) => nginxServers(parse(`http { server { ${text} } }`)).map(({ name }) => name);
    expect(names('server_name "" _ a b;')).toEqual(['a b']);
    expect(names('server_name _; listen 80; listen 443 ssl;')).toEqual(['80, 443 ssl']);
    expect(names('')).toEqual(['80']);
    const [server] = nginxServers(parse('http { server { server_name a; location ~ x { } } server; }'));
    expect(server?.places.map((place) => nginxPlaceName(server, place))).toEqual([
      'server a',
      'server a, location ~ x',
    ]);
    expect(nginxServers(parse('http { server; }'))).toEqual([]);
  });

  it('have places within, and no others', () => {
    const found = places(
      'http { server { location /x; types { } location /a { if ($b) { limit_except GET { } } } limit_except GET { } } }',
    );
    expect(found.map(({ kind, location }) => [kind, location?.path ?? null])).toEqual([
      ['server', null],
      ['location', '/a'],
      ['if', '/a'],
      ['limit_except', '/a'],
      ['limit_except', null],
    ]);
  });

  it('say which socket is the default, and what they said', () => {
    const [server] = nginxServers(
      parse('http { server { listen 1 default_server; listen 2 default ssl; listen 3; listen; } }'),
    );
    expect(server?.listens.map(({ isDefault, said, address }) => [isDefault, said, address])).toEqual([
      [true, '1 default_server', '*'],
      [true, '2 default ssl', '*'],
      [false, '3', '*'],
      [false, '', ''],
    ]);
    const [bare] = nginxServers(parse('http { server { } }'));
    expect(bare?.listens.map(({ isDefault }) => isDefault)).toEqual([false]);
  });

  it('take no neighbour’s address for their own', () => {
    const local = (said: string) =>
      nginxServers(parse(`http { server { listen ${said}; } }`))[0]?.listens.map(nginxLocalOnly);
    expect(['127.10.20.30:80', '127.0.0.1'].flatMap(local)).toEqual([true, true]);
    expect(['xlocalhost:80', 'localhost.example:80', '10.127.0.0.1:80'].flatMap(local)).toEqual([false, false, false]);
  });

  it('find no data, and what only sounds like it', () => {
    const tree = parse('http { sitemap { x 1; } typesetting { x 2; } geo $a { x 3; } types { x 4; } }');
    expect(nginxEvery(tree, 'x').map((one) => one.args[0])).toEqual(['1', '2']);
  });

  it('find a directive anywhere below, but none in data', () => {
    const tree = parse('http { map $a $b { x 1; } server { location / { x 2; } } }');
    expect(nginxEvery(nginxBlocks(tree, 'http'), 'x').map((one) => one.args[0])).toEqual(['2']);
  });
});

it.each([
  ['//a/././b//c/.', '/x', '/a/b/c'],
  ['a/b', '/x', '/x/a/b'],
  ['/', '/x', '/'],
  ['/a//', '/x', '/a/'],
  ['/a/.b/c.', '/x', '/a/.b/c.'],
])('%s under %s is %s', (path, under, whole) => expect(nginxPath(path, under)).toBe(whole));

it('shows a directive, and of a long one its beginning', () => {
  const text = (length: number) => nginxText({ name: 'a', args: ['x'.repeat(length - 2)], block: null, source: '' });
  expect(nginxText({ name: 'a', args: ['b', 'c'], block: null, source: '' })).toBe('a b c');
  expect(text(160)).toBe(`a ${'x'.repeat(158)}`);
  expect(text(161)).toBe(`a ${'x'.repeat(158)}…`);
});
