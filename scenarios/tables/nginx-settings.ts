// Scenarios of the family nginx: what its servers tell, pass on, take and run.
import { host } from '../host-state.ts';
import { lists } from '../package-lists.ts';
import type { Changes, ScenarioTable } from '../scenario.ts';
import { edits, on } from '../scenario.ts';

const root = 'amazon-linux-2023-web';
const main = '/etc/nginx/nginx.conf';
const site = '/etc/nginx/conf.d/shop.conf';
/** Into the server that speaks TLS. */
const inServer = (text: string): Changes => ({ [site]: edits('    root /srv', `    ${text}\n    root /srv`) });
/** Into `http`, before the sites. */
const inHttp = (text: string): Changes => ({ [main]: edits('    sendfile on;', `    sendfile on;\n    ${text}`) });
const inBoth = (http: string, server: string): Changes => ({ ...inHttp(http), ...inServer(server) });
const more = (text: string): Changes => ({ '/etc/nginx/conf.d/zz.conf': text });
const noProxy = edits(/ {4}location \/api\/ \{[^}]*\}\n/, '');
const noAlias = edits(/ {4}location \/img \{[^}]*\}\n/, '');
const script = 'fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name; fastcgi_pass unix:/run/php/fpm.sock;';
const unit = '/lib/systemd/system/nginx.service';
/** nginx of Debian's package. */
const debian: Changes = {
  '/usr/sbin/nginx': {
    text: '#!/bin/sh\n# nginx version: nginx/1.22.1\n# configure arguments: --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf\nexit 1\n',
    mode: '0755',
  },
  [main]: 'user www-data;\nevents { }\nhttp { include /etc/nginx/sites-enabled/*; }\n',
  '/etc/nginx/sites-enabled/default': 'server { listen 80 default_server; root /var/www/html; }\n',
  '/usr/lib/systemd/system/nginx.service': '[Service]\nExecStart=/usr/sbin/nginx\n',
  '/etc/systemd/system/multi-user.target.wants/nginx.service': { link: unit },
  ...host({ on: ['nginx.service'] }),
};
const advisory = (text: string) => ({
  rpm: '#!/bin/sh\nexit 0\n',
  dnf: `#!/bin/sh\ncase $* in *-C*) ${text} ;; esac\n`,
});

