// How the places of an nginx server answer, which of them requests reach, and who is let in.
import type { NginxPlace, NginxServer } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import {
  answersAlone,
  filePlaces,
  handsOn,
  hasContent,
  isLimited,
  isOn,
  nginxAnswer,
  reached,
  refusesAll,
} from './nginx-answers.ts';
import { nginxInstance } from './testing/web-hosts.ts';

function serverOf(text: string, http = ''): NginxServer {
  const [server] = nginxInstance(`${http} server { ${text} }`).servers;
  if (!server) throw new Error('no server');
  return server;
}
const last = (text: string, http = ''): NginxPlace => serverOf(text, http).places.at(-1) ?? serverOf(text).places[0];
const names = (places: readonly NginxPlace[]) =>
  places.map(({ directive: { name, args } }) => [name, ...args].join(' '));

it.each([
  ['', 'files'],
  ['root /srv/a;', 'files'],
  ['proxy_pass http://b;', 'passes'],
  ['fastcgi_pass unix:/run/php.sock;', 'passes'],
  ['redis_pass 127.0.0.1:6379;', 'passes'],
  ['redis2_pass 127.0.0.1:6379;', 'passes'],
  ['proxy_pass_header Server;', 'files'],
  ['no_proxy_pass x;', 'files'],
  ['content_by_lua "x";', 'program'],
  ['content_by_lua_file a.lua;', 'program'],
  ['content_by_lua_block { x }', 'program'],
  ['stub_status;', 'program'],
  ['my_perl x;', 'files'],
  ['perl_set $a b;', 'files'],
  ['return 301 /b;', 'redirects'],
  ['return 308 https://a.example;', 'redirects'],
  ['return https://a.example;', 'redirects'],
  ['return http://a.example;', 'redirects'],
  ['return $scheme://a.example;', 'redirects'],
  ['return 304;', 'text'],
  ['return 1301 x;', 'text'],
  ['return 3011 x;', 'text'],
  ['return https://a.example b;', 'text'],
  ['return /https:;', 'text'],
  ['return 200 ok;', 'text'],
  ['return 200;', 'text'],
  ['return;', 'text'],
  ['return 404;', 'refuses'],
  ['return 500;', 'refuses'],
  ['return 1404;', 'text'],
  ['return 4040;', 'text'],
  ['return 200 ok; return 404;', 'text'],
  ['deny all;', 'refuses'],
  ['deny all; allow 10.0.0.1;', 'refuses'],
  ['allow 10.0.0.1; deny all;', 'files'],
  ['allow all;', 'files'],
  ['deny 10.0.0.1;', 'files'],
  ['deny all; proxy_pass http://b;', 'refuses'],
  ['if ($a) { set $b c; } proxy_pass http://b;', 'passes'],
])('location { %s }: %s', (text, answer) => {
  const [place] = serverOf(`location /a { ${text} }`).places.slice(1);
  expect(place && nginxAnswer(place)).toBe(answer);
});

it.each([
  ['root /srv/a;', true, false],
  ['proxy_pass http://b;', true, true],
  ['stub_status;', true, true],
  ['return 301 /b;', false, false],
  ['return 200 ok;', false, false],
  ['deny all;', false, false],
])('location { %s } has content: %s, and hands requests on: %s', (text, content, on) => {
  const place = last(`location /a { ${text} }`);
  expect([hasContent(place), handsOn(place)]).toEqual([content, on]);
});

it('lets an `if` have the handler of its location and no more, and a nested location none', () => {
  expect(nginxAnswer(last('location /a { proxy_pass http://b; if ($a) { set $b c; } }'))).toBe('passes');
  expect(nginxAnswer(last('location /a { proxy_pass http://b; location /a/c { if ($a) { set $b c; } } }'))).toBe(
    'files',
  );
  expect(nginxAnswer(last('location /a { proxy_pass http://b; location /a/c { root /srv; } }'))).toBe('files');
});

it('refuses by the nearest scope that says anything', () => {
  expect(refusesAll(last('location /a { root /srv; }', 'deny all;'))).toBe(true);
  expect(refusesAll(last('location /a { allow all; }', 'deny all;'))).toBe(false);
  expect(refusesAll(last('location /a { root /srv; }'))).toBe(false);
});

it.each([
  ['deny all;', true],
  ['allow 10.0.0.0/8; deny all;', true],
  ['allow all; deny all;', false],
  ['deny 203.0.113.1;', false],
  ['deny 203.0.113.1; deny all;', true],
  ['auth_basic "staff";', true],
  ['auth_basic off;', false],
  ['auth_request /auth;', true],
  ['auth_jwt "x";', true],
  ['auth_digest x;', false],
  ['', false],
])('location { %s } is limited: %s', (text, limited) => {
  expect(isLimited(last(`location /a { ${text} root /srv; }`))).toBe(limited);
});

it('a location that lets everybody in is not limited by what stands outside', () => {
  expect(isLimited(last('location /a { allow all; }', 'deny all;'))).toBe(false);
  expect(isLimited(last('location /a { auth_basic off; }', 'auth_basic x;'))).toBe(false);
  expect(isLimited(last('location /a { root /srv; }', 'deny all;'))).toBe(true);
});

describe('reached', () => {
  it.each([
    ['root /srv; location /a { }', ['server', 'location /a']],
    ['location / { }', ['location /']],
    ['location ^~ / { }', ['location ^~ /']],
    ['location ~ / { }', ['location ~ /']],
    ['location = / { }', ['server', 'location = /']],
    ['location / { limit_except GET { deny all; } if ($a) { } }', ['location /', 'if ($a)']],
    ['return 404; location / { }', []],
    ['if ($a) { return 404; } location / { }', ['if ($a)', 'location /']],
  ])('%s: %j', (text, places) => {
    expect(names(reached(serverOf(text)))).toEqual(places);
    expect(answersAlone(serverOf(text))).toBe(places.length === 0);
  });

  it('and of those, what answers from files', () =>
    expect(names(filePlaces(serverOf('location /a { proxy_pass http://b; } location /b { }')))).toEqual([
      'server',
      'location /b',
    ]));
});

it.each([
  ['autoindex on;', true],
  ['autoindex ON;', true],
  ['autoindex off;', false],
  ['autoindex on; autoindex off;', false],
  ['autoindex;', false],
  ['', false],
])('%s is on: %s', (text, on) => expect(isOn(last(text), 'autoindex')).toBe(on));
