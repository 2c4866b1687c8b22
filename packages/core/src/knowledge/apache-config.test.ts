// Apache httpd's configuration: what is read, in which order, and what is left open.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import type { ApacheNode } from './apache-config.ts';
import { apacheConfig, apacheFragment } from './apache-config.ts';
import type { ApacheWorld } from './apache-conditions.ts';
import { apacheLine, apacheLines, apacheWords } from './apache-lines.ts';

function file(path: string, text: string, state: FileRecord['state'] = 'present'): FileRecord {
  return {
    kind: 'file',
    path,
    state,
    type: state === 'present' ? 'file' : '',
    mode: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    linkTarget: '',
    lines: text.split('\n'),
  };
}

function read(
  texts: Readonly<Record<string, string>>,
  more: Partial<ApacheWorld> & {
    unread?: readonly string[];
    records?: readonly FileRecord[];
    before?: readonly string[];
    after?: readonly string[];
  } = {},
) {
  const { unread = [], records = [], before = [], after = [], ...given } = more;
  const world: ApacheWorld = {
    modules: new Set(),
    modulesKnown: true,
    defines: new Map(),
    environment: new Map(),
    version: '2.4.62',
    fileThere: () => null,
    ...given,
  };
  const files = [
    ...Object.entries(texts).map(([path, text]) => file(path, text)),
    ...unread.map((path) => file(path, '', 'unreadable')),
    ...records,
  ];
  return apacheConfig({ main: '/etc/httpd/conf/httpd.conf', serverRoot: '/etc/httpd', files, world, before, after });
}

const main = (text: string) => ({ '/etc/httpd/conf/httpd.conf': text });
const flat = (nodes: readonly ApacheNode[]): string[] =>
  nodes.flatMap(({ key, words, body }) =>
    body === null ? [[key, ...words].join(' ')] : [`<${[key, ...words].join(' ')}>`, ...flat(body)],
  );

it.each([
  ['a  b', ['a', 'b']],
  ['"a b" c', ['a b', 'c']],
  [`'a "b"' c`, ['a "b"', 'c']],
  [String.raw`"say \"hi\"" x`, ['say "hi"', 'x']],
  [String.raw`"\d+\.x"`, [String.raw`\d+\.x`]],
  ['"open', ['open']],
  ['""', ['']],
  ['', []],
  [String.raw`'it\'s \"' x`, [`it's \\"`, 'x']],
  [String.raw`"a\\" b`, ['a\\', 'b']],
  [String.raw`'a\\' b`, ['a\\', 'b']],
  [String.raw`"a\\b\"c"`, [String.raw`a\b"c`]],
  ["'open x", ['open x']],
  [`a"b c"`, ['a"b', 'c"']],
  [`"a""b"`, ['a', 'b']],
])('words of %s', (text, words) => expect(apacheWords(text)).toEqual(words));

it('joins continued lines, comments too, and keeps the first line as the place', () => {
  const lines = apacheLines(file('/c', 'Options A \\\n  B\n# a comment \\\nOptions hidden\nServerName x\n'));
  expect(lines.map(({ key, rest, source }) => [key, rest, source])).toEqual([
    ['options', 'A   B', '/c:1'],
    ['servername', 'x', '/c:5'],
  ]);
});

it('keeps a backslash at the end of a file, and a line that is only one', () => {
  const lines = apacheLines(file('/c', '\\\nUser a\nUser b \\'));
  expect(lines.map(({ key, rest, source }) => [key, rest, source])).toEqual([
    ['user', 'a', '/c:1'],
    ['user', 'b \\', '/c:3'],
  ]);
});

it.each([
  ['', null],
  ['  # User x', null],
  ['#User x', null],
  ['  User  a b  ', ['directive', 'user', 'a b']],
  ['User', ['directive', 'user', '']],
  ['<Directory /x >', ['open', 'directory', '/x']],
  ['<Directory "/x>y">', ['open', 'directory', '"/x>y"']],
  ['<Directory /x', ['open', 'directory', '/x']],
  ['<Directory >', ['open', 'directory', '']],
  ['<Directory>', ['open', 'directory', '']],
  ['</Directory>', ['close', 'directory', '']],
  ['</Directory >', ['close', 'directory', '']],
] as const)('%j is %j', (text, found) => {
  const line = apacheLine(text, 's');
  expect(line && [line.kind, line.key, line.rest]).toEqual(found);
});

it('closes what is open, whatever stands between', () => {
  const { nodes } = read(
    main(
      '</Directory>\n<A>\n<B>\nX 1\n</A>\nX 2\n</B>\n<IfDefine NO>\n<C>\nX 3\n</C>\nX 4\n</IfDefine>\nX 5\n</>\nX 6\n',
    ),
  );
  expect(flat(nodes)).toEqual(['<a>', '<b>', 'x 1', 'x 2', 'x 5', 'x 6']);
  expect(nodes.map(({ key }) => key)).toEqual(['a', 'x', 'x', 'x']);
});

