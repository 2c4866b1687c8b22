// Which folders a server of Apache httpd serves, and which lines send everything elsewhere.
import type { ApacheServer } from '@bongsu/core';
import { describe, expect, it } from 'vitest';
import { httpd } from '../host-checks/apache-answers.ts';
import { answersElsewhere, documentRoot, proxiesAll, redirects, redirectsAll, servedFolders } from './apache-routes.ts';
import { apacheInstance } from './testing/web-hosts.ts';

/** The last server of a configuration: its virtual host, where it has one. */
function serverOf(conf: string): ApacheServer {
  const server = apacheInstance(conf).servers.at(-1);
  if (!server) throw new Error('no server');
  return server;
}
const host = (body: string, outer = ''): string => `Listen 80\n${outer}<VirtualHost *:80>\n${body}</VirtualHost>\n`;
const folders = (conf: string, modules?: readonly string[]) => {
  const instance = apacheInstance(httpd(conf, modules ? { modules } : {}));
  const server = instance.servers.at(-1);
  return server ? servedFolders(instance, server).map(({ kind, address, path }) => `${kind} ${address} ${path}`) : [];
};

describe('folders', () => {
  it.each([
    ['Alias /icons/ "/usr/share/httpd/icons/"\n', 'alias /icons/ /usr/share/httpd/icons'],
    ['Alias /manual manual\n', 'alias /manual /etc/httpd/manual'],
    ['ScriptAlias /cgi-bin/ /var/www/cgi-bin/\n', 'script /cgi-bin/ /var/www/cgi-bin'],
    ['ScriptAliasMatch ^/cgi/(.*) /srv/cgi/bin/$1\n', 'script ^/cgi/(.*) /srv/cgi/bin'],
    ['AliasMatch ^/(\\w+)/docs /srv/docs-$1/x\n', 'alias ^/(\\w+)/docs /srv'],
    ['<Location /static>\nAlias /srv/static\n</Location>\n', 'alias (its location) /srv/static'],
    ['VirtualDocumentRoot /srv/vhosts/%0/docs\n', 'root / /srv/vhosts'],
    ['VirtualDocumentRoot /srv/vhosts/%-1/docs\n', 'root / /srv/vhosts'],
    ['VirtualDocumentRoot /srv/ports/x%p/docs\n', 'root / /srv/ports'],
    ['VirtualDocumentRootIP /srv/%{env:SITE}/docs\n', 'root / /srv'],
    ['VirtualDocumentRoot /srv/100%/$/docs\n', 'root / /srv/100%/$/docs'],
    ['UserDir public_html\n', 'home /~user /home/*/public_html'],
    ['UserDir /var/www/*/docs/\n', 'home /~user /var/www/*/docs'],
    ['UserDir disabled root\nUserDir public_html\n', 'home /~user /home/*/public_html'],
    ['UserDir Disabled\nUserDir Enabled kim lee\nUserDir www\n', 'home /~user /home/*/www'],
    ['UserDir http://people.example/ www\n', 'home /~user /home/*/www'],
    ['UserDir /srv/http:/users\n', 'home /~user /srv/http:/users'],
    ['AliasMatch ^/(.*) $1\n', 'alias ^/(.*) /etc/httpd'],
  ])('%s', (line, folder) => expect(folders(host(`DocumentRoot /srv/www\n${line}`)).slice(1)).toEqual([folder]));

  it.each([
    'Alias\n',
    'VirtualDocumentRoot\n',
    'UserDir\n',
    'UserDir disabled\nUserDir public_html\n',
    'UserDir DISABLED\n',
    'UserDir enabled kim\n',
    'UserDir http://people.example/\n',
    'UserDir HTTPS://people.example/~*/\n',
  ])('%s serves no more than the root', (line) =>
    expect(folders(host(`DocumentRoot /srv/www\n${line}`))).toEqual(['root / /srv/www']),
  );

  it('takes UserDir where its module is loaded, and where nobody said which are', () => {
    expect(folders('UserDir www\n', ['userdir'])).toHaveLength(2);
    expect(folders('UserDir www\n', ['alias'])).toHaveLength(1);
  });

  it('has a root that is set, that the program has built in, or htdocs', () => {
    const instance = apacheInstance('Listen 80\n');
    const [main] = instance.servers;
    const root = (rootBuiltIn: string) => (main ? documentRoot({ ...instance, rootBuiltIn }, main) : []);
    expect(root('')).toEqual([
      {
        server: main,
        path: '/etc/httpd/htdocs',
        kind: 'root',
        address: '/',
        source: '/etc/httpd/conf/httpd.conf (built-in)',
      },
    ]);
    expect(root('/var/www/html')[0]?.path).toBe('/var/www/html');
  });

  it.each([
    ['', 'DocumentRoot /srv/www\n', ['root / /srv/www']],
    ['Redirect / https://a.example/\n', 'DocumentRoot /srv/www\n', []],
    ['Redirect / https://a.example/\nDocumentRoot /srv/own\n', 'DocumentRoot /srv/www\n', ['root / /srv/own']],
    ['ProxyPass / http://127.0.0.1:3000/\n', '', []],
  ])('a virtual host of %j below %j serves %j', (body, outer, served) =>
    expect(folders(host(body, outer))).toEqual(served),
  );
});