export const nginxSettingScenarios: ScenarioTable = {
  'nginx.header-disclosure': [
    on(root, 'nothing is said: it is on', {}, 'fail', { because: 'server_tokens' }),
    on(root, 'off for all', inHttp('server_tokens off;'), 'pass'),
    on(root, 'on again for one', inBoth('server_tokens off;', 'server_tokens on;'), 'fail', { because: site }),
    on(root, 'in a comment, as it ships', inHttp('# server_tokens off;'), 'fail'),
    on(
      root,
      'in a file that nothing includes',
      { '/etc/nginx/conf.d/tokens.conf.rpmnew': 'server_tokens off;\n' },
      'fail',
    ),
  ],
  'nginx.proxy': [
    on(root, 'one address is passed on', {}, 'manual', { because: '127.0.0.1:8080' }),
    on(root, 'none is', { [site]: noProxy }, 'pass'),
    on(
      root,
      'to wherever a request says',
      more('server { listen 81; location / { proxy_pass http://$http_host; } }\n'),
      'fail',
      { because: '$http_host' },
    ),
  ],
  'nginx.size-limit': [
    on(root, 'nothing is said: one megabyte', {}, 'pass', { because: '1m' }),
    on(
      root,
      'switched off for one address',
      { [site]: edits('location /api/ {', 'location /api/ {\n        client_max_body_size 0;') },
      'fail',
      { because: '/api/' },
    ),
    on(
      root,
      'off for all, and bounded in the site',
      inBoth('client_max_body_size 0;', 'client_max_body_size 10M;'),
      'pass',
    ),
  ],
  'nginx.ssi': [
    on(root, 'off', {}, 'pass'),
    on(root, 'on for all, off in the site', inBoth('ssi on;', 'ssi off;'), 'pass'),
    on(
      root,
      'on within a condition',
      { [site]: edits('location / {', 'location / {\n        if ($request_uri ~ x) { ssi on; }') },
      'fail',
    ),
    on(root, 'its kin', inHttp('ssi_silent_errors on;'), 'pass'),
  ],
  'nginx.webdav': [
    on(root, 'no method', {}, 'pass'),
    on(
      root,
      'for one address',
      { [site]: edits('location / {', 'location / {\n        dav_methods PUT DELETE;') },
      'fail',
    ),
    on(root, 'for all, taken back in the site', inBoth('dav_methods PUT;', 'dav_methods off;'), 'pass'),
    on(root, 'the word in a comment', inServer('# dav_methods PUT;'), 'pass'),
  ],
  'nginx.cgi': [
    on(root, 'none', {}, 'pass'),
    on(root, 'a folder of scripts', inServer(`location /app { ${script} }`), 'pass'),
    on(root, 'whatever is asked for is run', { [site]: edits('location / {', `location / { ${script}`) }, 'fail'),
    on(root, 'one script', inServer(`location = /index.php { ${script} }`), 'pass'),
    on(root, 'the name may go on behind the extension', inServer(`location ~ \\.php { ${script} }`), 'fail'),
    on(root, 'by its extension, of every folder', inServer(`location ~ \\.php$ { ${script} }`), 'manual'),
  ],
  'nginx.tls': [
    on(root, 'on, and plain HTTP is sent on', {}, 'pass'),
    on(root, 'a port is no protocol', { [site]: edits('listen 443 ssl', 'listen 443') }, 'fail'),
    on(root, 'a broken version', { [site]: edits('ssl_protocols TLSv1.2', 'ssl_protocols SSLv3 TLSv1.2') }, 'fail', {
      because: 'SSLv3',
    }),
    on(root, 'which the site takes back', inHttp('ssl_protocols SSLv3;'), 'pass'),
    on(root, 'a second site without', more('server { listen 80; server_name b.example; root /srv/b; }\n'), 'fail', {
      because: 'b.example',
    }),
  ],
  'nginx.document-root': [
    on(root, 'folders of their own', {}, 'pass'),
    on(root, 'that of the package', { [site]: edits('root /srv/shop/public', 'root /usr/share/nginx/html') }, 'fail', {
      because: '/usr/share/nginx/html',
    }),
    on(root, 'nothing is said: built in', { [site]: edits('    root /srv/shop/public;\n', '') }, 'fail', {
      because: '/usr/share/nginx/html',
    }),
    on(root, 'the system, by a detour', { [site]: edits('root /srv/shop/public', 'root /srv/shop/../../etc') }, 'fail'),
    on(root, 'a variable of the request', { [site]: edits('root /srv/shop/public', 'root /srv/$host') }, 'manual'),
  ],
  'nginx.error-pages': [
    on(root, 'an application may have its own', {}, 'manual'),
    on(
      root,
      'every page',
      { [site]: noProxy, ...inHttp('error_page 400 401 403 404 /40x.html; error_page 500 502 503 504 /50x.html;') },
      'manual',
      { because: '400' },
    ),
    on(
      root,
      'in the site, where they replace those of all',
      {
        [site]: edits(
          / {4}error_page 404[^]*location \/img/,
          '    error_page 400 401 403 404 500 /e.html;\n    location /img',
        ),
      },
      'pass',
    ),
    on(
      root,
      'none',
      {
        [site]: edits(
          / {4}error_page 404[^]*location \/img/,
          '    # error_page 400 401 403 404 500 /e.html;\n    location /img',
        ),
      },
      'fail',
    ),
  ],
  'nginx.virtual-directory': [
    on(root, 'one', {}, 'manual', { because: '/srv/shop/images' }),
    on(root, 'none', { [site]: noAlias }, 'pass'),
    on(root, 'one that leads nowhere', { [site]: edits('alias /srv/shop/images/', 'alias /srv/gone/') }, 'fail', {
      because: '/srv/gone',
    }),
  ],
  'nginx.upload-path': [
    on(root, 'an application takes them', {}, 'manual'),
    on(root, 'files alone take none', { [site]: noProxy }, 'pass'),
    on(root, 'bodies are kept among the documents', inHttp('client_body_temp_path /srv/shop/public/tmp;'), 'fail', {
      because: '/srv/shop/public/tmp',
    }),
    on(root, 'beside them', inHttp('client_body_temp_path /srv/shop/public-tmp;'), 'manual'),
  ],
  'nginx.patches': [
    on(root, 'within a locked release', {}, 'manual', { tools: advisory(':'), because: 'locked' }),
    on(root, 'an advisory', {}, 'fail', {
      tools: advisory('echo "ALAS2023-2026-1 important/Sec. nginx-1:1.28.0-1.amzn2023.0.2.x86_64"'),
    }),
    on(
      'debian-12-stock',
      'nothing waits',
      { ...debian, ...lists({ nginx: '1.22.1-9+deb12u2' }, { nginx: '1.22.1-9+deb12u2' }) },
      'pass',
    ),
    on(
      'debian-12-stock',
      'a fix of a module waits',
      { ...debian, ...lists({ 'libnginx-mod-stream': '1.22.1-9' }, { 'libnginx-mod-stream': '1.22.1-9+deb12u2' }) },
      'fail',
    ),
    on(
      'debian-12-stock',
      "newer than the distribution's, of its maker",
      { ...debian, ...lists({ nginx: '1.28.0-1~bookworm' }, { nginx: '1.22.1-9+deb12u2' }) },
      'pass',
    ),
  ],
};
