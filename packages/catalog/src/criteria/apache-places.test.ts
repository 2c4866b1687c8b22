// Every place that a server serves, the layers that apply there, and the options that they leave.
import { describe, expect, it } from 'vitest';
import { both, built, httpd } from '../host-checks/apache-answers.ts';
import type { ApacheAnswers, StatedServer } from '../host-checks/apache-answers.ts';
import type { PlaceOptions } from './apache-places.ts';
import { apachePlaces, linkPlaces, optionPlaces, optionProof, ownLayer, unseenOverrides } from './apache-places.ts';
import { apacheHost } from './testing/web-hosts.ts';

const main = '/etc/httpd/conf/httpd.conf';
type Notes = ApacheAnswers['notes'];

function stand(
  conf: string,
  htaccess: Readonly<Record<string, string>> = {},
  notes: Notes = [],
  stated: StatedServer = {},
) {
  const files = Object.fromEntries(Object.entries(htaccess).map(([folder, text]) => [`${folder}/.htaccess`, text]));
  const apache = apacheHost(httpd({ [main]: conf, ...files }, stated, notes));
  const [instance] = apache.instances;
  if (!instance) throw new Error('no server');
  return { apache, instance };
}
const placesOf = (conf: string, htaccess?: Readonly<Record<string, string>>) => {
  const { apache, instance } = stand(conf, htaccess);
  return apachePlaces(instance, apache).map(({ kind, label, path, layers }) =>
    [
      kind,
      label,
      path,
      layers
        .slice(2)
        .map(({ source }) => source.replace(`${main}:`, ''))
        .join(' '),
    ].join(' | '),
  );
};

describe('places', () => {
  const conf = `DocumentRoot /srv/www
Alias /icons /usr/share/icons
<Directory />
AllowOverride None
</Directory>
<Directory /srv/www>
AllowOverride All
</Directory>
<Directory /srv/www/up>
AllowOverride None
</Directory>
<Directory /srv/other>
AllowOverride All
</Directory>
<Directory /usr/share/icons/small>
Options Indexes
</Directory>
<Location />
Options None
</Location>
<Location /status>
Options None
</Location>
<FilesMatch "\\.cgi$">
Options ExecCGI
</FilesMatch>
<LocationMatch />
Options None
</LocationMatch>
<Proxy *>
Options All
</Proxy>
<StrangeFiles x>
Options All
</StrangeFiles>
`;
  it('names roots, aliases, sections below them or without a folder, and .htaccess files that count', () => {
    expect(
      placesOf(conf, {
        '/srv/www/a': 'Options Indexes\n',
        '/srv/www/up': 'Options Indexes\n',
        '/srv/other': 'Options Indexes\n',
        '/usr/share/icons': 'Options Indexes\n',
      }),
    ).toEqual([
      'root | main server: /srv/www | /srv/www | 3 6 18',
      'alias | main server: /usr/share/icons | /usr/share/icons | 3 18',
      'section | main server: <directory /srv/www/up> | /srv/www/up | 3 6 9 18',
      'section | main server: <directory /usr/share/icons/small> | /usr/share/icons/small | 3 15 18',
      'section | main server: <location /status> |  | 3 6 18 21',
      'section | main server: <filesmatch \\.cgi$> |  | 3 6 18 24',
      'section | main server: <locationmatch /> |  | 3 6 18 27',
      'htaccess | main server: /srv/www/a/.htaccess | /srv/www/a | 3 6 /srv/www/a/.htaccess 18',
    ]);
  });

  it('lets a section without a folder add to the root, else to the whole of the host, and to nothing where nothing is served', () => {
    const elsewhere = 'ProxyPass / http://127.0.0.1/\n<Files x>\nOptions All\n</Files>\n<Directory />\n</Directory>\n';
    expect(placesOf(elsewhere)).toEqual([]);
    expect(placesOf(`${elsewhere}Alias /a /srv/a\n<Directory /srv/a>\n</Directory>\n`)).toEqual([
      'alias | main server: /srv/a | /srv/a | 5 8',
      'section | main server: <files x> |  | 5 2',
    ]);
  });

  it('names what a virtual host has of the main server under its own name', () => {
    const common = 'Listen 80\nDocumentRoot /srv/www\nAlias /a /srv/a\n<Location /x>\nOptions All\n</Location>\n';
    expect(placesOf(`${common}<VirtualHost *:80>\nServerName b\nDocumentRoot /srv/b\n</VirtualHost>\n`)).toEqual([
      'root | *:80 b: /srv/b | /srv/b | ',
      'alias | *:80 b: /srv/a | /srv/a | ',
      'section | *:80 b: <location /x> |  | 4',
    ]);
  });

  it('reads .htaccess by its own name, at the root of the host as well, and by no other', () => {
    const open = 'DocumentRoot /\n<Directory />\nAllowOverride All\n</Directory>\n';
    expect(placesOf(open, { '': 'Options All\n' }).at(-1)).toBe(
      'htaccess | main server: /.htaccess | / | 2 /.htaccess',
    );
    expect(placesOf(`AccessFileName .acl\n${open}`, { '': 'Options All\n' })).toHaveLength(1);
    expect(placesOf(`AccessFileName .acl .htaccess\n${open}`, { '': 'Options All\n' })).toHaveLength(2);
  });

  it('keeps the files of another server, and those that are not there, out', () => {
    const apache = apacheHost(
      both(
        httpd({
          [main]: 'DocumentRoot /srv/www\n<Directory />\nAllowOverride All\n</Directory>\n',
          '/srv/www/.htaccess': 'absent',
          '/srv/www/x.htaccess': 'Options All\n',
          '/srv/www/index.html': '',
        }),
        built('DocumentRoot /srv/www/b\n', { id: '2' }),
      ),
    );
    const [instance] = apache.instances;
    expect(instance && apachePlaces(instance, apache).map(({ kind }) => kind)).toEqual(['root']);
  });
});

