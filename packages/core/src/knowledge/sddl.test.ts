// Security descriptors: aliases, inherited entries, lists that are missing, rights by letters and by bits.
import { describe, expect, it } from 'vitest';
import {
  accessControl,
  administratorsSid,
  allowedHere,
  allowedTo,
  everyoneSid,
  mayWrite,
  sidName,
  systemSid,
} from './sddl.ts';

const control = (sddl: string) => {
  const read = accessControl(sddl);
  if (read === null) throw new Error(`no descriptor: ${sddl}`);
  return read;
};

describe('a descriptor', () => {
  it('is read with its owner, flags and aliases', () => {
    const read = control(
      'O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)(A;OICI;0x1200a9;;;S-1-5-21-1-2-3-1001)',
    );
    expect(read.owner).toBe('S-1-5-32-544');
    expect(read.entries?.map(({ sid }) => sid)).toEqual(['S-1-5-18', 'S-1-5-32-544', 'S-1-3-0', 'S-1-5-21-1-2-3-1001']);
    expect(allowedHere(read).map(({ sid }) => sid)).toEqual(['S-1-5-18', 'S-1-5-32-544', 'S-1-5-21-1-2-3-1001']);
  });
  it('with a SACL behind its DACL keeps the two apart', () => {
    expect(control('O:SYG:SYD:(A;;FA;;;SY)S:(AU;SAFA;FA;;;WD)').entries).toHaveLength(1);
  });
  it('with an empty list allows nobody; without a list, everybody', () => {
    expect(allowedTo(control('O:SYG:SYD:'), everyoneSid)).toEqual([]);
    expect(allowedTo(control('O:SYG:SY'), everyoneSid)).toHaveLength(1);
    expect(allowedTo(control('O:SYG:SYD:NO_ACCESS_CONTROL'), everyoneSid)).toHaveLength(1);
  });
  it('takes the list that is missing for one that lets everybody do everything', () => {
    const everybody = { type: 'A', flags: '', rights: 'FA', sid: everyoneSid };
    for (const sddl of ['O:SYG:SY', 'O:SYG:SYD:NO_ACCESS_CONTROL', 'O:SYD:PAINO_ACCESS_CONTROL']) {
      expect(control(sddl)).toEqual({ owner: systemSid, entries: null });
      expect(allowedHere(control(sddl))).toEqual([everybody]);
      expect(allowedTo(control(sddl), everyoneSid)).toEqual([everybody]);
      expect(allowedTo(control(sddl), systemSid)).toEqual([]);
    }
    expect(control('D:NO_ACCESS_CONTROL').owner).toBe('');
    expect(control('D:(A;;FR;;;NO_ACCESS_CONTROL)').entries).toHaveLength(1);
  });
  it('keeps what an entry leaves out empty', () => {
    const empty = { flags: '', rights: '', sid: '' };
    expect(control('D:(A)()').entries).toEqual([
      { type: 'A', ...empty },
      { type: '', ...empty },
    ]);
  });
  it('counts what is allowed under a condition, and what is denied not', () => {
    const read = control('D:(XA;;FA;;;WD)(D;;FR;;;WD)(AU;;FR;;;WD)(A;;FR;;;SY)');
    expect(allowedHere(read).map(({ type }) => type)).toEqual(['XA', 'A']);
    expect(allowedTo(read, everyoneSid).map(({ type }) => type)).toEqual(['XA']);
  });
  it('does not take a denial for a permission', () => {
    expect(allowedTo(control('D:(D;;FA;;;WD)(A;;FR;;;WD)'), everyoneSid).map(({ rights }) => rights)).toEqual(['FR']);
  });
  it('is null where the text is none', () => {
    for (const text of ['', 'Everyone Allow FullControl', '(A;;FA;;;WD)']) expect(accessControl(text)).toBeNull();
  });
  it('takes hostile lengths in linear time', () => {
    const started = performance.now();
    accessControl(`O:BAD:${'(A;;FA;;;WD'.repeat(20_000)}`);
    accessControl('D:'.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it('tells writing from reading', () => {
  const entry = (rights: string) => ({ type: 'A', flags: '', rights, sid: everyoneSid });
  for (const rights of ['FA', 'GA', '0x1301bf', 'GRGWGX', 'DC', '0x10000000', '0x2', '0X40', 'WD0x1'])
    expect(mayWrite(entry(rights)), rights).toBe(true);
  for (const rights of ['FR', 'GR', '0x1200a9', 'FRFX', 'GXGR', '', 'F', '0x1', 'x0x2', '0x2zz'])
    expect(mayWrite(entry(rights)), rights).toBe(false);
});

it('names what everybody knows', () => {
  expect(sidName('S-1-1-0')).toBe('Everyone (S-1-1-0)');
  expect(sidName('S-1-5-21-1-2-3-500')).toBe('S-1-5-21-1-2-3-500');
  expect([sidName('S-1-5-9'), sidName('S-1-5-17')]).toEqual([
    'ENTERPRISE DOMAIN CONTROLLERS (S-1-5-9)',
    'IUSR (S-1-5-17)',
  ]);
  expect([sidName(administratorsSid), sidName(systemSid)]).toEqual([
    'Administrators (S-1-5-32-544)',
    'SYSTEM (S-1-5-18)',
  ]);
});

// [MS-DTYP] 2.4.2.4 and 2.5.1.1.
it.each([
  ['WD', 'S-1-1-0', 'Everyone'],
  ['CO', 'S-1-3-0', 'CREATOR OWNER'],
  ['CG', 'S-1-3-1', null],
  ['NU', 'S-1-5-2', null],
  ['IU', 'S-1-5-4', null],
  ['SU', 'S-1-5-6', null],
  ['AN', 'S-1-5-7', 'ANONYMOUS LOGON'],
  ['PS', 'S-1-5-10', null],
  ['AU', 'S-1-5-11', 'Authenticated Users'],
  ['RC', 'S-1-5-12', null],
  ['SY', 'S-1-5-18', 'SYSTEM'],
  ['LS', 'S-1-5-19', 'LOCAL SERVICE'],
  ['NS', 'S-1-5-20', 'NETWORK SERVICE'],
  ['BA', 'S-1-5-32-544', 'Administrators'],
  ['BU', 'S-1-5-32-545', 'Users'],
  ['BG', 'S-1-5-32-546', 'Guests'],
  ['PU', 'S-1-5-32-547', 'Power Users'],
  ['AO', 'S-1-5-32-548', 'Account Operators'],
  ['SO', 'S-1-5-32-549', 'Server Operators'],
  ['PO', 'S-1-5-32-550', 'Print Operators'],
  ['BO', 'S-1-5-32-551', 'Backup Operators'],
  ['RD', 'S-1-5-32-555', 'Remote Desktop Users'],
  ['AC', 'S-1-15-2-1', null],
  ['S-1-5-21-7', 'S-1-5-21-7', null],
] as const)('%s is %s, %s', (alias, sid, name) => {
  expect(control(`O:${alias}`).owner).toBe(sid);
  expect(sidName(sid)).toBe(name === null ? sid : `${name} (${sid})`);
});
