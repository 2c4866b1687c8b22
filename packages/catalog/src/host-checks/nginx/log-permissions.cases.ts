// Cases of nginx.log-permissions.
import type { CaseFile, HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, lyingNginx, nginxHost, second, web } from '../nginx-host.ts';
import type { NginxState } from '../nginx-host.ts';

const accounts = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/:/bin/sh\n',
  '/etc/group': 'root:x:0:\n',
};
const folder = (mode: string, uid = 0): CaseFile => ({ type: 'dir', mode, uid });
const log = (mode: string, uid = 33): CaseFile => ({ mode, uid, gid: 4 });
const logs = (files: Record<string, CaseFile>, text = '', state: NginxState = {}) =>
  web(`${text} server { root /srv/a; }`, { ...state, files: { ...accounts, ...files } });

export const logPermissionsCases: readonly HostCase[] = [
  {
    name: 'closed',
    host: ubuntu22,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0640') }),
    expect: 'pass',
  },
  {
    name: 'a log that all may read',
    host: rocky9,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0644') }),
    expect: 'fail',
    because: '/var/log/nginx/access.log',
  },
  {
    name: 'an old one that all may read',
    host: rocky9,
    ...logs({
      '/var/log/nginx': folder('0750'),
      '/var/log/nginx/access.log': log('0600'),
      '/var/log/nginx/access.log.1': log('0664'),
    }),
    expect: 'fail',
    because: 'access.log.1',
    trap: 'rotated logs count',
  },
  {
    name: 'a folder that all may list, as Debian has it',
    host: debian12,
    ...logs({ '/var/log/nginx': folder('0755'), '/var/log/nginx/access.log': log('0640') }),
    expect: 'fail',
    because: '0755',
  },
  {
    name: 'the same, taken for what it is',
    host: debian12,
    ...logs({ '/var/log/nginx': folder('0755'), '/var/log/nginx/access.log': log('0640') }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'a folder of Red Hat',
    host: rocky9,
    ...logs({ '/var/log/nginx': folder('0711'), '/var/log/nginx/error.log': log('0640', 0) }),
    profile: 'distro-aware',
    expect: 'pass',
  },
  {
    name: 'the profile does not open logs',
    host: al2023,
    ...logs({ '/var/log/nginx': folder('0711'), '/var/log/nginx/error.log': log('0644', 0) }),
    profile: 'distro-aware',
    expect: 'fail',
  },
  {
    name: 'a smaller number that is wider',
    host: ubuntu22,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0606') }),
    expect: 'fail',
    trap: 'rule 1: bits, not numbers',
  },
  {
    name: 'of a stranger',
    host: ubuntu22,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0640', 1000) }),
    expect: 'fail',
  },
  {
    name: 'where the configuration puts it',
    host: al2023,
    ...logs({ '/data/l': folder('0777'), '/data/l/a.log': log('0640') }, 'access_log /data/l/a.log;'),
    expect: 'fail',
    because: '/data/l',
  },
  {
    name: 'a log that nobody writes any more',
    host: al2023,
    ...logs(
      { '/data/l': folder('0750'), '/data/l/a.log': log('0640'), '/var/log/nginx/access.log': log('0666') },
      'access_log /data/l/a.log; error_log /data/l/a.log;',
      { errorLog: '/data/l/a.log' },
    ),
    expect: 'pass',
  },
  {
    name: 'none in files',
    host: debian12,
    ...logs({}, 'access_log off;', { errorLog: 'stderr' }),
    expect: 'notApplicable',
  },
  {
    name: 'a list that opens it',
    host: debian12,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0640') }, '', {
      notes: [['acl', '/var/log/nginx/access.log', 'user:1000:rw-']],
    }),
    expect: 'pass',
    because: 'user:1000:rw-',
    parameters: { fileMode: 0o646, folderMode: 0o750 },
  },
  {
    name: 'a list that opens it beyond the letter',
    host: debian12,
    ...logs({ '/var/log/nginx': folder('0750'), '/var/log/nginx/access.log': log('0640') }, '', {
      notes: [['acl', '/var/log/nginx/access.log', 'user:1000:rw-']],
    }),
    expect: 'fail',
    trap: 'access-control lists',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(
      logs({ '/var/log/nginx': folder('0750') }),
      nginxHost('http { access_log logs/a.log; server { } }', {
        ...second,
        errorLog: '/opt/shop/logs/e.log',
        files: { '/opt/shop/logs/a.log': log('0644', 0) },
      }),
    ),
    expect: 'fail',
    because: '/opt/shop/logs/a.log',
  },
  {
    name: 'an image',
    host: image(debian12),
    ...logs({ '/var/log/nginx': folder('0777') }, '', { pid: null }),
    expect: 'fail',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, files: accounts, expect: 'notApplicable' },
  { name: 'a log that is hidden', host: rocky9, ...logs({ '/var/log/nginx': 'unreadable' }), expect: 'unknown' },
  ...[ubuntu22, al2023, rocky9, debian12].map(
    (at): HostCase => ({
      name: 'as packages install it',
      host: at,
      ...logs({ '/var/log/nginx': folder(at === debian12 || at === ubuntu22 ? '0755' : '0711') }),
      profile: 'distro-aware',
      expect: 'pass',
    }),
  ),
  {
    name: 'files that are not loaded yet change no mode',
    host: debian12,
    ...logs({ '/var/log/nginx': folder('0750') }, '', { notes: [['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'pass',
  },
  {
    name: 'logs that are kept in no file, and what is named like them',
    host: debian12,
    ...nginxHost(
      'error_log stderr;\nhttp {\naccess_log off;\naccess_log syslog:server=10.0.0.1;\nerror_log memory:32m debug;\naccess_log /dev/stdout main;\naccess_log /srv/$host.log;\naccess_log logs/off.log main;\naccess_log ;\naccess_log "";\naccess_log my-stderr;\naccess_log offline;\naccess_log stderr.log;\nserver { }\n}\n',
      {
        files: {
          ...accounts,
          '/usr/share/nginx/logs/off.log': log('0640'),
          '/usr/share/nginx/logs': folder('0750'),
          '/usr/share/nginx/my-stderr': log('0640'),
          '/usr/share/nginx/offline': log('0640'),
          '/usr/share/nginx/stderr.log': log('0640'),
          '/usr/share/nginx/other': log('0666'),
          '/usr/share/nginx/logs/off.log.d': folder('0777'),
          '/var/log/nginx/error.log': log('0666'),
          '/var/log/nginx/access.log': log('0666'),
          '/usr/share/nginx/off': log('0666'),
          '/usr/share/nginx/stderr': log('0666'),
          '/usr/share/nginx/syslog:server=10.0.0.1': log('0666'),
          '/usr/share/nginx/memory:32m': log('0666'),
          '/dev/stdout': log('0666'),
          '/srv/$host.log': log('0666'),
          '/usr/share/nginx/main': log('0666'),
        },
      },
    ),
    expect: 'pass',
    because: '/usr/share/nginx/logs/off.log',
    shows: ['/usr/share/nginx/my-stderr', '/usr/share/nginx/offline', '/usr/share/nginx/stderr.log'],
  },
  {
    name: 'built-in logs where the configuration names none',
    host: debian12,
    ...nginxHost('error_log stderr;\nhttp { server { } }\n', {
      files: { ...accounts, '/var/log/nginx/access.log': log('0666'), '/var/log/nginx/error.log': log('0666') },
    }),
    expect: 'fail',
    because: '/var/log/nginx/access.log',
    hides: ['/var/log/nginx/error.log"'],
  },
  {
    name: 'the built-in log of errors alone',
    host: debian12,
    ...nginxHost('http { access_log off; server { } }\n', {
      files: { ...accounts, '/var/log/nginx/access.log': log('0666'), '/var/log/nginx/error.log': log('0666') },
    }),
    expect: 'fail',
    because: '/var/log/nginx/error.log',
    hides: ['/var/log/nginx/access.log"'],
  },
  {
    name: 'no file is there',
    host: debian12,
    ...nginxHost('events { }\n', { files: accounts }),
    expect: 'notApplicable',
    because: 'built-in logs: /var/log/nginx/access.log, /var/log/nginx/error.log',
  },
  {
    name: 'no file is there, of those that are named',
    host: debian12,
    ...logs({ '/srv/l': 'absent' }, 'access_log /srv/l/a; error_log /srv/l/e;'),
    expect: 'notApplicable',
    because: 'access_log /srv/l/a',
    shows: ['error_log /srv/l/e'],
  },
];
