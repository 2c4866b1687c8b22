// What a server of nginx answers to whoever comes without TLS, and what tells of a load balancer in front.
import { nginxText } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { behindAnother, heldInFront, openListens, plainAnswer } from './nginx-https.ts';
import { nginxInstance } from './testing/web-hosts.ts';

const answer = (text: string) => {
  const [server] = nginxInstance(`server { ${text} }`).servers;
  if (!server) throw new Error('no server');
  const { kind, because } = plainAnswer(server);
  return [kind, ...because.map(nginxText)];
};
const on = 'return 301 https://$host$request_uri;';
const files = 'root /srv/a;';

describe('everything is sent on', () => {
  it.each([
    on,
    'return 302 https://a.example;',
    'return 308 HTTPS://a.example;',
    'return https://a.example;',
    'rewrite ^ https://a.example permanent;',
    'rewrite ^/ https://a.example$request_uri;',
    'rewrite / https://a.example$request_uri;',
    'rewrite .* https://a.example$request_uri;',
    'rewrite ^(.*)$ https://a.example$1;',
    'rewrite ^/(.*) https://a.example/$1;',
    'rewrite ^/?(.*)$ https://a.example/$1;',
    'rewrite ^(?<path>.*)$ https://a.example$path;',
    `if ($scheme != "https") { ${on} }`,
    `if ($scheme = http) { ${on} }`,
    `if ( $scheme ~* ^http$ ) { ${on} }`,
    `if ($scheme !~ '^https$') { ${on} }`,
    `if ($http_x_forwarded_proto = 'http') { ${on} }`,
    `if ($http_x_forwarded_proto != https) { rewrite ^ https://a.example; }`,
    `if ($https = "") { ${on} }`,
    `if ($https != on) { set $a b; ${on} }`,
    `if ($server_port = 80) { ${on} }`,
    `if ($server_port != 443) { ${on} }`,
  ])('%s', (text) => expect(answer(`${text} ${files} location /a { ${files} }`)[0]).toBe('https'));

  it.each([
    'return 301 http://a.example;',
    'return 301 /https://a.example;',
    'return http://a.example/https://;',
    'return 200 https://a.example;',
    'return 3011 https://a.example;',
    'return 1301 https://a.example;',
    'return;',
    'error_page 404 https://a.example;',
    'error_page https://a.example;',
    'proxy_redirect / https://a.example/;',
    'rewrite ^/shop https://a.example/shop;',
    'rewrite ^/$ https://a.example/;',
    'rewrite ^/?$ https://a.example/;',
    'rewrite ^/x(.*)$ https://a.example/$1;',
    'rewrite (.*)x https://a.example/$1;',
    'rewrite ^(?<x>.*)/y$ https://a.example;',
    'rewrite ^/(.*)$ http://a.example/$1;',
    'rewrite ^;',
    `if ($host = a.example) { ${on} }`,
    `if ($scheme = https) { ${on} }`,
    `if ($scheme = "httpx") { ${on} }`,
    `if ($a$scheme = "http") { ${on} }`,
    `if ($scheme = "http-x") { ${on} }`,
    `if ($https = on) { ${on} }`,
    `if ($server_port = 8080) { ${on} }`,
    `if ($http_x_forwarded_port != 443) { ${on} }`,
    `if ($scheme != "https") { return 301 http://b.example; }`,
    `if ($scheme != "https") { set $a b; }`,
    `map ($scheme != "https") { ${on} }`,
  ])('not so by %s', (text) => expect(answer(`${text} ${files}`)[0]).toBe('content'));

  it('by what stands first', () => {
    expect(answer(`return 403; ${on}`)).toEqual(['refused', 'return 403']);
    expect(answer(`${on} return 403;`)).toEqual(['https', 'return 301 https://$host$request_uri']);
  });
});

describe('a server that answers alone', () => {
  it.each([
    ['return 404;', 'refused'],
    ['return 503 x;', 'refused'],
    ['return 444;', 'refused'],
    ['return 200 ok;', 'content'],
    ['return 4040;', 'content'],
    ['return 1404;', 'content'],
  ])('%s: %s', (text, kind) => expect(answer(text)[0]).toBe(kind));

  it('shows the names that it sends on before', () =>
    expect(answer(`if ($host = a) { ${on} } if ($host = b) { set $x y; } return 404;`)).toEqual([
      'refused',
      'if ($host = a)',
      'return 404',
    ]));
});

