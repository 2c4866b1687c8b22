// Tomcat instances by their notes and files: what belongs to which, whether they start, and what of each part could not be read.
import { isUnread, recordsOf } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { factOf, faultOf, file, gone, hidden, note } from './testing/records.ts';
import { tomcat, tomcatWith } from './tomcat.ts';
import { documentsOf } from './tomcat/documents.ts';
import type { TomcatPart } from './tomcat/faults.ts';

type Told = Parameters<typeof factOf>[1][];
const [base, home] = ['/opt/tomcat', '/usr/share/tomcat'];
const [shop, other] = [`${base}/webapps/shop`, '/srv/other'];
const instance = note('instance', base, home);
const jvm = note('jvm', '811', '91', '1', '/usr/bin/java', base);
const server = file(`${base}/conf/server.xml`, '<Server><Service name="Catalina"/></Server>');
const first = (...records: Told) => factOf(tomcat, ...records).instances[0];
const folder = (path: string) => file(path, '', { type: 'dir', mode: 0o755 });

it('a host tells of instances, programs without one, and those in containers', () => {
  const fact = factOf(
    tomcat,
    instance,
    note('instance'),
    note('installed', home),
    note('installed'),
    note('jvm-elsewhere', '77', base),
    note('jvm-elsewhere'),
    note('acl', base, 'user:1000:rwx'),
  );
  expect(fact.instances.map((one) => [one.base, one.home])).toEqual([
    [base, home],
    ['', ''],
  ]);
  expect(fact.installed).toEqual([home, '']);
  expect(fact.elsewhere).toEqual([
    { pid: '77', base },
    { pid: '', base: '' },
  ]);
  expect(fact.modes.acl(base)).toEqual(['user:1000:rwx']);
});

it('an instance has what is its own', () => {
  const records = [
    instance,
    jvm,
    note('jvm', '900', '0', '1', '/usr/bin/java', other),
    note('version', '/opt/x', '/opt/x/RELEASE-NOTES', '8.5.1'),
    note('version', home, `${home}/lib/catalina.jar`, '9.0.98'),
    server,
    file(`${base}/conf/web.xml`, '<web-app/>'),
    file(`${base}/conf/context.xml`, '<Context a="all"/>'),
    note('host-default', base, `${base}/conf/Catalina/localhost/context.xml.default`),
    file(`${base}/conf/Catalina/localhost/context.xml.default`, '<Context a="host"/>'),
    note('context', base, `${base}/conf/Catalina/localhost/a.xml`),
    note('context', other, '/srv/other/a.xml'),
    file('/srv/other/a.xml', '<Context/>'),
    file(`${base}/conf/Catalina/localhost/a.xml`, '<Context a="one"/>'),
    gone(`${base}/conf/x`),
    note('app', base, shop),
    folder(`${shop}/WEB-INF`),
    file(`${shop}/META-INF/context.xml`, '<Context a="app"/>'),
    file(`${shop}/WEB-INF/web.xml`, '<web-app><display-name>w</display-name></web-app>'),
    file(`${shop}/WEB-INF/tomcat-web.xml`, '<web-app/>'),
    note('app-base', base, `${base}/webapps`),
    folder(`${base}/webapps`),
    folder(shop),
    file(`${base}/webapps/shop.war`, 'PK'),
    file(`${base}/webapps/packed.war`, 'PK'),
    file(`${base}/webapps/unwar`, 'x'),
    gone(`${base}/webapps/gone.war`),
    note('users', base, `${base}/conf/tomcat-users.xml`),
    file(`${base}/conf/tomcat-users.xml`, '<tomcat-users><user username="admin" roles="manager-gui"/></tomcat-users>'),
    note('doc-base', base, 'shop', shop),
    note('found', base, `${shop}/old.bak`),
    note('found', base, `${shop}/l`),
    file(`${shop}/old.bak`, 'x'),
    note('link', `${shop}/l`),
    note('more-found', '/srv/x'),
    note('more-found', shop),
    note('log-folder', base, `${base}/logs`),
    folder(`${base}/logs`),
    note('log-modes', base, `${base}/logs`, '640', '91', '92', '12', `${base}/logs/catalina.out`),
    note('log-modes', base, '/var/log/x', '666', '0', '0', '1', '/var/log/x/y'),
    note('log-modes', other, `${base}/logs`, '666', '0', '0', '1', '/z'),
    note('server-info', base, `${home}/lib/ServerInfo.properties`, 'hidden'),
    folder(`${base}/conf`),
  ];
  const one = first(...records);
  expect(first(...records, note('app', base, '/srv/second'))?.foundMore).toEqual([shop]);
  expect(one).toMatchObject({
    base,
    home,
    state: 'running',
    processes: [{ pid: '811', uid: 91, parent: '1', program: '/usr/bin/java' }],
    units: [],
    version: { value: '9.0.98', source: `${home}/lib/catalina.jar` },
    serverPath: `${base}/conf/server.xml`,
    foundMore: [shop],
    packed: [`${base}/webapps/packed.war`],
    serverInfo: { source: `${home}/lib/ServerInfo.properties`, value: 'hidden' },
    docBases: [{ written: 'shop', path: shop, file: { path: shop } }],
    configFolder: { path: `${base}/conf` },
    found: [
      { path: `${shop}/old.bak`, link: false, file: { path: `${shop}/old.bak` } },
      { path: `${shop}/l`, link: true, file: undefined },
    ],
    logs: [
      {
        path: `${base}/logs`,
        folder: { path: `${base}/logs` },
        kinds: [{ mode: 0o640, uid: 91, gid: 92, count: 12, example: `${base}/logs/catalina.out` }],
      },
    ],
  });
  expect(one?.server).not.toBeNull();
  expect(one?.defaults).not.toBeNull();
  expect(one?.contexts.map(({ of, path }) => [of, path])).toEqual([
    ['all', `${base}/conf/context.xml`],
    ['host', `${base}/conf/Catalina/localhost/context.xml.default`],
    ['one', `${base}/conf/Catalina/localhost/a.xml`],
    ['one', `${shop}/META-INF/context.xml`],
  ]);
  expect(one?.applications).toMatchObject([{ path: shop, name: 'shop', webInf: { path: `${shop}/WEB-INF` } }]);
  expect(one?.applications[0]?.descriptors).toHaveLength(2);
  expect(one?.appBases[0]?.folder?.path).toBe(`${base}/webapps`);
  expect(one?.appBases[0]?.entries.map(({ path }) => path)).toEqual(
    ['shop', 'shop.war', 'packed.war', 'unwar'].map((name) => `${base}/webapps/${name}`),
  );
  expect(one?.userFiles).toMatchObject([{ path: `${base}/conf/tomcat-users.xml`, users: [{ name: 'admin' }] }]);
  expect(one?.configFiles.map(({ path }) => path)).not.toContain(`${base}/conf/x`);
  expect(one?.configFiles).toHaveLength(6);
});

