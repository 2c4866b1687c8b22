// Apache httpd servers of a host by their notes, their own answers and their files: what is known, what is open, and who would start them.
import type { NoteRecord } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { apache } from './apache.ts';
import type { ApacheInstance } from './apache/instance.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const [root, main, program] = ['/etc/httpd', '/etc/httpd/conf/httpd.conf', '/usr/sbin/httpd'];
const lying = note('apache.instance', '1', main, root, program, '0', '');
const running = note('apache.instance', '1', main, root, program, '811', '0');
const conf = (text: string, path = main) => file(path, text);
const plain = conf('LoadModule ssl_module modules/mod_ssl.so\nListen 80');

function first(...records: Told): ApacheInstance {
  const [instance] = factOf(apache, ...records).instances;
  if (!instance) throw new Error('no instance');
  return instance;
}
const keys = (instance: ApacheInstance) => instance.config.nodes.map(({ key }) => key);

describe('a host', () => {
  it('without httpd', () => {
    expect(factOf(apache, plain)).toMatchObject({ instances: [], elsewhere: [], files: [{ path: main }] });
  });

  it('does not guess where a process is hidden or there is too much', () => {
    expect(faultOf(apache, running, plain, note('apache.hidden', '811', 'httpd'))).toBe(
      'process 811 (httpd) could not be looked at',
    );
    expect(faultOf(apache, note('apache.hidden'))).toBe('process  () could not be looked at');
    expect(faultOf(apache, running, plain, note('apache.cut', 'servers'))).toBe('too many: servers');
    expect(faultOf(apache, note('apache.cut'))).toBe('too many: ');
  });

  it('tells of servers whose files are not its own, and of programs that are called so', () => {
    const fact = factOf(
      apache,
      note('apache.elsewhere', '77', '/usr/local/apache2/bin/httpd'),
      note('apache.elsewhere'),
      note('apache.instance', '2', '/opt/x.conf', '/opt', '/tmp/httpd', '99', '1000'),
      gone('/opt/x.conf'),
      running,
      plain,
    );
    expect(fact.instances.map(({ name }) => name)).toEqual([main]);
    expect(fact.elsewhere).toEqual([
      { pid: '77', program: '/usr/local/apache2/bin/httpd' },
      { pid: '', program: '' },
      { pid: '99', program: '/tmp/httpd, without /opt/x.conf' },
    ]);
    expect(factOf(apache, note('apache.instance'), gone('')).elsewhere).toEqual([{ pid: '', program: ', without ' }]);
  });

  it('looks up files and notes', () => {
    const absent = gone('/var/www/x');
    const fact = factOf(apache, absent, file('/var/www/x', 'y'), note('apache.link', '/var/www', '/var/www/l'));
    expect(fact.file('/var/www/x')?.lines).toEqual(['y']);
    expect(factOf(apache, absent).file('/var/www/x')).toBeUndefined();
    expect(fact.files).toHaveLength(2);
    expect(fact.seen('link')).toEqual([['/var/www', '/var/www/l']]);
    expect(fact.seen('upload')).toEqual([]);
  });

  it('gives no verdict where every server that starts has a gap, and leaves it to each where one is whole', () => {
    const broken = [note('apache.instance', '2', '/srv/b.conf', '/srv', program, '900', '0'), hidden('/srv/b.conf')];
    const fault = '/srv/b.conf, which /srv/b.conf includes, could not be read';
    expect(faultOf(apache, ...broken)).toBe(fault);
    expect(factOf(apache, running, plain, ...broken).instances.map(({ gap }) => gap?.unread.en ?? null)).toEqual([
      null,
      fault,
    ]);
    // One that nothing starts neither hides nor lets pass.
    const idle = [note('apache.instance', '3', '/srv/c.conf', '/srv', program, '0', ''), conf('', '/srv/c.conf')];
    expect(faultOf(apache, ...broken, ...idle)).toBe(fault);
    const idleBroken = [note('apache.instance', '3', '/srv/c.conf', '/srv', program, '0', '')];
    expect(factOf(apache, ...idleBroken).instances[0]).toMatchObject({ gap: null, started: false });
  });
});

