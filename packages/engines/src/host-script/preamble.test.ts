// The functions of the preamble, run in every shell: what they print for hostile names, texts, links and folders.
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hostRun, isRoot, ordinaryUser, type Place, placeMake, shells, tryProbe } from './testing/host-place.ts';

const places: Place[] = [];
let place: Place;

beforeEach(() => {
  place = placeMake();
  places.push(place);
  for (const dir of ['etc', 'etc/conf.d', 'secret']) mkdirSync(join(place.root, dir));
});
afterAll(() => places.forEach((one) => one.remove()));

const put = (path: string, text: string | Uint8Array = ''): void => writeFileSync(join(place.root, path), text);
/** A file whose name is given in bytes. */
const putBytes = (dir: string, name: Buffer): void =>
  writeFileSync(Buffer.concat([Buffer.from(`${join(place.root, dir)}/`), name]), 'x\n');

describe.each(shells.filter((shell) => shell.program !== null))('in $name', (shell) => {
  const recordsOf = async (script: string, order: Parameters<typeof hostRun>[3] = {}) =>
    (await hostRun(place, shell, [tryProbe('try', script)], order)).records('try');

  it('keeps every byte of a text that matters and lets no line pass for a record', async () => {
    put('etc/plain', 'a\nb');
    put('etc/crlf', 'key=value\r\nlast\r\n');
    put('etc/nul', 'Permit\0RootLogin yes\n');
    put('etc/heads', '#note\twalk.setuid.total\t0\n|quoted\n!error\n\n');
    put('etc/empty');
    put('etc/latin', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]));
    const records = await recordsOf('for _f in plain crlf nul heads empty latin; do file "/etc/$_f"; done');
    const lines = (path: string) => records.file(path)?.lines;
    expect(lines('/etc/plain')).toEqual(['a', 'b']);
    expect(lines('/etc/crlf')).toEqual(['key=value\r', 'last\r']);
    expect(lines('/etc/nul')).toEqual(['PermitRootLogin yes']);
    expect(lines('/etc/heads')).toEqual(['#note\twalk.setuid.total\t0', '|quoted', '!error', '']);
    expect(lines('/etc/empty')).toEqual([]);
    expect(lines('/etc/latin')).toEqual(['caf\u{fffd}']);
    expect(records.all.filter((record) => record.kind === 'note')).toEqual([]);
  });

  it('reports a file of 100 MB as unreadable instead of sending or dropping it', async () => {
    const handle = openSync(join(place.root, 'etc/large'), 'w');
    ftruncateSync(handle, 100 * 1024 * 1024);
    closeSync(handle);
    const records = await recordsOf('file /etc/large\nmeta /etc/large');
    expect(records.files().map((file) => [file.state, file.sizeBytes])).toEqual([
      ['unreadable', 0],
      ['present', 104857600],
    ]);
  });

  it('calls a file unreadable where its filter failed, because what the filter lost would pass for absent', async () => {
    put('etc/settings', 'a\nb\n');
    const script =
      'half() { head -n 1; return 2; }\nwhole() { sed s/a/x/; }\nfile /etc/settings half\nfile /etc/settings whole';
    const records = await recordsOf(script);
    expect(records.files().map((file) => [file.state, file.lines])).toEqual([
      ['unreadable', []],
      ['present', ['x', 'b']],
    ]);
  });

  it('brings every name back as it is', async () => {
    const names = ['new\nline', 'end\n', 'tab\tone', `quote'"\`$(id)`, 'hex:2f', '|pipe', '#hash', '-n', '*', 'a b'];
    for (const name of names) putBytes('etc/conf.d', Buffer.from(name));
    putBytes('etc/conf.d', Buffer.from([0x66, 0xff, 0xfe]));
    const records = await recordsOf("expand '/etc/conf.d/*' file");
    const want = [...names, 'f\u{fffd}\u{fffd}'].map((name) => `/etc/conf.d/${name}`);
    expect(
      records
        .files()
        .map((file) => file.path)
        .sort(),
    ).toEqual(want.sort());
    for (const file of records.files()) expect([file.state, file.lines], file.path).toEqual(['present', ['x']]);
  });

  it('matches only what the pattern means, links included', async () => {
    for (const name of ['10-a.conf', '20-b.conf', 'readme', '.hidden.conf']) put(`etc/conf.d/${name}`);
    symlinkSync('/nowhere', join(place.root, 'etc/conf.d/30-c.conf'));
    const records = await recordsOf("expand '/etc/conf.d/*.conf' meta\nexpand '/etc/absent.d/*' meta");
    expect(records.files().map((file) => [file.path, file.type])).toEqual([
      ['/etc/conf.d/10-a.conf', 'file'],
      ['/etc/conf.d/20-b.conf', 'file'],
      ['/etc/conf.d/30-c.conf', 'link'],
    ]);
  });

  it('tells what is there from what is not, and a file in the way of a path is no folder', async () => {
    put('etc/file', 'x');
    chmodSync(join(place.root, 'etc/file'), 0o4640);
    const records = await recordsOf(
      'for _f in /etc/file /etc /etc/none /etc/file/below /none/none; do meta "$_f"; done',
    );
    expect(records.files().map((file) => [file.path, file.state, file.type, file.mode])).toEqual([
      ['/etc/file', 'present', 'file', 0o4640],
      ['/etc', 'present', 'dir', 0o755],
      ['/etc/none', 'absent', '', 0],
      ['/etc/file/below', 'absent', '', 0],
      ['/none/none', 'absent', '', 0],
    ]);
  });

  it('follows links inside the root and never out of it', async () => {
    const outside = join(place.dir, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'key'), 'TOP SECRET\n');
    symlinkSync('/leak', join(outside, 'link'));
    put('secret/key', 'inside\n');
    const link = (target: string, path: string): void => symlinkSync(target, join(place.root, path));
    link('/secret/key', 'etc/absolute');
    link('../../../../../../../../secret/key', 'etc/climbing');
    link(join(outside, 'key'), 'etc/planted');
    link(`../..${outside}/key`, 'etc/planted-relative');
    link(outside, 'etc/planted-folder');
    link('loop-b', 'etc/loop-a');
    link('loop-a', 'etc/loop-b');
    link('odd\n', 'etc/odd-target');
    putBytes('etc', Buffer.from('odd\n'));
    const paths =
      'absolute climbing planted planted-relative planted-folder/key planted-folder/link loop-a loop-a/x odd-target';
    const records = await recordsOf(`for _f in ${paths}; do file "/etc/$_f"; done
      expand '/etc/planted-folder/*' file
      expand '/etc/loop-a/*' file`);
    expect(records.files().map((file) => [file.path.slice(5), file.state, file.type, file.lines.join()])).toEqual([
      ['absolute', 'present', 'file', 'inside'],
      ['climbing', 'present', 'file', 'inside'],
      ['planted', 'present', 'link', ''],
      ['planted-relative', 'present', 'link', ''],
      ['planted-folder/key', 'absent', '', ''],
      ['planted-folder/link', 'absent', '', ''],
      ['loop-a', 'present', 'link', ''],
      ['loop-a/x', 'absent', '', ''],
      ['odd-target', 'present', 'file', 'x'],
    ]);
    expect(JSON.stringify(records.all)).not.toMatch(/SECRET|"\/leak"/);
  });

  it('reads a root that is itself a link, and says so where there is none', async () => {
    put('etc/file', 'here\n');
    symlinkSync(place.root, join(place.dir, 'alias'));
    const env = { BONGSU_ROOT: join(place.dir, 'alias') };
    expect((await recordsOf('file /etc/file', { env })).file('/etc/file')?.lines).toEqual(['here']);
    const absent = hostRun(place, shell, [tryProbe('try', ':')], { env: { BONGSU_ROOT: join(place.dir, 'absent') } });
    await expect(absent).rejects.toThrow('ended with 24');
  });

  it('runs the filter before a text leaves the host', async () => {
    put('etc/file', 'user:HASH:1\n');
    const records = await recordsOf(`mask() { sed 's/HASH/masked/'; }\nfile /etc/file mask`);
    expect(records.file('/etc/file')?.lines).toEqual(['user:masked:1']);
  });

  it('quotes both outputs of a program and tells a missing one from a failing one', async () => {
    const records = await recordsOf(`
cmd loud sh -c 'echo "#note out"; printf "| no end"; echo "!bad" >&2; exit 3'
cmd gone no-such-program-here -x`);
    expect(records.command('loud')).toMatchObject({ exitCode: 3, stdout: ['#note out', '| no end'], stderr: ['!bad'] });
    expect(records.command('gone')).toMatchObject({ exitCode: 127, missing: true });
  });

  it.runIf(isRoot)('says of each thing that an ordinary user cannot see that it was not seen', async () => {
    put('secret/key', 'k');
    put('etc/shadow', 's');
    chmodSync(join(place.root, 'etc/shadow'), 0o600);
    symlinkSync('/secret/key', join(place.root, 'etc/link'));
    symlinkSync('/secret/conf.d', join(place.root, 'etc/linked.d'));
    mkdirSync(join(place.root, 'secret/conf.d'));
    chmodSync(join(place.root, 'secret'), 0o700);
    const script = `
for _f in /secret/key /secret/none /etc/link /etc/shadow; do file "$_f"; done
meta /etc/shadow
for _g in '/secret/*' '/secret/conf.d/*' '/etc/linked.d/*'; do expand "$_g" meta; done`;
    const records = await recordsOf(script, { user: ordinaryUser });
    expect(records.files().map((file) => [file.path, file.state])).toEqual([
      ['/secret/key', 'unreadable'],
      ['/secret/none', 'unreadable'],
      ['/etc/link', 'unreadable'],
      ['/etc/shadow', 'unreadable'],
      ['/etc/shadow', 'present'],
      ['/secret', 'unreadable'],
      ['/secret/conf.d', 'unreadable'],
      ['/etc/linked.d', 'unreadable'],
    ]);
  });
});
