// Builds every root and asks it, by really running programs on it, whether it is what it says.
import { lstat, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isolationDetect, launchOf } from '../../agent/isolation.ts';
import { processRun } from '../../agent/process.ts';
import type { RootSpec } from '../spec.ts';
import type { BuiltRoot } from './index.ts';
import { rootBuild, rootSpecs } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'bongsu-roots-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const isolation = await isolationDetect();
const asRoot = process.getuid?.() === 0;
if (isolation !== 'bubblewrap')
  console.warn('SKIPPED: bubblewrap does not run here, so the roots are built but not asked');

async function built(spec: RootSpec): Promise<BuiltRoot> {
  return rootBuild(spec, {}, {}, await mkdtemp(join(folder, `${spec.name}-`)));
}

/** Runs a script on a root and gives what it printed on both streams, by lines. */
async function ask(root: BuiltRoot, script: string): Promise<string[]> {
  const command = { hostname: 'asked', cwd: '/', env: {}, args: ['sh', '-c', `exec 2>&1\n${script}`] };
  const ended = await processRun(launchOf('bubblewrap', root.dir, command), 20, new AbortController().signal);
  return ended.stdout.toString().trimEnd().split('\n');
}

function specOf(name: string): RootSpec {
  const spec = rootSpecs.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`no root ${name}`);
  return spec;
}

test('kinds have unique names and differ from each other', () => {
  expect(rootSpecs.length).toBeGreaterThanOrEqual(12);
  expect(new Set(rootSpecs.map((spec) => spec.name)).size).toBe(rootSpecs.length);
  const texts = rootSpecs.map((spec) => JSON.stringify([spec.files, spec.tools]));
  expect(new Set(texts).size).toBe(rootSpecs.length);
});

test('the same root is built the same every time', async () => {
  const roots = await Promise.all([built(specOf('rocky-9-neglected')), built(specOf('rocky-9-neglected'))]);
  const lists = await Promise.all(
    roots.map(async (root) => {
      const names = (await readdir(root.dir, { recursive: true })).sort();
      const facts = names.map(async (name) => {
        const one = await lstat(join(root.dir, name));
        return one.isSymbolicLink()
          ? name
          : [name, one.mode, one.uid, one.gid, one.isFile() ? [one.size, one.mtimeMs] : 0];
      });
      return Promise.all(facts);
    }),
  );
  expect(lists[0]).toEqual(lists[1]);
});

