// Cases of nfs.access.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu22 } from '../hosts.ts';
import { booted, listens, wanted } from '../service-answers.ts';

const exports = '/etc/exports';
const on = booted(['nfs-server.service']);

export const accessCases: readonly HostCase[] = [
  {
    name: 'no server, whatever the file says',
    host: al2,
    files: { [exports]: '/srv *(rw)\n' },
    commands: booted([], ['nfs-server.service']),
    expect: 'notApplicable',
  },
  {
    name: 'a named host',
    host: rocky9,
    files: { [exports]: '/srv 10.0.1.5(rw,sync)\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'a network',
    host: ubuntu22,
    files: { [exports]: '/srv 10.0.0.0/16(ro) *.corp.example(ro)\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'everybody',
    host: rocky9,
    files: { [exports]: '# shares\n/srv *(rw,sync)\n' },
    commands: on,
    expect: 'fail',
    because: '/etc/exports:2',
  },
  {
    name: 'a blank gives the options to everybody',
    host: rocky9,
    files: { [exports]: '/srv 10.0.1.5 (rw)\n' },
    commands: on,
    expect: 'fail',
  },
  { name: 'no client at all', host: ubuntu22, files: { [exports]: '/srv\n' }, commands: on, expect: 'fail' },
  {
    name: 'default options and no client',
    host: ubuntu22,
    files: { [exports]: '/srv -ro\n' },
    commands: on,
    expect: 'fail',
  },
  {
    name: 'default options for a host',
    host: ubuntu22,
    files: { [exports]: '/srv -ro 10.0.1.5\n' },
    commands: on,
    expect: 'pass',
  },
  {
    name: 'a mask of no bits',
    host: al2023,
    files: { [exports]: '/srv 0.0.0.0/0(ro)\n' },
    commands: on,
    expect: 'fail',
  },
  { name: 'the same of IPv6', host: al2023, files: { [exports]: '/srv ::/0(ro)\n' }, commands: on, expect: 'fail' },
  {
    name: 'a netgroup',
    host: debian12,
    files: { [exports]: '/srv @trusted(rw)\n' },
    commands: on,
    expect: 'manual',
    because: '@trusted',
  },
  {
    name: 'continued over lines, with a quoted path',
    host: debian12,
    files: { [exports]: '"/srv/my files" 10.0.1.5(rw) \\\n  *(ro)\n' },
    commands: on,
    expect: 'fail',
    because: '/srv/my files',
  },
  {
    name: 'a file of exports.d',
    host: rocky9,
    files: { [exports]: '', '/etc/exports.d/b.exports': '/b *(ro)\n' },
    commands: on,
    expect: 'fail',
    because: '/etc/exports.d/b.exports:1',
  },
  {
    name: 'exported by hand, in no file',
    host: rocky9,
    files: { [exports]: '' },
    commands: {
      ...on,
      exportfs: { stdout: '/tmp          \t<world>(sync,wdelay,hide,no_subtree_check,sec=sys,rw)\n' },
    },
    expect: 'fail',
    because: 'exportfs -v',
  },
  {
    name: 'the file is wider than 644',
    host: rocky9,
    files: { [exports]: { text: '/srv 10.0.1.5(rw)\n', mode: '0664' } },
    commands: on,
    expect: 'fail',
    because: '0664',
  },
  {
    name: 'a running server that exports nothing',
    host: ubuntu22,
    files: { [exports]: '# none\n' },
    commands: on,
    expect: 'pass',
    because: 'exports nothing',
  },
  {
    name: 'threads of the kernel that no unit started',
    host: al2,
    files: { [exports]: '/srv *(rw)\n' },
    commands: booted([], [], [listens('tcp', 2049)]),
    expect: 'fail',
  },
  {
    name: 'an image that would start it',
    host: image(debian12),
    files: { ...wanted('nfs-server.service'), [exports]: '/srv *(ro)\n' },
    expect: 'fail',
  },
  {
    name: 'a file that cannot be read',
    host: al2,
    files: { [exports]: 'unreadable' },
    commands: on,
    expect: 'unknown',
  },
];
