// What the files of accounts tell: passwd and its comments, shadow, login.defs, libuser.conf, PAM, sudoers, homes and the last logins.
import { describe, expect, it } from 'vitest';
import { accounts } from './accounts.ts';
import { homes } from './homes.ts';
import { lastLogins } from './last-logins.ts';
import { libuser } from './libuser.ts';
import { loginDefs } from './login-defs.ts';
import { pam } from './pam.ts';
import { shadow } from './shadow.ts';
import { sudoers } from './sudoers.ts';
import { factOf, faultOf, file, gone, hidden, note, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const folder = (path: string) => file(path, '', { type: 'dir' });

describe('accounts', () => {
  const passwd = file(
    '/etc/passwd',
    [
      'root:x:0:0:root:/root:/bin/bash',
      '#games:x:12:100:games:/usr/games:/sbin/nologin',
      '##  old.user-1:xx:1000:1000::/home/old:/bin/sh',
      'x #late:x:1:1::/:/bin/sh',
      '# a comment: of words',
      '#9a:x:1:1::/:/bin/sh',
      '#half:x:1:',
    ].join('\n'),
  );
  const group = file('/etc/group', 'root:x:0:');

  it('are those of passwd and group', () => {
    const fact = factOf(accounts, passwd, group);
    expect(fact.users.map(({ name }) => name)).toContain('root');
    expect(fact.groups.map(({ name }) => name)).toEqual(['root']);
    expect(fact.commented).toEqual([
      { name: 'games', line: 2 },
      { name: 'old.user-1', line: 3 },
    ]);
    expect(factOf(accounts, passwd, gone('/etc/group')).groups).toEqual([]);
    expect(factOf(accounts, passwd).groups).toEqual([]);
  });

  it('are not told without passwd, or where group is hidden', () => {
    for (const records of [[], [gone('/etc/passwd')], [hidden('/etc/passwd')], [folder('/etc/passwd')]])
      expect(faultOf(accounts, ...records, group)).toBe('/etc/passwd could not be read');
    for (const record of [hidden('/etc/group'), folder('/etc/group')])
      expect(faultOf(accounts, passwd, record)).toBe('/etc/group could not be read');
  });
});

describe.each([
  { probe: shadow, path: '/etc/shadow' },
  { probe: loginDefs, path: '/etc/login.defs' },
  { probe: libuser, path: '/etc/libuser.conf' },
])('$path', ({ probe, path }) => {
  it('is not told where it was not looked at, is hidden, or is no file', () => {
    for (const records of [[], [hidden(path)], [folder(path)]])
      expect(faultOf(probe, ...records)).toBe(`${path} could not be read`);
    expect(faultOf(probe, gone(path))).toBeNull();
    expect(faultOf(probe, file(path))).toBeNull();
  });
});

it('shadow, login.defs and libuser.conf are there or are not', () => {
  expect(factOf(shadow, gone('/etc/shadow'))).toEqual({ present: false, entries: [] });
  const there = factOf(shadow, file('/etc/shadow', 'root:*:19000:0:99999:7:::'));
  expect([there.present, there.entries.length]).toEqual([true, 1]);
  expect(factOf(loginDefs, gone('/etc/login.defs'))).toEqual({ settings: [], present: false });
  const defs = factOf(loginDefs, file('/etc/login.defs', 'PASS_MAX_DAYS 90'));
  expect([defs.present, defs.settings.map(({ key }) => key)]).toEqual([true, ['PASS_MAX_DAYS']]);
  expect(factOf(libuser, gone('/etc/libuser.conf')).cryptStyle).toBeUndefined();
  const conf = file('/etc/libuser.conf', 'crypt_style = md5\ncrypt_style = sha512\nmodules = files');
  expect(factOf(libuser, conf).cryptStyle?.value).toBe('sha512');
});

describe('PAM', () => {
  const stack = (name: string, text = 'auth required pam_unix.so') => file(`/etc/pam.d/${name}`, text);

  it('has the files below its folder, and those alone', () => {
    const strangers = [
      file('/etc/pam.conf', 'x'),
      gone('/etc/pam.d/a'),
      folder('/etc/pam.d/b'),
      { ...stack('c'), state: 'absent' as const },
    ];
    expect(factOf(pam, stack('login'), ...strangers).stacks.map(({ path }) => path)).toEqual(['/etc/pam.d/login']);
    expect(faultOf(pam, ...strangers)).toBe('there is no file in /etc/pam.d');
    expect(faultOf(pam, stack('login'), hidden('/etc/pam.d/su'))).toBe('/etc/pam.d/su could not be read');
  });

  it.each([
    ['auth required pam_faillock.so conf=/srv/f.conf', true],
    ['password required pam_pwhistory.so use_authtok conf=/srv/f.conf', true],
    ['auth required pam_faillock2.so conf=/srv/f.conf', false],
    ['auth required my_pam_faillock.so conf=/srv/f.conf', false],
    ['auth required pam_ldap.so conf=/srv/f.conf', false],
    ['#auth required pam_faillock.so conf=/srv/f.conf', false],
    ['auth required pam_faillock.so', false],
  ])('%j names a file that must be read: %s', (line, named) => {
    expect(faultOf(pam, stack('login', line))).toBe(named ? '/srv/f.conf was not gathered' : null);
    expect(faultOf(pam, stack('login', line), gone('/srv/f.conf'))).toBeNull();
  });

  it('reads pwquality as its library does: drop-ins by name, then the main file', () => {
    const at = (name: string) => `/etc/security/pwquality.conf.d/${name}`;
    const main = file('/etc/security/pwquality.conf');
    const strangers = ['.hidden.conf', 'a.conf.bak', 'sub/x.conf'].map(at).concat(`/opt${at('y.conf')}`);
    const records = [
      stack('login'),
      main,
      file(at('b.conf')),
      file(at('c.conf')),
      file(at('a.conf')),
      ...strangers.map((path) => file(path)),
    ];
    const found = ['a', 'b', 'c'].map((name) => at(`${name}.conf`));
    expect(factOf(pam, ...records).pwquality.map(({ path }) => path)).toEqual([...found, main.path]);
    expect(factOf(pam, ...records.filter((one) => one !== main)).pwquality.map(({ path }) => path)).toEqual(found);
    expect(factOf(pam, ...records).settings(main.path)).toBe(main);
    expect(
      factOf(pam, ...records, gone('/etc/security/faillock.conf')).settings('/etc/security/faillock.conf'),
    ).toBeUndefined();
  });
});

describe('sudoers', () => {
  const main = file('/etc/sudoers', 'kim ALL=(ALL) ALL');
  const paths = (...records: Told) => factOf(sudoers, ...records).files.map(({ path }) => path);

  it('are the main file, its folder and what it includes', () => {
    const own = ['/etc/sudoers', '/etc/sudoers.d', '/etc/sudoers.d/a', '/srv/sudo', '/srv/sudo/b', '/srv/one'];
    const strangers = [
      '/etc/sudoers.bak',
      '/etc/sudoers.dir/a',
      '/opt/etc/sudoers',
      '/srv/sudo2',
      '/srv/one.bak',
      '/mnt/srv/sudo/',
    ];
    const includes = [note('include', '/srv/sudo'), note('include', '/srv/one'), note('include')];
    expect(paths(...[...strangers, ...own].map((path) => file(path)), ...includes)).toEqual(own);
  });

  it('give no grants where the main file is hidden, and are not told where another is', () => {
    expect(factOf(sudoers, hidden('/etc/sudoers'), file('/etc/sudoers.d/a', 'x ALL=ALL')).grants).toBeNull();
    expect(factOf(sudoers, main).grants).toMatchObject([{ path: '/etc/sudoers' }]);
    expect(faultOf(sudoers, main, hidden('/etc/sudoers.d/a'))).toBe('/etc/sudoers.d/a could not be read');
    expect(faultOf(sudoers, main, hidden('/srv/other'))).toBeNull();
  });

  it.each<[Told, boolean | null]>([
    [[], null],
    [[said('visudo', '', { missing: true, exitCode: 127 })], null],
    [[said('visudo', '')], true],
    [[said('visudo', '', { exitCode: 1 })], false],
  ])('are well written or not: %#', (records, fine) => {
    expect(factOf(sudoers, main, ...records).syntaxFine).toBe(fine);
  });
});

describe('homes', () => {
  it('are not told where a part is hidden', () => {
    expect(faultOf(homes, note('passwd-unread'))).toBe('/etc/passwd could not be read');
    expect(faultOf(homes, hidden('/home/kim'))).toBe('/home/kim could not be seen');
    expect(faultOf(homes, note('automount-unread', '/etc/auto.master'))).toBe('/etc/auto.master could not be read');
  });

  it('were gathered, or nobody may ask for them', () => {
    const kim = folder('/home/kim');
    const fact = factOf(homes, kim);
    expect(fact.home('/home/kim')).toBe(kim);
    expect(() => fact.home('/home/lee')).toThrow(
      expect.objectContaining({ code: 'invalid-record', message: 'the home /home/lee was not gathered' }),
    );
  });

  it.each([
    ['/home', '/home/kim', true],
    ['/home/', '/home/kim', true],
    ['/home/kim', '/home/kim', true],
    ['/home', '/homes/kim', false],
    ['/home/kim', '/home', false],
    ['/-', '/anything', true],
  ])('the map of %s serves %s: %s', (point, path, serves) => {
    const fact = factOf(homes, note('automount', point, '/etc/auto.master'));
    expect(fact.automount(path)).toBe(serves ? `${point} (/etc/auto.master)` : null);
  });

  it('are served by no map whose mount point was cut off and by any that its file left out', () => {
    expect(factOf(homes, note('automount')).automount('/home/kim')).toBe(' ()');
    expect(factOf(homes).automount('/home/kim')).toBeNull();
  });
});

describe('last logins', () => {
  const lastlog = [
    'Username         Port     From             Latest',
    'root             pts/0    10.0.0.5         Mon Nov  3 10:00:00 +0900 2025  ',
    'kim              pts/1    10.0.0.5         Tue Nov 13 09:08:07 2025',
    'bin                                        **Never logged in**',
    '  indented       **Never logged in**',
    'kim              a line that tells nothing',
    'odd              pts/1    10.0.0.5         Tue Nov 13 09:08:07 2025 x',
  ];

  it('are those that lastlog tells', () => {
    const fact = factOf(lastLogins, said('lastlog', lastlog.join('\n')));
    expect(fact.source).toBe('lastlog');
    expect(['root', 'kim', 'bin', 'Username', 'indented', 'odd', 'lee'].map((name) => fact.of(name))).toEqual([
      'Mon Nov  3 10:00:00 +0900 2025',
      'Tue Nov 13 09:08:07 2025',
      'never',
      null,
      null,
      null,
      null,
    ]);
  });

  it('are those of the program that answered, or nobody knows', () => {
    const second = said('lastlog2', lastlog.join('\n'));
    expect(factOf(lastLogins, said('lastlog', '', { exitCode: 1 }), second).source).toBe('lastlog2');
    const none = factOf(lastLogins, said('lastlog', lastlog.join('\n'), { exitCode: 1 }));
    expect([none.source, none.of('root')]).toEqual([null, null]);
    expect(factOf(lastLogins).of('Stryker')).toBeNull();
  });
});
