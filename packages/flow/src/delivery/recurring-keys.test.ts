// Keys of recurring checks: whose each is, and which are listed for a period; nothing of another schedule or place passes.
import type { AssociationPeriod } from '@bongsu/core';
import { expect, it, test } from 'vitest';
import { recurringHost, recurringPath, recurringPrefix, recurringPrefixes, stampOf } from './recurring-keys.ts';

const period: AssociationPeriod = {
  ...{ schedule: 'nightly', expression: 'rate(1 day)', run: 'a-1', stamp: 'day', places: [] },
  ...{ from: '2031-05-01T17:00:00Z', until: '2031-05-02T17:00:00Z', closeAt: '2031-05-01T17:30:00Z' },
};
const listed = (now: string, change: Partial<AssociationPeriod> = {}) =>
  recurringPrefixes({ ...period, ...change }, new Date(now)).map((one) => one.slice('role/a-nightly/'.length));

test.each([
  ['2031-05-01T17:00:00Z', {}, ['20310501/']],
  ['2031-05-01T23:44:59Z', {}, ['20310501/']],
  ['2031-05-01T23:46:00Z', {}, ['20310501/', '20310502/']],
  ['2031-06-01T00:00:00Z', {}, ['20310501/', '20310502/']],
  ['2031-05-01T17:20:00Z', { stamp: 'hour' }, ['20310501t16/', '20310501t17/']],
  ['2031-05-01T17:50:00Z', { stamp: 'hour' }, ['20310501t16/', '20310501t17/', '20310501t18/']],
  [
    '2031-05-03T00:10:00Z',
    { from: '2031-05-02T00:05:00Z', until: '2031-05-09T00:00:00Z' },
    ['20310501/', '20310502/', '20310503/'],
  ],
] as const)('until %s are listed %o', (now, change, stamps) => expect(listed(now, change)).toEqual(stamps));

it('lists the stamp that a host writes at any moment at which S3 takes its clock', () => {
  const missed: string[] = [];
  for (const stamp of ['day', 'hour'] as const)
    for (let minutes = 0; minutes < 26 * 60; minutes += 7) {
      const at = new Date(Date.parse(period.from) + minutes * 60_000);
      for (const skew of [-14, 0, 14]) {
        const written = stampOf(stamp, new Date(at.getTime() + skew * 60_000));
        if (at.toISOString() < period.until && !listed(at.toISOString(), { stamp }).includes(`${written}/`))
          missed.push(`${at.toISOString()} ${skew}`);
      }
    }
  expect(missed).toEqual([]);
});

it('tells whose a key is', () => {
  const place = { accountId: '200000000000', region: 'ap-northeast-2' };
  const base = `${recurringPrefix('nightly')}20310501/${recurringPath(place, 'aws')}`;
  const name = '20310501t170003z-1a2b3c4d.tar.gz';
  const whose = (key: string) => recurringHost(key);
  const mine = { ...place, schedule: 'nightly' };
  expect(whose(`${base}i-0123456789abcdef0/${name}`)).toEqual({ ...mine, instanceId: 'i-0123456789abcdef0' });
  const hour = base.replace('20310501', '20310501t17').replaceAll('aws', 'aws-cn');
  expect(whose(`${hour}i-01234567/${name}`)).toEqual({ ...mine, instanceId: 'i-01234567' });
  for (const key of [
    `${base}i-0123456789abcdef0/deep/${name}`,
    `${base}mi-0123456789abcdef0/${name}`,
    `${base}i-0123456789abcdef0/${name}.sig`,
    // The parts of a key that are not the bucket policy's must say the same as its ARN.
    `${base.replace('/200000000000/', '/200000000001/')}i-0123456789abcdef0/${name}`,
    `${base.replace('/ap-northeast-2/', '/us-east-1/')}i-0123456789abcdef0/${name}`,
    `x${base}i-0123456789abcdef0/${name}`,
  ])
    expect(whose(key)).toBeNull();
});
