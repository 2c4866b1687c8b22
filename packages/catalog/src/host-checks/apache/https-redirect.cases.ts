// Cases of apache.https-redirect.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const rewrite = (condition: string, rule = 'RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [L,R=301]') =>
  host80(`RewriteEngine On\n${condition}\n${rule}\n`);

export const httpsRedirectCases: readonly HostCase[] = [
  ...sharedCases(host80('DocumentRoot /srv/www\n')),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'fail' },
  { name: 'stock', host: rocky9, ...httpd(stockRocky), expect: 'fail' },
  {
    name: 'Redirect permanent /',
    host: al2,
    ...httpd(host80('Redirect permanent / https://www.example.com/\n')),
    expect: 'pass',
  },
  {
    name: 'Redirect / without a status',
    host: al2,
    ...httpd(host80('Redirect "/" "https://www.example.com/"\n')),
    expect: 'pass',
  },
  {
    name: 'RedirectMatch of everything',
    host: al2023,
    ...httpd(host80('RedirectMatch permanent ^/?(.*)$ https://www.example.com/$1\n')),
    expect: 'pass',
  },
  {
    name: 'one address only',
    host: al2023,
    ...httpd(host80('Redirect permanent /login https://www.example.com/login\n')),
    expect: 'fail',
    because: '/login',
  },
  {
    name: 'a redirect to HTTP',
    host: al2023,
    ...httpd(host80('Redirect permanent / http://www.example.com/\n')),
    expect: 'fail',
  },
  {
    name: 'RewriteRule where not yet HTTPS',
    host: ubuntu22,
    ...apache2(rewrite('RewriteCond %{HTTPS} off')),
    expect: 'pass',
  },
  {
    name: 'RewriteRule with !=on',
    host: ubuntu22,
    ...apache2(rewrite('RewriteCond %{HTTPS} !=on', 'RewriteRule ^/?(.*) https://%{SERVER_NAME}/$1 [R,L]')),
    expect: 'pass',
  },
  {
    name: 'RewriteRule but for the challenge of ACME',
    host: ubuntu24,
    ...apache2(rewrite('RewriteCond %{REQUEST_URI} !^/\\.well-known/acme-challenge')),
    expect: 'pass',
  },
  {
    name: 'RewriteRule on a condition of its own',
    host: ubuntu24,
    ...apache2(rewrite('RewriteCond %{REQUEST_URI} ^/private')),
    expect: 'manual',
  },
  {
    name: 'RewriteEngine is not on',
    host: rocky8,
    ...httpd(rewrite('').replace('RewriteEngine On', 'RewriteEngine Off')),
    expect: 'fail',
  },
  {
    name: 'rules of the main server do not reach a virtual host',
    host: rocky8,
    ...httpd(`RewriteEngine On\nRewriteRule ^ https://a.example/ [R]\n${host80('DocumentRoot /srv/www\n')}`),
    expect: 'fail',
    trap: 'mod_rewrite inherits nothing',
  },
  {
    name: 'one virtual host of two',
    host: debian12,
    ...apache2(
      `${host80('Redirect / https://a.example/\n', 'a.example')}${host80('DocumentRoot /srv/b\n', 'b.example')}`,
    ),
    expect: 'fail',
    because: 'b.example',
  },
  {
    name: 'TLS only',
    host: rocky9,
    ...httpd('Listen 443\n<VirtualHost *:443>\nSSLEngine on\n</VirtualHost>\n'),
    expect: 'pass',
  },
  {
    name: 'it is known that a load balancer redirects',
    host: al2,
    ...httpd(host80('DocumentRoot /srv/www\n')),
    parameters: { tlsInFront: true },
    expect: 'pass',
  },
  {
    name: 'what only the host itself reaches',
    host: rocky9,
    ...httpd('Listen 127.0.0.1:80\n'),
    expect: 'pass',
    because: 'TLS or loopback only',
  },
  {
    name: 'one on conditions, one not at all, one as it should be',
    host: rocky9,
    ...httpd(
      `${host80(`Redirect / https://a.example/\n`, 'a.example')}${host80('RewriteEngine On\nRewriteCond %{REQUEST_URI} ^/private\nRewriteRule ^ https://b.example/ [R]\n', 'b.example')}${host80('DocumentRoot /srv/c\n', 'c.example')}`,
    ),
    expect: 'fail',
    because: 'to HTTPS: *:80 b.example, *:80 c.example"',
    shows: [
      'b.example: rewriterule ^ https://b.example/ [R] (on conditions)","expected":"a redirect of everything to https://"},{"source":"/etc/httpd/conf/httpd.conf:14","found":"*:80 c.example: no redirect to https"',
      'c.example: no redirect to https","expected":"a redirect of everything to https://"},{"source":"/etc/httpd/conf/httpd.conf:4","found":"*:80 a.example: redirect / https://a.example/","expected":"a redirect of everything to https://"}]',
    ],
  },
  {
    name: 'a load balancer stands in front',
    host: al2023,
    ...httpd(`RemoteIPHeader X-Forwarded-For\n${host80('DocumentRoot /srv/www\n')}`),
    expect: 'manual',
    because: '"/etc/httpd/conf/httpd.conf:1","found":"remoteipheader X-Forwarded-For"',
    shows: ['*:80 www.example.com: no redirect to https'],
  },
];
