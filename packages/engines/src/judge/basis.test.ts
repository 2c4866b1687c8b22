// A check judges by the guide's values, then the profile's where they fit the host, then the configuration's; what differs is told.
import type { Host, JudgeSettings } from '@bongsu/core';
import { hostCheck, modeParameter, numberParameter, pass, text } from '@bongsu/core';
import { expect, it } from 'vitest';
import { chosenValues } from './basis.ts';

const words = text('', '');
const check = hostCheck({
  id: 'test.limits',
  title: words,
  why: words,
  importance: 'low',
  expects: words,
  remedy: words,
  parameters: {
    limit: modeParameter(words, 0o400),
    days: numberParameter(words, 90, { min: 1, max: 365 }),
  },
  accepted: [
    { families: ['debian'], values: { limit: 0o640 }, why: text('까닭', 'because') },
    { families: ['rhel'], values: { limit: 0o600 }, why: words },
  ],
  needs: {},
  judge: () => pass(words, []),
});
const host = (family: Host['family']): Host => ({
  family,
  distro: '',
  version: '',
  prettyName: '',
  container: false,
  live: true,
});
const aware: JudgeSettings = { profile: 'distro-aware', parameters: {} };

it('takes the letter where nothing else is asked for', () => {
  expect(chosenValues(check, host('debian'), { profile: 'strict', parameters: {} })).toEqual({
    values: { limit: 0o400, days: 90 },
    basis: { profile: 'strict', changed: [] },
  });
});

it('has a check without a list of its own judge by the letter under every profile', () => {
  const { accepted: _, ...bare } = check;
  expect(chosenValues(bare, host('debian'), aware).values).toEqual({ limit: 0o400, days: 90 });
});

it('lets what is accepted of one parameter stand beside what is accepted of another', () => {
  const days = { families: ['debian'], values: { days: 120 }, why: words } as const;
  const both = { ...check, accepted: [...(check.accepted ?? []), days] };
  expect(chosenValues(both, host('debian'), aware).values).toEqual({ limit: 0o640, days: 120 });
});

it('accepts what the profile says of this distribution and of no other', () => {
  const { values, basis } = chosenValues(check, host('debian'), aware);
  expect(values).toEqual({ limit: 0o640, days: 90 });
  expect(basis).toEqual({
    profile: 'distro-aware',
    changed: [{ name: 'limit', value: '0640', guide: '0400', by: 'profile', why: { ko: '까닭', en: 'because' } }],
  });
  expect(chosenValues(check, host('rhel'), aware).values).toEqual({ limit: 0o600, days: 90 });
  expect(chosenValues(check, host('ubuntu'), aware)).toEqual({
    values: { limit: 0o400, days: 90 },
    basis: { profile: 'distro-aware', changed: [] },
  });
});

it('puts the configuration above the profile, and tells only what differs from the guide', () => {
  const own = { parameters: { 'test.limits': { limit: 0o400, days: 60 }, 'test.other': { limit: 1 } } };
  const { values, basis } = chosenValues(check, host('debian'), { ...aware, ...own });
  expect(values).toEqual({ limit: 0o400, days: 60 });
  expect(basis.changed).toMatchObject([{ name: 'days', value: '60', guide: '90', by: 'configuration' }]);
});
