// Scenarios of the family apache: what a server says of itself, whom it answers and how it is kept.
import { lists } from '../package-lists.ts';
import { running } from '../processes.ts';
import type { Changes, ScenarioTable } from '../scenario.ts';
import { adds, becomes, edits, on } from '../scenario.ts';

const debian = 'debian-12-apache';
const rocky = 'rocky-9-apache';
const main = '/etc/httpd/conf/httpd.conf';
const shop = '/etc/httpd/conf.d/shop.conf';
const security = '/etc/apache2/conf-available/security.conf';
const site = '/etc/apache2/sites-available/000-default.conf';
const later: Changes = { '/etc/apache2/sites-enabled/zz.conf': 'ServerTokens Full\n' };
const quiet = edits('ServerTokens OS\nServerSignature On', 'SERVERTOKENS prod\nServerSignature off');
const other = '<VirtualHost *:80>\n    ServerName old.example\n    DocumentRoot /srv/shop/public\n</VirtualHost>\n';
const codes = [400, 401, 403, 404, 500].map((code) => `ErrorDocument ${code} /sorry.html\n`).join('');
const build: Changes = {
  '/usr/local/apache2/conf/httpd.conf': 'User daemon\nListen 8080\nServerTokens Full\nProxyRequests On\n',
  '/usr/local/apache2/bin/httpd': '',
};

