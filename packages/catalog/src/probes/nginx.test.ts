// nginx instances of a host by their notes and files, what lies in the folders they serve, and what a check may not do without.
import { describe, expect, it } from 'vitest';
import { nginx, nginxSeen } from './nginx.ts';
import { factOf, faultOf, file, gone, hidden, note } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const [conf, program] = ['/etc/nginx/nginx.conf', '/usr/sbin/nginx'];
const running = note(
  'nginx-instance',
  'running',
  conf,
  '/usr/share/nginx',
  program,
  'daemon off;',
  '/proc/811/cmdline',
  'nginx -g',
  '0',
  '811',
);
const main = file(conf, 'user www-data;\nhttp {\n  include /etc/nginx/conf.d/*.conf;\n}');
const site = file('/etc/nginx/conf.d/a.conf', 'server {\n  listen 80;\n  root /srv/www;\n}');
const first = (...records: Told) => factOf(nginx, ...records).instances[0];

describe('an instance', () => {
  it('that runs is told with its process, its build and its files', () => {
    const instance = first(
      running,
      main,
      site,
      file('/etc/nginx/conf.d/b.txt', 'x'),
      note('nginx-build', program, '9', 'nginx/1.0', 'other', '/o', '/o'),
      note('nginx-build', '/opt/nginx', '811', 'nginx/1.0', 'other', '/o', '/o'),
      note(
        'nginx-build',
        program,
        '811',
        'nginx/1.22.1',
        'nginx',
        '/var/log/nginx/error.log',
        '/var/log/nginx/access.log',
      ),
      note('nginx-worker', '9', '33', '901', 'worker process'),
      note('nginx-worker', '811', '33', '812', 'worker process'),
      note('nginx-worker', '811'),
      note('nginx-replaced', '9'),
      note('nginx-unloaded', '9', '/x'),
      note('nginx-unloaded', '811', site.path),
      note('nginx-unloaded', '811'),
    );
    expect(instance).toMatchObject({
      name: `nginx ${conf} (pid 811)`,
      running: true,
      conf,
      prefix: '/usr/share/nginx',
      program,
      version: 'nginx/1.22.1',
      builtUser: 'nginx',
      errorLog: '/var/log/nginx/error.log',
      accessLog: '/var/log/nginx/access.log',
      master: { pid: '811', uid: 0 },
      workers: [
        { pid: '812', uid: 33, title: 'worker process' },
        { pid: '', uid: 0, title: '' },
      ],
      replaced: false,
      unloaded: [site.path, ''],
      proofs: [
        { source: '/proc/811/cmdline', found: 'nginx -g' },
        { source: conf, found: 'parsed, 2 files; nginx/1.22.1' },
      ],
    });
    expect(instance?.tree.map(({ name }) => name)).toEqual(['daemon', 'user', 'http']);
    expect(instance?.servers).toHaveLength(1);
    expect(instance?.files).toEqual([main, site]);
    expect(first(running, main, note('nginx-replaced', '9'), note('nginx-replaced', '811'))?.replaced).toBe(true);
  });

  it('that only would start has no process, and takes none of another', () => {
    const lying = note(
      'nginx-instance',
      'starts',
      conf,
      '/usr/share/nginx',
      program,
      '',
      'nginx.service',
      'enabled',
      '0',
      '',
    );
    const others = [
      note('nginx-worker', '', '33', '812', 'x'),
      note('nginx-replaced', ''),
      note('nginx-unloaded', '', '/x'),
    ];
    expect(first(lying, main, ...others)).toMatchObject({
      name: `nginx ${conf}`,
      running: false,
      version: '',
      builtUser: 'nobody',
      errorLog: '',
      accessLog: '',
      master: null,
      workers: [],
      replaced: false,
      unloaded: [],
      proofs: [
        { source: 'nginx.service', found: 'enabled' },
        { source: conf, found: 'parsed, 1 files; version not known' },
      ],
    });
    expect(first(lying, main, note('nginx-build', program, ''))).toMatchObject({
      version: '',
      errorLog: '',
      accessLog: '',
    });
    expect(first(lying, main, note('nginx-build', program, ''))).toMatchObject({ builtUser: 'nobody' });
  });

  it('is told with what a cut note lacks left out', () => {
    expect(first(note('nginx-instance'), file('', 'user x;'))).toMatchObject({
      name: 'nginx ',
      running: false,
      conf: '',
      prefix: '',
      program: '',
      tree: [{ name: 'user' }],
      proofs: [
        { source: '', found: '' },
        { source: '', found: 'parsed, 1 files; version not known' },
      ],
    });
    const cut = note('nginx-instance', 'running', conf, '/p', program, '', 'x', 'y');
    expect(first(cut, main, note('nginx-worker', '', '33', '812'))).toMatchObject({ workers: [{ pid: '812' }] });
  });

  it('is quoted no longer than people read', () => {
    const long = note('nginx-instance', 'running', conf, '/p', program, '', 'x', 'y'.repeat(300), '0', '811');
    expect(first(long, main)?.proofs[0]?.found).toBe('y'.repeat(200));
  });

  it('counts the files it was read from, each by its name alone', () => {
    const odd = file('/etc/nginx/conf.d/x:12.conf', '\n'.repeat(11).concat('server { listen 80; }'));
    const double = [odd, { ...odd }, gone(conf), main];
    expect(first(running, main, odd)?.files.map(({ path }) => path)).toEqual([conf, odd.path]);
    expect(first(running, ...double)?.files.map(({ path }) => path)).toEqual([odd.path, odd.path, conf]);
  });

  it('gives no fact where an include was not read', () => {
    const lacking = file(conf, 'include /etc/nginx/gone.conf;');
    expect(faultOf(nginx, running, lacking)).toBe(`of the nginx of ${conf}, /etc/nginx/gone.conf was not read`);
    const whole = note('nginx-instance', 'running', '/srv/n.conf', '/p', program, '', 'x', 'y', '0', '900');
    expect(faultOf(nginx, whole, file('/srv/n.conf', 'user x;'), running, lacking)).not.toBeNull();
  });
});