it('takes names in any case and sections with what stands in them', () => {
  const { nodes } = read(
    main(
      '<VirtualHost *:80>\nSERVERNAME a\n<directory "/srv/a b">\noptions None\n</Directory>\n</virtualhost>\nUser x\n',
    ),
  );
  expect(flat(nodes)).toEqual(['<virtualhost *:80>', 'servername a', '<directory /srv/a b>', 'options None', 'user x']);
});

it('follows includes in their places, wildcards by name, folders whole', () => {
  const config = read({
    ...main('A 1\nInclude conf.d/*.conf\nB 2\nIncludeOptional more\nIncludeOptional none/*.conf\n'),
    '/etc/httpd/conf.d/b.conf': 'X b',
    '/etc/httpd/conf.d/a.conf': 'X a',
    '/etc/httpd/conf.d/.hidden.conf': 'X no',
    '/etc/httpd/conf.d/c.conf.rpmsave': 'X no',
    '/etc/httpd/more/sub/z': 'X z',
  });
  expect(flat(config.nodes)).toEqual(['a 1', 'x a', 'x b', 'b 2', 'x z']);
  expect(config.missing).toEqual([]);
});

it('follows wildcards in folders, and ServerRoot as it stands by then', () => {
  const config = read({
    ...main('ServerRoot "/opt/web"\nInclude vhosts/*/site.conf\n'),
    '/opt/web/vhosts/one/site.conf': 'X 1',
    '/opt/web/vhosts/two/site.conf': 'X 2',
    '/opt/web/vhosts/two/deep/site.conf': 'X no',
  });
  expect(flat(config.nodes)).toEqual(['serverroot /opt/web', 'x 1', 'x 2']);
});

it('says what is missing or cannot be read', () => {
  expect(read(main('Include conf/absent.conf\n')).missing).toEqual(['/etc/httpd/conf/absent.conf']);
  expect(read(main('IncludeOptional conf/absent.conf\n')).missing).toEqual([]);
  expect(read(main('Include conf.d/*.conf\n'), { unread: ['/etc/httpd/conf.d/x.conf'] }).missing).toEqual([
    '/etc/httpd/conf.d/x.conf',
  ]);
  expect(read(main('Include conf.d/*.conf\n'), { unread: ['/etc/httpd/conf.d'] }).missing).toEqual([
    '/etc/httpd/conf.d',
  ]);
  expect(read(main('Include conf.d/*.conf\n'), { unread: ['/etc/httpd/other'] }).missing).toEqual([]);
});

it('tells what is there, what is not, and what cannot be read', () => {
  const config = read(main('Include a\nInclude b\nInclude c\nInclude d\nInclude e\nInclude f[1]\n'), {
    records: [
      { ...file('/etc/httpd/a', 'X a', 'absent'), type: 'file' },
      { ...file('/etc/httpd/b', 'X b', 'unreadable'), type: 'file' },
      { ...file('/etc/httpd/c', 'X c'), type: 'dir' },
      file('/etc/httpd/d', 'X d'),
      file('/etc/httpd/d', 'X again'),
      { ...file('/etc/httpd/other', ''), type: 'dir' },
      file('/etc/httpd/f[1]', 'X f'),
    ],
  });
  expect(flat(config.nodes).filter((one) => one.startsWith('x'))).toEqual(['x d', 'x f']);
  expect(config.missing).toEqual(['/etc/httpd/a', '/etc/httpd/b', '/etc/httpd/b', '/etc/httpd/e']);
  expect(config.paths).toEqual(['/etc/httpd/conf/httpd.conf', '/etc/httpd/d', '/etc/httpd/f[1]']);
  expect(read(main('Include sites\n'), { unread: ['/etc/httpd/sites/deep/x'] }).missing).toContain(
    '/etc/httpd/sites/deep/x',
  );
  expect(read({}).missing).toEqual(['/etc/httpd/conf/httpd.conf']);
  expect(read({}).open).toEqual([]);
  expect(read(main('Include\n')).missing).toEqual([]);
});

it('reads nothing but what it is given', () => {
  const world: ApacheWorld = {
    modules: new Set(),
    modulesKnown: true,
    defines: new Map(),
    environment: new Map(),
    version: '',
    fileThere: () => null,
  };
  const alone = { main: '/c', serverRoot: '/r', files: [file('/c', 'User x')], world };
  expect(apacheConfig(alone)).toEqual({
    nodes: [{ key: 'user', words: ['x'], source: '/c:1', body: null }],
    serverRoot: '/r',
    paths: ['/c'],
    open: [],
    missing: [],
    modules: new Set(),
  });
  expect(apacheFragment(file('/srv/.htaccess', 'Options None'), world)).toEqual([
    { key: 'options', words: ['None'], source: '/srv/.htaccess:1', body: null },
  ]);
});

