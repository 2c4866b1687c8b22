// How a bucket keeps what it is given: keys in S3's order, padded and shared bodies without their repetitions.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyOf, compareKeys, dropKey, newBucket, putVersion, trimBody } from './bucket.ts';
import type { ObjectVersion } from './bucket.ts';
import { createStretches } from './stretches.ts';

function version(key: string, body: Buffer, fold = createStretches().fold): ObjectVersion {
  return {
    ...{ key, versionId: 'null', kept: fold(trimBody(body)), sizeBytes: body.length, etag: '', deleteMarker: false },
    ...{ modifiedAt: new Date(0), contentType: undefined, contentEncoding: undefined, cacheControl: undefined },
    ...{ metadata: {}, checksums: {} },
  };
}

test('keys stand in the order of their bytes, whatever comes and goes', () => {
  const key = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.boolean())), (steps) => {
      const bucket = newBucket('b', 'o', 'r', 0);
      for (const [name, put] of steps) {
        if (put) putVersion(bucket, version(name, Buffer.from('x')));
        else dropKey(bucket, name);
      }
      const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(bucket.keys).toEqual([...bucket.objects.keys()].sort(bytes));
    }),
  );
  expect(Math.sign(compareKeys('\u{fffd}', '\u{10000}'))).toBe(-1);
});

test('a body comes back as it was, with the zeros it ends in and the stretch it shares', () => {
  const stretches = createStretches();
  const shared = randomBytes(50_000);
  stretches.add(shared);
  const bodies = [
    Buffer.concat([randomBytes(700), shared, Buffer.from('the tail'), Buffer.alloc(200_000)]),
    Buffer.concat([shared, Buffer.alloc(3)]),
    Buffer.concat([randomBytes(10), shared.subarray(0, 40_000), Buffer.alloc(70_000)]),
    Buffer.alloc(140_000),
    Buffer.alloc(0),
    Buffer.from('small'),
  ];
  for (const body of bodies) expect(bodyOf(version('k', body, stretches.fold)).equals(body)).toBe(true);
  const [first, second, third] = bodies.map((body) => version('k', body, stretches.fold).kept);
  expect(first?.map((part) => part.length)).toEqual([700, 50_000, 8]);
  expect(first?.[1]).toBe(shared);
  expect(second?.[0]).toBe(shared);
  expect(third?.length).toBe(1);
});
