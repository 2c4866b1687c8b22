// Scenarios of the family apache: what a server serves, from which folders, and what may be done there.
import type { Changes, ScenarioTable } from '../scenario.ts';
import { adds, becomes, edits, on } from '../scenario.ts';

const debian = 'debian-12-apache';
const rocky = 'rocky-9-apache';
const main = '/etc/httpd/conf/httpd.conf';
const shop = '/etc/httpd/conf.d/shop.conf';
const apache2 = '/etc/apache2/apache2.conf';
const site = '/etc/apache2/sites-available/000-default.conf';
const documents = '/srv/shop/public';
const icons: Changes = { '/etc/httpd/conf.d/autoindex.conf': null, '/etc/httpd/conf.d/welcome.conf': null };
const options = (words: string) => edits('Options SymLinksIfOwnerMatch', words);
const override = (words: string): Changes => ({ [shop]: edits('AllowOverride None', `AllowOverride ${words}`) });
const enabled = (name: string): Changes => ({
  [`/etc/apache2/mods-enabled/${name}.load`]: `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`,
});
const image = { image: true } as const;

export const apacheContentScenarios: ScenarioTable = {
  'apache.directory-listing': [
    on(debian, 'as packaged', {}, 'fail', { because: '/var/www/html' }),
    on(debian, 'the same in an image', {}, 'fail', image),
    on(debian, 'taken from the documents', { [apache2]: edits('Options Indexes', 'Options') }, 'pass'),
    on(
      debian,
      'the site takes what all have',
      { [site]: edits('DocumentRoot', '<Directory /var/www/html/>\nOptions -Indexes\n</Directory>\n  DocumentRoot') },
      'pass',
    ),
    on(
      debian,
      'a part that is not enabled',
      {
        [apache2]: edits('Options Indexes', 'Options'),
        '/etc/apache2/conf-available/x.conf': '<Directory />\nOptions Indexes\n</Directory>\n',
      },
      'pass',
    ),
    on(rocky, 'the icons of the package', {}, 'fail', { because: '/usr/share/httpd/icons' }),
    on(rocky, 'main server that no request reaches; a file of rpm that nothing includes', icons, 'pass'),
    on(rocky, 'All holds it too', { ...icons, [shop]: options('options ALL') }, 'fail'),
    on(
      rocky,
      'a file in the documents',
      { ...icons, ...override('Options=Indexes'), [`${documents}/pub/.htaccess`]: 'Options +Indexes\n' },
      'fail',
      { because: '.htaccess' },
    ),
    on(rocky, 'a file that may not say so', { ...icons, [`${documents}/pub/.htaccess`]: 'Options +Indexes\n' }, 'pass'),
    on(rocky, 'an include that is gone', { ...icons, [shop]: adds('Include /etc/httpd/gone.conf\n') }, 'unknown', {
      because: 'gone.conf',
    }),
    on(rocky, 'an optional one that is gone', { ...icons, [shop]: adds('IncludeOptional gone.d/*.conf\n') }, 'pass'),
  ],
  'apache.cgi': [
    on(debian, 'no module of it', {}, 'pass'),
    on(debian, 'a define of the module opens the folder set aside', enabled('cgid'), 'pass', {
      because: '/usr/lib/cgi-bin',
    }),
    on(rocky, 'in the documents', { [shop]: options('OPTIONS +execcgi') }, 'fail', { because: documents }),
    on(rocky, 'commented out', { [shop]: options('# Options +ExecCGI') }, 'pass'),
    on(
      rocky,
      'the documents are the script folder',
      { [shop]: edits('SSLEngine on', `SSLEngine on\n    ScriptAlias /run/ ${documents}/`) },
      'fail',
    ),
  ],
  'apache.ssi': [
    on(rocky, 'nowhere', {}, 'pass'),
    on(rocky, 'in the documents', { [shop]: options('Options +Includes') }, 'fail', { because: documents }),
    on(rocky, 'without programs it is still on', { [shop]: options('Options +IncludesNOEXEC') }, 'fail'),
    on(
      debian,
      'the word All holds it',
      { [apache2]: edits('Options Indexes FollowSymLinks', 'Options All'), ...enabled('include') },
      'fail',
    ),
    on(
      debian,
      'given and taken again',
      {
        [apache2]: edits('Options Indexes FollowSymLinks', 'Options +Includes'),
        [site]: edits('DocumentRoot', '<Directory /var/www/html>\nOptions -Includes\n</Directory>\n  DocumentRoot'),
      },
      'pass',
    ),
  ],
  'apache.symbolic-links': [
    on(debian, 'as packaged', {}, 'fail', { because: '/var/www/html' }),
    on(rocky, 'those of their owner alone', icons, 'pass'),
    on(
      rocky,
      'both words: owners do not matter',
      { ...icons, [shop]: options('Options FollowSymLinks SymLinksIfOwnerMatch') },
      'fail',
    ),
    on(rocky, 'nothing said: built in', { ...icons, [shop]: options('') }, 'fail'),
  ],
  'apache.webdav': [
    on(debian, 'off', {}, 'pass'),
    on(rocky, 'loaded and nowhere on', {}, 'pass', { because: 'dav_module' }),
    on(rocky, 'on for one address', { [shop]: adds('<Location /files>\n  DAV on\n</Location>\n') }, 'fail'),
    on(
      rocky,
      'in a block for a module that is not there',
      {
        '/etc/httpd/conf.modules.d/00-dav.conf': null,
        [main]: adds('<IfModule dav_module>\n<Location /files>\nDav On\n</Location>\n</IfModule>\n'),
      },
      'pass',
    ),
  ],
  'apache.document-root': [
    on(debian, 'that of the package', {}, 'fail', { because: '/var/www/html' }),
    on(rocky, 'a folder of its own', {}, 'pass'),
    on(
      rocky,
      'which is a link to the stock one',
      {
        '/srv/shop/site': { link: '/var/www/html' },
        [shop]: edits(`DocumentRoot ${documents}`, 'DocumentRoot /srv/shop/site'),
      },
      'fail',
    ),
    on(
      rocky,
      'a second site in the stock one',
      { [shop]: adds('<VirtualHost *:80>\nServerName old.example\ndocumentroot "/var/www/html/"\n</VirtualHost>\n') },
      'fail',
      { because: 'old.example' },
    ),
  ],
  'apache.virtual-directory': [
    on(debian, 'the icons of the package', {}, 'manual', { because: '/icons/' }),
    on(
      debian,
      'the manual',
      { '/etc/apache2/conf-enabled/doc.conf': 'Alias /manual /usr/share/doc/apache2-doc/manual/\n' },
      'fail',
      { because: '/manual' },
    ),
    on(debian, 'none', { '/etc/apache2/mods-enabled/alias.conf': null }, 'pass'),
    on(rocky, 'scripts and icons', {}, 'manual', { because: '/cgi-bin/' }),
  ],
  'apache.parent-directory': [
    on(debian, 'as packaged, by the letter', {}, 'fail'),
    on(debian, 'the whole file system is closed', {}, 'pass', { profile: 'distro-aware' }),
    on(debian, 'which somebody opened', { [apache2]: edits('Require all denied', 'Require all granted') }, 'fail', {
      profile: 'distro-aware',
    }),
    on(rocky, 'passwords may be asked for', override('AUTHCONFIG'), 'pass'),
    on(
      rocky,
      'the documents are the file system',
      { [shop]: edits(`DocumentRoot ${documents}`, 'DocumentRoot "/"') },
      'fail',
      { because: 'is /' },
    ),
  ],
  'apache.file-access': [
    on(debian, 'as packaged, by the letter', {}, 'fail'),
    on(debian, 'as packaged', {}, 'pass', { profile: 'distro-aware' }),
    on(rocky, 'a key that others may read', { '/etc/pki/tls/private/shop.key': becomes({ mode: '0644' }) }, 'fail', {
      profile: 'distro-aware',
      because: 'shop.key',
    }),
    on(rocky, 'an included file of somebody else', { [shop]: becomes({ uid: 1000 }) }, 'fail', {
      profile: 'distro-aware',
      because: shop,
    }),
    on(rocky, 'content that anybody may write', { [`${documents}/up.php`]: { text: '', mode: '0666' } }, 'fail', {
      profile: 'distro-aware',
      because: 'up.php',
    }),
    on(
      rocky,
      'a list of passwords',
      {
        [shop]: edits('SSLEngine on', 'SSLEngine on\n    AuthUserFile "/srv/shop/users"'),
        '/srv/shop/users': 'kim:x\n',
      },
      'fail',
      { profile: 'distro-aware', because: '/srv/shop/users' },
    ),
  ],
  'apache.needless-files': [
    on(debian, 'the page of the package', {}, 'fail', { because: 'default-page' }),
    on(rocky, 'none', {}, 'pass'),
    on(rocky, 'a repository', { [`${documents}/.git/config`]: '[core]\n' }, 'fail', { because: '.git' }),
    on(rocky, 'a folder that may be needed', { [`${documents}/samples/a.html`]: 'x\n' }, 'manual', {
      because: 'samples',
    }),
    on(rocky, 'a backup where nothing is served', { '/srv/shop/old/dump.sql': 'x\n' }, 'pass'),
  ],
  'apache.upload-path': [
    on(rocky, 'none is seen', {}, 'manual'),
    on(rocky, 'open among the documents', { [`${documents}/uploads`]: { dir: true, mode: '0777' } }, 'fail', {
      because: '/uploads',
    }),
    on(
      rocky,
      'closed by a section',
      {
        [`${documents}/uploads`]: { dir: true, mode: '0750' },
        [shop]: adds(`<Directory ${documents}/uploads>\n  require ALL denied\n</Directory>\n`),
      },
      'pass',
    ),
    on(
      rocky,
      'a section for another folder',
      {
        [`${documents}/uploads`]: { dir: true, mode: '0750' },
        [shop]: adds(`<Directory ${documents}/upload>\n  Require all denied\n</Directory>\n`),
      },
      'fail',
    ),
  ],
};
