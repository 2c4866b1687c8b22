// Masks and search paths: two small things that are easily compared wrongly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotPlace, pathElements } from './search-path.ts';
import { masksAll, parseUmask } from './umask.ts';

describe('parseUmask', () => {
  it.each([
    ['022', 0o022],
    ['0022', 0o022],
    ['"027"', 0o027],
    ['22', 0o022],
    ['u=rwx,g=rx,o=rx', 0o022],
    ['u=rwx,g=,o=', 0o077],
    ['a=rx', 0o222],
    ['g-w,o-w', 0o022],
    ['099', null],
    ['', null],
    ['$X', null],
    ['22222', null],
    ['-w', 0o222],
    ['ug-w', 0o220],
    ['g-w,ug-x', 0o130],
    ['a-x', 0o111],
    ['xg-w', null],
    ['g-wz', null],
    ['g-w,bad', null],
    ['g-w,', null],
  ])('%j', (word, mask) => expect(parseUmask(word, 0)).toBe(mask));

  it('changes the mask before by + and -', () => expect(parseUmask('g+w', 0o027)).toBe(0o007));

  it('gives a mask of nine bits or nothing, for any word', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 0o777 }), (word, base) => {
        const mask = parseUmask(word, base);
        expect(mask === null || (mask >= 0 && mask <= 0o777)).toBe(true);
      }),
    );
  });
});

it.each([
  [0o022, true],
  [0o027, true],
  [0o077, true],
  [0o002, false],
  [0o020, false],
  [0o030, false],
  [0o040, false],
  [0o100, false],
])('masksAll %o', (mask, masks) => expect(masksAll(mask, 0o022)).toBe(masks));

describe('dotPlace', () => {
  it.each([
    ['/bin:/usr/bin', 'none'],
    ['.:/bin', 'front'],
    [':/bin', 'front'],
    ['', 'front'],
    ['.', 'front'],
    ['/bin:.:/sbin', 'middle'],
    ['/bin::/sbin', 'middle'],
    ['/bin:./:/sbin', 'middle'],
    ['/bin:.', 'end'],
    ['/bin:', 'end'],
    ['/bin::.', 'end'],
    ['/opt/app.d:/.hidden:./bin', 'none'],
    ['/bin${X:+:$X}', 'none'],
    ['$(x:yy):/bin', 'none'],
    [' . :/bin', 'front'],
    ['/opt/app.:/bin', 'none'],
    ['/bin:.:./bin', 'middle'],
    ['/bin:.:/opt/app.', 'middle'],
    ['/bin:.://', 'middle'],
  ] as const)('%j', (value, place) => expect(dotPlace(value)).toBe(place));

  it('does not split what is expanded', () => {
    expect(pathElements('a:${X:+:$XY}:$(b:cc): d ')).toEqual(['a', '${X:+:$XY}', '$(b:cc)', 'd']);
    expect(pathElements('${a:b')).toEqual(['${a', 'b']);
  });

  it('keeps every element between colons', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z/.]*$/), { minLength: 1 }), (elements) => {
        expect(pathElements(elements.join(':'))).toEqual(elements);
      }),
    );
  });
});
