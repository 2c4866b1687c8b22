// The walk, in every shell, on planted trees: what it counts, lists, leaves out and admits that it could not see.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Records } from '@bongsu/core';
import { parseRecords, recordsOf } from '@bongsu/core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { composeHostScript } from './compose.ts';
import {
  hostRun,
  isRoot,
  ordinaryUser,
  type Place,
  placeMake,
  shells,
  skipLoudly,
  tryProbe,
} from './testing/host-place.ts';

const places: Place[] = [];
let place: Place;
const walk = tryProbe('try', 'walk', { timeoutSeconds: 60 });

beforeEach(() => {
  place = placeMake();
  places.push(place);
  put(
    'etc/passwd',
    'root:x:0:0::/root:/bin/sh\n# old:x:7777:0::/:/bin/sh\napp:x:04100:4100::/:/bin/sh\nbad:x:71abc:0::/:\n',
  );
  put('etc/group', 'root:x:0:\napp:x:4100:\nbig:x:4294967294:');
});
afterAll(() => places.forEach((one) => one.remove()));

function put(path: string, text = '', mode = 0o644): string {
  const full = join(place.root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  chmodSync(full, mode);
  return full;
}

const totals = (records: Records) =>
  Object.fromEntries(
    ['unowned', 'writable-file', 'writable-directory', 'setuid'].map((kind) => [
      kind,
      records.note(`walk.${kind}.total`)?.values.join(' '),
    ]),
  );
const names = (records: Records, kind: string) =>
  records
    .notes(`walk.${kind}`)
    .map(({ values }) => values[4] ?? '')
    .sort();
const walked = (records: Records) => [
  records.note('walk.denied')?.values[0],
  records.note('walk.faults')?.values[0],
  records.notes('walk.gap').length,
];

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  const run = async (order: Parameters<typeof hostRun>[3] = {}) =>
    (await hostRun(place, shell, [walk], order)).records('try');

  it.runIf(isRoot)('counts by the accounts of the root, whatever this machine calls them', async () => {
    chownSync(put('srv/app'), 4100, 4100);
    chownSync(put('srv/lost-user'), 71, 0);
    chownSync(put('etc/lost-group'), 0, 7777);
    chownSync(put('srv/nearly-the-same'), 0, 4294967293);
    chownSync(put('srv/big'), 0, 4294967294);
    symlinkSync('/nowhere', join(place.root, 'srv/lost-link'));
    lchownSync(join(place.root, 'srv/lost-link'), 9999, 0);
    mkdirSync(join(place.root, 'srv/lost-folder'));
    chownSync(join(place.root, 'srv/lost-folder'), 0, 9999);
    const records = await run();
    expect(names(records, 'unowned')).toEqual([
      '/etc/lost-group',
      '/srv/lost-folder',
      '/srv/lost-link',
      '/srv/lost-user',
      '/srv/nearly-the-same',
    ]);
    expect(totals(records)).toEqual({
      unowned: '5 1',
      'writable-file': '0 0',
      'writable-directory': '0 0',
      setuid: '0 0',
    });
    expect(walked(records)).toEqual(['0', '0', 0]);
  });

  it.runIf(isRoot)('counts what others may write and what runs as its owner, by exact bits', async () => {
    put('usr/bin/su', 'x', 0o4755);
    put('usr/bin/wall', 'x', 0o2755);
    put('srv/both', 'x', 0o6772);
    put('srv/read', 'x', 0o775);
    put('srv/write-only', 'x', 0o602);
    symlinkSync('write-only', join(place.root, 'srv/link'));
    for (const [dir, mode] of [
      ['tmp', 0o1777],
      ['srv/open', 0o777],
      ['srv/setgid', 0o2777],
      ['opt/drop', 0o3773],
      ['proc/x', 0o777],
    ] as const) {
      mkdirSync(join(place.root, dir), { recursive: true });
      chmodSync(join(place.root, dir), mode);
    }
    const records = await run();
    expect(totals(records)).toEqual({
      unowned: '0 0',
      'writable-file': '2 0',
      'writable-directory': '2 0',
      setuid: '3 2',
    });
    expect(names(records, 'writable-file')).toEqual(['/srv/both', '/srv/write-only']);
    expect(names(records, 'writable-directory')).toEqual(['/srv/open', '/srv/setgid']);
    expect(
      records
        .notes('walk.setuid')
        .map(({ values }) => values.join(' '))
        .sort(),
    ).toEqual([
      '2755 0 0 regular file /usr/bin/wall system',
      '4755 0 0 regular file /usr/bin/su system',
      '6772 0 0 regular file /srv/both other',
    ]);
  });

  it.runIf(isRoot)('lists at most 200 of each place and counts all, so that nobody crowds out the system', async () => {
    const long = `${'l'.repeat(250)}/${'m'.repeat(250)}`;
    for (let number = 0; number < 450; number += 1) put(`home/u/${long}/${number}`, '', 0o666);
    put('usr/lib/systemd/system/last.service', '', 0o666);
    const records = await run();
    expect(totals(records)['writable-file']).toBe('451 1');
    const listed = records.notes('walk.writable-file');
    expect(listed.filter(({ values }) => values[5] === 'other')).toHaveLength(200);
    expect(listed.find(({ values }) => values[5] === 'system')?.values[4]).toBe('/usr/lib/systemd/system/last.service');
    const cut = listed.find(({ values }) => values[5] === 'other')?.values;
    expect([cut?.[4]?.length, cut?.[6]]).toEqual([400, 'cut']);
  });

  it.runIf(isRoot)('brings hostile names back and keeps each beside its own facts', async () => {
    const odd = ['a\nb', 'end\n', 'tab\tx', 'q\'"$(id)', 'hex:2f', '|p', '#h', '-x', '[a]*?', 'back\\slash', 'sp ace'];
    for (const [index, name] of odd.entries()) chownSync(put(`srv/${name}`), 5000 + index, 0);
    const records = await run();
    const seen = records.notes('walk.unowned').map(({ values }) => `${values[4]} ${Number(values[1]) - 5000}`);
    expect(seen.sort()).toEqual(odd.map((name, index) => `/srv/${name} ${index}`).sort());
  });

  it.runIf(isRoot)('leaves container and snap storage out and says so', async () => {
    for (const store of ['var/lib/docker', 'var/lib/containerd', 'snap']) put(`${store}/x/su`, '', 0o4777);
    put('var/lib/docker-compose/su', '', 0o4755);
    const records = await run();
    expect(names(records, 'setuid')).toEqual(['/var/lib/docker-compose/su']);
    expect(records.notes('walk.skipped').map(({ values }) => values[0])).toEqual([
      '/var/lib/docker',
      '/var/lib/containerd',
      '/snap',
    ]);
  });

  it.runIf(isRoot)('admits what an ordinary user could not see', async () => {
    for (const dir of ['root/a', 'var/private']) {
      put(`${dir}/su`, '', 0o4755);
      chmodSync(join(place.root, dir), 0o700);
    }
    put('usr/bin/su', '', 0o4755);
    const records = await run({ user: ordinaryUser });
    expect(walked(records)).toEqual(['2', '0', 2]);
    expect(totals(records).setuid).toBe('1 1');
    expect(walked(await run())).toEqual(['0', '0', 0]);
  });

  it('says that the accounts could not be read', async () => {
    chmodSync(join(place.root, 'etc/passwd'), 0);
    spawnSync('rm', [join(place.root, 'etc/group')]);
    expect((await run()).note('walk.accounts')?.values).toEqual(['unreadable']);
  });
});