describe('places', () => {
  it.each([
    [`location / { ${on} }`, ['https', 'location /']],
    [`location / { if ($scheme != "https") { ${on} } ${files} }`, ['https', 'location /']],
    [`location / { if ($host = a) { ${on} } ${files} }`, ['content', 'location /']],
    [
      `location / { ${on} } location /api { proxy_pass http://b; } location /c { return 200 x; }`,
      ['content', 'location /api', 'location /c'],
    ],
    ['location / { return 404; } location = /x { deny all; }', ['refused', 'location /', 'location = /x']],
    [`location / { return 404; } location /a { ${on} }`, ['https', 'location /', 'location /a']],
    [`location /a { ${on} }`, ['content', 'server']],
    [
      `location / { ${on} } location /.well-known/acme-challenge/ { ${files} }`,
      ['https', 'location /', 'location /.well-known/acme-challenge/'],
    ],
    [
      `location / { ${on} } location ~ ^/\\.well-known/pki-validation { ${files} }`,
      ['https', 'location /', 'location ~ ^/\\.well-known/pki-validation'],
    ],
    [`location / { ${on} } location /.well-known/ { ${files} }`, ['content', 'location /.well-known/']],
    [
      `location / { ${on} } location /a/.well-known/acme-challenge { ${files} }`,
      ['content', 'location /a/.well-known/acme-challenge'],
    ],
    [`location / { ${on} } location @app { proxy_pass http://b; }`, ['https', 'location /', 'location @app']],
    [`location / { ${on} } location /x { internal; ${files} }`, ['https', 'location /', 'location /x']],
    [`location / { ${on} } location /x { external; ${files} }`, ['content', 'location /x']],
    ['location / { rewrite ^/shop https://a.example; }', ['content', 'location /']],
    ['location / { } location /shop { rewrite ^/shop https://a.example; }', ['content', 'location /']],
    [
      `location / { ${on} } location /shop { rewrite ^/shop https://a.example; }`,
      ['https', 'location /', 'location /shop'],
    ],
    [
      `location / { ${on} } location /shop { rewrite ^/shop/?(.*)$ https://a.example/$1; }`,
      ['https', 'location /', 'location /shop'],
    ],
    [`location / { ${on} } location /shop { rewrite ^/shop$ https://a.example; }`, ['content', 'location /shop']],
    [`location / { ${on} } location /shop { rewrite ^/shop/a https://a.example; }`, ['content', 'location /shop']],
    [`location / { ${on} } location /shop { rewrite shop https://a.example; }`, ['content', 'location /shop']],
  ])('%s: %j', (text, expected) => expect(answer(text)).toEqual(expected));
});

it('opens what is not for the host alone', () => {
  const [server] = nginxInstance(
    'server { listen 127.0.0.1:80; listen 81; listen unix:/run/a; listen [::1]:82; }',
  ).servers;
  expect(server && openListens(server).map(({ port }) => port)).toEqual([81]);
});

it('passes where a person knows who holds it', () => {
  const evidence = [{ source: 'a', found: 'b' }];
  expect(heldInFront(evidence)).toMatchObject({ status: 'pass', evidence });
  expect(heldInFront(evidence).reason.en).toContain('parameter');
  expect(heldInFront(evidence).reason.ko).toContain('매개변수');
});

it('finds what tells of a load balancer', () => {
  const instance = nginxInstance(`set_real_ip_from 10.0.0.0/8;
real_ip_header X-Forwarded-For;
server { listen 80 proxy_protocol; listen 81; if ($http_x_forwarded_proto = http) { ${on} } if ($http_x_forwarded_port = 80) { ${on} } if ($http_x_forwarded_for) { ${on} } if ($host ~ x) { ${on} } }`);
  expect(behindAnother(instance).map(nginxText)).toEqual([
    'set_real_ip_from 10.0.0.0/8',
    'real_ip_header X-Forwarded-For',
    'if ($http_x_forwarded_proto = http)',
    'if ($http_x_forwarded_port = 80)',
    'listen 80 proxy_protocol',
  ]);
  expect(
    behindAnother(nginxInstance('if ($a $http_x_forwarded_proto) { } server { listen proxy_protocol_x; }')).map(
      nginxText,
    ),
  ).toEqual(['if ($a $http_x_forwarded_proto)']);
});
