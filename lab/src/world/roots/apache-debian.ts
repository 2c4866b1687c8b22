// Apache httpd as the packages of Debian 12 leave it (apache2 2.4.62-1~deb12u2), without comments: apache2.conf, enabled parts, one site.
import type { Files } from './accounts.ts';
import { lines } from './accounts.ts';
import { debian12Stock } from './debian-12.ts';
import { saysVersion, served } from './served.ts';

const main = lines([
  'DefaultRuntimeDir ${APACHE_RUN_DIR}',
  'PidFile ${APACHE_PID_FILE}',
  'Timeout 300',
  'KeepAlive On',
  'MaxKeepAliveRequests 100',
  'KeepAliveTimeout 5',
  'User ${APACHE_RUN_USER}',
  'Group ${APACHE_RUN_GROUP}',
  'HostnameLookups Off',
  'ErrorLog ${APACHE_LOG_DIR}/error.log',
  'LogLevel warn',
  'IncludeOptional mods-enabled/*.load',
  'IncludeOptional mods-enabled/*.conf',
  'Include ports.conf',
  '<Directory />',
  '  Options FollowSymLinks',
  '  AllowOverride None',
  '  Require all denied',
  '</Directory>',
  '<Directory /usr/share>',
  '  AllowOverride None',
  '  Require all granted',
  '</Directory>',
  '<Directory /var/www/>',
  '  Options Indexes FollowSymLinks',
  '  AllowOverride None',
  '  Require all granted',
  '</Directory>',
  'AccessFileName .htaccess',
  '<FilesMatch "^\\.ht">',
  '  Require all denied',
  '</FilesMatch>',
  'LogFormat "%v:%p %h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" vhost_combined',
  'LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined',
  'LogFormat "%h %l %u %t \\"%r\\" %>s %O" common',
  'LogFormat "%{Referer}i -> %U" referer',
  'LogFormat "%{User-agent}i" agent',
  'IncludeOptional conf-enabled/*.conf',
  'IncludeOptional sites-enabled/*.conf',
]);

const ports = lines([
  'Listen 80',
  '<IfModule ssl_module>',
  '  Listen 443',
  '</IfModule>',
  '<IfModule mod_gnutls.c>',
  '  Listen 443',
  '</IfModule>',
]);

const security = lines(['ServerTokens OS', 'ServerSignature On', 'TraceEnable Off']);

const cgiBin = lines([
  '<IfModule mod_alias.c>',
  '  <IfModule mod_cgi.c>',
  '    Define ENABLE_USR_LIB_CGI_BIN',
  '  </IfModule>',
  '  <IfModule mod_cgid.c>',
  '    Define ENABLE_USR_LIB_CGI_BIN',
  '  </IfModule>',
  '  <IfDefine ENABLE_USR_LIB_CGI_BIN>',
  '    ScriptAlias /cgi-bin/ /usr/lib/cgi-bin/',
  '    <Directory "/usr/lib/cgi-bin">',
  '      AllowOverride None',
  '      Options +ExecCGI -MultiViews +SymLinksIfOwnerMatch',
  '      Require all granted',
  '    </Directory>',
  '  </IfDefine>',
  '</IfModule>',
]);

const site = lines([
  '<VirtualHost *:80>',
  '  ServerAdmin webmaster@localhost',
  '  DocumentRoot /var/www/html',
  '  ErrorLog ${APACHE_LOG_DIR}/error.log',
  '  CustomLog ${APACHE_LOG_DIR}/access.log combined',
  '</VirtualHost>',
]);

const alias = lines([
  'Alias /icons/ "/usr/share/apache2/icons/"',
  '<Directory "/usr/share/apache2/icons">',
  '  Options FollowSymlinks',
  '  AllowOverride None',
  '  Require all granted',
  '</Directory>',
]);

const status = lines([
  '<Location /server-status>',
  '  SetHandler server-status',
  '  Require local',
  '</Location>',
  'ExtendedStatus On',
  '<IfModule mod_proxy.c>',
  '  ProxyStatus On',
  '</IfModule>',
]);

const envvars = lines([
  'unset HOME',
  'export APACHE_RUN_USER=www-data',
  'export APACHE_RUN_GROUP=www-data',
  'export APACHE_PID_FILE=/var/run/apache2/apache2.pid',
  'export APACHE_RUN_DIR=/var/run/apache2',
  'export APACHE_LOCK_DIR=/var/lock/apache2',
  'export APACHE_LOG_DIR=/var/log/apache2',
]);

const modules =
  'access_compat alias auth_basic authn_core authn_file authz_core authz_host authz_user autoindex deflate dir env filter mime mpm_event negotiation reqtimeout setenvif status';

/** A part that is enabled: the file, and the link to it. */
export function enabled(kind: 'mods' | 'conf' | 'sites', name: string, text: string): Files {
  return {
    [`/etc/apache2/${kind}-available/${name}`]: text,
    [`/etc/apache2/${kind}-enabled/${name}`]: { link: `../${kind}-available/${name}` },
  };
}

export function loads(name: string): Files {
  return enabled('mods', `${name}.load`, `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`);
}

const log = { text: '', mode: '0640', gid: 4 } as const;

export const debian12Apache = served(debian12Stock, {
  name: 'debian-12-apache',
  units: {
    'apache2.service': lines([
      '[Service]',
      'Type=forking',
      'Environment=APACHE_STARTED_BY_SYSTEMD=true',
      'ExecStart=/usr/sbin/apachectl start',
    ]),
  },
  listeners: ['tcp *:80 apache2'],
  files: {
    '/usr/sbin/apache2': saysVersion('Server version: Apache/2.4.62 (Debian)', ['-v']),
    '/usr/sbin/apachectl': { text: '#!/bin/sh\nexit 1\n', mode: '0755' },
    '/etc/apache2/apache2.conf': main,
    '/etc/apache2/ports.conf': ports,
    '/etc/apache2/envvars': envvars,
    ...Object.fromEntries(modules.split(' ').flatMap((name) => Object.entries(loads(name)))),
    ...enabled('mods', 'alias.conf', alias),
    ...enabled('mods', 'status.conf', status),
    ...enabled('conf', 'security.conf', security),
    ...enabled('conf', 'serve-cgi-bin.conf', cgiBin),
    ...enabled('sites', '000-default.conf', site),
    '/var/www/html/index.html': '<title>Apache2 Debian Default Page: It works</title>\n',
    '/usr/share/apache2/icons/text.gif': '',
    '/usr/lib/cgi-bin': { dir: true },
    '/var/log/apache2': { dir: true, mode: '0750', gid: 4 },
    '/var/log/apache2/access.log': log,
    '/var/log/apache2/error.log': log,
    '/var/log/apache2/other_vhosts_access.log': log,
  },
});
