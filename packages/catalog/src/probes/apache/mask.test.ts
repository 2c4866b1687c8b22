// The filters that configurations of Apache httpd pass on the host: no secret leaves, and what is judged is still there, on its line. Run by every awk of this machine.
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { maskShell } from './mask.ts';

const awks = ['mawk', 'gawk', 'busybox awk'].filter(
  (awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit 0 }'`]).status === 0,
);

function filtered(filter: 'apache_kept' | 'apache_variables', input: string, awk: string): string[] {
  const script = `awk() { ${awk.startsWith('busybox') ? awk : `command ${awk}`} "$@"; }\n${maskShell}\n${filter}`;
  const run = spawnSync('sh', ['-c', script], { input, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return run.stdout.replace(/\n$/, '').split('\n');
}

/** Each line holds the word that must stay on the host. */
const secret = 'S3cret';
const secrets = [
  `AuthLDAPBindPassword ${secret}`,
  `AuthLDAPURL "ldap://u:${secret}@ldap.example/ou=x"`,
  `SSLPassPhraseDialog "|/bin/echo ${secret}"`,
  `SetEnv DB_PASSWORD ${secret}`,
  `PassEnv ${secret}`,
  `OIDCClientSecret ${secret}`,
  `DBDParams "host=db password=${secret}"`,
  `ProxyPass / http://user:${secret}@10.0.0.5/`,
  `ProxyPass / ajp://10.0.0.5:8009/ secret=${secret}`,
  `ProxyPass / "ajp://10.0.0.5:8009/" Secret=${secret} timeout=3`,
  `Redirect /a https://x.example/?api_key=${secret}&b=1`,
  `RewriteRule ^ https://x.example/?access_token=${secret} [R]`,
  `RewriteRule ^ - [E=APP_TOKEN:${secret},L]`,
  `RewriteCond %{HTTP:X-Key} !^${secret}$`,
  `RewriteCond %{HTTP_COOKIE} ${secret}`,
  `RewriteCond "%{QUERY_STRING}" "k=${secret}"`,
  `Require expr "%{HTTP:X-Key} == '${secret}'"`,
  `Require ldap-filter ${secret}`,
  `<If "%{HTTP:X-Key} == '${secret}'">`,
  `Define DB_PASSWORD ${secret}`,
  `Define TOP ${secret}`,
  `Define PASSWORD_PATH /x/${secret}`,
  `Use Site www.example.com ${secret}`,
  `RequestHeader set Authorization "Basic ${secret}"`,
  `Header set X-Server-Key ${secret}`,
  `CustomLog "|/opt/ship --password ${secret}" combined`,
  `ErrorDocument 403 "call ${secret}"`,
  `ServerName x.example\\\n${secret}`.replace('ServerName', 'SetEnv'),
  `SSLCertificateKeyFile "pkcs11:token=web;pin-value=${secret}"`,
  `# ${secret}`,
];

const keptLines: readonly (readonly [string, string])[] = [
  ['  Options Indexes +FollowSymLinks', 'Options Indexes +FollowSymLinks'],
  ['options None', 'options None'],
  ['<Directory "/srv/a b">', '<Directory "/srv/a b">'],
  ['</Directory>', '</Directory>'],
  ['<IfModule !mod_ssl.c>', '<IfModule !mod_ssl.c>'],
  ['Define TOP /srv/www', 'Define TOP /srv/www'],
  ['Define ON', 'Define ON'],
  ['Define PORT 8443', 'Define PORT 8443'],
  ['Include "conf.d/*.conf"', 'Include "conf.d/*.conf"'],
  ['RewriteCond %{HTTPS} !=on', 'RewriteCond %{HTTPS} !=on'],
  [
    'RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [L,R=301]',
    'RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [L,R=301]',
  ],
  ['ProxyPass / http://10.0.0.5:8080/', 'ProxyPass / http://10.0.0.5:8080/'],
  ['Require not ip 10.0.0.1', 'Require not ip 10.0.0.1'],
  ['Require all granted', 'Require all granted'],
  ['ErrorDocument 404 /missing.html', 'ErrorDocument 404 /missing.html'],
  [
    'CustomLog "|/usr/sbin/rotatelogs /var/log/a.%Y 86400" combined',
    'CustomLog "|/usr/sbin/rotatelogs /var/log/a.%Y 86400" combined',
  ],
  ['Timeout 60', ''],
];

it.each(awks)('lets no secret leave (%s)', (awk) => {
  const said = filtered('apache_kept', secrets.join('\n'), awk);
  expect(said.filter((line) => line.includes(secret))).toEqual([]);
  expect(said).toHaveLength(secrets.join('\n').split('\n').length);
});

it.each(awks)('keeps what is judged, in its place (%s)', (awk) => {
  expect(filtered('apache_kept', keptLines.map(([line]) => line).join('\n'), awk)).toEqual(
    keptLines.map(([, wanted]) => wanted),
  );
});

it.each(awks)('joins what goes on and keeps the number of lines (%s)', (awk) => {
  expect(
    filtered(
      'apache_kept',
      'Options \\\n  Indexes \\\n  MultiViews\nUser x\r\n# a \\\nOptions Indexes\nListen 80\\',
      awk,
    ),
  ).toEqual(['Options   Indexes   MultiViews', '', '', 'User x', '', '', 'Listen 80']);
});

it.each(awks)('gives variables as far as they are harmless (%s)', (awk) => {
  const text = `# APACHE_X=1\nexport APACHE_RUN_USER=www-data\nAPACHE_LOG_DIR="/var/log/apache2$SUFFIX"\nexport DB_PASSWORD=/x\nexport KEY=${secret}\nTOP=${secret}\nLANG=C\n`;
  const said = filtered('apache_variables', text, awk);
  expect(said.filter((line) => line !== '')).toEqual(['APACHE_RUN_USER=www-data', 'APACHE_LOG_DIR=/var/log/apache2']);
});
