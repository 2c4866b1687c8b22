// Guests of Samba: shares that let them in by Samba's own word or by its files, shares of users, and settings that stand elsewhere.
import { describe, expect, it } from 'vitest';
import { sambaGuests } from './samba-guests.ts';
import { factOf, faultOf, file, gone, hidden, said } from './testing/records.ts';

type Told = Parameters<typeof factOf>[1][];
const conf = (...lines: string[]) => file('/etc/samba/smb.conf', lines.join('\n'));
const fact = (...records: Told) => factOf(sambaGuests, ...records);
const share = (name: string, text: string) => file(`/var/lib/samba/usershares/${name}`, text);

it('does not guess where a file is hidden', () => {
  expect(faultOf(sambaGuests, conf('[a]'), hidden('/var/lib/samba/usershares/x'))).toBe(
    '/var/lib/samba/usershares/x could not be read',
  );
});

it('tells of nothing where nothing is', () => {
  const nothing = { open: [], settings: [], elsewhere: null };
  expect(fact()).toEqual(nothing);
  expect(fact(gone('/etc/samba/smb.conf'))).toEqual(nothing);
  expect(fact(said('testparm', ''), conf('[a]', 'guest ok = yes'))).toEqual(nothing);
});

it('reads the file where Samba was not asked or did not answer', () => {
  const lines = [
    '[global]',
    'map to guest = Bad User',
    'workgroup = X',
    '[pub]',
    'map to guest = never',
    'guest ok = yes',
  ];
  const told = {
    open: [{ source: '/etc/samba/smb.conf:6', found: '[pub] guest ok = yes', expected: 'guest ok = no' }],
    settings: [{ source: '/etc/samba/smb.conf:2', found: 'maptoguest = Bad User' }],
    elsewhere: null,
  };
  expect(fact(conf(...lines))).toEqual(told);
  expect(fact(conf(...lines), said('testparm', '', { exitCode: 1 }))).toEqual(told);
  expect(fact(said('testparm', '[pub]\nguest ok = Yes\ninclude = /x')).open).toEqual([
    { source: 'testparm -s', found: '[pub] guest ok = Yes', expected: 'guest ok = no' },
  ]);
});

describe('shares of users', () => {
  const open = share('docs', 'path=/srv\nguest_ok=y');

  it('count where the last word of the server allows guests in them', () => {
    const allow = (...values: string[]) =>
      fact(
        conf(
          '[x]',
          'usershare allow guests = yes',
          '[global]',
          ...values.map((value) => `usershare allow guests = ${value}`),
        ),
        open,
        share('more', 'guest_ok=n\nx guest_ok=y'),
        share('upper', 'GUEST_OK=Y'),
        file('/srv/docs', 'guest_ok=y'),
      );
    const both = ['docs', 'upper'].map((name) => ({
      source: `/var/lib/samba/usershares/${name}`,
      found: 'guest_ok=y',
      expected: 'guest_ok=n',
    }));
    expect(allow().open).toEqual([]);
    expect(allow('no').open).toEqual([]);
    expect(allow('yes', 'no').open).toEqual([]);
    expect(allow('no', 'yes').open).toEqual(both);
    expect(allow('no', 'yes').settings).toEqual([
      { source: '/etc/samba/smb.conf:5', found: 'usershareallowguests = yes' },
    ]);
    expect(allow().settings).toEqual([]);
  });
});

it.each([
  ['include = /etc/samba/more.conf', 'include = /etc/samba/more.conf'],
  ['config backend = registry', 'configbackend = registry'],
  ['copy = other', 'copy = other'],
  ['guest ok = no', null],
])('settings stand elsewhere by %s', (line, found) => {
  const elsewhere = found === null ? null : { source: '/etc/samba/smb.conf:2', found };
  expect(fact(conf('[global]', line)).elsewhere).toEqual(elsewhere);
  expect(fact(conf('[global]', line), said('testparm', '[global]')).elsewhere).toBeNull();
});