it('an instance without anything has nothing, and a server file by its own word or of its folder', () => {
  expect(first(instance)).toMatchObject({
    processes: [],
    version: null,
    serverPath: `${base}/conf/server.xml`,
    server: null,
    defaults: null,
    contexts: [],
    applications: [],
    appBases: [],
    packed: [],
    userFiles: [],
    docBases: [],
    configFolder: undefined,
    configFiles: [],
    found: [],
    foundMore: [],
    logs: [],
    serverInfo: null,
  });
  expect(first(instance, note('server', other, '/x'), note('server', base, '/srv/server.xml'))?.serverPath).toBe(
    '/srv/server.xml',
  );
  expect(first(instance, note('users', base, '/gone.xml'))?.userFiles).toEqual([
    { path: '/gone.xml', file: undefined, users: [] },
  ]);
});

it('what a cut note lacks is left out', () => {
  const cut = ['app', 'app-base', 'users', 'doc-base', 'found', 'log-folder', 'log-modes', 'server-info'];
  const one = first(
    note('instance', base, ''),
    note('version', ''),
    note('jvm', '', '', '', '', base),
    ...cut.map((key) => note(key, base)),
    note('host-default', base),
    note('context', base),
    note('more-found'),
    file('', '<Context/>'),
  );
  expect(one).toMatchObject({
    processes: [{ pid: '', uid: 0, parent: '', program: '' }],
    version: { value: '', source: '' },
    contexts: [
      { of: 'host', path: '' },
      { of: 'one', path: '' },
    ],
    applications: [{ path: '', name: '', descriptors: [], webInf: undefined }],
    appBases: [{ path: '', folder: { path: '' } }],
    userFiles: [{ path: '' }],
    docBases: [{ written: '', path: '', file: { path: '' } }],
    found: [{ path: '', file: { path: '' }, link: false }],
    foundMore: [''],
    logs: [{ path: '', folder: { path: '' } }],
    serverInfo: { source: '', value: '' },
  });
  const modes = note('log-modes', base, `${base}/logs`);
  expect(first(instance, note('log-folder', base, `${base}/logs`), modes)?.logs[0]?.kinds).toEqual([
    { mode: Number.NaN, uid: 0, gid: 0, count: 0, example: '' },
  ]);
});

