// Cases of nginx.process-user.
import type { HostCase } from '@bongsu/core';
import { al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { both, containedNginx, lyingNginx, nginxHost, second } from '../nginx-host.ts';
import type { NginxState } from '../nginx-host.ts';

const passwd = {
  '/etc/passwd':
    'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/:/usr/sbin/nologin\ntoor:x:0:0::/root:/bin/sh\nnginx:x:33:33::/:/sbin/nologin\n',
  '/etc/group': 'root:x:0:\n',
};
const runs = (text: string, state: NginxState = {}) =>
  nginxHost(`${text}\nevents { }\nhttp { }\n`, { ...state, files: passwd });

export const processUserCases: readonly HostCase[] = [
  {
    name: 'the master is root, its workers are not',
    host: ubuntu22,
    ...runs('user www-data;'),
    expect: 'pass',
    because: 'uid 33',
    trap: 'U-36(1)',
  },
  {
    name: 'workers are root',
    host: rocky9,
    ...runs('user root;', { workerUids: ['0', '0'] }),
    expect: 'fail',
    because: 'process 900',
  },
  {
    name: 'the configuration was put right, and not loaded',
    host: rocky9,
    ...runs('user nginx;', { workerUids: ['0'] }),
    expect: 'fail',
    because: 'workers run as root',
    trap: 'what runs may not be what is written',
  },
  { name: 'root after the next start', host: debian12, ...runs('user root;'), expect: 'fail', because: 'user root' },
  {
    name: 'another name of root',
    host: debian12,
    ...runs('user toor;', { pid: null }),
    expect: 'fail',
    trap: 'a name is not a number',
  },
  { name: 'unset is what was built in', host: al2023, ...runs(''), expect: 'pass', because: 'user nobody (built-in)' },
  { name: 'root was built in', host: al2023, ...runs('', { pid: null, builtUser: 'root' }), expect: 'fail' },
  {
    name: 'given on the command line',
    host: ubuntu22,
    ...runs('', { globals: 'user root; daemon off;', pid: null }),
    expect: 'fail',
    because: '-g:1',
  },
  {
    name: 'no master and no workers but one process of root',
    host: ubuntu22,
    ...runs('master_process off;', { workerUids: [] }),
    expect: 'fail',
    because: 'master_process off',
  },
  {
    name: 'a master that is not root leaves user aside',
    host: al2023,
    ...runs('user root;', { masterUid: '1000', workerUids: ['1000'] }),
    expect: 'pass',
  },
  {
    name: 'the second of two instances',
    host: rocky9,
    ...both(runs('user nginx;'), nginxHost('user root; events {} http {}', { ...second, workerUids: ['0'] })),
    expect: 'fail',
    because: 'pid 4711',
  },
  {
    name: 'in a container the numbers are others',
    host: al2023,
    ...containedNginx,
    files: passwd,
    expect: 'manual',
    trap: 'U-36(2)',
  },
  { name: 'an image', host: image(debian12), ...runs('user www-data;', { pid: null }), expect: 'pass' },
  {
    name: 'an included file says so',
    host: ubuntu22,
    ...nginxHost('include m/*.conf;\nevents { }', {
      pid: null,
      files: { ...passwd, '/etc/nginx/m/a.conf': 'user root;', '/etc/nginx/m/b.conf.rpmsave': 'user www-data;' },
    }),
    expect: 'fail',
    because: '/etc/nginx/m/a.conf:1',
    trap: 'U-36(4)',
  },
  { name: 'only installed', host: debian12, ...lyingNginx, files: passwd, expect: 'notApplicable' },
  { name: 'accounts that cannot be read', host: debian12, ...nginxHost('user www-data;'), expect: 'unknown' },
  {
    name: 'files that are not loaded yet change no process',
    host: debian12,
    ...runs('user www-data;', { notes: [['nginx-unloaded', '812', '/etc/nginx/nginx.conf']] }),
    expect: 'pass',
  },
  {
    name: 'root, where the list of accounts does not name it',
    host: debian12,
    ...nginxHost('user root;\nevents { }\nhttp { }\n', {
      files: { '/etc/passwd': 'nginx:x:33:33::/:/sbin/nologin\n', '/etc/group': 'root:x:0:\n' },
      pid: null,
    }),
    expect: 'fail',
    because: 'user root',
  },
  {
    name: 'a master that works through others, and other switches that are off',
    host: debian12,
    ...runs('user www-data; master_process on; daemon off; master_process;'),
    expect: 'pass',
  },
  {
    name: 'one process of root alone',
    host: debian12,
    ...runs('user www-data; master_process OFF;', { workerUids: [] }),
    expect: 'fail',
    because: 'master_process off',
  },
  {
    name: 'a master that is not root',
    host: debian12,
    ...runs('user root;', { masterUid: '33', workerUids: ['33'] }),
    expect: 'pass',
    because: '"process 812","found":"uid 33","expected":"not uid 0"',
  },
];
