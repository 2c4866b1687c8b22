// Cases of account.service-shells.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky8, rocky9, ubuntu22, ubuntu24 } from '../hosts.ts';

const root = 'root:x:0:0:root:/root:/bin/bash\n';
const redHat =
  'bin:x:1:1:bin:/bin:/sbin/nologin\nsync:x:5:0:sync:/sbin:/bin/sync\nshutdown:x:6:0:shutdown:/sbin:/sbin/shutdown\nhalt:x:7:0:halt:/sbin:/sbin/halt\noperator:x:11:0:operator:/root:/sbin/nologin\nec2-user:x:1000:1000::/home/ec2-user:/bin/bash\n';
const debian =
  'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nsync:x:4:65534:sync:/bin:/bin/sync\npollinate:x:102:1::/var/cache/pollinate:/bin/false\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n';

function files(passwd: string, defs: CaseFile = 'UID_MIN\t\t\t 1000\n'): Record<string, CaseFile> {
  return { '/etc/passwd': root + passwd, '/etc/group': 'root:x:0:\n', '/etc/login.defs': defs };
}

export const serviceShellsCases: readonly HostCase[] = [
  { name: 'stock', host: al2023, files: files(redHat), expect: 'pass', trap: 'U-53(2)' },
  { name: 'stock', host: debian12, files: files(debian), expect: 'pass', trap: 'U-53(2)' },
  { name: 'stock, an image', host: image(ubuntu24), files: files(debian), expect: 'pass' },
  {
    name: 'a system account with a shell',
    host: rocky9,
    files: files('postgres:x:26:26::/var/lib/pgsql:/bin/bash\n'),
    expect: 'fail',
    because: 'postgres UID 26: /bin/bash',
    trap: 'U-53(1)',
  },
  {
    name: 'an account the guide names, above UID_MIN',
    host: ubuntu22,
    files: files('nobody:x:65534:65534::/nonexistent:/bin/sh\n'),
    expect: 'fail',
    because: 'nobody',
    trap: 'U-53(1)',
  },
  {
    name: 'an empty shell field means /bin/sh',
    host: rocky8,
    files: files('games:x:12:100::/usr/games:\n'),
    expect: 'fail',
    because: 'empty, which is /bin/sh',
    trap: 'U-53(3)',
  },
  {
    name: '/usr/bin/false',
    host: al2,
    files: files('adm:x:3:4::/var/adm:/usr/bin/false\n'),
    expect: 'pass',
    trap: 'U-53(2)',
  },
  {
    name: 'a program called nologin elsewhere',
    host: al2,
    files: files('adm:x:3:4::/var/adm:/tmp/nologin\n'),
    expect: 'fail',
    because: '/tmp/nologin',
  },
  {
    name: '/bin/sync for another account is a shell',
    host: rocky8,
    files: files('adm:x:3:4::/:/bin/sync\n'),
    expect: 'fail',
    trap: 'U-53(2)',
  },
  {
    name: 'ordinary users keep their shells',
    host: debian12,
    files: files('kim:x:1000:1000::/home/kim:/bin/bash\n'),
    expect: 'pass',
  },
  {
    name: 'UID_MIN of the host draws the line',
    host: al2,
    files: files('kim:x:500:500::/home/kim:/bin/bash\n', 'UID_MIN 500\n'),
    expect: 'pass',
    because: 'UID_MIN 500',
  },
  {
    name: 'without UID_MIN the built-in value holds',
    host: rocky9,
    files: files('kim:x:999:999::/home/kim:/bin/bash\n', '# UID_MIN 500\n'),
    expect: 'fail',
    because: 'built in 1000',
  },
  { name: 'a commented account', host: ubuntu22, files: files('#sys:x:3:3::/dev:/bin/sh\n'), expect: 'pass' },
  { name: 'CRLF', host: ubuntu22, files: files('sys:x:3:3::/dev:/usr/sbin/nologin\r\n'), expect: 'pass' },
  {
    name: 'accounts that cannot be read',
    host: rocky9,
    files: { ...files(''), '/etc/passwd': 'unreadable' },
    expect: 'unknown',
  },
  { name: 'login.defs that cannot be read', host: rocky9, files: files('', 'unreadable'), expect: 'unknown' },
  {
    name: 'a service account that really logs in, by the exception of the policy',
    host: rocky9,
    files: files('deploy:x:990:990::/srv/deploy:/bin/bash\n'),
    parameters: { loggingIn: ['deploy'] },
    expect: 'pass',
    trap: 'U-53(4)',
  },
  {
    name: 'the exception is for one account',
    host: rocky9,
    files: files('deploy:x:990:990::/srv/deploy:/bin/bash\npostgres:x:26:26::/var/lib/pgsql:/bin/bash\n'),
    parameters: { loggingIn: ['deploy'] },
    expect: 'fail',
    because: 'postgres',
  },
  {
    name: 'an account that the policy adds to the list',
    host: ubuntu22,
    files: files('batch:x:2000:2000::/srv/batch:/bin/sh\n'),
    parameters: { named: ['batch'] },
    expect: 'fail',
    because: 'batch',
  },
  ...['nologin', 'false', 'true'].flatMap((program) =>
    ['/bin', '/usr/bin', '/sbin', '/usr/sbin'].map(
      (folder): HostCase => ({
        name: `${folder}/${program} lets nobody in`,
        host: ubuntu22,
        files: files(`svc:x:100:100::/:${folder}/${program}\n`),
        expect: 'pass',
      }),
    ),
  ),
  ...['/opt/bin/sync', '/bin/syncing', '/srv/usr/bin/sync'].map(
    (shell): HostCase => ({
      name: `${shell} may be anything`,
      host: rocky9,
      files: files(`sync:x:5:0:sync:/sbin:${shell}\n`),
      expect: 'fail',
      because: shell,
    }),
  ),
  {
    name: 'an account without a number that the guide does not name',
    host: rocky9,
    files: files('odd:x:abc:0::/:/bin/sh\n'),
    expect: 'pass',
  },
  {
    name: 'an account without a number that the guide names',
    host: rocky9,
    files: files('games:x:abc:0::/:/bin/sh\n'),
    expect: 'fail',
    because: 'games UID ?',
  },
  {
    name: 'a UID_MIN that is no number holds nowhere',
    host: al2,
    files: files('svc:x:500:500::/:/sbin/nologin\n', 'UID_MIN many\n'),
    expect: 'pass',
    because: 'built in 1000',
  },
];