describe('whether it starts', () => {
  const unit = (name: string, at: string, state: string) =>
    note('unit', name, `/etc/systemd/system/${name}`, 'tomcat', at, state);
  const asked = note('processes-asked');
  const boot = note('at-boot', '/etc/rc.local');
  const start = (...records: Told) => {
    const one = first(instance, ...records);
    return [one?.state, one?.units.map(({ name, state }) => `${name} ${state}`).join()];
  };

  it.each<[Told, string, string]>([
    [[], 'unseen', ''],
    [[asked], 'off', ''],
    [[asked, jvm], 'running', ''],
    [[unit('a', base, 'active')], 'enabled', 'a active'],
    [[unit('a', base, 'enabled')], 'enabled', 'a enabled'],
    [[unit('a', base, 'disabled')], 'off', 'a off'],
    [[unit('a', base, 'masked')], 'off', 'a masked'],
    [[unit('a', base, '')], 'off', 'a off'],
    [[unit('a', base, 'off'), unit('b', base, 'enabled')], 'enabled', 'a off,b enabled'],
    [[unit('a', other, 'enabled')], 'unseen', ''],
    [[unit('a', '', 'enabled')], 'enabled', 'a enabled'],
    [[unit('a', '', 'off')], 'unseen', 'a off'],
    [[unit('a', '', 'off'), asked], 'off', 'a off'],
    [[unit('a', '', 'enabled'), unit('b', base, 'off')], 'off', 'b off'],
    [[boot], 'enabled', ''],
    [[boot, unit('a', base, 'off')], 'off', 'a off'],
    [[jvm, unit('a', base, 'active')], 'running', 'a active'],
  ])('%#', (records, state, units) => expect(start(...records)).toEqual([state, units]));

  it('is told with the account of its unit', () => {
    expect(first(instance, unit('a', base, 'active'))?.units).toEqual([
      { name: 'a', path: '/etc/systemd/system/a', user: 'tomcat', state: 'active' },
    ]);
    expect(first(instance, note('unit'))?.units).toEqual([{ name: '', path: '', user: '', state: 'off' }]);
  });
});

describe('documents', () => {
  it('are the records with the text, save where that could not be read', () => {
    const twice = (...files: Told) => {
      const found = documentsOf(recordsOf(files)).file('/a');
      return found && (found.state === 'unreadable' ? 'unreadable' : found.lines.join());
    };
    const [bare, text] = [file('/a'), file('/a', 'x')];
    expect(twice(bare, text)).toBe('x');
    expect(twice(text, bare)).toBe('x');
    expect(twice(text, file('/a', 'y'))).toBe('x');
    expect(twice(hidden('/a'), text)).toBe('unreadable');
    expect(twice(text, hidden('/a'))).toBe('unreadable');
    expect(twice(hidden('/a'), bare)).toBe('unreadable');
  });

  it('are parsed once, and only files', () => {
    const records = recordsOf([file('/a', '<a/>'), file('/b', '<b/>', { type: 'dir' }), gone('/c'), file('/d', '<')]);
    const documents = documentsOf(records);
    expect(documentsOf(records)).toBe(documents);
    expect(documents.root('/a')).not.toBeNull();
    expect(documents.root('/a')).toBe(documents.root('/a'));
    expect(['/b', '/c', '/d', '/e'].map((path) => documents.root(path))).toEqual([null, null, null, null]);
    expect(documents.fault('/a', true)).toBeNull();
    expect(documents.fault('/c', false)).toBeNull();
    expect(documents.fault('/b', true)).toEqual({ ko: '/b 파일이 없음', en: '/b is not there' });
    expect(documents.fault('/d', false)?.en).toMatch(/^\/d:1 is not known whole: /);
  });

  it('that could not be seen, at or below some folders', () => {
    const paths = ['/a', '/a/b', '/ab', '/x/a/', '/y'];
    const documents = documentsOf(recordsOf([...paths.map(hidden), gone('/a/c'), file('/a/d')]));
    expect(documents.unreadable(['/a'])).toEqual(['/a', '/a/b']);
    expect(documents.unreadable([])).toEqual([]);
  });
});