describe('options', () => {
  const shown = (places: readonly PlaceOptions[]) =>
    places.map(({ label, options }) => `${label.replace('main server: ', '')}: ${[...options.keys()].join(' ')}`);
  const conf = `DocumentRoot /srv/www
<Directory /srv/www>
Options Indexes FollowSymLinks
AllowOverride Options=ExecCGI,Indexes
</Directory>
<Directory /srv/www/a>
Require all granted
</Directory>
<Directory /srv/www/b>
Options -Indexes
</Directory>
<LocationMatch ^/c>
Options +Includes -FollowSymLinks
</LocationMatch>
<If "true">
Options +MultiViews
</If>
`;
  it('passes over sections that set none, and lets .htaccess set what it may', () => {
    const { apache, instance } = stand(conf, {
      '/srv/www/b': 'Options +ExecCGI +Includes\nDirectoryIndex x\n',
      '/srv/www/d': 'Options +Includes Index-es\n',
      '/srv/www/e-': 'Options -indexes\n',
    });
    expect(shown(optionPlaces(instance, apache))).toEqual([
      '/srv/www: indexes followsymlinks',
      '<directory /srv/www/b>: followsymlinks execcgi',
      '<locationmatch ^/c>: indexes includes',
      '<if true>: indexes followsymlinks multiviews',
      '/srv/www/b/.htaccess: followsymlinks execcgi',
      '/srv/www/d/.htaccess: indexes followsymlinks',
      '/srv/www/e-/.htaccess: followsymlinks',
    ]);
    const places = optionPlaces(instance, apache);
    expect(
      places.map((place) =>
        ownLayer(place)
          .flatMap(({ body }) => body.map(({ key }) => key))
          .join(' '),
      ),
    ).toEqual(['', 'options', 'options', 'options', 'options directoryindex', '', 'options']);
  });

  it('asks for links on the way down the folders only', () => {
    const { apache, instance } = stand(`${conf}<Directory "/srv/www/<files">\nOptions None\n</Directory>\n`);
    expect(shown(linkPlaces(instance, apache))).toEqual([
      '/srv/www: indexes followsymlinks',
      '<directory /srv/www/b>: followsymlinks',
      '<directory /srv/www/<files>: ',
    ]);
  });

  const proof = (text: string, option: string) => {
    const { apache, instance } = stand(text);
    return optionPlaces(instance, apache).map((place) => optionProof(place, option, 'none'));
  };
  it('shows the line that set an option, the nearest that left it out, or the place', () => {
    const set =
      'DocumentRoot /srv/www\nOptions Indexes ExecCGI\n<Directory /srv/www>\nOptions +Includes\nRequire all granted\n</Directory>\n';
    const found = 'main server: /srv/www: Options Indexes ExecCGI Includes';
    expect(proof(set, 'indexes')).toEqual([{ source: `${main}:2`, found, expected: 'none' }]);
    expect(proof(set, 'includes')[0]?.source).toBe(`${main}:4`);
    expect(proof(set, 'followsymlinks')[0]?.source).toBe(`${main}:4`);
    expect(proof('DocumentRoot /srv/www\n', 'indexes')).toEqual([
      { source: `${main}:1`, found: 'main server: /srv/www: Options FollowSymLinks', expected: 'none' },
    ]);
    expect(proof('DocumentRoot /srv/www\nOptions +SymLinksIfOwnerMatch +MultiViews +Odd\n', 'followsymlinks')).toEqual([
      {
        source: `${main}:2`,
        found: 'main server: /srv/www: Options FollowSymLinks SymLinksIfOwnerMatch MultiViews odd (built-in)',
        expected: 'none',
      },
    ]);
    expect(proof('DocumentRoot /srv/www\nOptions None\n', 'indexes')[0]?.found).toBe(
      'main server: /srv/www: Options None',
    );
  });
});

