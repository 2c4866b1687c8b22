// Cases of nginx.symbolic-links.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, folderNotes, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';

const site = 'server { root /srv/a; location / { } }';
const link = folderNotes('/srv/a', [['data', '777', 'symbolic link', '/data']]);

export const symbolicLinksCases: readonly HostCase[] = [
  { name: 'off by setting', host: debian12, ...web(`disable_symlinks on; ${site}`), expect: 'pass' },
  {
    name: 'of the owner only',
    host: ubuntu22,
    ...web(`disable_symlinks if_not_owner from=/srv; ${site}`),
    expect: 'pass',
  },
  {
    name: 'unset follows',
    host: rocky9,
    ...web(site),
    expect: 'fail',
    because: 'disable_symlinks unset (off)',
    trap: 'absent is a value',
  },
  {
    name: 'a link that is there',
    host: rocky9,
    ...web(site, { notes: link }),
    expect: 'fail',
    because: 'link to /data',
  },
  {
    name: 'off again in one location',
    host: al2023,
    ...web('disable_symlinks on; server { root /srv/a; location /x { disable_symlinks off; } }'),
    expect: 'fail',
    because: 'location /x',
  },
  {
    name: 'a proxy follows nothing',
    host: al2023,
    ...web('server { location / { proxy_pass http://b; } }'),
    expect: 'notApplicable',
  },
  {
    name: 'no link to follow',
    host: debian12,
    ...web(site, { notes: folderNotes('/srv/a') }),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'no link below',
  },
  {
    name: 'no link to follow, by the letter',
    host: debian12,
    ...web(site, { notes: folderNotes('/srv/a') }),
    expect: 'fail',
  },
  { name: 'a link to follow', host: debian12, ...web(site, { notes: link }), profile: 'distro-aware', expect: 'fail' },
  {
    name: 'not all was seen',
    host: rocky9,
    ...web(site, { notes: [...folderNotes('/srv/a'), ['nginx-cut', '/srv/a', 'took too long']] }),
    profile: 'distro-aware',
    expect: 'fail',
    trap: 'a list that was cut proves nothing',
  },
  {
    name: 'a folder that a variable decides',
    host: ubuntu22,
    ...web('server { root /srv/$host; }'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'the second of two instances',
    host: ubuntu22,
    ...both(web(`disable_symlinks on; ${site}`), nginxHost(`http { ${site} }`, second)),
    expect: 'fail',
    because: '/opt/shop',
  },
  { name: 'an image', host: image(debian12), ...web(site, { pid: null }), expect: 'fail' },
  {
    name: 'a sample that nothing includes',
    host: debian12,
    ...web(`${site} include conf.d/*.conf;`, { files: { '/etc/nginx/conf.d/a.conf.sample': 'disable_symlinks on;' } }),
    expect: 'fail',
    trap: 'U-39(4)',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, expect: 'notApplicable' },
  { name: 'an include that is missing', host: rocky9, ...web('include gone.conf;'), expect: 'unknown' },
  ...[al2023, rocky9, ubuntu22, debian12, { ...debian12, family: 'other', distro: 'alpine' } as const].map(
    (host): HostCase => ({
      name: 'no link lies under the documents',
      host,
      ...web('server { root /srv/a; }', {
        notes: [...folderNotes('/srv/a', [['index.html', '644', 'regular file']])],
      }),
      profile: 'distro-aware',
      expect: 'pass',
      because: '"/srv/a","found":"folder, no link below"',
    }),
  ),
  {
    name: 'one folder of two was not seen',
    host: rocky9,
    ...web('server { root /srv/a; location /b { root /srv/b; } }', { notes: [...folderNotes('/srv/a')] }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a folder that is not there holds none',
    host: rocky9,
    ...web('server { root /srv/a; }', { notes: [['nginx-root', '/srv/a', 'absent']] }),
    profile: 'distro-aware',
    expect: 'pass',
    because: 'absent, no link below',
  },
  {
    name: 'a folder that a variable decides was not seen',
    host: rocky9,
    ...web('server { root /srv/$host; }'),
    profile: 'distro-aware',
    expect: 'fail',
  },
  ...(
    [
      ['on', 'pass'],
      ['if_not_owner', 'pass'],
      ['on from=$document_root', 'pass'],
      ['off', 'fail'],
    ] as const
  ).map(
    ([word, expect]): HostCase => ({
      name: `disable_symlinks ${word}`,
      host: rocky9,
      ...web(`server { server_name a; root /srv/a; disable_symlinks ${word}; }`),
      expect,
      because: `server a: disable_symlinks ${word}"`,
    }),
  ),
  {
    name: 'no files are served, and it says so',
    host: rocky9,
    ...web('server { server_name a; return 404; }'),
    expect: 'notApplicable',
    because: 'server a: no place answers from files',
  },
];