describe('a server', () => {
  it('is told with all that is known of it', () => {
    const own = factOf(
      apache,
      running,
      plain,
      note('apache.workers', '9', '33', '1'),
      note('apache.workers', '1', '48', '5'),
    );
    expect(own.instances[0]).toMatchObject({
      name: main,
      serverRoot: root,
      rootBuiltIn: '',
      program,
      master: { pid: '811', uid: 0 },
      workers: [{ uid: 48, count: 5 }],
      version: '',
      started: true,
      gap: null,
      open: [],
      source: `${main} (parsed)`,
    });
  });

  it('is told with what a cut note lacks left out', () => {
    const instance = first(note('apache.instance'), conf('Listen 80', ''));
    expect(instance).toMatchObject({
      name: '',
      serverRoot: '',
      program: '',
      master: null,
      workers: [],
      started: false,
    });
    expect(first(note('apache.instance', '1', main, root, program, '811'), plain).master).toEqual({
      pid: '811',
      uid: 0,
    });
    const flags = ['flag', 'variable', 'before', 'after'].map((key) => note(`apache.${key}`, '1'));
    expect(keys(first(lying, plain, ...flags))).toEqual(['loadmodule', 'listen']);
    const odd = conf('LoadModule ssl_module x\n<IfDefine "Stryker was here!">\nListen 81\n</IfDefine>\nUser "${x}"');
    expect(first(lying, odd, ...flags).config.nodes.at(-1)?.words).toEqual(['${x}']);
    expect(keys(first(lying, odd, ...flags))).toEqual(['loadmodule', 'user']);
  });

  it('takes what stands on its command line, its flags and its variables, and those of no other', () => {
    const text = conf(
      'LoadModule ssl_module x\n<IfDefine SSL>\nListen 443\n</IfDefine>\n<IfDefine OTHER>\nListen 444\n</IfDefine>\nUser ${APACHE_RUN_USER}\nGroup ${EMPTY}\nServerName ${SSL}',
    );
    const notes = [
      note('apache.flag', '1', 'SSL'),
      note('apache.flag', '2', 'OTHER'),
      note('apache.variable', '2', 'APACHE_RUN_USER', 'root'),
      note('apache.variable', '1', 'APACHE_RUN_USER', 'www-data'),
      note('apache.variable', '1', 'EMPTY'),
      note('apache.before', '1', 'ServerName early'),
      note('apache.after', '1', 'ServerName late'),
    ];
    const { config } = first(lying, text, ...notes);
    expect(config.nodes.map(({ key, words }) => [key, ...words].join(' '))).toEqual([
      'servername early',
      'loadmodule ssl_module x',
      'listen 443',
      'user www-data',
      'group',
      'servername',
      'servername late',
    ]);
    expect(config.open).toEqual([]);
  });

  it('knows which files are there, as far as they were looked at', () => {
    const text = conf(
      'LoadModule a_module x\n<IfFile /a>\nListen 1\n</IfFile>\n<IfFile /b>\nListen 2\n</IfFile>\n<IfFile /c>\nListen 3\n</IfFile>',
    );
    const instance = first(lying, text, gone('/b'), file('/a'));
    expect(instance.config.nodes.map(({ words }) => words[0])).toEqual(['a_module', '1', '3']);
    expect(instance.open).toEqual([`${main}:8: <iffile /c> may or may not hold`]);
    expect(first(lying, conf('<IfFile /b>\nListen 2\n</IfFile>\nLoadModule a_module x'), hidden('/b')).open).toEqual(
      [],
    );
  });
});

