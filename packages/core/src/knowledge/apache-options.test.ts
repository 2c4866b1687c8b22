// How Options and AllowOverride of Apache httpd merge from the widest place to the nearest.
import { expect, it } from 'vitest';
import type { ApacheNode } from './apache-config.ts';
import { apacheAllowOverride, apacheOptions, overridesOption, setsOptions } from './apache-options.ts';
import type { ApacheLayer } from './apache-servers.ts';

const layer = (...lines: string[]): ApacheLayer => ({
  label: '',
  source: '',
  body: lines.map((line, index): ApacheNode => {
    const [key = '', ...words] = line.split(' ');
    return { key, words, source: `c:${index + 1}`, body: null };
  }),
});
const options = (...layers: string[][]): string =>
  [...apacheOptions(layers.map((lines) => layer(...lines))).keys()].sort().join(' ');

it.each<[string, string[][]]>([
  ['followsymlinks', []],
  ['', [['options None']]],
  ['followsymlinks', [['options']]],
  ['execcgi followsymlinks includes indexes', [['options All']]],
  ['indexes', [['options Indexes']]],
  ['followsymlinks indexes', [['options +Indexes']]],
  ['', [['options -FollowSymLinks']]],
  ['', [['options Indexes'], ['options -Indexes']]],
  ['indexes', [['options None'], ['options +Indexes']]],
  ['multiviews', [['options Indexes'], ['options MultiViews']]],
  ['includes', [['options None'], ['options IncludesNOEXEC']]],
  ['', [['options Includes'], ['options -IncludesNOEXEC']]],
  ['execcgi', [['options Indexes', 'options ExecCGI']]],
  ['execcgi indexes', [['options Indexes', 'options +ExecCGI']]],
  ['', [['options +Indexes', 'options None']]],
  ['followsymlinks', [['options +Indexes', 'options -Indexes']]],
  ['indexes', [['options -Indexes', 'options Indexes']]],
  ['execcgi indexes', [['options Indexes -Includes ExecCGI']]],
  ['indexes', [['options +ExecCGI Indexes']]],
  ['followsymlinks indexes', [['options -Indexes +Indexes']]],
  ['x+indexes', [['options x+Indexes']]],
  ['followsymlinks', [['user x']]],
])('%j', (wanted, layers) => expect(options(...layers)).toBe(wanted));

it('knows what was built in before 2.3.11', () => {
  expect(apacheOptions([], '2.2.34').has('indexes')).toBe(true);
  expect(apacheOptions([], '2.2').has('indexes')).toBe(true);
  expect(apacheOptions([], '1.3.42').has('indexes')).toBe(true);
  for (const version of ['2.4.6', '2.41.0', '2.20.1']) expect(apacheOptions([], version).has('indexes')).toBe(false);
});

it('takes a section for no setting', () => {
  const section: ApacheNode = { key: 'options', words: ['All'], source: 'c:9', body: [] };
  const sections: ApacheLayer = { label: '', source: '', body: [section] };
  expect(setsOptions([section])).toBe(false);
  expect(setsOptions(layer('user x').body)).toBe(false);
  expect(setsOptions(layer('user x', 'options None', 'user y').body)).toBe(true);
  expect([...apacheOptions([sections]).keys()]).toEqual(['followsymlinks']);
});

it('says where an option was set', () => {
  expect(apacheOptions([layer('user x', 'options Indexes')]).get('indexes')).toBe('c:2');
  expect(apacheOptions([]).get('followsymlinks')).toBe('built-in');
});

it('takes the last AllowOverride, and None where there is none', () => {
  expect(apacheAllowOverride([]).classes).toEqual([]);
  expect(apacheAllowOverride([layer('allowoverride All'), layer('allowoverride None')]).classes).toEqual([]);
  expect(apacheAllowOverride([layer('allowoverride None', 'allowoverridelist Redirect Options')]).classes).toEqual([
    'options',
  ]);
  expect(apacheAllowOverride([], '2.2.15').classes).toEqual(['all']);
  expect(apacheAllowOverride([layer('allowoverridelist Redirect')]).classes).toEqual([]);
  expect(apacheAllowOverride([]).source).toBe('built-in');
  expect(apacheAllowOverride([layer('allowoverridelist Options')]).source).toBe('c:1');
  expect(apacheAllowOverride([layer('allowoverridelist Options', 'allowoverride All')]).source).toBe('c:2');
  expect(apacheAllowOverride([layer('allowoverride All'), layer('allowoverride AuthConfig Limit')]).classes).toEqual([
    'authconfig',
    'limit',
  ]);
});

it.each([
  [['all'], 'indexes', true],
  [['options'], 'execcgi', true],
  [['options=indexes,multiviews'], 'indexes', true],
  [['options=multiviews'], 'indexes', false],
  [['options=includesnoexec'], 'includes', true],
  [['indexes'], 'indexes', false],
  [['none'], 'indexes', false],
  [['limit', 'options'], 'indexes', true],
  [['nooptions=indexes'], 'indexes', false],
] as const)('AllowOverride %j lets .htaccess set %s: %s', (classes, option, lets) =>
  expect(overridesOption(classes, option)).toBe(lets),
);
