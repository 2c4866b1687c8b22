// Cases of apache.proxy.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, rocky8, rocky9, ubuntu22 } from '../hosts.ts';
import { apache2, host80, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';

export const proxyCases: readonly HostCase[] = [
  ...sharedCases('ProxyRequests On\n'),
  { name: 'stock', host: debian12, ...apache2(stockDebian), expect: 'pass' },
  { name: 'stock: the module is loaded, nothing is proxied', host: rocky9, ...httpd(stockRocky), expect: 'pass' },
  {
    name: 'a forward proxy',
    host: al2,
    ...httpd('ProxyRequests On\n<Proxy *>\nRequire ip 10.0.0.0/8\n</Proxy>\n'),
    expect: 'fail',
  },
  {
    name: 'a forward proxy in one virtual host',
    host: ubuntu22,
    ...apache2(host80('proxyrequests on\n')),
    expect: 'fail',
  },
  {
    name: 'ProxyRequests Off and a ProxyPass',
    host: al2023,
    ...httpd(host80('ProxyRequests Off\nProxyPass / http://10.0.0.5:8080/\n')),
    expect: 'manual',
    because: 'ProxyPass'.toLowerCase(),
  },
  {
    name: 'RewriteRule with P',
    host: rocky8,
    ...httpd(host80('RewriteEngine On\nRewriteRule ^/a/(.*)$ http://10.0.0.5/$1 [L,P]\n')),
    expect: 'manual',
  },
  {
    name: 'RewriteRule with R only',
    host: rocky8,
    ...httpd(host80('RewriteEngine On\nRewriteRule ^ https://%{HTTP_HOST}/ [R=301,L]\n')),
    expect: 'pass',
  },
  { name: 'an exception alone', host: debian12, ...apache2(host80('ProxyPass /static !\n')), expect: 'pass' },
  {
    name: 'PHP behind FastCGI is the site itself',
    host: ubuntu22,
    ...apache2(
      host80('<FilesMatch "\\.php$">\nSetHandler "proxy:unix:/run/php/php-fpm.sock|fcgi://localhost"\n</FilesMatch>\n'),
    ),
    expect: 'pass',
  },
  {
    name: 'mod_proxy is not there, as the program says',
    host: al2,
    ...httpd('ProxyRequests On\n', { modules: ['alias'] }),
    expect: 'pass',
  },
  {
    name: 'within a condition that does not hold',
    host: al2,
    ...httpd('LoadModule alias_module a.so\n<IfModule mod_proxy.c>\nProxyRequests On\n</IfModule>\n'),
    expect: 'pass',
  },
  {
    name: 'every way to pass requests on',
    host: rocky9,
    ...httpd(
      'LoadModule proxy_module modules/mod_proxy.so\nProxyPassMatch ^/a http://10.0.0.1/\nRewriteRule ^/b http://10.0.0.2/ [P]\nRewriteRule ^/c http://10.0.0.3/ [R,proxy,L]\n<Location /d>\nProxyPass http://10.0.0.4/\n</Location>\n<Location /e>\nSetHandler "proxy:http://10.0.0.5/"\n</Location>\nProxyPass /f http://unix:1/\n',
    ),
    expect: 'manual',
    because: 'passes 6 addresses on',
    shows: ['proxypassmatch ^/a http://10.0.0.1/', 'sethandler proxy:http://10.0.0.5/', 'proxy_module loaded'],
  },
  {
    name: 'programs on this host, exceptions and other handlers',
    host: debian12,
    ...apache2(
      'ProxyRequests\nProxyPassReverse / http://10.0.0.1/\nProxyPass /a unix:/run/a.sock|http://a/\nProxyPass /b !\nProxyPassMatch ^/c fcgi://127.0.0.1:9000/\n<FilesMatch "\\.php$">\nSetHandler "proxy:unix:/run/php.sock|fcgi://localhost"\n</FilesMatch>\n<Location /s>\nSetHandler server-status\nSetHandler not-a-proxy:http\n</Location>\nRewriteRule ^/d fcgi://127.0.0.1/ [P]\nRewriteRule ^/p http://10.0.0.9/ [PT,R]\nRewriteRule on /x\n',
    ),
    expect: 'pass',
    because: 'no LoadModule of proxy_module',
  },
  {
    name: 'a forward proxy beside a reverse one',
    host: al2023,
    ...httpd('ProxyRequests ON\nProxyPass / http://10.0.0.1/\n', { modules: ['proxy'] }),
    expect: 'fail',
    because: 'proxyrequests ON',
    shows: ['proxypass / http://10.0.0.1/', 'proxy_module loaded'],
  },
  {
    name: 'nothing is proxied without the module',
    host: al2023,
    ...httpd('ProxyRequests On\n', { modules: ['alias'] }),
    expect: 'pass',
    because: '"no proxy_module"',
  },
];