describe('everything goes to another server', () => {
  const whole = (conf: string) => proxiesAll(serverOf(conf))?.words.join(' ');
  it.each([
    'ProxyPass / http://127.0.0.1:3000/\n',
    'ProxyPass "/" "balancer://app/" stickysession=ID\n',
    'ProxyPassMatch ^/(.*)$ http://127.0.0.1:3000/$1\n',
    'RewriteEngine on\nRewriteRule ^/?(.*) http://127.0.0.1:3000/$1 [P,L]\n',
    'RewriteEngine ON\nRewriteRule .* http://127.0.0.1:3000%{REQUEST_URI} [L,proxy]\n',
    '<Location />\nProxyPass http://127.0.0.1:3000/ timeout=60\n</Location>\n',
    '<Location />\nProxyPass h2c://127.0.0.1:3000/\n</Location>\n',
    '<Location "/">\nProxyPassMatch AJP://127.0.0.1:8009/\n</Location>\n',
  ])('%s', (line) => {
    expect(whole(host(line))).toBeDefined();
    expect(answersElsewhere(serverOf(host(line)))).toBeDefined();
  });

  it.each([
    'ProxyPass /api http://127.0.0.1:3000/\n',
    'ProxyPass /http:/ http://127.0.0.1:3000/\n',
    'ProxyPass .* http://127.0.0.1:3000/\n',
    'ProxyPass / !\n',
    'ProxyPassMatch ^/api http://127.0.0.1:3000/\n',
    'ProxyPassMatch ^/ !\n',
    'ProxyPassMatch\n',
    'ProxyPassReverse / http://127.0.0.1:3000/\n',
    '<Location />\nProxyPass !\n</Location>\n',
    '<Location /api>\nProxyPass http://127.0.0.1:3000/\n</Location>\n',
    '<Location /a>\nProxyPass / http://127.0.0.1/\n</Location>\n',
    '<Files />\nProxyPass / http://127.0.0.1/\n</Files>\n',
    'RewriteEngine on\nRewriteCond %{HTTP:Upgrade} =websocket [NC]\nRewriteRule .* ws://127.0.0.1:3000%{REQUEST_URI} [P]\n',
    'RewriteEngine on\nRewriteRule ^/api/(.*) http://127.0.0.1:3000/$1 [P]\n',
    'RewriteEngine on\nRewriteRule .* - [E=a:p,L]\n',
    'RewriteEngine off\nRewriteRule .* http://127.0.0.1:3000/ [P]\n',
    'RewriteRule .* http://127.0.0.1:3000/ [P]\n',
  ])('not so by %s', (line) => expect(whole(host(line))).toBeUndefined());

  it('asks the main server first', () =>
    expect(whole(host('ProxyPass / http://b/\n', 'ProxyPass / http://a/\n'))).toBe('/ http://a/'));
});

const to = 'https://www.example.com/';
const rewrite = (...lines: readonly string[]): string => host(`RewriteEngine On\n${lines.join('\n')}\n`);
const onward = `RewriteRule ^ ${to} [R=301,L]`;

