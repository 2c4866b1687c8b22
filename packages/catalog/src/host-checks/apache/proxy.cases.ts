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
];
