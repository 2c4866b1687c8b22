// The crosswalk of the Windows editions against what the editions themselves say: every code once, and the same units where it says so.
import { expect, it } from 'vitest';
import { kisaWindows2021 } from '../frameworks/kisa-windows-2021.ts';
import { kisaWindows2026 } from '../frameworks/kisa-windows-2026.ts';
import { windowsCrosswalk } from './kisa-windows.ts';

const unitsOf = (edition: typeof kisaWindows2021, code: string): readonly string[] =>
  edition.items.find((item) => item.code === code)?.units ?? expect.fail(`${edition.id} has no ${code}`);

it('names every item of 2021 once, and every item of 2026', () => {
  expect(windowsCrosswalk.flatMap(({ from }) => from ?? []).sort()).toEqual(
    kisaWindows2021.items.map(({ code }) => code),
  );
  const reached = windowsCrosswalk.filter(({ chapter }) => chapter === 'windows').flatMap(({ to }) => to);
  expect([...new Set(reached)].sort()).toEqual(kisaWindows2026.items.map(({ code }) => code));
});

it('says same and merged exactly where units are shared', () => {
  for (const { from, to, change, chapter } of windowsCrosswalk) {
    if (from === null || chapter !== 'windows') continue;
    const own = unitsOf(kisaWindows2021, from);
    const theirs = to.flatMap((code) => unitsOf(kisaWindows2026, code));
    if (change === 'same') expect(theirs, from).toEqual(own);
    else if (change === 'merged') {
      expect(
        own.every((unit) => theirs.includes(unit)),
        from,
      ).toBe(true);
      expect(theirs.length, from).toBeGreaterThan(own.length);
    } else
      expect(
        theirs.filter((unit) => own.includes(unit)),
        from,
      ).toEqual([]);
  }
});
