// Patterns of glob(3): what a wildcard matches, and that none takes for ever.
import { expect, it } from 'vitest';
import { globMatches } from './glob.ts';

it.each([
  ['/etc/nginx/conf.d/*.conf', '/etc/nginx/conf.d/a.conf', true],
  ['/etc/nginx/conf.d/*.conf', '/etc/nginx/conf.d/a.conf.bak', false],
  ['/etc/nginx/conf.d/*.conf', '/etc/nginx/conf.d/.a.conf', false],
  ['/etc/nginx/conf.d/*.conf', '/etc/nginx/conf.d/sub/a.conf', false],
  ['/srv/*/nginx.conf', '/srv/shop/nginx.conf', true],
  ['/srv/*', '/srv/shop/nginx.conf', false],
  ['/s/[0-9][0-9]-*.conf', '/s/10-a.conf', true],
  ['/s/[!0-9]*', '/s/1', false],
  ['/s/[!0-9]*', '/s/a', true],
  ['/s/[]a]', '/s/]', true],
  ['/s/?.conf', '/s/ab.conf', false],
  ['/s/a\\*', '/s/a*', true],
  ['/s/a.c', '/s/abc', false],
  ['/s/**', '/s/', true],
  ['/s/.a', '/s/.a', true],
  ['/s/a.', '/s/.a.', false],
  ['/s/a**b', '/s/ab', true],
  ['/s/[!]a]', '/s/b', true],
  ['/s/[!]a]', '/s/]', false],
  ['/s/[]', '/s/[]', true],
  ['/s/[]', '/s/]', false],
  ['/s/[a', '/s/[a', true],
  ['/s/a\\*', '/s/ab', false],
  ['/s/a\\*', '/s/a', false],
  ['/s/\\?', '/s/?', true],
  ['/s/\\?', '/s/a', false],
  ['/s/a\\', '/s/a\\', true],
  ['/s/a*b', '/s/ab', true],
  ['/s/*ab', '/s/aaab', true],
  ['/s/*ab*c', '/s/aababc', true],
  ['/s/?', '/s/a', true],
  ['/s/a', '/s/ab', false],
  ['/s/ab', '/s/a', false],
  ['/s/[a-c]x', '/s/cx', true],
  ['/s/[b-c]', '/s/a', false],
  ['/s/[a-]', '/s/-', true],
  ['/s/[a!]', '/s/b', false],
  ['/s/[!a]', '/s/!', true],
])('%s matches %s: %s', (pattern, path, matches) => {
  expect(globMatches(pattern, path)).toBe(matches);
});

it('takes no time that grows out of hand', () => {
  const began = performance.now();
  expect(globMatches(`/${'*a'.repeat(100)}b`, `/${'a'.repeat(5000)}`)).toBe(false);
  expect(performance.now() - began).toBeLessThan(2000);
});
