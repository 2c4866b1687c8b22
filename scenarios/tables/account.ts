// Scenarios of the family account: local accounts and groups; homes, su and locks stand beside.
import type { ScenarioTable } from '../scenario.ts';
import { adds, edits, on } from '../scenario.ts';
import { homeScenarios } from './homes.ts';
import { lockoutScenarios } from './lockout.ts';
import { suScenarios } from './su.ts';

const passwd = '/etc/passwd';
const group = '/etc/group';
const shadow = '/etc/shadow';

/** A name service that knows another UID 0: nobody who reads the local files may meet it. */
const directory = {
  getent:
    '#!/bin/sh\ncat /etc/passwd\necho diradmin:x:0:0:from the directory:/root:/bin/bash\necho dirtwin:x:1000:1000::/:/bin/bash\n',
};

export const accountScenarios: ScenarioTable = {
  ...homeScenarios,
  ...lockoutScenarios,
  ...suScenarios,
  'account.uid-zero': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-22-04-tidy', 'a second root', { [passwd]: adds('toor:x:0:0::/root:/bin/sh\n') }, 'fail', {
      because: 'toor',
    }),
    on('debian-12-tidy', 'a second root written as 00', { [passwd]: adds('sys2:x:00:0::/root:/bin/sh\n') }, 'fail'),
    on(
      'amazon-linux-2-tidy',
      'a comment and an NIS entry',
      { [passwd]: adds('#x:x:0:0::/:/bin/sh\n+::0:0:::\n') },
      'pass',
    ),
    on('ubuntu-24-04-tidy', 'GID 0 is no UID 0', { [passwd]: adds('op:x:1500:0::/:/usr/sbin/nologin\n') }, 'pass'),
    on(
      'alma-9-stock',
      'a directory knows another UID 0, and only local accounts are judged',
      { '/etc/nsswitch.conf': 'passwd: files sss\ngroup: files sss\n' },
      'pass',
      { tools: directory, trap: 'U-44(3)' },
    ),
    on(
      'debian-11-tidy',
      'a second root without a shell, in a file with carriage returns',
      {
        [passwd]: edits(/$/, 'backup2:x:0:0::/:/usr/sbin/nologin\r\n'),
      },
      'fail',
      { because: 'backup2' },
    ),
    on('rhel-8-stock', 'passwd without a line end at its end', { [passwd]: adds('last:x:0:0::/:/bin/sh') }, 'fail', {
      because: 'last',
    }),
    on('amazon-linux-2023-tidy', 'an image', { [passwd]: adds('toor:x:0:0::/root:/bin/sh\n') }, 'fail', {
      image: true,
    }),
    on(
      'debian-12-stock',
      'a name of letters that ASCII has not',
      { [passwd]: adds('töör:x:0:0::/:/bin/sh\n') },
      'fail',
    ),
    on(
      'ubuntu-20-04-stock',
      'a blank before the name and a sign before the number',
      {
        [passwd]: adds(' toor:x:+0:0::/:/bin/sh\n'),
      },
      'fail',
      { because: 'toor' },
    ),
    on('alma-8-stock', 'a line that breaks off after the group', { [passwd]: adds('toor:x:0:0\n') }, 'fail'),
  ],
  'account.duplicate-uid': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on(
      'debian-12-tidy',
      'two accounts share one',
      { [passwd]: adds('a:x:3000:3000::/:/bin/sh\nb:x:03000:1::/:/bin/sh\n') },
      'fail',
    ),
    on(
      'amazon-linux-2023-tidy',
      'neighbours',
      { [passwd]: adds('a:x:3000:3000::/:/bin/sh\nb:x:3001:1::/:/bin/sh\n') },
      'pass',
    ),
    on('ubuntu-20-04-tidy', 'a second root shares 0', { [passwd]: adds('toor:x:0:0::/root:/bin/sh\n') }, 'fail', {
      because: 'toor',
      trap: 'U-52(2)',
    }),
    on(
      'rhel-9-stock',
      'a directory has a twin of a local account',
      { '/etc/nsswitch.conf': 'passwd: files sss\n' },
      'pass',
      {
        tools: directory,
      },
    ),
  ],
  'account.empty-groups': [
    on('rocky-9-stock', 'stock: dozens of groups of the distribution are empty', {}, 'pass', { trap: 'U-51(1)' }),
    on('ubuntu-24-04-stock', 'stock', {}, 'pass'),
    on('debian-12-tidy', 'an old team, and nobody in it', { [group]: adds('oldteam:x:1500:\n') }, 'manual', {
      because: 'oldteam',
    }),
    on(
      'alma-8-stock',
      'a primary group that names no member',
      {
        [passwd]: adds('kim:x:1500:1500::/home/kim:/sbin/nologin\n'),
        [group]: adds('kim:x:1500:\n'),
      },
      'pass',
      { trap: 'U-51(3)' },
    ),
    on(
      'amazon-linux-2-tidy',
      'an account whose group is gone',
      {
        [passwd]: adds('kim:x:1500:1777::/home/kim:/sbin/nologin\n'),
      },
      'fail',
      { because: 'kim GID 1777', trap: 'U-51(2)' },
    ),
    on(
      'amazon-linux-2023-stock',
      'GID_MIN lowered: the line moves',
      {
        '/etc/login.defs': edits(/GID_MIN.*/, 'GID_MIN 500'),
        [group]: adds('app:x:600:\n'),
      },
      'manual',
      { because: 'app' },
    ),
  ],
  'account.empty-groups-2021': [
    on('rocky-8-stock', 'stock', {}, 'pass'),
    on('debian-11-stock', 'stock', {}, 'pass'),
    on(
      'ubuntu-22-04-tidy',
      'an old team, and nobody in it: this edition does not ask whether it is needed',
      {
        [group]: adds('oldteam:x:1500:\n'),
      },
      'fail',
      { because: 'oldteam' },
    ),
    on('rhel-9-stock', 'a team with a member', { [group]: adds('team:x:1500:ec2-user\n') }, 'pass'),
    on('debian-12-tidy', 'a team whose only member has gone', { [group]: adds('team:x:1500:kim\n') }, 'fail', {
      because: 'without a local account: kim',
    }),
  ],
  'account.root-group': [
    on('rhel-9-stock', 'stock: operator and others have GID 0 as their primary group', {}, 'pass', { trap: 'U-50(1)' }),
    on('debian-12-stock', 'stock', {}, 'pass', { trap: 'U-50(3)' }),
    on('ubuntu-22-04-tidy', 'a member', { [group]: edits('root:x:0:', 'root:x:0:ubuntu') }, 'manual', {
      because: 'ubuntu',
    }),
    on(
      'amazon-linux-2023-tidy',
      'a primary group only',
      { [passwd]: adds('ops:x:1500:0::/srv:/bin/bash\n') },
      'manual',
      {
        because: 'ops: primary group 0',
        trap: 'U-50(1)',
      },
    ),
    on(
      'debian-11-tidy',
      'an account of the Red Hat family is not stock here',
      {
        [passwd]: adds('operator:x:37:0::/root:/usr/sbin/nologin\n'),
      },
      'manual',
      { because: 'operator' },
    ),
    on(
      'rocky-8-tidy',
      'wheel is shown and not judged',
      { [group]: edits(/wheel:x:10:.*/, 'wheel:x:10:rocky,kim') },
      'pass',
      {
        because: 'rocky, kim',
        trap: 'U-50(2)',
      },
    ),
  ],
  'account.service-shells': [
    on('ubuntu-20-04-stock', 'stock', {}, 'pass', { trap: 'U-53(2)' }),
    on('alma-9-stock', 'stock', {}, 'pass', { trap: 'U-53(2)' }),
    on(
      'debian-12-tidy',
      'a service account with a shell',
      { [passwd]: adds('pg:x:120:120::/var/lib/pg:/bin/bash\n') },
      'fail',
      {
        because: 'pg UID 120',
      },
    ),
    on(
      'amazon-linux-2-tidy',
      'an empty shell',
      { [passwd]: edits(/^games:(.*):\/sbin\/nologin$/m, 'games:$1:') },
      'fail',
      {
        because: 'empty, which is /bin/sh',
        trap: 'U-53(3)',
      },
    ),
    on(
      'rhel-8-stock',
      'nobody with a shell',
      { [passwd]: edits(/^nobody:(.*):\/sbin\/nologin$/m, 'nobody:$1:/bin/sh') },
      'fail',
      {
        because: 'nobody',
        trap: 'U-53(1)',
      },
    ),
    on(
      'ubuntu-24-04-tidy',
      'a shell by the name of nologin in a folder of everybody',
      {
        [passwd]: adds('app:x:500:500::/:/tmp/nologin\n'),
      },
      'fail',
    ),
    on(
      'rocky-9-tidy',
      'carriage returns: a shell that no file has the name of is not taken for one',
      {
        [passwd]: edits(/$/, 'app:x:500:500::/:/sbin/nologin\r\n'),
      },
      'pass',
    ),
  ],
  'account.shadow-passwords': [
    on('rocky-9-tidy', 'hardened image', {}, 'pass'),
    on('ubuntu-20-04-stock', 'stock', {}, 'pass'),
    on(
      'debian-12-tidy',
      'an empty password in passwd',
      { [passwd]: adds('kim::1500:100::/home/kim:/bin/sh\n') },
      'fail',
      {
        because: 'kim',
        trap: 'U-04(1)',
      },
    ),
    on(
      'amazon-linux-2-tidy',
      'a hash in passwd, told by its kind and kept on the host',
      {
        [passwd]: adds('kim:$1$saltsalt$0123456789abcdefghijkl:1500:100::/home/kim:/bin/sh\n'),
      },
      'fail',
      { because: 'kim: md5', never: '0123456789abcdefghijkl', trap: 'U-04(2) U-13/2026(5)' },
    ),
    on('alma-8-stock', 'no shadow file', { [shadow]: null }, 'fail', { because: 'no /etc/shadow', trap: 'U-04(4)' }),
    on('ubuntu-24-04-tidy', 'NIS entries and an empty line', { [passwd]: adds('\n+::::::\n-bad::::::\n') }, 'pass', {
      trap: 'U-04(3)',
    }),
    on(
      'debian-11-tidy',
      'an empty password in shadow',
      {
        [passwd]: adds('kim:x:1500:100::/home/kim:/bin/sh\n'),
        [shadow]: adds('kim::19700:0:99999:7:::\n'),
      },
      'fail',
      { because: 'kim' },
    ),
    on(
      'rhel-9-stock',
      'an account that shadow does not know',
      {
        [passwd]: adds('kim:x:1500:100::/home/kim:/bin/sh\n'),
      },
      'manual',
      { because: 'kim' },
    ),
  ],
  'account.unneeded-accounts': [
    on('debian-12-stock', 'stock: who can log in is asked about', {}, 'manual', {
      because: 'admin',
      trap: 'U-49(1) U-49(2)',
    }),
    on(
      'amazon-linux-2023-tidy',
      'a default account with a shell',
      {
        [passwd]: edits(/^lp:(.*):\/sbin\/nologin$/m, 'lp:$1:/bin/bash'),
      },
      'fail',
      { because: 'lp' },
    ),
    on(
      'rocky-8-stock',
      'only root can log in',
      { [passwd]: edits(/^rocky:(.*):\/bin\/bash$/m, 'rocky:$1:/sbin/nologin') },
      'pass',
    ),
    on(
      'ubuntu-22-04-stock',
      'a # before an account does not remove it',
      { [passwd]: edits(/^ubuntu:/m, '#ubuntu:') },
      'manual',
      {
        because: 'ubuntu: commented out',
        trap: 'U-49(4)',
      },
    ),
    on('alma-9-stock', 'lastlog tells who never came, and what it cannot know', {}, 'manual', {
      tools: {
        lastlog:
          '#!/bin/sh\nprintf "Username         Port     From             Latest\\nec2-user                                   **Never logged in**\\n"\n',
      },
      because: 'last login never',
      trap: 'U-49(3)',
    }),
    on('rhel-9-stock', 'a lastlog that speaks Korean unless it is asked not to', {}, 'manual', {
      tools: {
        lastlog:
          '#!/bin/sh\nif [ "${LC_ALL:-}" = C ]; then echo "ec2-user                    **Never logged in**"; else echo "ec2-user         **한번도 로그인한 적이 없습니다**"; fi\n',
      },
      because: 'last login never',
    }),
  ],
};
