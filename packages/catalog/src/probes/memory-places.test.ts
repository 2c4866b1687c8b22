// Hidden files of /dev and /tmp: all of them to the end of the search, or nothing.
import { expect, it } from 'vitest';
import { memoryPlaces } from './memory-places.ts';
import { factOf, faultOf, note } from './testing/records.ts';

const end = [note('places.total', '12'), note('places.faults', '0')];

it('tells what lies there', () => {
  const long = `/dev/shm/.${'x'.repeat(386)}`;
  const fact = factOf(
    memoryPlaces,
    ...end,
    note('places.hidden', '1755', '1000', '1001', 'regular file', '/dev/shm/.x'),
    note('places.hidden', '644', '0', '0', 'directory', long),
    note('places.hidden', '644', '0', '0', 'directory', long.slice(1)),
    note('places.hidden'),
    note('places.looked', '/dev'),
    note('places.looked'),
  );
  const file = { cut: false, mode: 0o644, uid: 0, gid: 0, type: 'directory', system: false };
  expect(fact).toEqual({
    hidden: {
      total: 12,
      systemTotal: 0,
      listed: [
        { ...file, path: '/dev/shm/.x', mode: 0o1755, uid: 1000, gid: 1001, type: 'regular file' },
        { ...file, path: long, cut: true },
        { ...file, path: long.slice(1) },
        { ...file, path: '', mode: Number.NaN, type: '' },
      ],
    },
    places: ['/dev', ''],
  });
});

it.each([
  [[]],
  [[note('places.total', '1')]],
  [[note('places.faults', '0')]],
  [[note('places.total'), note('places.faults', '0')]],
  [[note('places.total', '1'), note('places.faults')]],
  [[note('places.total', '1'), note('places.faults', '1')]],
  [[note('places.total', 'x1'), note('places.faults', '0')]],
  [[note('places.total', '1x'), note('places.faults', '0')]],
])('is not told by %j', (records) => {
  expect(faultOf(memoryPlaces, ...records)).toBe('the search of /dev and /tmp did not reach its end');
});
