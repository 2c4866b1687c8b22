// Cases of account.home-owner.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu20, ubuntu22, ubuntu24 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const kim = 'kim:x:1000:1000::/home/kim:/bin/bash\n';

function home(mode: string, uid = 1000): CaseFile {
  return { type: 'dir', mode, uid, gid: 1000 };
}

function files(kimsHome: CaseFile, passwd = kim): Record<string, CaseFile> {
  return {
    '/etc/passwd': root + passwd,
    '/etc/group': 'root:x:0:\n',
    '/root': { type: 'dir', mode: '0700' },
    '/home/kim': kimsHome,
  };
}

export const homeOwnerCases: readonly HostCase[] = [
  { name: 'stock 700', host: al2023, files: files(home('0700')), expect: 'pass' },
  { name: 'stock 755', host: ubuntu20, files: files(home('0755')), expect: 'pass' },
  { name: 'stock 750, an image', host: image(ubuntu24), files: files(home('0750')), expect: 'pass' },
  {
    name: 'another owner',
    host: rocky9,
    files: files(home('0700', 1001)),
    expect: 'fail',
    because: 'kim: 0700 1001:1000',
  },
  { name: 'others may write', host: debian12, files: files(home('0757')), expect: 'fail', because: 'others may write' },
  { name: 'the sticky bit does not close it', host: debian12, files: files(home('1777')), expect: 'fail' },
  { name: '702 is a smaller number than 755', host: al2, files: files(home('0702')), expect: 'fail' },
  {
    name: 'the group may write',
    host: ubuntu22,
    files: files(home('0775')),
    expect: 'pass',
    because: 'the group may write',
    trap: 'U-57(4)',
  },
  {
    name: 'a home that belongs to root fails, and the proof names the exception',
    host: rocky8,
    files: files(home('0755', 0)),
    expect: 'fail',
    because: 'SFTP chroot',
    trap: 'U-57(3)',
  },
  {
    name: 'system accounts share and lack homes',
    host: rocky9,
    files: {
      ...files(
        home('0700'),
        'bin:x:1:1:bin:/bin:/sbin/nologin\nftp:x:14:50::/tmp:/bin/false\nkim:x:1000:1000::/home/kim:/bin/bash\n',
      ),
      '/tmp': { type: 'dir', mode: '1777' },
    },
    expect: 'pass',
    trap: 'U-57(1)',
  },
  {
    name: 'sync, shutdown and halt run one program',
    host: al2,
    files: files(home('0700'), 'sync:x:5:0:sync:/sbin:/bin/sync\nhalt:x:7:0:halt:/sbin:/sbin/halt\n'),
    expect: 'pass',
    trap: 'U-57(2)',
  },
  {
    name: 'the home of a user is /',
    host: rocky8,
    files: files(home('0700'), 'lee:x:1001:1001::/:/bin/sh\n'),
    expect: 'fail',
    because: 'home is /',
  },
  {
    name: 'two accounts with one home',
    host: ubuntu22,
    files: files(home('0700'), `${kim}lee:x:1001:1001::/home/kim:/bin/sh\n`),
    expect: 'fail',
    because: 'lee',
  },
  {
    name: 'a home that is not there is another check’s matter',
    host: debian12,
    files: files('absent'),
    expect: 'pass',
    because: '1 homes of 2 accounts',
  },
  {
    name: 'a file in place of a home is that check’s matter too',
    host: debian12,
    files: files({ type: 'file', mode: '0666', uid: 1 }),
    expect: 'pass',
    because: '1 homes of 2 accounts',
  },
  {
    name: 'a home without a path from / neither',
    host: al2,
    files: files('absent', 'kim:x:1000:1000::home/kim:/bin/sh\n'),
    expect: 'pass',
    because: '1 homes of 2 accounts',
  },
  {
    name: '// is / too',
    host: rocky8,
    files: files('absent', 'lee:x:1001:1001:://:/bin/sh\n'),
    expect: 'fail',
    because: 'lee: home is /',
  },
  {
    name: 'root of a small system lives in /, and a path may end in slashes',
    host: image(debian12),
    files: {
      '/etc/passwd': 'root:x:0:0::/:/bin/sh\nkim:x:1000:1000::/home/kim//:/bin/sh\n',
      '/etc/group': 'root:x:0:\n',
      '/home/kim//': home('0700'),
    },
    expect: 'pass',
    because: '2 homes of 2 accounts',
  },
  {
    name: 'a UID that is no number owns nothing',
    host: al2,
    files: files(home('0700'), 'kim:x:10oo:1000::/home/kim:/bin/sh\n'),
    expect: 'fail',
    because: 'owner ?, no bit of',
  },
  {
    name: 'the exception is for homes that root owns',
    host: rocky9,
    files: files(home('0755', 1001)),
    parameters: { rootOwned: ['kim'] },
    expect: 'fail',
    because: '1001:1000',
  },
  { name: 'a commented account', host: ubuntu24, files: files(home('0777', 0), `#${kim}`), expect: 'pass' },
  { name: 'a home that cannot be seen', host: rocky8, files: files('unreadable'), expect: 'unknown' },
  {
    name: 'accounts that cannot be read',
    host: rocky9,
    files: { ...files(home('0700')), '/etc/passwd': 'unreadable' },
    expect: 'unknown',
  },
  {
    name: 'a home that root owns for SFTP, by the exception of the policy',
    host: rocky9,
    files: files(home('0755', 0)),
    parameters: { rootOwned: ['kim'] },
    expect: 'pass',
    trap: 'U-57(3)',
  },
  {
    name: 'the exception forgives no open mode',
    host: rocky9,
    files: files(home('0757', 0)),
    parameters: { rootOwned: ['kim'] },
    expect: 'fail',
  },
  {
    name: 'a policy that keeps the group out too',
    host: ubuntu22,
    files: files(home('0770')),
    parameters: { forbidden: 0o022 },
    expect: 'fail',
    because: '0020',
  },
];
