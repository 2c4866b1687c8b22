// Cases of nginx.cgi.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const script = 'fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;';
const php = 'fastcgi_pass unix:/run/php/fpm.sock;';

export const cgiCases: readonly HostCase[] = [
  { name: 'none', host: debian12, ...web('server { root /srv/a; }'), expect: 'pass', because: 'no fastcgi_pass' },
  {
    name: 'a folder for it',
    host: rocky9,
    ...web(`server { location ^~ /cgi-bin/ { ${script} fastcgi_pass unix:/run/fcgiwrap.sock; } }`),
    expect: 'pass',
  },
  {
    name: 'one script',
    host: ubuntu22,
    ...web(`server { location = /index.php { ${script} ${php} } }`),
    expect: 'pass',
  },
  {
    name: 'a front controller',
    host: ubuntu22,
    ...web(`server { location / { fastcgi_param SCRIPT_FILENAME /srv/app/index.php; ${php} } }`),
    expect: 'pass',
  },
  {
    name: 'PHP from every folder',
    host: ubuntu22,
    ...web(`server { location ~ \\.php$ { ${script} ${php} } }`),
    expect: 'manual',
    because: 'every folder',
  },
  {
    name: 'the name goes on behind the extension',
    host: debian12,
    ...web(`server { location ~ \\.php { ${script} ${php} } }`),
    expect: 'fail',
    because: 'any file may be run',
    trap: 'photo.jpg/x.php',
  },
  {
    name: 'the same, where the file is asked for first',
    host: debian12,
    ...web(`server { location ~ \\.php { try_files $uri =404; ${script} ${php} } }`),
    expect: 'manual',
  },
  { name: 'everything', host: al2023, ...web(`server { location / { ${script} ${php} } }`), expect: 'fail' },
  {
    name: 'CGI by extension, anywhere',
    host: al2,
    ...web(`server { location ~ \\.(cgi|pl)$ { ${script} fastcgi_pass 127.0.0.1:9000; } }`),
    expect: 'fail',
  },
  {
    name: 'scripts of one folder',
    host: al2023,
    ...web(`server { location ~ ^/app/.*\\.php$ { ${script} ${php} } }`),
    expect: 'pass',
  },
  {
    name: 'an application server',
    host: rocky9,
    ...web('server { location / { uwsgi_pass unix:/run/app.sock; } }'),
    expect: 'pass',
    because: 'application',
  },
  { name: 'a comment', host: rocky9, ...web(`server { #location ~ \\.php { ${php}\n}`), expect: 'pass' },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(web('server { }'), nginxHost(`http { server { location / { ${script} ${php} } } }`, second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...web(`server { location / { ${script} ${php} } }`, { pid: null }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  {
    name: 'fastcgi.conf was not read',
    host: rocky9,
    ...web('server { location / { include fastcgi.conf; } }'),
    expect: 'unknown',
  },
  ...(
    [
      ['location /a { scgi_pass 127.0.0.1:4000; }', 'pass', '(application)'],
      ['location / { uwsgi_pass unix:/run/fcgiwrap.sock; }', 'fail', '(any-file)'],
      ['location ~ \\.php$ { fastcgi_pass unix:/p; fastcgi_param QUERY_STRING /x; }', 'manual', '(anywhere)'],
      ['location ~ \\.php$ { fastcgi_pass unix:/p; fastcgi_param; }', 'manual', '(anywhere)'],
      ['location ~ \\.php$ { fastcgi_pass unix:/p; fastcgi_param SCRIPT_FILENAME; }', 'manual', '(anywhere)'],
      [
        'location ~ \\.php$ { fastcgi_pass unix:/p; fastcgi_param script_filename $document_root/index.php; }',
        'pass',
        '(bounded)',
      ],
      ['fastcgi_pass unix:/p;', 'fail', '(any-file)'],
      ['location = / { fastcgi_pass unix:/p; }', 'pass', '(bounded)'],
      ['location @app { fastcgi_pass unix:/p; }', 'pass', '(bounded)'],
      ['location / { fastcgi_pass unix:/p; }', 'fail', '(any-file)'],
      ['location /run { fastcgi_pass unix:/p; }', 'pass', '(bounded)'],
      ['location ~* \\.php$ { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ ^/index\\.php { fastcgi_pass unix:/p; }', 'pass', '(bounded)'],
      ['location ~ (?:^/cgi-bin/|\\.php$) { fastcgi_pass unix:/p; }', 'fail', '(any-file)'],
      ['location ~ \\.php { fastcgi_pass unix:/p; }', 'fail', '(any-file)'],
      ['location ~ \\.php$|\\.html { fastcgi_pass unix:/p; }', 'fail', '(any-file)'],
      ['location ~ "\\.php(/|$)" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "\\.php(/.*)$" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "\\.php(/.*)?$" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "\\.php(/.*)" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "\\.php(/.+)" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "\\.php(/.+)$" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      ['location ~ "(\\.php$)" { fastcgi_pass unix:/p; }', 'manual', '(anywhere)'],
      [
        'location ~ \\.php { if (!-f $document_root$fastcgi_script_name) { return 404; } fastcgi_pass unix:/p; }',
        'manual',
        '(anywhere)',
      ],
      ['location ~ \\.php { if ($request_method = PUT) { return 405; } fastcgi_pass unix:/p; }', 'fail', '(any-file)'],
      ['location ~ \\.php$ { fastcgi_pass unix:/run/fcgiwrap.sock; }', 'fail', '(any-file)'],
    ] as const
  ).map(
    ([text, expect, because]): HostCase => ({
      name: text,
      host: debian12,
      ...web(`server { server_name a.example; ${text} }`),
      expect,
      because,
    }),
  ),
];
