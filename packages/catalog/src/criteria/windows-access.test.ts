// Access lists as evidence: who may what, and where there is no list at all.
import { type AccessControl, accessControl } from '@bongsu/core';
import { expect, it } from 'vitest';
import { accessProof, everyoneOn } from './windows-access.ts';

const path = 'C:\\data';
function list(sddl: string): AccessControl {
  const found = accessControl(sddl);
  if (found === null) throw new Error(`${sddl} is no descriptor`);
  return found;
}

it('finds everyone by SID, with what is allowed and how it is inherited', () => {
  const expected = 'no entry for Everyone';
  expect(everyoneOn(path, list('O:BAD:(A;;FA;;;BA)(A;OICI;FR;;;WD)(A;;FX;;;S-1-1-0)'))).toEqual([
    { source: path, found: 'Everyone (S-1-1-0): FR (OICI)', expected },
    { source: path, found: 'Everyone (S-1-1-0): FX', expected },
  ]);
  expect(everyoneOn(path, list('O:BAD:(A;;FA;;;BA)(D;;FA;;;WD)'))).toEqual([]);
  expect(everyoneOn(path, list('O:BAD:'))).toEqual([]);
});

it('holds a missing list for what it is: open to everybody', () => {
  expect(everyoneOn(path, list('O:BAD:NO_ACCESS_CONTROL'))).toEqual([
    { source: path, found: 'no access list at all: open to everybody', expected: 'no entry for Everyone' },
  ]);
});

it('shows a list as one proof, twelve entries at most', () => {
  expect(accessProof(path, list('O:BAD:(A;;FA;;;BA)(A;OICI;FR;;;S-1-5-21-7)'))).toStrictEqual({
    source: path,
    found: 'Administrators (S-1-5-32-544): FA; S-1-5-21-7: FR (OICI)',
  });
  expect(accessProof(path, list('O:BAD:'), 'nobody')).toEqual({
    source: path,
    found: 'nobody is allowed anything',
    expected: 'nobody',
  });
  expect(accessProof(path, list('O:BAD:NO_ACCESS_CONTROL')).found).toBe('no access list at all: open to everybody');
  const many = list(`O:BAD:${Array.from({ length: 14 }, (_, index) => `(A;;FR;;;S-1-5-21-${index})`).join('')}`);
  expect(accessProof(path, many).found.split('; ')).toHaveLength(12);
});