describe('everything is redirected', () => {
  it.each([
    `Redirect / ${to}\n`,
    `Redirect "/" "${to}"\n`,
    `Redirect permanent / ${to}\n`,
    `Redirect Temp / ${to}\n`,
    `Redirect seeother / ${to}\n`,
    `Redirect 303 / ${to}\n`,
    `Redirect 308 / ${to}\n`,
    `RedirectPermanent / ${to}\n`,
    `RedirectTemp / ${to}\n`,
    `RedirectMatch ^ ${to}\n`,
    `RedirectMatch 301 ^/?(.*)$ ${to}$1\n`,
    `<Location />\nRedirect ${to}\n</Location>\n`,
    `<Location />\nRedirect permanent HTTP://www.example.com/\n</Location>\n`,
    `DocumentRoot /srv/www/\n<Directory "/srv//www/">\nRewriteEngine on\nRewriteRule (.*) ${to}$1 [R]\n</Directory>\n`,
  ])('%s', (line) => expect(redirectsAll(serverOf(host(line)))).toBeDefined());

  it.each([
    `Redirect /login ${to}\n`,
    `Redirect gone /\n`,
    `Redirect 410 /\n`,
    `Redirect .* ${to}\n`,
    `Redirect 1301 / ${to}\n`,
    `Redirect 3011 / ${to}\n`,
    `RedirectMatch ^/login ${to}\n`,
    `RedirectMatch ^/$ ${to}\n`,
    `RedirectMatch ^/?$ ${to}\n`,
    `RedirectMatch ^$ ${to}\n`,
    `RedirectMatch .*\\.php$ ${to}\n`,
    `RedirectMatch x.* ${to}\n`,
    `RedirectMatch /(.*)\\.gif$ ${to}\n`,
    `RedirectPermanently / ${to}\n`,
    `ErrorRedirect / ${to}\n`,
    `<Location />\nRedirect /a\n</Location>\n`,
    `<Location />\nRedirect ftp+https://a/\n</Location>\n`,
    `<Location /a>\nRedirect ${to}\n</Location>\n`,
    `<Directory />\nRewriteEngine on\n${onward}\n</Directory>\n`,
    `<Directory /srv/www>\nRewriteEngine on\n${onward}\n</Directory>\n`,
    `DocumentRoot /srv/www\n<Directory /srv>\nRewriteEngine on\n${onward}\n</Directory>\n`,
    `DocumentRoot /srv/www\n<DirectoryMatch /srv/www>\nRewriteEngine on\n${onward}\n</DirectoryMatch>\n`,
  ])('not so by %s', (line) => expect(redirectsAll(serverOf(host(line)))).toBeUndefined());

  it.each(['Redirect\n', 'Redirect permanent\n'])('nor by %s, which has no target', (line) =>
    expect(redirects(serverOf(host(line)))).toEqual([]),
  );

  it.each(['.*', '(.*)', '^', '^/', '^/?', '/', '^.*$', '^(.*)$', '/(.*)', '^/(.*)$', '^/?(.*)$'])(
    'the pattern %s takes every path',
    (pattern) => expect(redirectsAll(serverOf(rewrite(`RewriteRule ${pattern} ${to}`)))).toBeDefined(),
  );
});

