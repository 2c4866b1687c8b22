// Which servers the network reaches, which of them speak TLS, and what tells of a load balancer in front.
import { expect, it } from 'vitest';
import { frontProof, httpsRedirects, networkServers } from './apache-tls.ts';
import { apacheInstance } from './testing/web-hosts.ts';

const main = '/etc/httpd/conf/httpd.conf';
const reached = (conf: string) =>
  networkServers(apacheInstance(conf)).map(
    ({ tls, proof: { source, found } }) => `${tls} ${source.replace(main, '')} ${found}`,
  );
const host = (address: string, body = '') => `<VirtualHost ${address}>\n${body}</VirtualHost>\n`;

it.each([
  ['Listen 80\n', ['false  main server (port 80): no SSLEngine']],
  ['', ['false  main server (port ?): no SSLEngine']],
  ['Listen 80\nListen 81\nListen [::]:80\n', ['false  main server (port 80, 81): no SSLEngine']],
  ['Listen 443 https\nSSLEngine On\n', ['true :2 main server (port 443): SSLEngine On, Listen … https']],
  ['Listen 80\nSSLEngine optional\n', ['true :2 main server (port 80): SSLEngine optional']],
  ['Listen 80\nSSLEngine off\n', ['false :2 main server (port 80): SSLEngine off']],
  ['Listen 80\nSSLEngine one\n', ['false :2 main server (port 80): SSLEngine one']],
  ['Listen 80\nSSLEngine non\n', ['false :2 main server (port 80): SSLEngine non']],
  ['Listen 80\nSSLEngine\n', ['false :2 main server (port 80): SSLEngine ']],
  ['Listen 443\nGnuTLSEnable on\n', ['true :2 main server (port 443): GnuTLSEnable on']],
  [`Listen 443\n${host('*:443', 'ServerName a\n')}`, ['false :2 *:443 a (port 443): no SSLEngine']],
  [
    `Listen 80\n${host('127.0.0.1:80 192.0.2.1:80')}`,
    ['false  main server (port 80): no SSLEngine', 'false :2 127.0.0.1:80 192.0.2.1:80 (port 80): no SSLEngine'],
  ],
  [
    `Listen 80\n${host('*:80')}${host('127.0.0.1:80')}${host('[::1]:80')}${host('localhost:80')}${host('localhost')}`,
    ['false :2 *:80 (port 80): no SSLEngine'],
  ],
  [
    `Listen 80\n${host('*:80')}${host('localhosting.example:80')}`,
    ['false :2 *:80 (port 80): no SSLEngine', 'false :4 localhosting.example:80 (port 80): no SSLEngine'],
  ],
  [
    `Listen 80\n${host('*:80')}${host('192.127.0.1:80')}`,
    ['false :2 *:80 (port 80): no SSLEngine', 'false :4 192.127.0.1:80 (port 80): no SSLEngine'],
  ],
  ['Listen 127.0.0.1:80\nListen [::1]:80\nListen localhost:81\n', []],
  ['Listen 127.0.0.1:80\nListen 192.0.2.1:81\n', ['false  main server (port 80, 81): no SSLEngine']],
])('%j reaches %j', (conf, servers) => expect(reached(conf)).toEqual(servers));

it.each([
  ['RemoteIPHeader X-Forwarded-For\n', 'remoteipheader X-Forwarded-For'],
  ['RewriteCond %{HTTP:X-Forwarded-Proto} !https\n', 'rewritecond %{HTTP:X-Forwarded-Proto} !https'],
  [`RemoteIPHeader X-Real-IP\nListen 80\n${host('*:80')}`, 'remoteipheader X-Real-IP'],
  [
    `Listen 80\n${host('*:80')}${host('*:80', 'RewriteCond %{HTTP:X-FORWARDED-SSL} off\n')}`,
    'rewritecond %{HTTP:X-FORWARDED-SSL} off',
  ],
  ['RewriteCond %{HTTPS} off\n', undefined],
  ['SetEnvIf X-Forwarded-Proto https HTTPS=on\n', undefined],
])('%j: in front stands %s', (conf, found) => expect(frontProof(apacheInstance(conf))?.found).toBe(found));

it.each([
  ['https://a.example/', true],
  ['HTTPS://a.example/', true],
  ['%{ENV:SITE}/', true],
  ['${SITE}/', true],
  ['http://a.example/?to=https://b.example/', false],
  ['http://%{ENV:SITE}/', false],
  ['http://${SITE}/', false],
])('a redirect to %s is one to HTTPS: %s', (target, is) => {
  const [server] = apacheInstance(`Redirect / ${target}\n`).servers;
  expect(server && httpsRedirects(server).length).toBe(is ? 1 : 0);
});
