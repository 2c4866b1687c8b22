// Scenarios of the checks that ask about every file: owners, world-writable files, SUID and SGID, hidden files, and files under /dev.
import type { ScenarioTable } from '../scenario.ts';
import { on } from '../scenario.ts';

const suid = (uid = 0) => ({ text: '#!/bin/sh\n', mode: '4755', uid });

export const fileWalkScenarios: ScenarioTable = {
  'file.unowned': [
    on('amazon-linux-2023-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-22-04-tidy', 'a user that is gone', { '/srv/a': { text: '', uid: 5005 } }, 'fail', {
      because: '/srv/a',
    }),
    on('debian-12-tidy', 'a group that is gone', { '/opt/b': { text: '', gid: 5005 } }, 'fail', { because: '0:5005' }),
    on('rocky-9-tidy', 'a link of nobody', { '/srv/l': { link: '/etc/hosts', uid: 5005 } }, 'fail', {
      because: 'symbolic link',
    }),
    on(
      'rocky-8-tidy',
      'a name with a newline and a blank',
      { '/srv/x\n/etc/passwd y': { text: '', uid: 5005 } },
      'fail',
      {
        because: 'x\\n/etc/passwd y',
      },
    ),
    on(
      'ubuntu-24-04-tidy',
      'layers of containers',
      { '/var/lib/docker/overlay2/x/a': { text: '', uid: 100999, gid: 100999 } },
      'pass',
      {
        because: '/var/lib/docker',
        trap: 'U-06(2)',
      },
    ),
    on(
      'amazon-linux-2-tidy',
      'accounts come from a directory too',
      { '/etc/nsswitch.conf': 'passwd: files ldap\ngroup: files ldap\n', '/srv/a': { text: '', uid: 10001 } },
      'manual',
      { because: 'ldap', trap: 'U-06(3)' },
    ),
    on(
      'debian-11-tidy',
      'an account file that cannot be found',
      { '/etc/passwd': null, '/etc/group': null },
      'unknown',
      {
        image: true,
      },
    ),
    on(
      'rocky-9-tidy',
      'a folder that is mounted a second time is walked once',
      { '/srv/a/x': { text: '', uid: 5005 }, '/srv/b': { dir: true } },
      'fail',
      {
        prepare: 'mount --bind srv/a srv/b',
        because: '1 files',
        trap: 'U-06(1)',
      },
    ),
    on(
      'ubuntu-22-04-tidy',
      'a file system in memory holds no files of the host',
      { '/srv/ram': { dir: true } },
      'pass',
      {
        prepare: 'mount -t tmpfs none srv/ram; : > srv/ram/x; chown 5005 srv/ram/x',
        because: '/srv/ram (tmpfs)',
      },
    ),
    on('alma-9-stock', '900 files of somebody who left', {}, 'fail', {
      prepare: 'mkdir srv/old; cd srv/old; for n in $(seq 900); do : > "f$n"; done; chown 5005 f*',
      because: '900 files',
      trap: 'U-06(5)',
    }),
  ],
  'file.world-writable': [
    on('rocky-9-tidy', 'hardened image: /tmp has its sticky bit, links and sockets are left out', {}, 'pass', {
      trap: 'U-15(1)',
    }),
    on('debian-12-neglected', 'a dump that anybody may change', {}, 'manual', {
      because: '/var/tmp/dump.sql',
      trap: 'U-15(2)',
    }),
    on('amazon-linux-2023-neglected', 'files of a program in /opt', {}, 'fail', { because: '/opt/app/config.ini' }),
    on('ubuntu-24-04-tidy', 'a program', { '/usr/local/bin/tool': { text: '', mode: '0777' } }, 'fail', {
      because: '/usr/local/bin/tool',
    }),
    on(
      'ubuntu-22-04-tidy',
      'a folder that lost its sticky bit',
      { '/var/tmp': { dir: true, mode: '0777' } },
      'manual',
      {
        because: '/var/tmp',
      },
    ),
    on('debian-11-tidy', 'a folder with its sticky bit', { '/srv/drop': { dir: true, mode: '1777' } }, 'pass'),
    on(
      'amazon-linux-2-tidy',
      'files in the store of containers',
      { '/var/lib/containers/storage/x': { text: '', mode: '0666' } },
      'pass',
      {
        trap: 'U-15(3)',
      },
    ),
    on('rocky-8-tidy', 'a file of 100 MB', { '/srv/big': { text: '', mode: '0666' } }, 'manual', {
      prepare: 'truncate -s 100M srv/big',
      because: '/srv/big',
    }),
  ],
  'file.setuid': [
    on('debian-12-stock', 'stock image', {}, 'pass', { because: 'stock' }),
    on('rhel-9-stock', 'stock image', {}, 'pass'),
    on('ubuntu-20-04-stock', 'stock image', {}, 'pass'),
    on('rocky-9-tidy', 'a shell', { '/usr/local/bin/bash': suid() }, 'fail', { because: '/usr/local/bin/bash' }),
    on('amazon-linux-2023-tidy', 'of a vendor', { '/opt/vendor/agent': suid() }, 'manual', {
      because: '/opt/vendor/agent',
    }),
    on(
      'debian-12-tidy',
      'SGID alone, which -perm +6000 of old guides no longer finds',
      { '/opt/vendor/mail': { text: '', mode: '2755', gid: 8 } },
      'manual',
      {
        because: '2755 0:8',
        trap: 'U-13(3)',
      },
    ),
    on(
      'ubuntu-24-04-tidy',
      'trees of snaps and containers',
      { '/snap/core22/1/usr/bin/su': suid(), '/var/lib/docker/overlay2/x/bin/bash': suid() },
      'pass',
      {
        because: 'left out: /var/lib/docker',
        trap: 'U-13(5)',
      },
    ),
    on('alma-8-stock', 'under a temporary folder', { '/tmp/.x': suid(1000) }, 'fail'),
    on(
      'debian-11-tidy',
      'a link to a SUID program is no second one',
      { '/usr/local/bin/s': { link: '/usr/bin/su' } },
      'pass',
    ),
    on(
      'debian-12-tidy',
      'a layered file system is of a container',
      {
        '/srv/lower/bash': suid(),
        '/srv/work': { dir: true },
        '/srv/upper': { dir: true },
        '/srv/merged': { dir: true },
        '/srv/all': { dir: true },
      },
      'fail',
      {
        prepare:
          'mount -t tmpfs none srv/all; mkdir srv/all/u srv/all/w; mount -t overlay overlay -o lowerdir=srv/lower,upperdir=srv/all/u,workdir=srv/all/w srv/merged',
        because: '/srv/merged (overlay)',
        trap: 'U-13(5)',
      },
    ),
    on('rocky-8-tidy', 'a name that ends a line and begins another', { '/opt/a\n4755 0 0 x': suid() }, 'manual', {
      because: 'a\\n4755',
    }),
  ],
  'file.setuid-2021': [
    on('amazon-linux-2-stock', 'stock is beyond the letter', {}, 'fail', { because: 'newgrp', trap: 'U-13(1)' }),
    on('amazon-linux-2-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('debian-12-stock', 'stock, by the profile', {}, 'pass', { profile: 'distro-aware' }),
    on('ubuntu-22-04-tidy', 'by the letter', {}, 'pass'),
    on(
      'debian-12-tidy',
      'at of the account daemon',
      { '/usr/bin/at': { text: '', mode: '6755', uid: 1, gid: 1 } },
      'fail',
      {
        because: '/usr/bin/at',
        trap: 'U-13(2)',
      },
    ),
    on('rocky-9-tidy', 'traceroute, by the profile', { '/usr/bin/traceroute': suid() }, 'fail', {
      profile: 'distro-aware',
    }),
  ],
  'file.hidden': [
    on(
      'rocky-9-tidy',
      'settings and repositories of people',
      {
        '/home/rocky/.git/config': '',
        '/home/rocky/.cache/x': '',
        '/root/.ssh/known_hosts': '',
        '/srv/app/.git/HEAD': '',
      },
      'pass',
      { trap: 'U-59(1)' },
    ),
    on('debian-12-tidy', 'three dots', { '/usr/lib/.../x': '' }, 'manual', { because: '1 with an odd name' }),
    on('ubuntu-24-04-tidy', 'a blank at the end', { '/var/lib/. /x': '' }, 'manual', { because: 'an odd name' }),
    on('amazon-linux-2-tidy', 'a hidden program', { '/home/ec2-user/.run': { text: '', mode: '0755' } }, 'manual', {
      because: 'a hidden program',
      trap: 'U-59(2)',
    }),
    on('amazon-linux-2023-tidy', 'in a temporary folder', { '/var/tmp/.x': '' }, 'manual', {
      because: 'where anybody writes',
    }),
    on('ubuntu-20-04-tidy', 'in a web root', { '/var/www/html/.env': '' }, 'manual', { because: 'in a web folder' }),
    on(
      'ubuntu-20-04-tidy',
      '.htaccess and .well-known are of a web server',
      { '/var/www/html/.htaccess': '', '/var/www/html/.well-known/x': '' },
      'pass',
    ),
    on('rocky-8-tidy', 'a newline in its name', { '/srv/.a\nb': '' }, 'manual', { because: 'an odd name' }),
  ],
  'file.device-nodes': [
    on('rocky-9-tidy', 'a booted host: folders, links and sockets are no files', {}, 'pass', { trap: 'U-16(2)' }),
    on('amazon-linux-2-stock', 'what a database keeps in /dev/shm', {}, 'pass', {
      because: '/dev/shm',
      trap: 'U-16(1)',
    }),
    on('debian-12-tidy', 'a file on the disk of an image', { '/dev/.udevd': { text: '', mode: '0755' } }, 'fail', {
      image: true,
      because: '/dev/.udevd',
    }),
    on('ubuntu-22-04-tidy', 'an image does not tell what lies in a running /dev', {}, 'unknown', { image: true }),
  ],
};