describe('modules', () => {
  const ask = (name: string) => `<IfModule ${name}>\nListen 1\n</IfModule>`;
  const load = 'LoadModule ssl_module modules/mod_ssl.so';

  it.each(['core', 'so', 'http', 'watchdog', 'log_config', 'logio', 'version', 'unixd'])('%s is built in', (name) => {
    const instance = first(lying, conf(`${load}\n${ask(`${name}_module`)}\n${ask(`mod_${name}.c`)}`));
    expect(keys(instance)).toEqual(['loadmodule', 'listen', 'listen']);
    expect(instance.module(`${name}_module`)).toBe(true);
  });

  it.each(['core.c', 'http_core.c'])('%s is the core', (name) => {
    expect(keys(first(lying, conf(`${load}\n${ask(name)}`)))).toEqual(['loadmodule', 'listen']);
    expect(first(lying, conf(load)).module(name)).toBe(true);
  });

  it('of a configuration that loads some are those; of one that loads none nobody knows', () => {
    const some = first(lying, conf(`${load}\n${ask('info_module')}`));
    expect([keys(some), some.open]).toEqual([['loadmodule'], []]);
    expect([some.module('ssl_module'), some.module('info_module')]).toEqual([true, null]);
    const inner = first(lying, conf('<IfModule info_module>\nLoadModule ssl_module x\n</IfModule>'));
    expect(inner.open).toHaveLength(1);
    const none = first(lying, conf(ask('info_module')));
    expect([keys(none), none.open]).toEqual([['listen'], [`${main}:1: <ifmodule info_module> may or may not hold`]]);
  });

  it('are those that httpd itself names', () => {
    const answer =
      'Loaded Modules:\n core_module (static)\n info_module (shared)\n  x_module  (other)\nno ssl_module (shared)\nrewrite_module   (shared) x';
    const instance = first(lying, conf(ask('info_module')), said('apache.dump.1', answer));
    expect([keys(instance), instance.open]).toEqual([['listen'], []]);
    const known = ['core_module', 'info_module', 'rewrite_module', 'x_module', 'ssl_module', 'unixd_module'];
    expect(known.map((name) => instance.module(name))).toEqual([true, true, true, false, false, false]);
    expect(instance.module('Stryker was here')).toBe(false);
    expect(instance.source).toBe(`${program} -t -D DUMP_… with ${main}`);
    const refused = first(lying, conf(ask('info_module')), said('apache.dump.1', answer, { exitCode: 1 }));
    expect([refused.module('info_module'), refused.source]).toEqual([null, `${main} (parsed)`]);
    expect(first(lying, conf(''), said('apache.dump.2', answer)).module('info_module')).toBeNull();
    expect(keys(first(lying, conf(ask('y_module')), said('apache.dump.1', answer)))).toEqual([]);
  });
});

describe('what httpd itself says', () => {
  const dumped = (answer: string, text = '<VirtualHost *:443>\nServerName a\n</VirtualHost>') =>
    first(lying, conf(text), said('apache.dump.1', answer));

  it('of its document root', () => {
    expect(dumped('Main DocumentRoot: "/usr/local/apache2/htdocs"').rootBuiltIn).toBe('/usr/local/apache2/htdocs');
    expect(dumped('x\nMain DocumentRoot: "/a"\nMain DocumentRoot: "/b"').rootBuiltIn).toBe('/a');
    expect(dumped('The Main DocumentRoot: "/a"').rootBuiltIn).toBe('');
    expect(dumped('Main DocumentRoot: "/a" not').rootBuiltIn).toBe('');
    expect(dumped('ServerRoot: "/etc/httpd"').rootBuiltIn).toBe('');
  });

  it.each([
    [`  (*) ${main}`, []],
    ['  (*) /etc/httpd/conf.d/a.conf', ['/etc/httpd/conf.d/a.conf: read by httpd, not followed']],
    ['(12)   /etc/httpd/conf.d/a.conf', ['/etc/httpd/conf.d/a.conf: read by httpd, not followed']],
    ['x (12) /etc/httpd/conf.d/a.conf', []],
    ['  (12a) /etc/httpd/conf.d/a.conf', []],
    ['  (12) conf.d/a.conf', []],
    [`         port 443 namevhost a (${main}:1)`, []],
    [`         port 443 namevhost a (${main}:12) `, [`${main}:12: a virtual host of httpd, not followed`]],
    [`*:80  a (/etc/httpd/conf.d/b.conf:7)`, ['/etc/httpd/conf.d/b.conf:7: a virtual host of httpd, not followed']],
    [`*:80  a (/etc/httpd/conf.d/b.conf:7) is a NameVirtualHost`, []],
    ['*:80  a (/etc/(x)/b.conf:7)', []],
    ['*:80  a (conf.d/b.conf:7)', []],
    ['*:80  a (/etc/httpd/conf.d/b.conf:x)', []],
    ['', []],
  ])('%j of files and hosts', (line, open) => expect(dumped(line).open).toEqual(open));

  it('is added to what could not be followed here', () => {
    const instance = first(
      lying,
      conf('Include /etc/httpd/conf.d/gone.conf\nUse Macro\n'),
      said('apache.dump.1', '(3) /x'),
    );
    expect(instance.open).toEqual([
      '/etc/httpd/conf.d/gone.conf: included and not read',
      `${main}:2: Use Macro (a macro)`,
      '/x: read by httpd, not followed',
    ]);
  });
});

