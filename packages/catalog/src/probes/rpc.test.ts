// What the port mapper lists and which file systems need it; a mapper that listens and does not answer is no empty list.
import { expect, it } from 'vitest';
import { rpc } from './rpc.ts';
import { factOf, faultOf, file, gone, hidden, said } from './testing/records.ts';

const listening = (line: string) => said('mapper', `udp UNCONN 0 0 127.0.0.1:323 0.0.0.0:*\n${line}`);
const mapper = listening('  tcp   LISTEN 0   4096   0.0.0.0:111   0.0.0.0:* ');

it('does not guess where rpcbind listens and rpcinfo gives no list', () => {
  const fault = 'rpcbind answers at port 111, but rpcinfo gave no list of programs';
  expect(faultOf(rpc, mapper)).toBe(fault);
  expect(faultOf(rpc, mapper, said('rpcinfo', '', { missing: true, exitCode: 127 }))).toBe(fault);
  expect(faultOf(rpc, mapper, said('rpcinfo', '   program vers proto   port  service'))).toBeNull();
  expect(faultOf(rpc, listening('tcp LISTEN 0 9 *:1111 *:111'))).toBeNull();
  expect(faultOf(rpc, listening('tcp LISTEN 0'))).toBeNull();
  expect(factOf(rpc, said('rpcinfo', '', { exitCode: 1 })).programs).toBeNull();
  expect(factOf(rpc)).toEqual({ programs: null, mountsV3: [] });
});

it('lists each program once', () => {
  const answer = [
    '   program vers proto   port  service',
    '    100000    4   tcp    111  portmapper',
    '    100000    3   udp    111  portmapper',
    '100003    3   tcp6   2049   nfs',
    '    100005    1   udp6  20048  mountd extra',
    '  1073741824 1 tcp 45555',
    '    100021    1   sctp   1  nlockmgr',
    '  x 100024    1   tcp   1  status',
    '    100227    3   tcp    port  nfs_acl',
  ];
  expect(factOf(rpc, said('rpcinfo', answer.join('\n'))).programs).toEqual([
    { number: 100000, name: 'portmapper' },
    { number: 100003, name: 'nfs' },
    { number: 100005, name: 'mountd' },
    { number: 1073741824, name: '-' },
  ]);
});

it.each([
  ['vers=3', true],
  ['rw,vers=3,hard', true],
  ['rw,nfsvers=2', true],
  ['nfsvers=3,rw', true],
  ['rw,vers=4.2', false],
  ['rw,vers=3.1', false],
  ['rw,minorvers=3', false],
  ['rw,vers=4', false],
])('a mount of %s needs it: %s', (options, needs) => {
  const mounts = file('/proc/1/mounts', `/mnt nfs ${options} 0 0`);
  expect(factOf(rpc, mounts).mountsV3).toEqual(needs ? ['/mnt'] : []);
});

it('is not told where the mounts are hidden; where there are none, none needs it', () => {
  expect(faultOf(rpc, hidden('/proc/1/mounts'))).toBe('/proc/1/mounts is unreadable');
  expect(factOf(rpc, gone('/proc/1/mounts')).mountsV3).toEqual([]);
  expect(factOf(rpc, file('/proc/1/mounts', '/mnt nfs\n\nx')).mountsV3).toEqual([]);
});
