// Cases of apache.tls.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

const secure = (name = 'www.example.com', more = '') =>
  `Listen 443\n<VirtualHost *:443>\nServerName ${name}\nDocumentRoot /srv/www\nSSLEngine on\n${more}SSLCertificateFile /etc/pki/a.crt\n</VirtualHost>\n`;

export const tlsCases: readonly HostCase[] = [
  ...sharedCases(host80('DocumentRoot /srv/www\n')),
  { name: 'stock: port 80 alone', host: debian12, ...apache2(stockDebian), expect: 'fail' },
  { name: 'stock: port 80 alone', host: rocky9, ...httpd(stockRocky), expect: 'fail' },
  {
    name: 'TLS, and a redirect from port 80',
    host: al2,
    ...httpd(`${host80('Redirect permanent / https://www.example.com/\n')}${secure()}`),
    expect: 'pass',
    because: 'SSLEngine on',
  },
  {
    name: 'TLS, and the same site on port 80',
    host: al2,
    ...httpd(`${host80('DocumentRoot /srv/www\n')}${secure()}`),
    expect: 'pass',
  },
  {
    name: 'TLS for one site, none for the other',
    host: ubuntu22,
    ...apache2(`${host80('DocumentRoot /srv/b\n', 'b.example')}${secure()}`),
    expect: 'fail',
    because: 'b.example',
    trap: 'every virtual host is judged',
  },
  {
    name: 'SSLEngine off',
    host: ubuntu22,
    ...apache2(secure().replace('SSLEngine on', 'SSLEngine off')),
    expect: 'fail',
  },
  {
    name: 'within a condition on a module that is not there',
    host: ubuntu24,
    ...apache2(
      `LoadModule alias_module a.so\n${host80('DocumentRoot /srv/www\n')}<IfModule mod_ssl.c>\n${secure()}</IfModule>\n`,
    ),
    expect: 'fail',
    trap: 'default-ssl without mod_ssl',
  },
  {
    name: 'SSLv3 is named',
    host: al2023,
    ...httpd(secure('www.example.com', 'SSLProtocol all +SSLv3\n')),
    expect: 'fail',
    because: 'SSLv3',
  },
  {
    name: 'SSLv3 is taken away',
    host: al2023,
    ...httpd(secure('www.example.com', 'SSLProtocol all -SSLv3 -TLSv1 -TLSv1.1\n')),
    expect: 'pass',
  },
  {
    name: 'a load balancer adds the scheme',
    host: rocky8,
    ...httpd(
      host80(
        'RewriteEngine On\nRewriteCond %{HTTP:X-Forwarded-Proto} =http\nRewriteRule ^/app https://%{HTTP_HOST}%{REQUEST_URI} [R=301]\n',
      ),
    ),
    expect: 'manual',
    because: 'x-forwarded-proto'.replace('x-f', 'X-F').replace('-p', '-P'),
    trap: 'TLS ends in front',
  },
  {
    name: 'it is known that TLS ends in front',
    host: rocky8,
    ...httpd(host80('DocumentRoot /srv/www\n')),
    parameters: { tlsInFront: true },
    expect: 'pass',
  },
  {
    name: 'loopback only',
    host: debian12,
    ...apache2('Listen 127.0.0.1:8080\nDocumentRoot /srv/www\n'),
    expect: 'pass',
    because: 'loopback',
  },
  {
    name: 'SSLv3 beside others is shown, with what is reached',
    host: rocky9,
    ...httpd(`${secure('a', 'SSLProtocol TLSv1.2 +SSLv3\n')}`),
    expect: 'fail',
    because: '"/etc/httpd/conf/httpd.conf:6","found":"SSLProtocol TLSv1.2 +SSLv3"',
    shows: ['*:443 a (port 443): SSLEngine on'],
  },
  {
    name: 'SSLv3 alone, without a sign',
    host: rocky9,
    ...httpd(secure('a', 'SSLProtocol sslv3\n')),
    expect: 'fail',
    because: 'SSLProtocol sslv3',
  },
  {
    name: 'no protocol of old, and one that is named where TLS is not spoken',
    host: al2,
    ...httpd(
      `${host80('SSLProtocol +SSLv3\nRedirect / https://www.example.com/\n')}${secure('www.example.com', 'SSLProtocol -SSLv3 SSLv3x TLSv1.3\n')}`,
    ),
    expect: 'pass',
    because: 'SSLProtocol -SSLv3 SSLv3x TLSv1.3',
  },
  {
    name: 'nothing but a redirect to where TLS is spoken',
    host: al2,
    ...httpd(host80('Redirect / https://lb.example.com/\n')),
    expect: 'pass',
  },
  {
    name: 'a redirect of one address only',
    host: al2,
    ...httpd(host80('Redirect /a https://lb.example.com/\n')),
    expect: 'fail',
    because: 'without TLS: *:80 www.example.com"',
  },
  {
    name: 'a server without a name answers for the same site as one that has one',
    host: debian12,
    ...apache2(`Listen 80\n<VirtualHost *:80>\nDocumentRoot /srv/www\n</VirtualHost>\n${secure('a.example')}`),
    expect: 'pass',
  },
  {
    name: 'one with TLS and without a name answers for every site',
    host: debian12,
    ...apache2(
      `${host80('DocumentRoot /srv/www\n', 'b.example')}${secure().replace('ServerName www.example.com\n', '')}`,
    ),
    expect: 'pass',
  },
  {
    name: 'one of several names is the same',
    host: debian12,
    ...apache2(`${host80('DocumentRoot /srv/www\n', 'b.example')}${secure('a.example', 'ServerAlias b.example\n')}`),
    expect: 'pass',
  },
];