describe('the version', () => {
  const deb = note('apache.instance', '1', main, root, '/usr/sbin/apache2', '0', '');
  const packaged = (version: string, instance: NoteRecord = deb) =>
    first(instance, plain, note('apache.packaged', ...(version === '' ? [] : [version]))).version;
  const told = (answer: string) => first(lying, plain, said('apache.version.1', answer)).version;

  it('is the word of the program', () => {
    expect(told('Server version: Apache/2.4.62 (Debian)\nServer built:   2024')).toBe('2.4.62');
    expect(told('Server version:\nApache/2.4')).toBe('2.4');
    expect(told('Server version: Apache/12.34.56')).toBe('12.34.56');
    expect(told('Apache\n/2.4.1')).toBe('');
    expect(told('Server version: x/2.4.1')).toBe('');
    expect(told('Apache/2.4\n.62')).toBe('2.4');
    expect(first(lying, plain, said('apache.version.2', 'Apache/2.4.1')).version).toBe('');
  });

  it('is that of the package, where it is the program of the package', () => {
    expect(packaged('2.4.62-1~deb12u2')).toBe('2.4.62');
    expect(packaged('1:2.4.62-1')).toBe('2.4.62');
    expect(packaged('12:22.44-1')).toBe('22.44');
    expect(packaged('2.4.6211')).toBe('2.4.6211');
    expect(packaged('x2.4.62')).toBe('');
    expect(packaged('')).toBe('');
    expect(packaged('2.4.62', lying)).toBe('');
    expect(first(deb, plain).version).toBe('');
    const both = [note('apache.packaged', '2.4.61'), said('apache.version.1', 'Apache/2.4.62')];
    expect(first(deb, plain, ...both).version).toBe('2.4.62');
  });
});