describe('what could not be read', () => {
  const app = [note('app', base, shop), note('app-base', base, `${base}/webapps`)];
  const used = [instance, jvm, server, ...app];
  const fault = (part: TomcatPart | null, ...records: Told) =>
    faultOf(part === null ? tomcat : tomcatWith(part), ...used, ...records);
  const could = (path: string) => `${path} could not be read`;

  it('of the host is a matter of every check', () => {
    expect(fault(null)).toBeNull();
    expect(fault(null, note('processes-hidden'))).toBe('the processes of others are hidden');
    expect(fault(null, note('more', 'instances'))).toBe('too many instances: not all were looked at');
    expect(fault(null, note('odd-path', '/srv/a'))).toBe(could('/srv/a'));
    expect(fault(null, note('odd-path'))).toBe(could(''));
    expect(fault(null, note('gone', '/srv/a', 'jvm'))).toBe(could('/srv/a'));
    expect(fault(null, note('gone', '/srv/a', 'unit'))).toBeNull();
    expect(fault(null, note('hidden', '/srv/a/conf'))).toBe(could('/srv/a/conf'));
    expect(fault(null, note('hidden', '/conf/a'), note('hidden'))).toBeNull();
  });

  it('of applications is one of those that ask for them', () => {
    for (const what of ['applications', 'contexts']) {
      const records = note('more', what);
      expect(fault('web', records)).toBe(`too many ${what}: not all were looked at`);
      expect(fault('contexts', records)).toBe(`too many ${what}: not all were looked at`);
      expect([fault(null, records), fault('server', records), fault('logs', records)]).toEqual([null, null, null]);
    }
    expect(fault('web', note('more'))).toBe('too many : not all were looked at');
  });

  it('of an instance that is off is no matter', () => {
    const off = [instance, note('processes-asked'), hidden(`${base}/conf/server.xml`)];
    expect(faultOf(tomcatWith('server'), ...off)).toBeNull();
    expect(faultOf(tomcatWith('server'), ...off, jvm)).toBe(could(`${base}/conf/server.xml`));
    expect(faultOf(tomcatWith('server'), instance, hidden(`${base}/conf/server.xml`))).not.toBeNull();
  });

  it('of the server is its file', () => {
    const path = `${base}/conf/server.xml`;
    const of = (...records: Told) => faultOf(tomcatWith('server'), instance, jvm, ...records);
    expect(of(server)).toBeNull();
    expect(of()).toBe(`${path} is not there`);
    expect(of(file(path, '<Server>'))).toMatch(/is not known whole/);
    expect(of(file(path, '<Other/>'))).toBe(could(path));
    expect(faultOf(tomcatWith('users'), instance, jvm)).toBeNull();
  });

  it.each<[TomcatPart, string[]]>([
    [
      'web',
      [
        `${base}/conf/web.xml`,
        `${shop}/WEB-INF/web.xml`,
        `${shop}/WEB-INF/tomcat-web.xml`,
        `${base}/conf`,
        `${base}/conf/Catalina`,
        `${base}/conf/tomcat-9.0`,
        `${base}/webapps`,
        `${base}/webapps/x`,
        `${base}/webapps/v1.2`,
      ],
    ],
    [
      'contexts',
      [
        `${base}/conf/context.xml`,
        '/srv/a.xml',
        '/srv/default.xml',
        `${shop}/META-INF/context.xml`,
        `${base}/conf/Catalina`,
        `${base}/webapps`,
      ],
    ],
    ['users', ['/srv/users.xml']],
    ['files', [base, `${base}/conf/web.xml`, `${base}/lib`, shop, `${base}/webapps`]],
    ['logs', ['/var/log/tomcat', '/var/log/tomcat/a.log']],
  ])('of %s', (part, paths) => {
    const places = [
      note('context', base, '/srv/a.xml'),
      note('host-default', base, '/srv/default.xml'),
      note('users', base, '/srv/users.xml'),
      note('log-folder', base, '/var/log/tomcat'),
    ];
    expect(fault(part, ...places)).toBeNull();
    for (const path of paths) expect(fault(part, ...places, hidden(path))).toBe(could(path));
    const others = ['/srv/other', `${base}2`, '/var/log/tomcat2', `${base}/conf/logging.properties`];
    const strangers = part === 'files' ? others.slice(0, 3) : others;
    expect(fault(part, ...places, ...strangers.map(hidden))).toBeNull();
    expect(fault(part, ...places, note('context', other, '/srv/o.xml'), hidden('/srv/o.xml'))).toBeNull();
    expect(fault(part, ...places, note('context', base), note('hidden'), note('logs-hidden'))).toBeNull();
  });

  it('of links below the folder of applications: a file is named where it matters', () => {
    expect(fault('web', hidden(`${base}/conf/server.bak`))).toBeNull();
    expect(fault('web', hidden(`${base}/conf/a.d/x`))).toBe(could(`${base}/conf/a.d/x`));
  });

  it('of the folders below applications and logs', () => {
    expect(fault('files', note('hidden', '/srv/x'), note('hidden', shop))).toBe(could(shop));
    expect(fault('files', note('hidden', '/srv/x'))).toBeNull();
    const log = note('log-folder', base, '/var/log/tomcat');
    expect(fault('logs', log, note('logs-hidden', '/var/log/tomcat'))).toBe(could('/var/log/tomcat'));
    expect(fault('logs', log, note('logs-hidden', '/var/log/x'))).toBeNull();
    expect(fault('files', note('logs-hidden', shop))).toBeNull();
  });

  it('is said in both languages', () => {
    const fact = tomcat.read(recordsOf([note('odd-path', '/a')]));
    expect(isUnread(fact) && fact.unread).toEqual({ ko: '/a를 읽을 수 없음', en: '/a could not be read' });
  });
});
