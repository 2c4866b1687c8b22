// Apache httpd's configuration: what is read, in which order, and what is left open.
import { expect, it } from 'vitest';
import type { FileRecord } from '../records.ts';
import type { ApacheNode } from './apache-config.ts';
import { apacheConfig } from './apache-config.ts';
import type { ApacheWorld } from './apache-conditions.ts';
import { apacheLines, apacheWords } from './apache-lines.ts';

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
    before?: readonly string[];
    after?: readonly string[];
  } = {},
) {
  const { unread = [], before = [], after = [], ...given } = more;
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
])('words of %s', (text, words) => expect(apacheWords(text)).toEqual(words));

it('joins continued lines, comments too, and keeps the first line as the place', () => {
  const lines = apacheLines(file('/c', 'Options A \\\n  B\n# a comment \\\nOptions hidden\nServerName x\n'));
  expect(lines.map(({ key, rest, source }) => [key, rest, source])).toEqual([
    ['options', 'A   B', '/c:1'],
    ['servername', 'x', '/c:5'],
  ]);
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

it('ends where files include each other', () => {
  const config = read({ ...main('Include a\n'), '/etc/httpd/a': 'X 1\nInclude a\n' });
  expect(config.open.join()).toContain('included too often');
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
  expect(flat(read(main('User b\n'), { before: ['User a'], after: ['User c'] }).nodes)).toEqual([
    'user a',
    'user b',
    'user c',
  ]);
});
