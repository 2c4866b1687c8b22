// Cases of apache.patches.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';
import type { ApacheAnswers } from '../apache-answers.ts';
import { apache2, built, httpd, sharedCases, stockDebian, stockRocky } from '../apache-answers.ts';
import { wanted } from '../service-answers.ts';

const fresh = [['lists-age-seconds', '3600']] as const;
const asked = (
  server: ApacheAnswers,
  manager: 'apt' | 'dnf' | 'yum',
  stdout: string,
  more: Record<string, { stdout?: string; exitCode?: number; stderr?: string }> = {},
) => ({
  ...server,
  commands: { ...server.commands, [manager]: { stdout }, ...more },
});

export const patchesCases: readonly HostCase[] = [
  ...sharedCases('Listen 80\n', 'manual'),
  {
    name: 'nothing waits, by fresh lists',
    host: debian12,
    ...asked(
      apache2(stockDebian, { version: '2.4.62' }, fresh),
      'apt',
      'vim 1 2 install debian_dists_bookworm-security_main_Packages\n',
      { installed: { stdout: 'apache2 2.4.62-1~deb12u2 installed\n' } },
    ),
    expect: 'pass',
    because: 'apache2 2.4.62-1~deb12u2',
  },
  {
    name: 'an old version with the fixes brought back',
    host: ubuntu22,
    ...asked(apache2(stockDebian, { version: '2.4.52' }, fresh), 'apt', ''),
    expect: 'pass',
    trap: 'the version is evidence, not the criterion',
  },
  {
    name: 'a fix of the server waits',
    host: ubuntu22,
    ...asked(
      apache2(stockDebian, {}, fresh),
      'apt',
      'apache2-bin 2.4.52-1ubuntu4 2.4.52-1ubuntu4.14 install ubuntu_dists_jammy-security_main_Packages\n',
    ),
    expect: 'fail',
  },
  {
    name: 'newer than the fix of the security archive: the tenth after the ninth',
    host: ubuntu24,
    ...asked(
      apache2(stockDebian, {}, fresh),
      'apt',
      'apache2 2.4.58-1ubuntu8.10 2.4.58-1ubuntu8.9 install ubuntu_dists_noble-security_main_Packages\n',
    ),
    expect: 'pass',
  },
  {
    name: 'an advisory of dnf',
    host: rocky9,
    ...asked(httpd(stockRocky, {}, fresh), 'dnf', 'RLSA-2024:1234 Moderate/Sec. httpd-2.4.57-11.el9_4.1.x86_64\n'),
    expect: 'fail',
  },
  {
    name: 'an advisory of a module',
    host: rocky9,
    ...asked(httpd(stockRocky, {}, fresh), 'dnf', 'RLSA-2024:1234 Important/Sec. mod_ssl-1:2.4.57-11.el9_4.1.x86_64\n'),
    expect: 'fail',
  },
  {
    name: 'an advisory of another program',
    host: al2,
    ...asked(httpd(stockRocky, {}, fresh), 'yum', 'ALAS2-2024-1 important/Sec. openssl-1:1.0.2k-24.amzn2.x86_64\n'),
    expect: 'pass',
  },
  {
    name: 'lists of last month',
    host: rocky9,
    ...asked(httpd(stockRocky, {}, [['lists-age-seconds', '2600000']]), 'dnf', ''),
    expect: 'manual',
  },
  {
    name: 'a locked release',
    host: al2023,
    ...asked(httpd(stockRocky, {}, fresh), 'dnf', ''),
    expect: 'manual',
    because: 'locked release',
  },
  {
    name: 'a build from source',
    host: debian12,
    ...asked(built('Listen 80\n', { version: '2.4.49' }, fresh), 'apt', ''),
    expect: 'manual',
    because: '2.4.49',
    trap: 'no package manager knows it',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...apache2({ ...stockDebian, ...wanted('apache2.service') }, { workers: null }),
    commands: {},
    expect: 'manual',
  },
  {
    name: 'what only sounds like the server waits for a fix',
    host: debian12,
    ...asked(
      apache2(stockDebian, { version: '2.4.62' }, fresh),
      'apt',
      'not-apache2 1 2 install debian_dists_bookworm-security_main_Packages\nmod_ssl-docs 1 2 install debian_dists_bookworm-security_main_Packages\n',
    ),
    expect: 'pass',
    because: '/usr/sbin/apache2 2.4.62',
  },
  {
    name: 'a program in a folder of the same name elsewhere, of a version that nobody tells',
    host: rocky9,
    ...asked(httpd('Listen 80\n', { program: '/srv/usr/sbin/httpd' }), 'dnf', ''),
    expect: 'manual',
    because: 'is no package',
    shows: ['/srv/usr/sbin/httpd of an unknown version'],
  },
];
