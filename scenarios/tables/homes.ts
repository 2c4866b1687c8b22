// Scenarios of account.home-exists and account.home-owner.
import type { ScenarioTable } from '../scenario.ts';
import { adds, becomes, on } from '../scenario.ts';

const passwd = '/etc/passwd';

export const homeScenarios: ScenarioTable = {
  'account.home-exists': [
    on('debian-12-stock', 'stock: many system accounts have no home', {}, 'pass', { trap: 'U-58(1) U-58(2)' }),
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on(
      'ubuntu-22-04-tidy',
      'a user without a home',
      { [passwd]: adds('kim:x:1500:100::/home/kim:/bin/bash\n') },
      'fail',
      {
        because: 'kim',
      },
    ),
    on('alma-9-stock', 'a user whose home is /', { [passwd]: adds('kim:x:1500:100::/:/bin/bash\n') }, 'fail', {
      trap: 'U-58(4)',
    }),
    on(
      'amazon-linux-2-tidy',
      'a home that autofs brings',
      {
        [passwd]: adds('kim:x:1500:100::/net/kim:/bin/bash\n'),
        '/etc/auto.master': '/net /etc/auto.net\n',
      },
      'manual',
      { trap: 'U-58(3)' },
    ),
    on(
      'debian-11-tidy',
      'a home with a blank and letters of Hangul in its name',
      {
        [passwd]: adds('kim:x:1500:100::/srv/홈 폴더:/bin/bash\n'),
        '/srv/홈 폴더': { dir: true, uid: 1500 },
      },
      'pass',
    ),
    on(
      'rhel-8-stock',
      'a file in place of the home',
      {
        [passwd]: adds('kim:x:1500:100::/home/kim:/bin/bash\n'),
        '/home/kim': 'no folder\n',
      },
      'fail',
    ),
    on(
      'ubuntu-24-04-tidy',
      'a home that is a link to a folder',
      {
        [passwd]: adds('kim:x:1500:100::/home/kim:/bin/bash\n'),
        '/srv/kim': { dir: true, uid: 1500 },
        '/home/kim': { link: '../srv/kim' },
      },
      'pass',
    ),
  ],
  'account.home-owner': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('debian-12-stock', 'stock: system accounts share folders', {}, 'pass', { trap: 'U-57(1) U-57(2)' }),
    on('ubuntu-22-04-tidy', 'others may write', { '/home/ubuntu': becomes({ mode: '0777' }) }, 'fail', {
      because: 'others may write',
    }),
    on('amazon-linux-2-tidy', 'the group may write', { '/home/ec2-user': becomes({ mode: '0770' }) }, 'pass', {
      because: 'the group may write',
      trap: 'U-57(4)',
    }),
    on('alma-8-stock', 'another owner', { '/home/ec2-user': becomes({ uid: 1234 }) }, 'fail'),
    on('debian-11-stock', 'a home of root for SFTP', { '/home/admin': becomes({ uid: 0, mode: '0755' }) }, 'fail', {
      because: 'SFTP chroot needs an exception',
      trap: 'U-57(3)',
    }),
    on(
      'rhel-9-stock',
      'a link: the folder behind it counts',
      {
        '/home/ec2-user': null,
        '/home/ec2-user/.bashrc': null,
        '/srv/open': { dir: true, mode: '0777', uid: 1000 },
      },
      'fail',
      { prepare: 'ln -s ../srv/open home/ec2-user' },
    ),
  ],
};