const mounting = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
const onDisk = [0xef53, 0x58465342, 0x9123683e].includes(statfsSync(tmpdir()).type);
if (!mounting || !onDisk) skipLoudly('the walk over mounts needs unshare and an ext4, xfs or btrfs temporary folder');

describe.runIf(mounting && onDisk)('over mounts', () => {
  const plant = (dirs: readonly string[]): void => {
    for (const dir of dirs) put(`${dir}/su`, '', 0o4755);
  };
  /** Runs a walk in a mount namespace of its own. */
  const within = (mounts: string, start: string): Records => {
    writeFileSync(join(place.root, 'script.sh'), composeHostScript([walk]).script);
    const { status, stderr } = spawnSync('unshare', ['-m', 'sh', '-euc', `${mounts}\n${start}`], {
      encoding: 'utf8',
      env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, D: place.dir, N: place.root },
    });
    if (status !== 0) throw new Error(stderr);
    spawnSync('tar', ['-xzf', join(place.root, 'out.tar.gz'), '-C', place.dir]);
    return recordsOf(parseRecords(readFileSync(join(place.dir, 'probes/try'), 'utf8')));
  };

  it('walks what is mounted below an image, except what cannot harm and what is not on disk', () => {
    plant(['usr/bin', '../disk/a [b]', '../calm/bin', '../twice']);
    for (const dir of ['data dir', 'calm', 'memory', 'again']) mkdirSync(join(place.root, dir));
    const records = within(
      `mount --bind "$D/disk" "$N/data dir"; mount --bind "$D/calm" "$N/calm"; mount -o remount,bind,ro,nosuid "$N/calm"
       mount -t tmpfs none "$N/memory"; touch "$N/memory/su"; chmod 4755 "$N/memory/su"`,
      'BONGSU_ROOT="$N" sh "$N/script.sh" "$N/out.tar.gz"',
    );
    expect(names(records, 'setuid')).toEqual(['/data dir/a [b]/su', '/usr/bin/su']);
    expect(records.notes('walk.mount').map(({ values }) => values[0])).toEqual(['/data dir']);
    expect(
      records
        .notes('walk.skipped')
        .map(({ values }) => values.join(' '))
        .sort(),
    ).toEqual(['/calm read-only and nosuid', '/memory tmpfs']);
  });

  it('on a running system counts a folder that is mounted twice once', () => {
    plant(['srv', 'home/u', '../disk']);
    chownSync(put('home/app'), 4100, 4100);
    chownSync(put('home/lost'), 4101, 0);
    for (const dir of ['usr', 'lib', 'lib64', 'bin', 'twin', 'data', 'proc', 'dev', 'tmp', 'etc/alternatives'])
      mkdirSync(join(place.root, dir), { recursive: true });
    // The programs of this machine, read-only and nosuid, are its own to judge.
    const lent = ['usr', 'lib', 'lib64', 'bin'].filter((dir) => spawnSync('test', ['-d', `/${dir}`]).status === 0);
    const records = within(
      `mount --bind "$N" "$N"; cd "$N"
       for p in ${lent.join(' ')}; do mount --bind /$p $p; mount -o remount,bind,ro,nosuid $p; done
       mount --bind /etc/alternatives etc/alternatives; mount -o remount,bind,ro,nosuid etc/alternatives; mount --bind /proc proc; mount --bind /dev dev; mount --bind srv twin; mount --bind "$D/disk" data`,
      'chroot . /bin/sh /script.sh /out.tar.gz',
    );
    expect(names(records, 'setuid')).toEqual(['/data/su', '/home/u/su', '/srv/su']);
    expect(totals(records).setuid).toBe('3 0');
    expect(names(records, 'unowned')).toEqual(['/home/lost']);
    expect(records.notes('walk.skipped').map(({ values }) => values.join(' '))).toContain('/twin shown elsewhere too');
    expect(walked(records)).toEqual(['0', '0', 0]);
  });
});