export const apacheSettingScenarios: ScenarioTable = {
  'apache.header-disclosure': [
    on(debian, 'as packaged', {}, 'fail', { because: 'ServerTokens OS' }),
    on(debian, 'both words, in any case', { [security]: quiet }, 'pass'),
    on(debian, 'a site that is read later says it anew', { [security]: quiet, ...later }, 'fail', {
      because: 'zz.conf:1',
    }),
    on(rocky, 'the signature is off where nothing is said', { [main]: adds('ServerTokens Prod\n') }, 'pass'),
    on(rocky, 'a file that is not included says it', { '/etc/httpd/conf.d/t.conf.off': 'ServerTokens Prod\n' }, 'fail'),
    on(rocky, 'commented out', { [main]: adds('#ServerTokens Prod\n') }, 'fail', { because: 'unset' }),
  ],
  'apache.process-user': [
    on(debian, 'the account of the environment', {}, 'pass', { because: 'www-data' }),
    on(debian, 'root, by the environment', { '/etc/apache2/envvars': edits('USER=www-data', 'USER=root') }, 'fail'),
    on(rocky, 'its children serve', running({ program: '/usr/sbin/httpd', children: [48, 48] }), 'pass', {
      because: '2 as apache',
    }),
    on(rocky, 'a child that is root', running({ program: '/usr/sbin/httpd', children: [48, 0] }), 'fail'),
    on(rocky, 'the number of root', { [main]: edits('User apache', 'User #0') }, 'fail'),
    on(
      rocky,
      'a second server beside it, built from source',
      {
        ...build,
        ...running(
          { program: '/usr/sbin/httpd', children: [48] },
          { program: '/usr/local/apache2/bin/httpd', children: [0] },
        ),
      },
      'fail',
      { because: '/usr/local/apache2' },
    ),
    on(
      rocky,
      'switched off',
      { '/etc/systemd/system/multi-user.target.wants/httpd.service': null, '/opt/lab/units': '#version 252\n' },
      'notApplicable',
    ),
  ],
  'apache.proxy': [
    on(debian, 'nothing is passed on', {}, 'pass'),
    on(rocky, 'open to all', { [shop]: adds('proxyrequests ON\n') }, 'fail', { because: 'shop.conf:' }),
    on(
      rocky,
      'to an application',
      { [shop]: edits('SSLEngine on', 'SSLEngine on\n    ProxyPass /api http://127.0.0.1:8080') },
      'manual',
    ),
    on(
      rocky,
      'a module that is not loaded',
      {
        '/etc/httpd/conf.modules.d/00-proxy.conf': null,
        [main]: adds('<IfModule proxy_module>\nProxyRequests On\n</IfModule>\n'),
      },
      'pass',
    ),
    on(rocky, 'of a build that nothing starts', build, 'pass'),
  ],
  'apache.https-redirect': [
    on(debian, 'as packaged', {}, 'fail'),
    on(rocky, 'all is sent on', {}, 'pass'),
    on(rocky, 'one address is', { [shop]: edits('permanent / https', 'permanent /login https') }, 'fail'),
    on(rocky, 'one name of two is', { [shop]: adds(other) }, 'fail', { because: 'old.example' }),
    on(rocky, 'to plain HTTP', { [shop]: edits('/ https://shop', '/ http://www') }, 'fail'),
    on(
      rocky,
      'by rewriting',
      {
        [shop]: edits(
          'Redirect permanent / https://shop.example/',
          'RewriteEngine On\n    RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]',
        ),
      },
      'pass',
    ),
    on(
      rocky,
      'a rewriting that is not switched on',
      {
        [shop]: edits(
          'Redirect permanent / https://shop.example/',
          'RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]',
        ),
      },
      'fail',
    ),
  ],
  'apache.tls': [
    on(debian, 'as packaged', {}, 'fail', { because: 'without TLS' }),
    on(rocky, 'with TLS, and plain HTTP is sent on', {}, 'pass'),
    on(rocky, 'an old protocol', { [shop]: edits('-all +TLSv1.2', 'ALL +SSLv3') }, 'fail', { because: 'SSLv3' }),
    on(rocky, 'switched off in the host', { [shop]: edits('SSLEngine on', 'SSLEngine off') }, 'fail'),
    on(rocky, 'the block is commented out', { [shop]: edits(/<VirtualHost \*:443>[^]*/, '# SSLEngine on\n') }, 'pass', {
      because: 'TLS',
    }),
  ],
  'apache.error-pages': [
    on(debian, 'as packaged', {}, 'fail'),
    on(debian, 'every page, for all sites', { '/etc/apache2/conf-enabled/errors.conf': codes }, 'pass'),
    on(
      debian,
      'taken back in the site',
      {
        '/etc/apache2/conf-enabled/errors.conf': codes,
        [site]: edits('DocumentRoot', 'ErrorDocument 404 default\n  DocumentRoot'),
      },
      'manual',
      { because: '404' },
    ),
    on(rocky, 'one of several', {}, 'manual', { because: '500' }),
  ],
  'apache.size-limit': [
    on(rocky, 'set for the documents', {}, 'pass'),
    on(rocky, 'switched off', { [shop]: edits('5000000', '0') }, 'fail', { because: 'switched off' }),
    on(
      rocky,
      'lifted again for one address',
      { [shop]: edits('SSLEngine on', 'SSLEngine on\n<Location /up>\nLimitRequestBody 0\n</Location>') },
      'fail',
    ),
    on(debian, 'what is built in since 2.4.53', {}, 'pass', { because: '1 GiB' }),
    on(
      debian,
      'an old number that the distribution mends',
      { '/usr/sbin/apache2': edits('2.4.62', '2.4.41') },
      'manual',
    ),
  ],
  'apache.log-permissions': [
    on(debian, 'as packaged', {}, 'pass'),
    on(debian, 'a log that all may read', { '/var/log/apache2/access.log': becomes({ mode: '0644' }) }, 'fail'),
    on(debian, 'an old log that all may read', { '/var/log/apache2/error.log.2.gz': 'x' }, 'fail', {
      because: 'error.log.2.gz',
    }),
    on(
      rocky,
      'a site logs elsewhere',
      {
        [shop]: edits('SSLEngine on', 'SSLEngine on\n    CustomLog /srv/shop/access.log common'),
        '/srv/shop/access.log': { text: '', mode: '0666' },
      },
      'fail',
      { because: '/srv/shop/access.log' },
    ),
    on(
      rocky,
      'through another program',
      { [main]: edits('"logs/access_log"', '"|/usr/bin/logger -t httpd"') },
      'manual',
    ),
  ],
  'apache.patches': [
    on(
      debian,
      'nothing waits',
      lists({ 'apache2-bin': '2.4.62-1~deb12u2' }, { 'apache2-bin': '2.4.62-1~deb12u2' }),
      'pass',
    ),
    on(
      debian,
      'a fix of a module waits',
      lists({ 'libapache2-mod-php8.2': '8.2.24-1' }, { 'libapache2-mod-php8.2': '8.2.26-1' }),
      'fail',
    ),
    on(
      debian,
      'held below its fix',
      lists({ 'apache2-bin': '2.4.62-1' }, { 'apache2-bin': '2.4.62-1+deb12u1' }, { status: 'hold ok installed' }),
      'fail',
      { because: 'held' },
    ),
    on(debian, 'a fix of another server waits', lists({ nginx: '1.22.1-9' }, { nginx: '1.22.1-9+deb12u1' }), 'pass'),
    on(debian, 'lists of two weeks', lists({ 'apache2-bin': '2' }, {}, { ageDays: 14 }), 'manual', {
      because: '14 days',
    }),
    on(rocky, 'nobody to ask', {}, 'manual'),
  ],
};
