// Cases of file.hidden.
import type { HostCase } from '@bongsu/core';
import { al2, al2023, debian12, image, rocky9, ubuntu24 } from '../hosts.ts';
import { walked } from '../walked-host.ts';
import { wholeEvidence } from '../whole-evidence.ts';

type Notes = NonNullable<HostCase['notes']>;
/** Mode, type and path of what was found in memory. */
type Found = readonly [string, string, string];
const memory = (...found: Found[]): Notes => [
  ['places.looked', '/dev'],
  ['places.faults', '0'],
  ...found.map(([mode, type, path]) => ['places.hidden', mode, '0', '0', type, path] as const),
  ['places.total', String(found.length)],
];
const on = (hidden: readonly string[], ...found: Found[]) => ({
  notes: [...walked({ hidden }), ...memory(...found)],
});

export const hiddenCases: readonly HostCase[] = [
  { name: 'nothing to look at', host: al2023, ...on([]), expect: 'pass', because: '/dev' },
  { name: 'nothing in an image', host: image(debian12), ...on([]), expect: 'pass' },
  {
    name: 'the sockets of every boot',
    host: rocky9,
    ...on([], ['1777', 'directory', '/tmp/.X11-unix'], ['1777', 'directory', '/tmp/.ICE-unix']),
    expect: 'pass',
  },
  {
    name: 'the empty mark of a container',
    host: debian12,
    notes: [
      ...walked({}, { totals: { hidden: 1 } }),
      ['walk.hidden', '755', '0', '0', 'regular empty file', '/.dockerenv', 'other'],
      ...memory(),
    ],
    expect: 'pass',
  },
  {
    name: 'a file under the name of such a folder',
    host: rocky9,
    ...on([], ['755', 'regular file', '/tmp/.X11-unix']),
    expect: 'manual',
    because: '/tmp/.X11-unix',
  },
  {
    name: 'three dots',
    host: ubuntu24,
    ...on(['0755 /usr/lib/...']),
    expect: 'manual',
    because: '1 with an odd name',
  },
  {
    name: 'a blank at the end',
    host: ubuntu24,
    ...on([], ['755', 'directory', '/dev/shm/.x ']),
    expect: 'manual',
    because: 'an odd name',
  },
  {
    name: 'a hidden program',
    host: al2,
    ...on(['0755 /home/kim/.run 1000:1000']),
    expect: 'manual',
    because: 'a hidden program',
    trap: 'U-59(2)',
  },
  {
    name: 'in shared memory',
    host: al2,
    ...on([], ['600', 'regular file', '/dev/shm/.x']),
    expect: 'manual',
    because: 'where anybody writes',
  },
  {
    name: 'in a web folder',
    host: debian12,
    ...on(['0644 /var/www/html/.env']),
    expect: 'manual',
    because: 'in a web folder',
  },
  {
    name: 'more than can be listed',
    host: debian12,
    notes: [...walked({ hidden: ['0755 /opt/.a'] }, { totals: { hidden: 900 } }), ...memory()],
    expect: 'manual',
    because: '899 more',
  },
  {
    name: 'folders that could not be read',
    host: rocky9,
    notes: [...walked({}, { denied: 1 }), ...memory()],
    expect: 'unknown',
  },
  {
    name: 'shared memory that could not be read',
    host: rocky9,
    notes: [...walked(), ['places.faults', '2'], ['places.total', '0']],
    expect: 'unknown',
  },
  {
    name: 'evidence from before hidden files were looked for',
    host: rocky9,
    notes: [...walked().filter(([key]) => !key.startsWith('walk.hidden')), ...memory()],
    expect: 'unknown',
    because: 'older than the search',
  },

  {
    name: 'a program that a site knows of',
    host: al2,
    ...on(['0755 /opt/agent/.run']),
    parameters: { known: ['/opt/agent/.run'] },
    expect: 'pass',
  },
  {
    name: 'all below a known folder',
    host: al2,
    ...on(['0755 /opt/agent/a/.run', '0755 /opt/agent/b/.run']),
    parameters: { known: ['/opt/agent/'] },
    expect: 'pass',
  },
  {
    name: 'a folder of a like name is another',
    host: al2,
    ...on(['0755 /opt/agent2/.run']),
    parameters: { known: ['/opt/agent/'] },
    expect: 'manual',
  },
  {
    name: 'an odd name goes first, and what is not shown is counted',
    host: rocky9,
    ...on([...Array.from({ length: 60 }, (_, n) => `0644 /tmp/.a${n}`), '0644 /srv/...']),
    expect: 'manual',
    because: '[{"source":"/srv/...","found":"0644 0:0 regular file: an odd name"',
  },
  {
    name: 'what is not shown is counted',
    host: rocky9,
    ...on(Array.from({ length: 60 }, (_, n) => `0644 /tmp/.a${n}`)),
    expect: 'manual',
    because: '10 more, 60 in all',
  },
  ...(
    [
      ['the mark of a container with something in it', '0', 'regular file', '/.dockerenv'],
      ['the mark of a container by a user', '1000', 'regular empty file', '/.dockerenv'],
      ['a folder of sockets by a user', '1000', 'directory', '/tmp/.X11-unix'],
      ['such a name below another folder', '0', 'directory', '/var/tmp/.X11-unix'],
      ['a longer name', '0', 'directory', '/tmp/.X11-unix2'],
    ] as const
  ).map(
    ([name, uid, type, path]): HostCase => ({
      name,
      host: debian12,
      notes: [
        ...walked({}, { totals: { hidden: 1 } }),
        ['walk.hidden', '755', uid, '0', type, path, 'other'],
        ...memory(),
      ],
      expect: 'manual',
      because: path,
    }),
  ),
  ...(
    [
      ['/tmp/.. ', 1],
      ['/tmp/.a ', 1],
      ['/tmp/. a', 1],
      ['/tmp/.a\u0007b', 1],
      ['/tmp/.a b', 0],
      ['/tmp/.a..b', 0],
    ] as const
  ).map(
    ([path, odd]): HostCase => ({
      name: `${JSON.stringify(path)} is ${odd === 1 ? 'odd' : 'not odd'}`,
      host: al2,
      notes: [
        ...walked({}, { totals: { hidden: 1 } }),
        ['walk.hidden', '644', '0', '0', 'regular file', path, 'other'],
        ...memory(),
      ],
      expect: 'manual',
      because: `(${odd} with an odd name)`,
    }),
  ),
  {
    name: 'where was looked, in memory too',
    host: al2023,
    notes: [
      ...walked(),
      ['places.looked', '/dev'],
      ['places.looked', '/run/user/1000'],
      ['places.faults', '0'],
      ['places.total', '0'],
    ],
    expect: 'pass',
    because: wholeEvidence(['find /', '0 found'], ['find /dev, /run/user/1000', '0 found']),
  },
  {
    name: 'each is shown once, the odd ones first',
    host: al2023,
    ...on(['0644 /tmp/.a', '0644 /srv/...']),
    expect: 'manual',
    because: wholeEvidence(
      ['/srv/...', '0644 0:0 regular file: an odd name'],
      ['/tmp/.a', '0644 0:0 regular file: where anybody writes'],
      ['find /', '2 found'],
      ['find /dev', '0 found'],
    ),
  },
  {
    name: 'no place in memory was named',
    host: al2023,
    notes: [...walked(), ['places.faults', '0'], ['places.total', '0']],
    expect: 'pass',
    because: wholeEvidence(['find /', '0 found'], ['find /dev', '0 found']),
  },
];