it('knows the modules that are loaded, and no others', () => {
  const { modules, nodes } = read(
    main(
      'LoadModule ssl_module modules/mod_ssl.so\nLoadModule so_module mod.so_x.so\nLoadModule bare\nX php_module\n<IfModule php_module>\nX no\n</IfModule>\n',
    ),
  );
  expect([...modules].sort()).toEqual(['bare', 'mod.so_x.c', 'mod_so.c', 'mod_ssl.c', 'so_module', 'ssl_module']);
  expect(flat(nodes).at(-1)).toBe('x php_module');
});

it('takes a definition without a value for an empty one, and asks for no file that is not defined', () => {
  const { nodes, open, missing, serverRoot } = read(
    main('Define E\nX a${E}b\nInclude ${NONE}/x.conf\nServerRoot opt\n<IfModule x y>\n</IfModule>\n'),
    { modulesKnown: false },
  );
  expect(flat(nodes)).toContain('x ab');
  expect(missing).toEqual([]);
  expect(serverRoot).toBe('/opt');
  expect(open).toEqual([
    '/etc/httpd/conf/httpd.conf:3: ${NONE} is not defined',
    '/etc/httpd/conf/httpd.conf:5: <ifmodule x y> may or may not hold',
  ]);
});

it('ends where files include each other', () => {
  const config = read({ ...main('Include a\n'), '/etc/httpd/a': 'X 1\nInclude a\n' });
  expect(config.open).toEqual(['/etc/httpd/a: included too often']);
  expect(config.paths).toHaveLength(41);
});

it('reads a thousand files besides the first, and no more', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`/etc/httpd/d/${at}`, 'X']));
  expect(read({ ...main('Include d\n'), ...many(1000) }).open).toEqual([]);
  const config = read({ ...main('Include d\n'), ...many(1001) });
  expect(config.paths).toHaveLength(1001);
  expect(config.open).toHaveLength(1);
});

it('fills in variables as they stand by then, the environment last', () => {
  const { nodes, open } = read(
    main('Early ${TOP}\nDefine TOP /srv\nLate ${TOP}/${ENV} %{HTTP_HOST}\nUnDefine TOP\nGone ${TOP}\n'),
    { environment: new Map([['ENV', 'e']]) },
  );
  expect(flat(nodes)).toEqual([
    'early ${TOP}',
    'define TOP /srv',
    'late /srv/e %{HTTP_HOST}',
    'undefine TOP',
    'gone ${TOP}',
  ]);
  expect(open).toHaveLength(2);
});

it('lets conditions decide, and includes nothing behind one that fails', () => {
  const text = (condition: string) =>
    `LoadModule ssl_module modules/mod_ssl.so\nDefine ON\n<${condition}>\nX yes\nInclude absent\n</${condition.split(' ')[0]}>\nY\n`;
  const reads = (condition: string, more = {}) => {
    const config = read(main(text(condition)), more);
    return config.open.length > 0 ? null : flat(config.nodes).includes('x yes');
  };
  expect(reads('IfModule ssl_module')).toBe(true);
  expect(reads('IfModule mod_ssl.c')).toBe(true);
  expect(reads('IfModule !mod_ssl.c')).toBe(false);
  expect(reads('IfModule mod_php.c')).toBe(false);
  expect(reads('IfModule mod_php.c', { modulesKnown: false })).toBeNull();
  expect(reads('IfDefine ON')).toBe(true);
  expect(reads('IfDefine !ON')).toBe(false);
  expect(reads('IfDefine OFF')).toBe(false);
  expect(reads('IfVersion >= 2.4')).toBe(true);
  expect(reads('IfVersion < 2.4')).toBe(false);
  expect(reads('IfVersion >= 2.4.63')).toBe(false);
  expect(reads('IfVersion !< 2.4')).toBe(true);
  expect(reads('IfVersion >= 2.4', { version: '' })).toBeNull();
  expect(reads('IfVersion ~ ^2.4')).toBeNull();
  expect(read(main(text('IfDefine OFF'))).missing).toEqual([]);
});

it('leaves macros and generated parts open', () => {
  const { open, nodes } = read(
    main('<Macro Site $n>\nDocumentRoot /srv/$n\n</Macro>\nUse Site a\n<Perl>\nx\n</Perl>\nUser a\n'),
  );
  expect(open.map((one) => one.split(': ')[0])).toEqual([
    '/etc/httpd/conf/httpd.conf:1',
    '/etc/httpd/conf/httpd.conf:4',
    '/etc/httpd/conf/httpd.conf:5',
  ]);
  expect(flat(nodes)).toEqual(['use Site a', 'user a']);
});

it('takes the command line before and after the files', () => {
  const { nodes } = read(main('User b\n'), { before: ['User a', '# x'], after: ['User c'] });
  expect(flat(nodes)).toEqual(['user a', 'user b', 'user c']);
  expect(nodes.map(({ source }) => source)).toEqual(['httpd -C', '/etc/httpd/conf/httpd.conf:1', 'httpd -c']);
});
