// Measures the host script on a generated host, beside Lynis and the five separate finds that its walk replaces.
// Run as root: node bench/host-script.ts [files=200000] [users=3000] [matches=400] [runs=3] [shell=sh]
//
// The running host is the planted root with this machine's own programs, by unshare and chroot: Lynis (apt-get install lynis) and the
// script see the same files, accounts and packages.
// node bench/host-script.ts 1100000 3000 2000 1, 2 vCPU under the load of others (wall times say little), ext4, Debian 12, dash,
// findutils 4.9, Lynis 3.0.8; 1,100,000 planted files, 154,000 more below /usr where the host runs; 42 probes:
//   five finds                                  CPU 129.6 s
//   every probe, the host running               CPU  11.2 s   peak 23.1 MiB   156,161 bytes of a slot of 262,144
//   lynis audit system, the same host           CPU 107.2 s   peak 92.6 MiB
// node bench/host-script.ts 200000 3000 400 1, the same machine, 42 probes:
//   every probe, of the root as an image        CPU   5.1 s   peak 23.3 MiB   146,133 bytes
//   every probe, the host running               CPU   7.8 s   peak 23.4 MiB   155,542 bytes
//   lynis audit system, the same host           CPU 123.5 s   peak 91.9 MiB
// Peaks count what processes share once for each. What waits is read from apt's lists as a stream, 3 MiB of its own and CPU 0.15 s for 869
// packages; apt-get -s dist-upgrade in its place took 3.2 s and 86 MiB, of which 77 were its own and no mapping of a file.
// Before accounts were asked by halves and files by the hundred, 20,000 files and 3,000 users took 29.5 s of CPU as an image; then 2.6 s.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostChecks, system } from '@bongsu/catalog';
import { composeHostScript, probesFor } from '@bongsu/engines';
import { defaultLimits } from '@bongsu/flow';
import { inside } from './host-script/inside.ts';
import { measure } from './measure.ts';
import { plant } from './host-script/plant.ts';

const [files = 200_000, users = 3_000, matches = 400, runs = 3] = process.argv.slice(2, 6).map(Number);
const shell = process.argv[6] ?? 'sh';

const dir = mkdtempSync(join(tmpdir(), 'bongsu-bench-'));

/** Measures words and prints a line of the table. */
async function row(what: string, words: string, env: NodeJS.ProcessEnv, times: number = runs): Promise<number> {
  const { wallSeconds, cpuSeconds, peakBytes } = await measure(words, env, times);
  const mebibytes = (peakBytes / 2 ** 20).toFixed(1).padStart(6);
  console.log(
    `${what.padEnd(44)} ${wallSeconds.toFixed(2).padStart(7)} s   CPU ${cpuSeconds.toFixed(2).padStart(7)} s   peak ${mebibytes} MiB`,
  );
  return cpuSeconds;
}

/** What the script packed, and every probe that did not end well or took long. */
function result(path: string): void {
  const manifest = spawnSync('tar', ['-xzOf', path, 'manifest'], { encoding: 'utf8' }).stdout;
  for (const line of manifest.split('\n')) {
    const [, name = '', state = '', , seconds = '', bytes = ''] = line.split('\t');
    if (
      !line.startsWith('probe\t') ||
      (state !== 'timeout' &&
        state !== 'truncated' &&
        state !== 'failed' &&
        Number(seconds) < 2 &&
        Number(bytes) < 50_000)
    )
      continue;
    console.log(`    ${name.padEnd(40)} ${state}, ${seconds} s, ${bytes} bytes`);
  }
  console.log(`    packed ${readFileSync(path).byteLength} bytes, the slot has ${defaultLimits.resultBytes}`);
}

const finds = [
  '-nouser',
  '-nogroup',
  '-type f -perm -0002',
  '-type f ( -perm -4000 -o -perm -2000 )',
  "-name '.*'",
].map((test) => `find "$BONGSU_ROOT" -xdev ${test.replace('( ', '\\( ').replace(' )', ' \\)')} > /dev/null`);

try {
  const root = join(dir, 'root');
  mkdirSync(root);
  plant(root, { files, users, matches });
  const all = composeHostScript(probesFor(hostChecks, [system]));
  const walk = composeHostScript(all.probes.filter((probe) => probe.name === 'file-walk' || probe.name === 'system'));
  writeFileSync(join(dir, 'all.sh'), all.script);
  writeFileSync(join(dir, 'walk.sh'), walk.script);
  writeFileSync(join(root, 'root/all.sh'), all.script);
  // The script starts itself again by the name of sh.
  mkdirSync(join(dir, 'bin'));
  const found = spawnSync('sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).stdout.trim();
  symlinkSync(found, join(dir, 'bin/sh'));
  const env = { BONGSU_ROOT: root, OUT: join(dir, 'out'), D: dir, PATH: `${dir}/bin:${process.env['PATH'] ?? ''}` };
  const { BONGSU_ROOT: _unused, ...running } = env;
  console.log(`${files} files, ${users} users, ${matches} files matched, ${shell}; ${all.probes.length} probes`);
  await row('first look (cold)', 'find "$BONGSU_ROOT" -xdev -perm -0002 > /dev/null', env, 1);
  await row('five finds', finds.join('\n'), env);
  await row('walk alone, of the root as an image', 'sh "$D/walk.sh" "$OUT"', env);
  await row('every probe, of the root as an image', 'sh "$D/all.sh" "$OUT"', env);
  result(join(dir, 'out'));
  const ours = await row(
    'every probe, with the root as running host',
    inside(root, 'sh /root/all.sh /root/out'),
    running,
  );
  result(join(root, 'root/out'));
  if (spawnSync('sh', ['-c', 'command -v lynis']).status === 0) {
    const theirs = await row(
      'lynis audit system, the same host',
      inside(root, 'lynis audit system --quick --quiet'),
      running,
      1,
    );
    console.log(`    ours takes 1/${(theirs / ours).toFixed(1)} of its CPU`);
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
