// nginx's configuration: words, blocks, includes, and which directive counts where.
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import type { NginxDirective } from './nginx-config.ts';
import { nginxDirectives } from './nginx-config.ts';
import { nginxBlocks, nginxEvery, nginxLocalOnly, nginxServers, nginxSetting } from './nginx-servers.ts';
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
  ])('%j', (text, expected) => expect(words(text)).toEqual(expected));

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

  it('find a directive anywhere below, but none in data', () => {
    const tree = parse('http { map $a $b { x 1; } server { location / { x 2; } } }');
    expect(nginxEvery(nginxBlocks(tree, 'http'), 'x').map((one) => one.args[0])).toEqual(['2']);
  });
});
