// Cases of nginx.patches.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import type { NginxState } from '../nginx-host.ts';
import { lyingNginx, second, web } from '../nginx-host.ts';

const fresh = ['lists-age-seconds', '86400'] as const;
const site = (more: NginxState = {}) => web('server { }', { ...more, notes: [fresh, ...(more.notes ?? [])] });

export const patchesCases: readonly HostCase[] = [
  {
    name: 'nothing waits',
    host: debian12,
    ...site(),
    commands: { apt: { stdout: '' }, installed: { stdout: 'nginx 1.22.1-9+deb12u3 installed\n' } },
    expect: 'pass',
    because: '1.22.1-9+deb12u3',
  },
  {
    name: 'a security update waits',
    host: ubuntu22,
    ...site(),
    commands: {
      apt: {
        stdout: 'nginx-core 1.18.0-6ubuntu14.4 1.18.0-6ubuntu14.5 install ubuntu_dists_jammy-security_main_Packages\n',
      },
    },
    expect: 'fail',
    because: 'nginx-core',
  },
  {
    name: 'an old number with fixes carried back',
    host: ubuntu22,
    ...site({ version: 'nginx/1.18.0' }),
    commands: { apt: { stdout: '' } },
    expect: 'pass',
    trap: 'the version is no criterion',
  },
  {
    name: 'an update of another package waits',
    host: debian12,
    ...site(),
    commands: { apt: { stdout: 'openssl 3.0.1 3.0.2 install debian_dists_bookworm-security_main_Packages\n' } },
    expect: 'pass',
  },
  {
    name: 'a module of it waits',
    host: debian12,
    ...site(),
    commands: { apt: { stdout: 'libnginx-mod-stream 1 2 install debian_dists_bookworm-security_main_Packages\n' } },
    expect: 'fail',
  },
  {
    name: 'the old program still runs',
    host: rocky9,
    ...site({ notes: [['nginx-replaced', '812', '/usr/sbin/nginx']] }),
    commands: { dnf: { stdout: '' } },
    expect: 'fail',
    because: 'not restarted',
    trap: 'an update counts when it runs',
  },
  {
    name: 'waiting by advisory',
    host: rocky9,
    ...site(),
    commands: { dnf: { stdout: 'RHSA-2024:1 Important/Sec. nginx-1:1.20.1-16.el9.x86_64\n' } },
    expect: 'fail',
  },
  {
    name: 'built by hand',
    host: rocky9,
    ...web('server { }', { ...second, notes: [fresh] }),
    commands: { dnf: { stdout: '' } },
    expect: 'manual',
    because: '/opt/shop/sbin/nginx',
    trap: 'the package manager knows packages only',
  },
  {
    name: 'the locked release of Amazon',
    host: al2023,
    ...site(),
    commands: { dnf: { stdout: '' } },
    expect: 'manual',
  },
  {
    name: 'old lists',
    host: debian12,
    ...web('server { }', { notes: [['lists-age-seconds', '8640000']] }),
    commands: { apt: { stdout: '' } },
    expect: 'manual',
  },
  { name: 'an image cannot say', host: image(debian12), ...web('server { }', { pid: null }), expect: 'manual' },
  { name: 'only installed', host: debian12, ...lyingNginx, commands: { apt: { stdout: '' } }, expect: 'notApplicable' },
  {
    name: 'the main file is hidden',
    host: debian12,
    ...web('', { files: { '/etc/nginx/nginx.conf': 'unreadable' } }),
    expect: 'unknown',
  },
  ...(
    [
      ['nginx-core', 'fail'],
      ['libnginx-mod-http-lua', 'fail'],
      ['openresty', 'fail'],
      ['openresty-openssl', 'fail'],
      ['angie', 'fail'],
      ['angie-module-x', 'fail'],
      ['my-nginx', 'pass'],
      ['nginxctl', 'pass'],
    ] as const
  ).map(
    ([name, expect]): HostCase => ({
      name: `a fix of ${name} waits`,
      host: debian12,
      ...site(),
      commands: {
        apt: { stdout: `${name} 1 2 install debian_dists_bookworm-security_main_Packages\n` },
        installed: { stdout: 'nginx 1.22.1 installed\n' },
      },
      expect,
      because: 'nginx/1.22.1',
    }),
  ),
  {
    name: 'of /usr/bin, of no known version, and not loaded yet',
    host: debian12,
    ...site({ program: '/usr/bin/nginx', version: '', notes: [['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    commands: { apt: { stdout: '' }, installed: { stdout: 'nginx 1.22.1 installed\n' } },
    expect: 'pass',
    because: '"/usr/bin/nginx","found":"version not known"',
  },
  {
    name: 'a program of no package, in a folder that sounds like one',
    host: debian12,
    ...site({ program: '/srv/usr/sbin/nginx' }),
    commands: { apt: { stdout: '' }, installed: { stdout: '' } },
    expect: 'manual',
    because: 'is nginx/1.22.1 the latest',
    shows: ['"/srv/usr/sbin/nginx","found":"nginx/1.22.1"'],
  },
  {
    name: 'a program of no package and of no known version',
    host: debian12,
    ...site({ program: '/opt/nginx/sbin/nginx', version: '' }),
    commands: { apt: { stdout: '' }, installed: { stdout: '' } },
    expect: 'manual',
    because: 'is its version the latest',
  },
  {
    name: 'the older program still runs',
    host: debian12,
    ...site({ notes: [['nginx-replaced', '812']] }),
    commands: { apt: { stdout: '' }, installed: { stdout: 'nginx 1.22.1 installed\n' } },
    expect: 'fail',
    because: 'the program on disk is not the one that runs',
  },
];
