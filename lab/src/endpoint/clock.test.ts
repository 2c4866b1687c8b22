// Virtual time: timers fire by waiting and by advancing, in order, each at its own moment.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createLabClock, createVirtualClock } from './clock.ts';

describe('advancing', () => {
  test('fires what is due, in order, each at its own moment', () => {
    const clock = createLabClock(() => 1000);
    const fired: string[] = [];
    clock.at(5000, () => fired.push(`second ${clock.now()}`));
    clock.at(3000, () => {
      fired.push(`first ${clock.now()}`);
      clock.at(4000, () => fired.push(`from the first ${clock.now()}`));
    });
    clock.at(9000, () => fired.push('too late'));
    clock.advance(5000);
    expect(fired).toEqual(['first 3000', 'from the first 4000', 'second 5000']);
    expect(clock.now()).toBe(6000);
  });

  test('leaves cancelled timers alone and never goes back', () => {
    const clock = createLabClock(() => 0);
    let fired = false;
    clock.at(10, () => {
      fired = true;
    })();
    clock.advance(100);
    expect(fired).toBe(false);
    expect(() => clock.advance(-1)).toThrow(RangeError);
  });
});

describe('waiting', () => {
  test('fires when real time comes, and at once for a moment that has passed', async () => {
    const clock = createLabClock();
    const fired: string[] = [];
    clock.at(clock.now() + 30, () => fired.push('soon'));
    clock.at(clock.now() - 30, () => fired.push('past'));
    await sleep(120);
    expect(fired).toEqual(['past', 'soon']);
  });

  test('a moment beyond the limit of timers waits', async () => {
    const clock = createLabClock();
    let fired = false;
    const cancel = clock.at(clock.now() + 100 * 86_400_000, () => {
      fired = true;
    });
    await sleep(30);
    expect(fired).toBe(false);
    clock.advance(100 * 86_400_000);
    expect(fired).toBe(true);
    cancel();
  });
});

describe('virtual time', () => {
  test('stands still while real time goes on, fires what is due already, and moves only by advancing', async () => {
    const clock = createVirtualClock(Date.UTC(2030, 0, 1));
    const fired: string[] = [];
    clock.at(clock.now(), () => fired.push('due'));
    clock.at(clock.now() + 5, () => fired.push('later'));
    await sleep(40);
    expect(fired).toEqual(['due']);
    expect(clock.now()).toBe(Date.UTC(2030, 0, 1));
    expect(clock.next()).toBe(Date.UTC(2030, 0, 1) + 5);
    clock.advance(5);
    expect(fired).toEqual(['due', 'later']);
    expect(clock.next()).toBeUndefined();
  });
});

describe('many timers', () => {
  test('fire in order of moment and then of setting, whatever is cancelled between', () => {
    const clock = createVirtualClock(0);
    const fired: number[] = [];
    const expected: number[] = [];
    const cancels = Array.from({ length: 5000 }, (_, index) => {
      // A fixed shuffle: 2,503 has no common factor with 5,000.
      const at = ((index * 2503) % 5000) + 1;
      return { at, cancel: clock.at(at, () => fired.push(at)) };
    });
    for (const { at, cancel } of cancels) {
      if (at % 3 !== 0) cancel();
      else expected.push(at);
    }
    clock.advance(2500);
    clock.advance(2500);
    expect(fired).toEqual(expected.toSorted((a, b) => a - b));
    for (const { cancel } of cancels) cancel();
    const same: string[] = [];
    for (const name of ['a', 'b', 'c']) clock.at(6000, () => same.push(name));
    clock.advance(1000);
    expect(same).toEqual(['a', 'b', 'c']);
  });
});
