// What the walk saw is quoted so that a reader finds the worst first, and knows how much is not shown.
import { expect, it } from 'vitest';
import type { FileWalk, WalkedFile } from '../probes/file-walk.ts';
import { fileProofs, nameOf, walkProof } from './walk-proofs.ts';

const file = (path: string, system = false): WalkedFile => ({
  path,
  cut: false,
  mode: 0o666,
  uid: 0,
  gid: 0,
  type: 'regular file',
  system,
});
const crowd = Array.from({ length: 60 }, (_, index) => file(`/home/u/${index}`));

it('quotes fifty at most, those in system places first, and counts the rest', () => {
  const proofs = fileProofs([...crowd, file('/etc/a', true), file('/home/z'), file('/etc/b', true)], 90, 'none');
  expect(proofs).toHaveLength(51);
  expect(proofs.slice(0, 3).map(({ source }) => source)).toEqual(['/etc/a', '/etc/b', '/home/u/0']);
  expect(proofs.at(-1)).toEqual({ source: 'find', found: '40 more, 90 in all' });
});

it('counts nothing where all are quoted', () => {
  expect(fileProofs([file('/srv/a')], 1, 'none')).toEqual([
    { source: '/srv/a', found: '0666 0:0 regular file', expected: 'none' },
  ]);
});

it('says where was looked, and what was left out', () => {
  const walk = (leftOut: number): FileWalk =>
    ({
      mounts: ['/', '/data'],
      leftOut: Array.from({ length: leftOut }, (_, index) => ({ path: `/net/${index}`, why: 'nfs' })),
    }) as unknown as FileWalk;
  const kind = { total: 3, systemTotal: 0, listed: [] };
  expect(walkProof(walk(0), kind)).toEqual({ source: 'find /, /data', found: '3 found' });
  expect(walkProof(walk(20), kind).found).toMatch(/left out: \/net\/0 \(nfs\), .*, \/net\/19 \(nfs\)$/);
  expect(walkProof(walk(23), kind).found).toMatch(/\/net\/19 \(nfs\), 3 more$/);
});

it('shows that a name was cut', () => {
  expect(nameOf({ ...file('/a/long'), cut: true })).toBe('/a/long…');
});