describe('what starts it', () => {
  const [srv, opt] = ['/srv/web/conf/httpd.conf', '/opt/httpd/bin/httpd'];
  const at = (path: string, folder: string, binary: string) =>
    note('apache.instance', '1', path, folder, binary, '0', '');
  const own = [at(srv, '/srv/web', opt), conf('', srv)];
  const unit = (command: string) => note('apache.unit', 'web.service', '/etc/systemd/system/web.service', command);
  const starts = (command: string, ...server: Told) => {
    const byUnit = first(...server, unit(command)).units.includes('web.service');
    const byScript = first(...server, note('apache.start', '/etc/rc.local:3', command)).starts;
    expect(byScript).toEqual(byUnit ? ['/etc/rc.local:3'] : []);
    return byUnit;
  };

  it.each([
    [`${opt} -f ${srv}`, true],
    [`${opt} -D SSL   -f   ${srv} -k start`, true],
    [`${opt} -f${srv}`, true],
    [`${opt} -d /srv/web`, true],
    [`/opt/my-folder/bin/httpd -f ${srv}`, true],
    [`${opt} -f conf/httpd.conf`, true],
    [`-d /srv/web`, true],
    [`${opt} -f /srv/other.conf`, false],
    [`${opt} -d /srv`, false],
    [`${opt} -f`, false],
    [`${opt} -k-f ${srv}`, false],
    [`${opt} -k start`, false],
    ['', false],
  ])('%j names its configuration or not: %s', (command, names) => expect(starts(command, ...own)).toBe(names));

  it.each<[string, [string, string, string], boolean]>([
    ['/usr/sbin/httpd -k start', [main, root, program], true],
    ['/usr/sbin/apachectl start', [main, root, program], true],
    ['/bin/sh -c /usr/sbin/apachectl', [main, root, program], true],
    ['/usr/sbin/httpd-event', [main, root, program], false],
    ['/usr/sbin/httpd.worker -k x', [main, root, program], false],
    ['/opt/other/bin/httpd -k start', [main, root, program], false],
    ['httpd -k start', [main, root, program], false],
    ['start', [main, root, 'httpd'], false],
    ['/usr/sbin/httpd', [main, root, ''], false],
    ['/usr/sbin/apache2ctl start', ['/etc/apache2/apache2.conf', '/etc/apache2', '/usr/sbin/apache2'], true],
    ['/usr/sbin/apache2 -k start', ['/etc/apache2/apache2.conf', '/etc/apache2', '/usr/sbin/apache2'], true],
    ['/usr/sbin/apache2', ['/etc/apache2-red/apache2.conf', '/etc/apache2-red', '/usr/sbin/apache2'], false],
    [
      '/usr/local/apache2/bin/apachectl start',
      ['/usr/local/apache2/conf/httpd.conf', '/usr/local/apache2', '/usr/local/apache2/bin/httpd'],
      true,
    ],
    [
      '/opt/rh/httpd24/root/usr/sbin/httpd',
      [
        '/opt/rh/httpd24/root/etc/httpd/conf/httpd.conf',
        '/opt/rh/httpd24/root/etc/httpd',
        '/opt/rh/httpd24/root/usr/sbin/httpd',
      ],
      true,
    ],
    ['/opt/a/sbin/httpd', ['/opt/a/conf/x.conf', '/srv/a', '/opt/a/sbin/httpd'], true],
    ['/opt/a/bin/httpd', ['/opt/a/conf/x.conf', '/srv/a', '/opt/a/bin/httpd'], true],
    ['/opt/a/bin/httpd', ['/opt/b/conf/x.conf', '/srv/a', '/opt/a/bin/httpd'], false],
    ['/opt/bin/b/httpd', ['/opt/conf/x.conf', '/srv/a', '/opt/bin/b/httpd'], false],
    ['/opt/a/bin/httpd', ['/opt/ab/conf/x.conf', '/srv/a', '/opt/a/bin/httpd'], false],
    ['/opt/bin/b/sbin/httpd', ['/opt/bin/b/conf/x.conf', '/srv/a', '/opt/bin/b/sbin/httpd'], true],
    ['/srv/a/httpd', ['/etc2/x.conf', '/srv/a', '/srv/a/httpd'], true],
    ['/srv/ab/httpd', ['/etc2/x.conf', '/srv/a', '/srv/ab/httpd'], false],
  ])('%j starts the server of %j: %s', (command, [path, folder, binary], started) => {
    expect(starts(command, at(path, folder, binary), conf('', path))).toBe(started);
  });

  it.each([
    [main, root, ['httpd.service', 'httpd.socket']],
    ['/etc/apache2/apache2.conf', '/etc/apache2', ['apache2.service']],
    ['/etc/apache2-red/apache2.conf', '/etc/apache2-red', ['apache2@red.service']],
    ['/etc/apache2-red/x/apache2.conf', '/etc/apache2-red/x', []],
    ['/opt/etc/apache2-red/apache2.conf', '/opt/etc/apache2-red', []],
    [srv, '/srv/web', []],
  ])('units of %s', (path, folder, units) => {
    expect(first(at(path, folder, program), conf('', path)).units).toEqual(units);
  });

  it('counts where it is wanted', () => {
    const started = (...records: Told) => first(...own, ...records).started;
    const named = unit(`${opt} -f ${srv}`);
    expect(started(named)).toBe(false);
    expect(started(named, note('apache.wanted', 'web.service'))).toBe(true);
    expect(started(named, note('apache.wanted', 'x.service'), note('apache.wanted', 'web.service'))).toBe(true);
    expect(started(named, note('apache.wanted', 'httpd.service'), note('apache.wanted'))).toBe(false);
    expect(started(note('apache.start', '/etc/rc.local:3', `${opt} -f ${srv}`))).toBe(true);
    expect(first(running, plain).started).toBe(true);
    expect(first(lying, plain, note('apache.wanted', 'httpd.socket')).started).toBe(true);
    expect(first(lying, plain).started).toBe(false);
  });

  it('names each unit once, and what a cut note lacks not at all', () => {
    const again = note('apache.unit', 'httpd.service', '/x', '/usr/sbin/httpd');
    expect(first(lying, plain, again, again, note('apache.unit'), note('apache.start')).units).toEqual([
      'httpd.service',
      'httpd.socket',
    ]);
    const bare = first(at('', '', ''), conf('', ''), note('apache.unit'), note('apache.start'));
    expect([bare.units, bare.starts]).toEqual([[], []]);
  });
});
