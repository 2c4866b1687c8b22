// Scenarios of the web and database families on spellings that a server takes and a reader may not: lines, quotes, case, ends of lines.
import type { Change, ScenarioTable } from '../scenario.ts';
import { edits, on } from '../scenario.ts';
import { conf, data, refused, rocky as postgresql } from '../postgresql-host.ts';
import { context, inContext, rocky as tomcat, server, web } from '../tomcat-host.ts';

const apache = 'rocky-9-apache';
const debian = 'debian-12-apache';
const shop = '/etc/httpd/conf.d/shop.conf';
const site = '/etc/apache2/sites-available/000-default.conf';
const icons = { '/etc/httpd/conf.d/autoindex.conf': null, '/etc/httpd/conf.d/welcome.conf': null };
const options = (words: string): Change => edits('Options SymLinksIfOwnerMatch', words);
const nginx = 'amazon-linux-2023-web';
const nginxSite = '/etc/nginx/conf.d/shop.conf';
/** The file as an editor of Windows saves it. */
const windows =
  (change: Change): Change =>
  (was, path) => {
    const now = typeof change === 'function' ? change(was, path) : change;
    const file = typeof now === 'string' ? { text: now } : now;
    return file && { ...file, text: (file.text ?? '').replaceAll('\n', '\r\n') };
  };

export const spellingScenarios: ScenarioTable = {
  'apache.directory-listing': [
    on(apache, 'a word on the next line', { ...icons, [shop]: options('Options \\\n  Indexes') }, 'fail'),
    on(apache, 'in quotes', { ...icons, [shop]: options('Options "Indexes"') }, 'fail'),
    on(apache, 'saved on Windows, on', { ...icons, [shop]: windows(options('Options Indexes')) }, 'fail'),
    on(apache, 'saved on Windows, off', { ...icons, [shop]: windows(options('Options -Indexes')) }, 'pass'),
    on(
      apache,
      'a comment that goes on',
      { ...icons, [shop]: options('# Options \\\n  Indexes\nOptions None') },
      'pass',
    ),
    on(
      apache,
      'a section in capitals',
      {
        ...icons,
        [shop]: edits(
          /<Directory ([^>]*)>([^]*)<\/Directory>/,
          '<DIRECTORY "$1/">\nOPTIONS +INDEXES\nRequire all granted\n</DIRECTORY>',
        ),
      },
      'fail',
    ),
    on(
      debian,
      'a folder by a variable',
      {
        '/etc/apache2/apache2.conf': edits('Options Indexes', 'Options'),
        [site]: edits(
          'DocumentRoot',
          'Define docs /var/www/html\n<Directory ${docs}>\nOptions Indexes\n</Directory>\n  DocumentRoot',
        ),
      },
      'fail',
    ),
    on(
      debian,
      'under a name that nobody defined',
      {
        '/etc/apache2/apache2.conf': edits('Options Indexes', 'Options'),
        [site]: edits(
          'DocumentRoot',
          '<IfDefine DEBUG>\n<Directory /var/www/html>\nOptions Indexes\n</Directory>\n</IfDefine>\n  DocumentRoot',
        ),
      },
      'pass',
    ),
  ],
  'apache.header-disclosure': [
    on(
      debian,
      'saved on Windows',
      { '/etc/apache2/conf-available/security.conf': 'ServerTokens Prod\r\nServerSignature Off\r\n' },
      'pass',
    ),
  ],
  'nginx.directory-listing': [
    on(nginx, 'saved on Windows', { [nginxSite]: windows(edits('root /srv', 'autoindex on;\n    root /srv')) }, 'fail'),
    on(
      nginx,
      'in quotes, over lines',
      { [nginxSite]: edits('root /srv', 'autoindex\n      "on"\n    ;root /srv') },
      'fail',
    ),
    on(
      nginx,
      'in an address that ends in a dollar',
      { [nginxSite]: edits('    root /srv', '    location ~ ^/pub/$ { autoindex on; }\n    root /srv') },
      'fail',
      { because: '/pub/' },
    ),
    on(
      nginx,
      'the word in a value',
      { [nginxSite]: edits('root /srv', 'add_header X "autoindex on;";\n    root /srv') },
      'pass',
    ),
  ],
  'nginx.header-disclosure': [
    on(
      nginx,
      'off in one address that ends in a dollar, and on elsewhere',
      { [nginxSite]: edits('    root /srv', '    location ~ \\.php$ { server_tokens off; }\n    root /srv') },
      'fail',
    ),
  ],
  'tomcat.directory-listing': [
    on(
      tomcat,
      'as character data',
      { [web]: edits(/(listings<\/param-name><param-value>)false/, '$1<![CDATA[true]]>') },
      'fail',
    ),
    on(
      tomcat,
      'saved on Windows',
      { [web]: windows(edits(/(listings<\/param-name><param-value>)false/, '$1\ntrue\n')) },
      'fail',
    ),
  ],
  'tomcat.parent-directory': [
    on(
      tomcat,
      'in single quotes, over lines',
      { [context]: inContext("<Resources\n  allowLinking\n = 'true' />") },
      'fail',
    ),
  ],
  'tomcat.header-disclosure': [
    on(
      tomcat,
      'in single quotes',
      {
        [server]: edits(
          '<Valve',
          "<Valve className='org.apache.catalina.valves.ErrorReportValve' showReport='false' showServerInfo='false'/>\n        <Valve",
        ),
      },
      'pass',
    ),
  ],
  'mysql.remote-access': [
    on(
      'debian-12-mariadb',
      'an image: dashes, blanks and quotes',
      { '/etc/mysql/mariadb.conf.d/90-site.cnf': '[mysqld]\r\n  bind_address\t=  "127.0.0.1"   # only here\r\n' },
      'pass',
      { image: true },
    ),
    on(
      'rocky-9-mysql',
      'an image: a group of one version',
      { '/etc/my.cnf.d/a.cnf': '[mysqld-5.7]\nbind-address=127.0.0.1\n' },
      'manual',
      { image: true },
    ),
  ],
  'mysql.default-accounts': [
    on(
      'rocky-9-mysql',
      'an image: a loose word',
      { '/etc/my.cnf.d/a.cnf': '[mysqld]\nloose-skip-grant-tables\n' },
      'fail',
      { image: true },
    ),
  ],
  'postgresql.audit': [
    on(
      postgresql,
      'without a sign, in capitals, with a comment',
      { ...refused, ...conf("LOG_CONNECTIONS on # all\nlog_statement 'all'\n") },
      'pass',
    ),
    on(
      postgresql,
      'saved on Windows',
      { ...refused, ...conf("log_connections = on\r\nlog_statement = 'mod'\r\n") },
      'pass',
    ),
  ],
  'postgresql.default-accounts': [
    on(
      postgresql,
      'a name in quotes, over lines',
      { [`${data}/pg_hba.conf`]: edits(/^/, 'host all "postgres" \\\n 10.0.0.0/8 trust\n') },
      'fail',
    ),
    on(
      postgresql,
      'a pattern in quotes',
      { [`${data}/pg_hba.conf`]: edits(/^/, 'host all "/^post,*" 10.0.0.0/8 trust\n') },
      'fail',
    ),
    on(
      postgresql,
      'the word in quotes is a name',
      { [`${data}/pg_hba.conf`]: edits(/^/, 'host all "all" 10.0.0.0/8 trust\n') },
      'pass',
    ),
  ],
};