describe('what was not seen', () => {
  const open = (text: string) => `DocumentRoot /srv/www\n<Directory />\nAllowOverride ${text}\n</Directory>\n`;
  const unseen = (conf: string, notes: Notes = [], version = '2.4.62') => {
    const { apache, instance } = stand(conf, { '/srv/www/a': 'Options None\n' }, notes);
    return unseenOverrides(apachePlaces(instance, apache), apache, 'indexes', version).map(
      ({ source, found }) => `${source.replace(`${main}:`, '')} ${found}`,
    );
  };
  const cut: Notes = [['apache.unwalked', '/srv/www', 'too many']];
  const told = '3 main server: /srv/www: AllowOverride all; .htaccess files not all seen (too many)';

  it.each([
    [open('All'), cut, [told]],
    [open('All'), [], []],
    [open('All'), [['apache.unwalked', '/srv', 'too many']] as Notes, []],
    [open('AuthConfig'), cut, []],
    [open('None'), cut, []],
    [
      `${open('All')}<Directory /srv/www/b>\nOptions None\n</Directory>\n`,
      [
        ...cut,
        ['apache.unwalked', '/srv/www/a', 'too deep'],
        ['apache.unwalked', '/srv/www/b', 'too deep'],
        ['apache.unwalked', '', 'x'],
      ] as Notes,
      [told],
    ],
    [
      `AccessFileName .acl\n${open('All')}`,
      [],
      ['4 main server: /srv/www: AllowOverride all; .htaccess files not all seen (AccessFileName .acl)'],
    ],
    [
      `UserDir public_html\n${open('Options')}`,
      [],
      [
        '4 main server: /home/*/public_html: AllowOverride options; .htaccess files not all seen (homes are not walked)',
      ],
    ],
  ])('%j with %j: %j', (conf, notes, expected) => expect(unseen(conf, notes)).toEqual(expected));

  it('counts on what was built in before 2.3.9', () =>
    expect(unseen('DocumentRoot /srv/www\n', cut, '2.2.34')).toEqual([
      'built-in main server: /srv/www: AllowOverride all; .htaccess files not all seen (too many)',
    ]));
});
