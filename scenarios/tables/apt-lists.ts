// Scenarios of patch.policy on what the lists of apt say against the packages of dpkg.
import { gzipSync } from 'node:zlib';
import { dpkgStatus, lists, securityList } from '../package-lists.ts';
import type { Changes, Scenario } from '../scenario.ts';
import { adds, on } from '../scenario.ts';

const root = 'ubuntu-22-04-stock';
const list = securityList('jammy-security');
const none = '0 security updates wait';
const one = '1 security updates wait';
const row = (
  name: string,
  changes: Changes,
  because: string,
  more: Omit<Partial<Scenario>, 'because'> = {},
): Scenario => on(root, name, changes, 'manual', { because, ...more });

export const aptScenarios: readonly Scenario[] = [
  row('a fix waits', lists({ openssl: '3.0.2-0ubuntu1.9' }, { openssl: '3.0.2-0ubuntu1.10' }), one),
  row('the fix is in, or overtaken', lists({ curl: '2', git: '1:2.9' }, { curl: '2', git: '1:2.8' }), none),
  row('a tilde is older', lists({ git: '2.0~rc1-1' }, { git: '2.0-1' }), one),
  row('an epoch outweighs the number', lists({ bind9: '1:9.1' }, { bind9: '99' }), none),
  row(
    'a held package is open too',
    lists({ vim: '1' }, { vim: '2' }, { status: 'hold ok installed' }),
    'vim [1, held]',
  ),
  row(
    'removed, its files of settings left',
    lists({ vim: '1' }, { vim: '2' }, { status: 'deinstall ok config-files' }),
    none,
  ),
  row('unpacked and not yet configured', lists({ vim: '1' }, { vim: '2' }, { status: 'install ok unpacked' }), one),
  row('a fix for another architecture', lists({ vim: '1' }, { vim: '2' }, { architecture: 'i386' }), none),
  row('a fix that became independent of it', lists({ vim: '1' }, { vim: '2' }, { architecture: 'all' }), one),
  row(
    'an archive that is not of security',
    lists({ vim: '1' }, { vim: '2' }, { suite: 'jammy-updates' }),
    'no list of a security archive',
  ),
  row('lists were cleared', { ...lists({ vim: '1' }, {}), [list]: null }, 'no list of a security archive'),
  row('lists of last month', lists({ vim: '1' }, { vim: '1' }, { ageDays: 31 }), 'the package lists are old'),
  row(
    'a list that cannot be unpacked',
    { ...lists({ vim: '1' }, {}), [list]: null, [`${list}.gz`]: 'no gzip' },
    'cannot be read',
  ),
  row('a compressed list beside a plain one', lists({ vim: '1' }, {}), one, {
    prepare: `printf ${gzipSync('Package: vim\nArchitecture: amd64\nVersion: 2\n').toString('base64')} | base64 -d > .${list.replace('main', 'universe')}.gz`,
  }),
  row(
    'a version that is none',
    { ...lists({ vim: '1' }, {}), [list]: adds('Package: vim\nArchitecture: amd64\nVersion: 2;0\n') },
    'cannot be compared',
  ),
  row('an image', lists({ vim: '1' }, { vim: '2' }), one, { image: true }),
  row('an empty status is no dpkg', { ...lists({}, { vim: '2' }), [dpkgStatus]: '' }, 'no package manager was asked'),
];
