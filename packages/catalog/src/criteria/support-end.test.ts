// Every release that is known here ends on a day, with extended support no sooner; a release that is not known ends nowhere.
import type { Host } from '@bongsu/core';
import { expect, it } from 'vitest';
import { supportEnd } from './support-end.ts';

const host = (distro: string, version: string): Host => ({
  family: 'other',
  distro,
  version,
  prettyName: '',
  container: false,
  live: true,
});
const known: Readonly<Record<string, readonly string[]>> = {
  amzn: ['2018.03', '2', '2023'],
  rhel: ['7.9', '8.10', '9.4'],
  rocky: ['8.10', '9.4'],
  almalinux: ['8.10', '9'],
  centos: ['6', '7', '8'],
  ubuntu: ['14.04', '16.04', '18.04', '20.04', '22.04', '24.04'],
  debian: ['9', '10', '11', '12', '12.5'],
};

it.each(Object.entries(known).flatMap(([distro, versions]) => versions.map((version) => [distro, version] as const)))(
  '%s %s',
  (distro, version) => {
    const { standard, last } = supportEnd(host(distro, version)) ?? { standard: '', last: '' };
    for (const day of [standard, last ?? standard]) expect(day).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$/);
    expect((last ?? standard) >= standard).toBe(true);
  },
);

it('rebuilt distributions have no support by contract', () => {
  expect(supportEnd(host('rocky', '8.10'))).toEqual({ standard: '2029-05-31', last: '2029-05-31' });
  expect(supportEnd(host('rhel', '8.10'))?.last).toBe('2032-05-31');
});

it.each([
  ['ubuntu', '24.10'],
  ['rhel', '5.11'],
  ['gentoo', '2.15'],
  ['gentoo', ''],
])('%s %s is not known here', (distro, version) => expect(supportEnd(host(distro, version))).toBeUndefined());
