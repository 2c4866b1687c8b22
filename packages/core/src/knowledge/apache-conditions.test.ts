// The conditions of an Apache httpd configuration.
import { describe, expect, it } from 'vitest';
import type { ApacheWorld } from './apache-conditions.ts';
import { apacheCondition, apacheModuleNames, isApacheCondition } from './apache-conditions.ts';

const files: Readonly<Record<string, boolean>> = { '/there': true, '/gone': false };
const world: ApacheWorld = {
  modules: new Set(['ssl_module', 'mod_mpm_event.c', 'mpm_event_module']),
  modulesKnown: true,
  defines: new Map([['ON', '']]),
  environment: new Map(),
  version: '2.4.62',
  fileThere: (path) => files[path] ?? null,
};

it.each([
  ['ifdefine ON', true],
  ['ifdefine !ON', false],
  ['ifdefine ! ON', false],
  ['ifdefine OFF', false],
  ['ifdefine !OFF', true],
  ['iffile /there', true],
  ['iffile !/there', false],
  ['iffile /gone', false],
  ['iffile !/gone', true],
  ['iffile /unseen', null],
  ['iffile !/unseen', null],
  ['ifmodule ssl_module', true],
  ['ifmodule mod_ssl.c', true],
  ['ifmodule event.c', true],
  ['ifmodule worker.c', false],
  ['ifmodule !php_module', true],
  ['ifversion > 2.4.61', true],
  ['ifversion > 2.4.62', false],
  ['ifversion >= 2.4.62', true],
  ['ifversion >= 2.4.63', false],
  ['ifversion < 2.4.63', true],
  ['ifversion < 2.4.62', false],
  ['ifversion <= 2.4.62', true],
  ['ifversion <= 2.4.61', false],
  ['ifversion <= 2.5', true],
  ['ifversion >= 3', false],
  ['ifversion = 2.4.62', true],
  ['ifversion = 2.4', false],
  ['ifversion = 2.4.63', false],
  ['ifversion == 2.4.62', true],
  ['ifversion 2.4.62', true],
  ['ifversion 2.4.61', false],
  ['ifversion !>= 2.4', false],
  ['ifversion !< 2.4', true],
  ['ifversion != 2.4.62', false],
  ['ifversion ~ 2.4', null],
  ['ifversion = /^2.4/', null],
  ['ifversion >= 2.x', null],
] as const)('%s: %s', (text, holds) => {
  const [key = '', ...words] = text.split(' ');
  expect(isApacheCondition(key)).toBe(true);
  expect(apacheCondition(key, words, world)).toBe(holds);
});

describe('what nobody said', () => {
  it('leaves a module or a version open', () => {
    expect(apacheCondition('ifmodule', ['php_module'], { ...world, modulesKnown: false })).toBeNull();
    expect(apacheCondition('ifmodule', ['ssl_module'], { ...world, modulesKnown: false })).toBe(true);
    expect(apacheCondition('ifversion', ['>=', '2.4'], { ...world, version: '' })).toBeNull();
  });
});

it.each(['if', 'ifdefined', 'elseif', 'notifmodule', 'directory'])('%s is no condition of the reading', (key) => {
  expect(isApacheCondition(key)).toBe(false);
});

it.each([
  ['ssl_module', ['ssl_module', 'ssl_module', 'mod_ssl.c']],
  ['mod_ssl.c', ['mod_ssl.c', 'ssl_module', 'mod_ssl.c']],
  ['prefork.c', ['prefork.c', 'prefork_module', 'mpm_prefork_module']],
  ['amod_ssl.c', ['amod_ssl.c', 'amod_ssl_module', 'mpm_amod_ssl_module']],
  ['mod_ssl.cc', ['mod_ssl.cc']],
  ['core.cc', ['core.cc']],
  ['a-core.c', ['a-core.c']],
  ['ssl_modules', ['ssl_modules']],
] as const)('%s goes by %j', (name, names) => expect(apacheModuleNames(name)).toEqual(names));
