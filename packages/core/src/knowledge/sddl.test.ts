// Security descriptors: aliases, inherited entries, lists that are missing, rights by letters and by bits.
import { describe, expect, it } from 'vitest';
import { accessControl, allowedHere, allowedTo, everyoneSid, mayWrite, sidName } from './sddl.ts';

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
  for (const rights of ['FA', 'GA', '0x1301bf', 'GRGWGX', 'DC', '0x10000000'])
    expect(mayWrite(entry(rights)), rights).toBe(true);
  for (const rights of ['FR', 'GR', '0x1200a9', 'FRFX', 'GXGR', ''])
    expect(mayWrite(entry(rights)), rights).toBe(false);
});

it('names what everybody knows', () => {
  expect(sidName('S-1-1-0')).toBe('Everyone (S-1-1-0)');
  expect(sidName('S-1-5-21-1-2-3-500')).toBe('S-1-5-21-1-2-3-500');
});