test('changes replace, add and remove files; tools replace programs', async () => {
  const spec = specOf('debian-12-tidy');
  const changes = {
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n',
    '/etc/new/file': { text: 'n', mode: '0600' },
    '/etc/shadow': null,
  };
  const root = await rootBuild(
    spec,
    changes,
    { systemctl: '#!/bin/sh\nexit 9\n' },
    await mkdtemp(join(folder, 'changed-')),
  );
  expect(await readFile(join(root.dir, 'etc/passwd'), 'utf8')).toBe('root:x:0:0::/root:/bin/sh\n');
  expect((await stat(join(root.dir, 'etc/new/file'))).mode & 0o7777).toBe(0o600);
  await expect(stat(join(root.dir, 'etc/shadow'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(root.dir, 'opt/lab/bin/systemctl'), 'utf8')).toContain('exit 9');
});

test('a path that leads out of the root is refused', async () => {
  const spec = specOf('debian-12-tidy');
  await expect(rootBuild(spec, { '/etc/../../x': 'no' }, {}, join(folder, 'out'))).rejects.toThrow(
    'not a path of a root',
  );
});

describe.skipIf(isolation !== 'bubblewrap')('asked inside', () => {
  test.concurrent.for([...rootSpecs])('$name is its distribution', async (spec, { expect }) => {
    const root = await built(spec);
    const release = spec.files['/etc/os-release'];
    const pretty = /PRETTY_NAME="(.*)"/.exec(typeof release === 'string' ? release : '')?.[1];
    const shadow = spec.files['/etc/shadow'];
    const mode = typeof shadow === 'object' ? Number.parseInt(shadow.mode ?? '0644', 8).toString(8) : '';
    const answer = await ask(
      root,
      'id -u; . /etc/os-release; echo "$PRETTY_NAME"; stat -c %a /etc/shadow; head -n 1 /etc/shadow | cut -d : -f 1',
    );
    expect(answer).toEqual(['0', pretty, mode, 'root']);
    expect(spec.platformVersion.length).toBeGreaterThan(0);
  });

  test.concurrent.for([
    ['amazon-linux-2-stock', 'without-password'],
    ['amazon-linux-2-tidy', 'no'],
    ['rocky-8-stock', 'yes'],
    ['rocky-9-neglected', 'yes'],
    ['ubuntu-22-04-tidy', 'no'],
    ['ubuntu-22-04-neglected', 'yes'],
    ['debian-12-tidy', 'no'],
    ['amazon-linux-2023-neglected', 'yes'],
  ] as const)('sshd -T of %s says permitrootlogin %s', async ([name, value], { expect }) => {
    const answer = await ask(
      await built(specOf(name)),
      'sshd -T -C user=root,host=localhost,addr=127.0.0.1 | grep permitrootlogin',
    );
    expect(answer).toEqual([`permitrootlogin ${value}`]);
  });

  test('sshd: without -C a Match block does not count; it ends with its file', async () => {
    const root = await rootBuild(
      specOf('ubuntu-22-04-tidy'),
      {
        '/etc/ssh/sshd_config.d/00-hardening.conf':
          'PermitRootLogin no\nMatch User root,!nobody Address 10.0.0.0\n  PermitRootLogin yes\n',
        '/etc/ssh/sshd_config.d/01-late.conf': 'PermitRootLogin = "forced-commands-only"\nX11Forwarding no # why\n',
      },
      {},
      await mkdtemp(join(folder, 'match-')),
    );
    const login = 'grep -E "permitrootlogin|x11forwarding"';
    expect(await ask(root, `sshd -T | ${login}`)).toEqual(['permitrootlogin no', 'x11forwarding no']);
    expect(await ask(root, `sshd -T -C user=root,host=h,addr=10.0.0.0 | ${login}`)).toEqual([
      'permitrootlogin yes',
      'x11forwarding no',
    ]);
    expect(await ask(root, `sshd -T -C user=admin,host=h,addr=10.0.0.0 | ${login}`)).toEqual([
      'permitrootlogin no',
      'x11forwarding no',
    ]);
  });

  test.concurrent.for([
    ['amazon-linux-2023-ssm-only', 'no hostkeys available', 1],
    ['ubuntu-24-04-neglected', 'Missing privilege separation directory: /run/sshd', 255],
  ] as const)('sshd -T fails on %s: %s', async ([name, words, code], { expect }) => {
    const answer = await ask(await built(specOf(name)), 'sshd -T; echo "$?"');
    expect(answer[0]).toContain(words);
    expect(answer.at(-1)).toBe(String(code));
  });

  test.concurrent.for([
    ['rocky-9-tidy', ['active', '0', 'inactive', '4', 'enabled', '0']],
    ['amazon-linux-2-tidy', ['active', '0', 'unknown', '3', 'enabled', '0']],
    ['amazon-linux-2023-ssm-only', ['inactive', '3', 'inactive', '4', 'masked', '1']],
    ['ubuntu-24-04-neglected', ['active', '0', 'inactive', '4', 'alias', '0']],
  ] as const)('systemctl of %s', async ([name, words], { expect }) => {
    const script =
      'for unit in sshd nosuch; do systemctl is-active "$unit"; echo "$?"; done; systemctl is-enabled sshd; echo "$?"';
    expect(await ask(await built(specOf(name)), script)).toEqual(words);
  });

  test.concurrent.for([
    ['rocky-9-tidy', ['Leap status     : Normal', 'yes']],
    ['rocky-9-neglected', ['Leap status     : Not synchronised', 'no']],
    ['amazon-linux-2023-neglected', ['506 Cannot talk to daemon', 'no']],
    ['ubuntu-20-04-stock', ['missing', 'yes']],
    ['debian-12-neglected', ['missing', 'no']],
  ] as const)('time of %s', async ([name, words], { expect }) => {
    const script =
      'if command -v chronyc > /dev/null; then chronyc -n tracking | tail -n 1; else echo missing; fi; timedatectl show -p NTPSynchronized --value';
    const answer = await ask(await built(specOf(name)), script);
    expect([answer[0], answer.at(-1)]).toEqual(words);
  });

  test.concurrent.for([
    ['amazon-linux-2-tidy', '600 0022', false],
    ['amazon-linux-2-neglected', '0 0022', true],
    ['rocky-9-neglected', 'unset 0002', false],
    ['ubuntu-22-04-neglected', '3600 0022', true],
    ['debian-12-neglected', '0 0000', true],
    ['debian-12-tidy', '600 0022', false],
  ] as const)('login shell of %s: %s', async ([name, words, dot], { expect }) => {
    const answer = await ask(
      await built(specOf(name)),
      `env -i HOME=/root USER=root bash -lc 'echo "\${TMOUT-unset} $(umask)"; echo ":$PATH:"'`,
    );
    expect(answer[0]).toBe(words);
    expect(/::|:\.:/.test(answer[1] ?? '')).toBe(dot);
    expect(answer).toHaveLength(2);
  });

  test.skipIf(!asRoot).concurrent.for([
    ['amazon-linux-2-neglected', ['/etc/cron.d/batch', '/opt/batch', '/opt/batch/old.log', '/opt/batch/run.sh']],
    ['amazon-linux-2-tidy', ['']],
    ['ubuntu-22-04-neglected', ['/var/backups/leaver', '/var/www/html/upload.php', '/var/www/shared']],
    ['ubuntu-22-04-tidy', ['']],
    ['debian-12-tidy', ['']],
  ] as const)('unowned and world-writable on %s', async ([name, paths], { expect }) => {
    const script =
      'find / -xdev \\( -path /proc -o -path /dev \\) -prune -o \\( -nouser -o -nogroup -o -type f -perm -0002 -o -type d -perm -0002 ! -perm -1000 \\) -print | sort';
    expect(await ask(await built(specOf(name)), script)).toEqual(paths);
  });
});

test.skipIf(!asRoot)('as real root, owners and setuid bits are the spec’s', async () => {
  const root = await built(specOf('debian-12-neglected'));
  expect(root.ownersFaithful).toBe(true);
  expect((await stat(join(root.dir, 'etc/sudoers'))).uid).toBe(1001);
  expect((await stat(join(root.dir, 'usr/bin/su'))).mode & 0o7777).toBe(0o4755);
});