it('tells of what is off and of what runs elsewhere', () => {
  const fact = factOf(
    nginx,
    note('nginx-off', '/usr/sbin/nginx', 'not in use'),
    note('nginx-off'),
    note('nginx-elsewhere', '77', '101', 'nginx: master process'),
    note('nginx-elsewhere'),
    note('acl', '/var/log/nginx', 'user:1000:r--'),
  );
  expect(fact.instances).toEqual([]);
  expect(fact.off).toEqual([
    { source: '/usr/sbin/nginx', found: 'not in use' },
    { source: '', found: '' },
  ]);
  expect(fact.elsewhere).toEqual([
    { source: 'process 77', found: 'uid 101: nginx: master process (another root: a container)' },
    { source: 'process ', found: 'uid :  (another root: a container)' },
  ]);
  expect(fact.modes.acl('/var/log/nginx')).toEqual(['user:1000:r--']);
});

it('is no fact for a check that needs every file where one is hidden', () => {
  expect(faultOf(nginxSeen, running, main, hidden('/var/log/nginx'))).toBe('/var/log/nginx could not be seen');
  expect(faultOf(nginx, running, main, hidden('/var/log/nginx'))).toBeNull();
  expect(faultOf(nginxSeen, running, main, gone('/var/log/nginx'))).toBeNull();
});

describe('a folder that is served', () => {
  const folder = (...records: Told) => factOf(nginx, ...records).folder('/srv/www');
  const entry = (...fields: string[]) => note('nginx-entry', '/srv/www', ...fields);

  it.each(['folder', 'file', 'absent', 'system', 'unreadable'])('is %s', (state) => {
    expect(folder(note('nginx-root', '/srv/other', 'odd'), note('nginx-root', '/srv/www', state)).state).toBe(state);
  });

  it('is unseen where nothing, or nothing known, is said', () => {
    for (const records of [[], [note('nginx-root', '/srv/www', 'odd')], [note('nginx-root', '/srv/www')]])
      expect(folder(...records)).toEqual({ state: 'unseen', entries: [], cut: '' });
  });

  it.each([
    ['regular file', 'file'],
    ['regular empty file', 'file'],
    ['directory', 'folder'],
    ['symbolic link', 'link'],
    ['stock page', 'stock-page'],
    ['fifo', 'other'],
    ['a regular file', 'other'],
    ['', 'other'],
  ])('holds a %s: %s', (kind, word) => {
    expect(folder(entry('/srv/www/a', '644', '0', '33', kind, '/x')).entries).toEqual([
      { path: '/srv/www/a', mode: 0o644, uid: 0, gid: 33, kind: word, linkTarget: '/x' },
    ]);
  });

  it.each([
    ['644', 0o644],
    ['1777', 0o1777],
    ['7', 7],
    ['8', 0],
    ['x7', 0],
    ['7x', 0],
    ['12345', 0],
    ['', 0],
  ])('takes the mode %j for %d', (mode, bits) => expect(folder(entry('a', mode)).entries[0]?.mode).toBe(bits));

  it('is told with what a cut note lacks left out, and where the list ends early', () => {
    const told = folder(entry(), note('nginx-cut', '/srv/other', 'x'), note('nginx-cut', '/srv/www', 'no time left'));
    expect(told).toEqual({
      state: 'unseen',
      entries: [{ path: '', mode: 0, uid: 0, gid: 0, kind: 'other', linkTarget: '' }],
      cut: 'no time left',
    });
    expect(folder(note('nginx-cut', '/srv/www')).cut).toBe('');
  });
});
