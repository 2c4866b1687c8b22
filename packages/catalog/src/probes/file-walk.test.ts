// The walk over the file systems: whole, or not told at all; and which directory service names accounts beside the files.
import { describe, expect, it } from 'vitest';
import { fileWalk, hiddenWalk } from './file-walk.ts';
import { factOf, faultOf, file, gone, hidden, note } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const kinds = ['unowned', 'writable-file', 'writable-directory', 'setuid'];
const total = (kind: string, ...values: string[]) => note(`walk.${kind}.total`, ...values);
const counts = [note('walk.denied', '0'), note('walk.faults', '0')];
const totals = kinds.map((kind) => total(kind, '0', '0'));
const whole = [...counts, ...totals];

it('tells what was found of every kind', () => {
  const fact = factOf(
    fileWalk,
    ...counts,
    total('unowned', '12', '1'),
    note('walk.unowned', '1777', '1005', '1006', 'regular file', '/srv/x', 'system', 'cut'),
    note('walk.unowned', '644', '0', '0', 'directory', '/srv/y', 'other', ''),
    note('walk.unowned'),
    total('writable-file', '3', '0'),
    total('writable-directory', '4', '0'),
    total('setuid', '5', '21'),
    note('walk.setuid', '4755', '0', '0', 'regular file', '/usr/bin/su', 'system', ''),
    note('walk.mount', '/data'),
    note('walk.mount'),
    note('walk.skipped', '/nfs', 'nfs4'),
    note('walk.skipped'),
  );
  expect(fact).toEqual({
    unowned: {
      total: 12,
      systemTotal: 1,
      listed: [
        { path: '/srv/x', cut: true, mode: 0o1777, uid: 1005, gid: 1006, type: 'regular file', system: true },
        { path: '/srv/y', cut: false, mode: 0o644, uid: 0, gid: 0, type: 'directory', system: false },
        { path: '', cut: false, mode: Number.NaN, uid: 0, gid: 0, type: '', system: false },
      ],
    },
    writableFiles: { total: 3, systemTotal: 0, listed: [] },
    writableFolders: { total: 4, systemTotal: 0, listed: [] },
    setuid: {
      total: 5,
      systemTotal: 21,
      listed: [{ path: '/usr/bin/su', cut: false, mode: 0o4755, uid: 0, gid: 0, type: 'regular file', system: true }],
    },
    mounts: ['/data', ''],
    leftOut: [
      { path: '/nfs', why: 'nfs4' },
      { path: '', why: '' },
    ],
    directory: null,
  });
});

describe('is not told', () => {
  const short = 'the walk did not reach its end';

  it.each<[string, Told]>([
    [short, []],
    [short, totals],
    [short, [note('walk.denied', '0'), ...totals]],
    [short, [note('walk.faults', '0'), ...totals]],
    [short, [note('walk.denied'), note('walk.faults', '0'), ...totals]],
    [
      '2 directories could not be read (/root: denied)',
      [note('walk.denied', '2'), note('walk.faults', '0'), note('walk.gap', '/root: denied'), ...totals],
    ],
    ['1 directories could not be read ()', [note('walk.denied', '1'), note('walk.faults', '0'), ...totals]],
    [
      'the walk met 1 faults (find: x)',
      [note('walk.denied', '0'), note('walk.faults', '1'), note('walk.gap', 'find: x'), ...totals],
    ],
    ['/etc/passwd or /etc/group could not be read', [...whole, note('walk.accounts')]],
  ])('and says why: %s', (fault, records) => expect(faultOf(fileWalk, ...records)).toBe(fault));

  it.each(kinds)('without the total of %s', (kind) => {
    const others = kinds.filter((one) => one !== kind).map((one) => total(one, '10', '10'));
    expect(faultOf(fileWalk, ...counts, ...others, total(kind, '10', '10'))).toBeNull();
    expect(faultOf(fileWalk, ...counts, ...others)).toBe(short);
    for (const values of [[], ['1'], ['x1', '1'], ['1x', '1'], ['1', 'x1'], ['1', '1x'], ['', '1'], ['-1', '1']])
      expect(faultOf(fileWalk, ...counts, ...others, total(kind, ...values))).toBe(short);
  });

  it('of hidden files by evidence from before they were looked for', () => {
    expect(faultOf(hiddenWalk, ...whole)).toBe('this evidence is older than the search for hidden files');
    expect(faultOf(hiddenWalk, ...counts, total('hidden', '1', '0'))).toBe(short);
    expect(faultOf(hiddenWalk)).toBe(short);
    const found = note('walk.hidden', '755', '0', '0', 'regular file', '/tmp/.x', 'other', '');
    const fact = factOf(hiddenWalk, ...whole, total('hidden', '1', '0'), found);
    expect(fact.hidden).toMatchObject({ total: 1, listed: [{ path: '/tmp/.x' }] });
    expect(fact.unowned.total).toBe(0);
  });
});

describe('accounts', () => {
  const directory = (nsswitch: string, ...records: Told) =>
    factOf(fileWalk, ...whole, file('/etc/nsswitch.conf', nsswitch), ...records).directory;
  const sssd = file('/etc/sssd/sssd.conf');

  it.each([
    ['passwd: files compat db altfiles systemd extrausers myhostname', null],
    ['passwd: files\ngroup: files ldap', 'ldap'],
    ['  passwd  :  winbind', 'winbind'],
    ['passwd:files[NOTFOUND=return]nis', 'nis'],
    ['passwd: files [!UNAVAIL=return nis]', null],
    ['passwd: files # ldap', null],
    ['#passwd: ldap', null],
    ['shadow: ldap', null],
    ['xpasswd: ldap', null],
    ['passwd_compat: nis', null],
    ['passwd', null],
    ['passwd:', null],
    ['', null],
  ])('by %j are also named by %s', (text, service) => expect(directory(text)).toBe(service));

  it('are named by SSSD where it is set up', () => {
    const text = 'passwd: sss files';
    expect(directory(text)).toBeNull();
    expect(directory(text, sssd)).toBe('sss');
    expect(directory(text, hidden('/etc/sssd/conf.d/a.conf'))).toBe('sss');
    expect(directory(text, gone('/etc/sssd/sssd.conf'))).toBeNull();
    expect(directory('passwd: sss ldap')).toBe('ldap');
    expect(factOf(fileWalk, ...whole, sssd).directory).toBeNull();
  });
});
