// Cases of nginx.needless-files.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, folderNotes, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const site = 'server { root /srv/a; location / { } }';
const holding = (...entries: (readonly [string, string?, string?, string?])[]) =>
  web(site, { notes: folderNotes('/srv/a', entries) });

export const needlessFilesCases: readonly HostCase[] = [
  { name: 'nothing of the list', host: debian12, ...holding(), expect: 'pass' },
  { name: 'a backup', host: debian12, ...holding(['index.php.bak']), expect: 'fail', because: '/srv/a/index.php.bak' },
  { name: 'a repository', host: rocky9, ...holding(['.git', '755', 'directory']), expect: 'fail' },
  { name: 'an editor’s copy', host: ubuntu22, ...holding(['config.php~']), expect: 'fail' },
  {
    name: 'the page that came with the package',
    host: rocky9,
    ...web('server { root /usr/share/nginx/html; }', {
      notes: folderNotes('/usr/share/nginx/html', [['index.html', '644', 'stock page']]),
    }),
    expect: 'fail',
    because: 'stock-page',
  },
  {
    name: 'a manual that is installed and served nowhere',
    host: ubuntu22,
    ...web(site, {
      notes: [...folderNotes('/srv/a'), ...folderNotes('/usr/share/doc', [['manual', '755', 'directory']])],
    }),
    expect: 'pass',
    trap: 'U-38(2)',
  },
  {
    name: 'an archive may be for download',
    host: al2023,
    ...holding(['release.zip']),
    expect: 'manual',
    because: 'release.zip',
    trap: 'U-38(1)',
  },
  {
    name: 'a folder called test',
    host: al2023,
    ...holding(['test', '755', 'directory']),
    expect: 'manual',
    trap: 'U-38(1)',
  },
  {
    name: 'a link is another item’s',
    host: debian12,
    ...holding(['tests', '777', 'symbolic link', '/x']),
    expect: 'pass',
  },
  {
    name: 'the list was cut',
    host: rocky9,
    ...web(site, { notes: [...folderNotes('/srv/a'), ['nginx-cut', '/srv/a', 'took too long']] }),
    expect: 'manual',
    because: 'took too long',
  },
  { name: 'a folder that was not looked at', host: rocky9, ...web(site), expect: 'manual' },
  { name: 'a proxy', host: al2023, ...web('server { location / { proxy_pass http://b; } }'), expect: 'notApplicable' },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(
      holding(),
      nginxHost('http { server { root /srv/b; } }', { ...second, notes: folderNotes('/srv/b', [['x.sql']]) }),
    ),
    expect: 'fail',
    because: '/srv/b/x.sql',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...web(site, { pid: null, notes: folderNotes('/srv/a', [['a.old']]) }),
    expect: 'fail',
  },
  {
    name: 'the folder of a site that is not active',
    host: debian12,
    ...web('server { root /srv/a; } include sites-enabled/*;', {
      files: { '/etc/nginx/sites-available/b': 'server { root /srv/b; }' },
      notes: [...folderNotes('/srv/a'), ...folderNotes('/srv/b', [['x.bak']])],
    }),
    expect: 'pass',
    trap: 'U-38(3)',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...(
    [
      ['a.sql.gz', 'fail'],
      ['a.swp', 'fail'],
      ['.DS_Store', 'fail'],
      ['test.html', 'fail'],
      ['manual', 'fail'],
      ['mymanual', 'pass'],
      ['manuals', 'pass'],
      ['a.bak.txt', 'pass'],
      ['a.tar.gz', 'manual'],
      ['A.ZIP', 'manual'],
      ['sample', 'manual'],
      ['samples', 'manual'],
      ['example', 'manual'],
      ['tests', 'manual'],
      ['test', 'manual'],
      ['README.md', 'manual'],
      ['readme', 'manual'],
      ['changelog', 'manual'],
      ['CHANGELOG.txt', 'manual'],
      ['install', 'manual'],
      ['install.php', 'manual'],
      ['phpmyadmin', 'manual'],
      ['php_my_admin', 'manual'],
      ['contest', 'pass'],
      ['testament', 'pass'],
      ['mysamples', 'pass'],
      ['a.zip.html', 'pass'],
    ] as const
  ).map(
    ([name, expect]): HostCase => ({
      name: `${name}`,
      host: debian12,
      ...holding([name]),
      expect,
      ...(expect === 'pass' ? {} : { because: `"source":"/srv/a/${name}"` }),
    }),
  ),
  {
    name: 'files that are not loaded yet change no folder',
    host: debian12,
    ...web(site, { notes: [...folderNotes('/srv/a'), ['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'pass',
  },
  ...['system', 'unreadable', 'unseen'].map(
    (state): HostCase => ({
      name: `a folder that is ${state}`,
      host: rocky9,
      ...web(site, { notes: [['nginx-root', '/srv/a', state]] }),
      expect: 'manual',
      because: `/srv/a: ${state}"`,
    }),
  ),
  {
    name: 'no folder is known',
    host: rocky9,
    ...web('server { return 404; }'),
    expect: 'notApplicable',
    because: 'no place answers from files of a known folder',
  },
  {
    name: 'a doubtful file beside a needless one',
    host: rocky9,
    ...holding(['a.bak'], ['b.zip']),
    expect: 'fail',
    because: '/srv/a/a.bak',
    shows: ['"source":"/srv/a/a.bak"'],
  },
];