describe('rules of mod_rewrite', () => {
  const seen = (conf: string) =>
    redirects(serverOf(conf)).map(({ target, whole, conditional }) => ({ target, whole, conditional }));

  it.each([
    [`RewriteRule ^ ${to}`, true],
    ['RewriteRule ^ HTTP://www.example.com/', true],
    ['RewriteRule ^ /login [R]', true],
    ['RewriteRule ^ /login [L,R=302]', true],
    ['RewriteRule ^ /login [redirect=301,L]', true],
    ['RewriteRule ^ /login [NE,redirect]', true],
    ['RewriteRule ^ /index.php [L]', false],
    ['RewriteRule ^ /to-https: [L,NR]', false],
    ['RewriteRule ^ /index.php [E=r:1,E=R]', false],
    ['RewriteRule ^ - [F]', false],
    [`RewriteRule ^ ${to} [P]`, false],
  ])('%s is a redirect: %s', (rule, is) => expect(seen(rewrite(rule))).toHaveLength(is ? 1 : 0));

  it.each([
    '%{HTTPS} off',
    '%{HTTPS} =off',
    '%{https} !=on',
    '%{HTTPS} !on',
    '%{HTTPS} ^off$',
    '%{HTTPS} !^ON$',
    '%{HTTPS} ="off"',
    '%{HTTPS} !="on"',
    '%{SERVER_PORT} 80',
    '%{SERVER_PORT} ^80$',
    '%{SERVER_PORT} !443',
    '%{SERVER_PORT} !^443$',
    '%{REQUEST_SCHEME} http',
    '%{REQUEST_SCHEME} !https',
    '%{HTTP:X-Forwarded-Proto} =http',
    '%{HTTP:X-Forwarded-Proto} !https [NC]',
    '%{REQUEST_URI} !^/\\.well-known/acme-challenge/',
    '%{REQUEST_URI} !^/.well-known/',
    '%{REQUEST_URI} !^\\/\\.well-known\\/',
    '%{REQUEST_URI} !\\.well-known',
  ])('the condition %s narrows nothing', (condition) =>
    expect(seen(rewrite(`RewriteCond ${condition}`, onward))).toEqual([
      { target: to, whole: true, conditional: false },
    ]),
  );

  it.each([
    '%{HTTPS} on',
    '%{HTTPS} !off',
    '%{HTTPS} off|on',
    '%{HTTPS} x=off',
    '%{HTTPS}',
    '%{SERVER_PORT} 8080',
    '%{SERVER_PORT} !4433',
    '%{REQUEST_SCHEME} https',
    '%{HTTP:X-Forwarded-Proto} https',
    '%{HTTP:X-Forwarded-Port} 80',
    '%{HTTP_HOST} off',
    '%{REQUEST_URI} ^/\\.well-known',
    '%{REQUEST_URI} !^/(login|\\.well-known)',
    '%{REQUEST_URI} ^/a/!/.well-known',
    '%{HTTP_REFERER} !^/.well-known',
    'http://%{REQUEST_URI} !/.well-known/',
  ])('the condition %s narrows it', (condition) =>
    expect(seen(rewrite(`RewriteCond ${condition}`, onward))).toEqual([
      { target: to, whole: false, conditional: true },
    ]),
  );

  it('holds the conditions of a rule against that rule alone', () => {
    const odd = 'RewriteCond %{HTTP_HOST} ^old';
    const still = 'RewriteCond %{HTTPS} off';
    expect(seen(rewrite(odd, 'RewriteRule ^ - [F]', still, onward))).toEqual([
      { target: to, whole: true, conditional: false },
    ]);
    expect(seen(rewrite(odd, still, onward, onward)).map(({ conditional }) => conditional)).toEqual([true, false]);
  });

  it('takes the last RewriteEngine, and those of other directives never', () => {
    expect(seen(rewrite('RewriteEngine Off', onward))).toEqual([]);
    expect(seen(host(`SSLEngine on\n${onward}\n`))).toEqual([]);
    expect(seen(host(`RewriteEngine\n${onward}\n`))).toEqual([]);
    expect(seen(rewrite('SSLEngine Off', 'RewriteBase /', onward))).toHaveLength(1);
  });

  it.each([
    ['', '', 0],
    ['RewriteOptions Inherit\n', '', 1],
    ['RewriteOptions AllowNoSlash InheritBefore\n', '', 1],
    ['', 'RewriteOptions InheritDown\n', 1],
    ['', 'RewriteOptions InheritDownBefore\n', 1],
    ['RewriteOptions IgnoreInherit\n', '', 0],
    ['RewriteOptions InheritDown\n', '', 0],
    ['', 'RewriteOptions Inherit\n', 0],
    ['', 'RewriteOptions InheritDownLater\n', 0],
    ['', 'RewriteOptions MergeInheritDown\n', 0],
    ['SSLOptions Inherit\n', 'SSLOptions InheritDown\n', 0],
  ])('%j in a virtual host and %j outside inherit: %i', (inside, outside, count) =>
    expect(seen(host(inside, `${outside}RewriteEngine on\n${onward}\n`))).toHaveLength(count),
  );

  it('names Redirect before them, and what stands outside before what stands inside', () => {
    const all = host(
      `RewriteEngine on\n${onward}\n<Location />\nRedirect /c ${to}c\nRewriteEngine on\nRewriteRule ^ /d [R]\n</Location>\nRedirect /b ${to}b\n`,
      `Redirect /a ${to}a\n`,
    );
    expect(seen(all).map(({ target }) => target)).toEqual([`${to}a`, `${to}b`, `${to}c`, to, '/d']);
  });
});
